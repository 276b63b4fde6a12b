#include "store/folder_lock.h"

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace myo::store {

FolderLock::FolderLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    share();
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

bool FolderLock::takeAlone() {
    if (!held_) {
        return false;
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
        return true;
    }
    share();  // a change that fails lets go of what was held
    return false;
}

void FolderLock::share() {
    using namespace std::chrono_literals;
    held_ = false;
    // Who holds it alone puts files in order, which takes moments.
    for (int attempt = 0; descriptor_ >= 0 && !held_ && attempt < 50; ++attempt) {
        held_ = ::flock(descriptor_, LOCK_SH | LOCK_NB) == 0;
        if (!held_) {
            std::this_thread::sleep_for(20ms);
        }
    }
}

}  // namespace myo::store
