#include "core/job_runner.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace myo {

bool threadsAvailable() {
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
    return false;
#else
    return true;
#endif
}

std::function<void(float)> JobControl::part(float from, float to) const {
    return [report = report_, from, to](float share) { report(from + (to - from) * share); };
}

namespace {

// One job, from its start until nobody wants its results.
struct RunningJob {
    JobThread::Work work;
    std::stop_source stop;
    std::atomic<float> progress = 0.0F;
    bool done = false;  ///< guarded by the runner's mutex
};

// A result, or what was thrown instead.
struct JobOutcome {
    JobControl::Result result;
    std::exception_ptr failure;
};

}  // namespace

struct JobThread::Impl {
    std::function<void()> wake;
    bool threads = true;
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::shared_ptr<RunningJob> job;      ///< the last one that was started; null after stop()
    std::shared_ptr<RunningJob> waiting;  ///< the same until it begins
    std::deque<JobOutcome> outcomes;
    std::jthread thread;  ///< last: it must end before what it works on

    void wakeOwner() const {
        if (wake) {
            wake();
        }
    }

    // Keeps what a job has made, unless another one has taken its place.
    void deliver(const std::shared_ptr<RunningJob>& from, JobOutcome outcome, bool last) {
        {
            const std::lock_guard lock(mutex);
            if (job != from) {
                return;
            }
            if (outcome.result || outcome.failure) {
                outcomes.push_back(std::move(outcome));
            }
            if (last) {
                from->done = true;
                from->progress = 1.0F;
            }
        }
        changed.notify_all();
        wakeOwner();
    }

    void run(const std::shared_ptr<RunningJob>& now) {
        const auto report = [this, now](float share) {
            const float before = now->progress.exchange(share);
            // A repaint per percent is plenty.
            if (static_cast<int>(share * 100.0F) != static_cast<int>(before * 100.0F)) {
                wakeOwner();
            }
        };
        const auto publish = [this, now](JobControl::Result result) {
            deliver(now, {std::move(result), nullptr}, false);
        };
        JobOutcome outcome;
        try {
            outcome.result = now->work(JobControl(now->stop.get_token(), report, publish));
        } catch (...) {
            outcome.failure = std::current_exception();
        }
        deliver(now, std::move(outcome), true);
    }

    void loop(const std::stop_token& ending) {
        while (!ending.stop_requested()) {
            std::shared_ptr<RunningJob> next;
            {
                std::unique_lock lock(mutex);
                if (!changed.wait(lock, ending, [&] { return waiting != nullptr; })) {
                    return;
                }
                next = std::exchange(waiting, nullptr);
            }
            run(next);
        }
    }

    // \pre the mutex is held.
    void dropJob() {
        if (job) {
            job->stop.request_stop();
        }
        job.reset();
        waiting.reset();
        outcomes.clear();
    }
};

JobThread::JobThread(std::function<void()> wake, bool threads) : impl_(std::make_unique<Impl>()) {
    impl_->wake = std::move(wake);
    impl_->threads = threads;
}

JobThread::~JobThread() {
    stop();
}

void JobThread::start(Work work) {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->dropJob();
        impl_->job = std::make_shared<RunningJob>();
        impl_->job->work = std::move(work);
        impl_->waiting = impl_->job;
    }
    if (!impl_->threads) {
        impl_->wakeOwner();
        return;
    }
    if (!impl_->thread.joinable()) {
        impl_->thread = std::jthread([impl = impl_.get()](const std::stop_token& ending) { impl->loop(ending); });
    }
    impl_->changed.notify_all();
}

void JobThread::stop() {
    const std::lock_guard lock(impl_->mutex);
    impl_->dropJob();
}

JobControl::Result JobThread::take() {
    std::unique_lock lock(impl_->mutex);
    if (!impl_->threads && impl_->waiting) {
        const auto next = std::exchange(impl_->waiting, nullptr);
        lock.unlock();
        impl_->run(next);
        lock.lock();
    }
    if (impl_->outcomes.empty()) {
        return nullptr;
    }
    const JobOutcome outcome = std::move(impl_->outcomes.front());
    impl_->outcomes.pop_front();
    lock.unlock();
    if (outcome.failure) {
        std::rethrow_exception(outcome.failure);
    }
    return outcome.result;
}

JobControl::Result JobThread::await() {
    if (impl_->threads) {
        std::unique_lock lock(impl_->mutex);
        impl_->changed.wait(lock,
                            [impl = impl_.get()] { return !impl->outcomes.empty() || !impl->job || impl->job->done; });
    }
    return take();
}

float JobThread::progress() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->job ? impl_->job->progress.load() : 0.0F;
}

bool JobThread::busy() const {
    const std::lock_guard lock(impl_->mutex);
    return !impl_->outcomes.empty() || (impl_->job && !impl_->job->done);
}

}  // namespace myo
