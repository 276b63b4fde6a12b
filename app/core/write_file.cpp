#include "core/write_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace myo {

namespace {

namespace fs = std::filesystem;

// An open file that closes itself; the first failure of a step is kept.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) { note(descriptor >= 0); }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    void write(std::string_view content) {
        while (error_ == 0 && !content.empty()) {
            const ssize_t written = ::write(descriptor_, content.data(), content.size());
            if (written < 0 && errno == EINTR) {
                continue;
            }
            note(written > 0);
            content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
        }
    }
    void keepRights(const fs::path& of) {
        struct stat old {};
        if (error_ == 0 && ::stat(of.c_str(), &old) == 0) {
            note(::fchmod(descriptor_, old.st_mode & 07777U) == 0);
        }
    }
    void flush() {
        if (error_ == 0) {
            note(::fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS);  // a pipe has no disk
        }
    }
    void close() {
        if (descriptor_ >= 0) {
            note(::close(descriptor_) == 0);
            descriptor_ = -1;
        }
    }
    [[nodiscard]] int error() const { return error_; }

private:
    void note(bool done) {
        if (!done && error_ == 0) {
            error_ = errno != 0 ? errno : EIO;
        }
    }
    int descriptor_;
    int error_ = 0;
};

Diagnostic unwritten(const fs::path& file, int error) {
    return {{file.string()},
            fmt::format("the file cannot be written ({})", std::error_code(error, std::generic_category()).message()),
            "a folder with write access and space",
            Severity::error};
}

// A new file beside the target, under a name that nobody has; -1 and errno if there can be none.
int openDraft(const fs::path& target, std::string& name, mode_t rights) {
    constexpr int most = 1000;  // left behind by processes that died
    for (int number = 0; number < most; ++number) {
        name = fmt::format("{}.{}-{}.tmp", target.string(), ::getpid(), number);
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
        if (descriptor >= 0 || errno != EEXIST) {
            return descriptor;
        }
    }
    return -1;
}

Result<bool> writeInPlace(const fs::path& file, std::string_view content) {
    Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    out.write(content);
    out.flush();
    out.close();
    if (out.error() != 0) {
        return unwritten(file, out.error());
    }
    return true;
}

}  // namespace

Result<bool> writeFile(const fs::path& file, std::string_view content, FileRights rights) {
    std::error_code error;
    fs::path target = fs::weakly_canonical(file, error);  // the file that a link means, not the link
    target = error ? file : target;
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) {
        return unwritten(file, EISDIR);
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return writeInPlace(target, content);
    }
    if (fs::exists(status) && ::access(target.c_str(), W_OK) != 0) {
        return unwritten(file, errno);  // a rename would replace what was locked on purpose
    }
    std::string draft;
    Descriptor out(openDraft(target, draft, rights == FileRights::ownerOnly ? 0600 : 0666));
    if (out.error() != 0) {
        return unwritten(file, out.error());
    }
    out.write(content);
    out.keepRights(target);
    out.flush();
    out.close();
    int failure = out.error();
    if (failure == 0 && ::rename(draft.c_str(), target.c_str()) != 0) {
        failure = errno;
    }
    if (failure != 0) {
        fs::remove(draft, error);
        return unwritten(file, failure);
    }
    return true;
}

}  // namespace myo
