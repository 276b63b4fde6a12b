#include "support/scratch_file.h"

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

namespace myo::test {

ScratchFile::ScratchFile(const std::string& name, const std::string& content)
    : path_(std::filesystem::temp_directory_path() / fmt::format("myoatlas_{}_{}", getpid(), name)) {
    if (!content.empty()) {
        std::ofstream(path_, std::ios::binary) << content;
    }
}

}  // namespace myo::test
