#include "own_model/file_guard.h"

#include <algorithm>
#include <system_error>

namespace myo::own_model {

namespace fs = std::filesystem;

FileGuard::FileGuard(const fs::path& model) {
    std::error_code error;
    // The model may be a link; what it refers to lies beside the file that the link means.
    folder_ = fs::weakly_canonical(model, error).parent_path();
}

bool FileGuard::allowed(const char* file) const {
    std::error_code error;
    const fs::path path = fs::canonical(file, error);
    if (error || !fs::is_regular_file(path, error)) {
        return false;
    }
    return std::mismatch(folder_.begin(), folder_.end(), path.begin(), path.end()).first == folder_.end();
}

bool FileGuard::Exists(const char* file) const {
    return allowed(file) && DefaultIOSystem::Exists(file);
}

Assimp::IOStream* FileGuard::Open(const char* file, const char* mode) {
    return allowed(file) ? DefaultIOSystem::Open(file, mode) : nullptr;
}

}  // namespace myo::own_model
