// One thing at a time beside the window: a job on a thread of its own, its progress and its results.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace myo {

/// False where a program has one thread only, as in a browser without shared memory.
[[nodiscard]] bool threadsAvailable();

/// What a job asks and tells while it runs. May be copied into what the job calls, and must not outlive the runner.
class JobControl {
public:
    using Result = std::shared_ptr<void>;

    JobControl(std::stop_token stop, std::function<void(float)> report, std::function<void(Result)> publish)
        : stop_(std::move(stop)), report_(std::move(report)), publish_(std::move(publish)) {}

    /// Requested as soon as nobody waits for the result any more.
    [[nodiscard]] const std::stop_token& stop() const { return stop_; }
    /// How much is done, 0..1.
    void report(float share) const { report_(share); }
    /// A report for one part of the job: its 0..1 are `from`..`to` of the whole.
    [[nodiscard]] std::function<void(float)> part(float from, float to) const;

private:
    template <class>
    friend class JobRunner;

    std::stop_token stop_;
    std::function<void(float)> report_;
    std::function<void(Result)> publish_;
};

/// The runner without the type of the results. \see JobRunner
class JobThread {
public:
    using Work = std::function<JobControl::Result(const JobControl&)>;

    JobThread(std::function<void()> wake, bool threads);
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    JobThread(JobThread&&) = delete;
    JobThread& operator=(JobThread&&) = delete;
    ~JobThread();

    void start(Work work);
    void stop();
    [[nodiscard]] JobControl::Result take();
    [[nodiscard]] JobControl::Result await();
    [[nodiscard]] float progress() const;
    [[nodiscard]] bool busy() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Runs one job at a time: a new one takes the place of the one before, whose results are not delivered any more. The
/// thread begins with the first job and ends with the runner. All calls are for the thread that owns the runner.
///
/// Where there are no threads the job runs inside take(), which then returns when it is done.
template <class Result>
class JobRunner {
public:
    /// A job; it may publish() results before the one that it returns. What it throws is thrown again by take().
    using Job = std::function<Result(const JobControl&)>;

    /// \param wake called, from the job's thread, when there is something to take and about once per percent of
    /// progress; may be empty.
    explicit JobRunner(std::function<void()> wake, bool threads = threadsAvailable())
        : thread_(std::move(wake), threads) {}

    void start(Job job) {
        thread_.start([job = std::move(job)](const JobControl& control) -> JobControl::Result {
            return std::make_shared<Result>(job(control));
        });
    }
    /// Asks the job to end, and delivers nothing of it.
    void stop() { thread_.stop(); }

    /// Delivers a result before the last one. To be called by a job of this runner.
    static void publish(const JobControl& control, Result result) {
        control.publish_(std::make_shared<Result>(std::move(result)));
    }

    /// The next result, once, in their order. \throw what the job threw
    [[nodiscard]] std::optional<Result> take() {
        const JobControl::Result result = thread_.take();
        return result ? std::optional<Result>(std::move(*std::static_pointer_cast<Result>(result))) : std::nullopt;
    }
    /// The next result, waiting for it if a job is on its way. \see take
    [[nodiscard]] std::optional<Result> await() {
        const JobControl::Result result = thread_.await();
        return result ? std::optional<Result>(std::move(*std::static_pointer_cast<Result>(result))) : std::nullopt;
    }
    /// Of the last job, 0..1; 1 when it is done.
    [[nodiscard]] float progress() const { return thread_.progress(); }
    /// True while a job waits or runs, or has results that nobody has taken.
    [[nodiscard]] bool busy() const { return thread_.busy(); }

private:
    JobThread thread_;
};

}  // namespace myo
