#include "own_model/run_apart.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <exception>
#include <fstream>
#include <new>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace myo::own_model {

namespace {

// A message of the process is one of these and, for progress, four bytes; for the others all that follows.
enum Tag : char { progressTag = 'p', resultTag = 'r', failureTag = 'f', memoryTag = 'm' };

void sendAll(int pipe, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t sent = ::write(pipe, bytes, count);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            ::_exit(1);  // nobody listens any more
        }
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
}

void send(int pipe, Tag tag, const std::string& bytes) {
    sendAll(pipe, reinterpret_cast<const char*>(&tag), 1);
    sendAll(pipe, bytes.data(), bytes.size());
}

std::uint64_t memoryInUse() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t pages = 0;
    statm >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, rlim_t soft, rlim_t hard) {
    const rlimit wanted{soft, hard};
    static_cast<void>(::setrlimit(static_cast<__rlimit_resource>(resource), &wanted));
}

// What happens in the copy; it ends here, without what the program does at its end.
[[noreturn]] void runInCopy(int pipe, const ApartLimits& limits,
                            const std::function<std::string(const ProgressReport&)>& work) {
    for (const int deadly : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM, SIGXCPU}) {
        std::signal(deadly, SIG_DFL);
    }
    std::signal(SIGPIPE, SIG_IGN);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, limits.processorSeconds, limits.processorSeconds + 1);
    const std::uint64_t memory = memoryInUse() + limits.memoryBytes;
    limit(RLIMIT_AS, memory, memory);
    if (const int nowhere = ::open("/dev/null", O_WRONLY); nowhere >= 0) {
        ::dup2(nowhere, STDERR_FILENO);  // the reader's own words mean nothing to a person
    }
    try {
        send(pipe, resultTag, work([pipe](float share) {
                 std::string number(sizeof share, '\0');
                 std::memcpy(number.data(), &share, sizeof share);
                 send(pipe, progressTag, number);
             }));
    } catch (const std::bad_alloc&) {
        send(pipe, memoryTag, "");
    } catch (const std::exception& failure) {
        send(pipe, failureTag, failure.what());
    } catch (...) {
        send(pipe, failureTag, "");
    }
    ::_exit(0);
}

// Takes the messages apart as they come.
class Inbox {
public:
    explicit Inbox(const ProgressReport& progress) : progress_(progress) {}

    void add(const char* bytes, std::size_t count) {
        bytes_.append(bytes, count);
        constexpr std::size_t length = 1 + sizeof(float);
        std::size_t at = 0;
        for (; bytes_.size() - at >= length && bytes_[at] == progressTag; at += length) {
            float share = 0.0F;
            std::memcpy(&share, bytes_.data() + at + 1, sizeof share);
            if (progress_) {
                progress_(share);
            }
        }
        bytes_.erase(0, at);
    }
    // \param status of the process that has ended
    [[nodiscard]] ApartOutcome outcome(int status) && {
        if (WIFSIGNALED(status)) {
            const int signal = WTERMSIG(status);
            return {signal == SIGXCPU || signal == SIGKILL ? ApartEnd::tooLong : ApartEnd::crashed, {}};
        }
        const char tag = bytes_.empty() ? '\0' : bytes_.front();
        bytes_.erase(0, 1);
        switch (tag) {
            case resultTag:
                return {ApartEnd::done, std::move(bytes_)};
            case memoryTag:
                return {ApartEnd::noMemory, {}};
            case failureTag:
                return {ApartEnd::failed, std::move(bytes_)};
            default:
                return {ApartEnd::crashed, {}};
        }
    }

private:
    const ProgressReport& progress_;
    std::string bytes_;
};

// Tells whether a process has stopped using the processor.
class Pulse {
public:
    Pulse(pid_t process, double stillSeconds) : still_(stillSeconds) {
        known_ = ::clock_getcpuclockid(process, &clock_) == 0;
    }
    [[nodiscard]] bool gone() {
        timespec used{};
        const auto now = std::chrono::steady_clock::now();
        if (!known_ || ::clock_gettime(clock_, &used) != 0) {
            return false;
        }
        if (used.tv_sec != used_.tv_sec || used.tv_nsec != used_.tv_nsec) {
            used_ = used;
            last_ = now;
        }
        return now - last_ > still_;
    }

private:
    std::chrono::duration<double> still_;
    bool known_ = false;
    clockid_t clock_{};
    timespec used_{};
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

enum class Heard { all, cancelled, nothing };

// Reads until the process closes its end, or is to be ended before.
Heard listen(int pipe, Inbox& inbox, Pulse pulse, const std::stop_token& stop) {
    constexpr int milliseconds = 50;  // until a request to stop is noticed
    std::array<char, std::size_t{1} << 16U> buffer{};
    while (!stop.stop_requested()) {
        pollfd waiting{pipe, POLLIN, 0};
        if (::poll(&waiting, 1, milliseconds) <= 0) {
            if (pulse.gone()) {
                return Heard::nothing;
            }
            continue;
        }
        const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return Heard::all;
        }
        inbox.add(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return Heard::cancelled;
}

ApartOutcome runOnce(const ApartLimits& limits, const ProgressReport& progress, const std::stop_token& stop,
                     const std::function<std::string(const ProgressReport&)>& work) {
    const auto systemError = [] {
        return ApartOutcome{ApartEnd::failed, std::error_code(errno, std::generic_category()).message()};
    };
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return systemError();
    }
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(pipe[0]);
        runInCopy(pipe[1], limits, work);
    }
    ::close(pipe[1]);
    if (process < 0) {
        const ApartOutcome outcome = systemError();
        ::close(pipe[0]);
        return outcome;
    }
    Inbox inbox(progress);
    const Heard heard = listen(pipe[0], inbox, Pulse(process, limits.stillSeconds), stop);
    ::close(pipe[0]);
    if (heard != Heard::all) {
        ::kill(process, SIGKILL);
    }
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (heard != Heard::all) {
        return {heard == Heard::cancelled ? ApartEnd::cancelled : ApartEnd::stoodStill, {}};
    }
    return std::move(inbox).outcome(status);
}

}  // namespace

ApartLimits limitsFor(std::uint64_t fileBytes) {
    constexpr std::uint64_t leastMemory = std::uint64_t{3} << 29U;
    constexpr std::uint64_t memoryPerByte = 60;
    constexpr std::uint64_t leastSeconds = 5;
    constexpr std::uint64_t bytesPerSecond = 300'000;
    return {leastMemory + memoryPerByte * fileBytes, leastSeconds + fileBytes / bytesPerSecond};
}

std::string reasonOf(const ApartOutcome& outcome) {
    switch (outcome.end) {
        case ApartEnd::crashed:
            return "the reader failed on it; the file is damaged";
        case ApartEnd::tooLong:
            return "the reader did not come to an end; the file is damaged";
        case ApartEnd::stoodStill:
            return "the reader stands still; open the file again";
        case ApartEnd::noMemory:
            return "it asks for more memory than a file of this size can need";
        default:
            return outcome.bytes;
    }
}

void requireSound(const body::Mesh& mesh) {
    for (const Triangle& triangle : mesh.triangles) {
        if (std::max({triangle[0], triangle[1], triangle[2]}) >= mesh.positions.size()) {
            throw std::runtime_error("the reader returned a face without its corners");
        }
    }
}

ApartOutcome runApart(const ApartLimits& limits, const ProgressReport& progress, const std::stop_token& stop,
                      const std::function<std::string(const ProgressReport&)>& work) {
    ApartOutcome outcome = runOnce(limits, progress, stop, work);
    return outcome.end == ApartEnd::stoodStill ? runOnce(limits, progress, stop, work) : outcome;
}

}  // namespace myo::own_model
