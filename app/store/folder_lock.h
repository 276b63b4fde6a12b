// Which windows use a folder: so that none takes a file away under another.
#pragma once

#include <filesystem>

namespace myo::store {

/// A lock on a file, held until it is destroyed or the process ends, however it ends.
class FolderLock {
public:
    /// Shares the lock. Nothing is held if the file cannot be made, or another holds it alone for longer than a second.
    explicit FolderLock(const std::filesystem::path& file);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock(FolderLock&&) = delete;
    FolderLock& operator=(FolderLock&&) = delete;

    [[nodiscard]] bool held() const { return held_; }
    /// Another held it alone all the while.
    [[nodiscard]] bool contended() const { return descriptor_ >= 0 && !held_; }
    /// Holds it alone, if nobody else shares it; else goes on sharing. \return whether it is held alone
    [[nodiscard]] bool takeAlone();
    /// Shares it again.
    void share();

private:
    int descriptor_ = -1;
    bool held_ = false;
};

}  // namespace myo::store
