#include "support/scratch_file.h"

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

namespace myo::test {

namespace {

std::filesystem::path scratchPath(const std::string& name) {
    return std::filesystem::temp_directory_path() / fmt::format("myoatlas_{}_{}", getpid(), name);
}

}  // namespace

ScratchFile::ScratchFile(const std::string& name, const std::string& content) : path_(scratchPath(name)) {
    if (!content.empty()) {
        std::ofstream(path_, std::ios::binary) << content;
    }
}

ScratchFolder::ScratchFolder(const std::string& name) : path_(scratchPath(name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
}

}  // namespace myo::test
