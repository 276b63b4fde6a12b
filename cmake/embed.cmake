# myo_embed(<target> <name> FILES...): compiles files into a library.
#
# Makes <build>/embedded/<name>.cpp, which defines the table that app/<target>/embedded.h declares: one row per file,
# named by the file's own name. The table is made again whenever a file changes.
function(myo_embed target name)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp")
  set(script "${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake")
  string(REPLACE ";" "|" files "${ARGN}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DROOM=${target}" "-DFILES=${files}" -P "${script}"
    DEPENDS ${ARGN} "${script}"
    COMMENT "Embedding ${name}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
