# Run by myo_embed: writes OUTPUT, a C++ source of the room ROOM that holds the bytes of FILES (separated by "|").
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(rows "")
set(index 0)
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char file${index}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char*>(file${index}), sizeof(file${index})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from the files of the project.
#include \"${ROOM}/embedded.h\"

namespace myo::${ROOM} {
namespace {
${arrays}
const EmbeddedFile table[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> embeddedFiles() {
    return table;
}
}  // namespace myo::${ROOM}
")
