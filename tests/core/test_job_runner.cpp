// One job at a time, on a thread of its own or, where there is none, on the caller's.
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include <catch2/catch.hpp>

#include "core/content_hash.h"
#include "core/job_runner.h"
#include "support/scratch_file.h"

using namespace myo;

namespace {

using Runner = JobRunner<std::string>;

// Waits for a runner's calls instead of for a time.
class Bell {
public:
    [[nodiscard]] std::function<void()> ring() {
        return [this] {
            {
                const std::lock_guard lock(mutex_);
                ++rung_;
            }
            changed_.notify_all();
        };
    }
    void await(int times) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return rung_ >= times; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int rung_ = 0;
};

}  // namespace

TEST_CASE("a job's result is delivered once, by the caller's own call") {
    Bell bell;
    Runner runner(bell.ring());
    CHECK_FALSE(runner.busy());
    const auto here = std::this_thread::get_id();
    runner.start(
        [here](const JobControl&) { return std::string(std::this_thread::get_id() == here ? "here" : "there"); });
    bell.await(1);
    CHECK(runner.progress() == 1.0F);
    CHECK(runner.take() == "there");
    CHECK_FALSE(runner.take());
    CHECK_FALSE(runner.busy());
}

TEST_CASE("results on the way come before the last one, and progress is told in shares of the whole") {
    for (const bool threads : {true, false}) {
        Bell bell;
        Runner runner(bell.ring(), threads);
        runner.start([](const JobControl& control) {
            control.part(0.5F, 1.0F)(0.5F);
            Runner::publish(control, "first");
            return std::string("last");
        });
        bell.await(threads ? 3 : 1);
        CHECK(runner.take() == "first");
        CHECK(runner.take() == "last");
        CHECK(runner.progress() == 1.0F);
    }
}

TEST_CASE("a new job ends the one before, whose result never comes") {
    Bell bell;
    std::promise<void> begun;
    Runner runner(bell.ring());
    runner.start([&](const JobControl& control) {
        begun.set_value();
        while (!control.stop().stop_requested()) {
            std::this_thread::yield();
        }
        control.report(0.9F);
        return std::string("old");
    });
    begun.get_future().wait();
    runner.start([](const JobControl&) { return std::string("new"); });
    std::optional<std::string> result;
    for (int rings = 1; !result; ++rings) {
        bell.await(rings);
        result = runner.take();
    }
    CHECK(*result == "new");
    CHECK_FALSE(runner.take());
}

TEST_CASE("a stopped job delivers nothing") {
    std::promise<void> begun;
    Runner runner({});
    runner.start([&](const JobControl& control) {
        begun.set_value();
        while (!control.stop().stop_requested()) {
            std::this_thread::yield();
        }
        return std::string("late");
    });
    begun.get_future().wait();
    runner.stop();
    CHECK_FALSE(runner.busy());
    CHECK_FALSE(runner.take());
}

TEST_CASE("what a job throws reaches whoever takes its result") {
    for (const bool threads : {true, false}) {
        Bell bell;
        Runner runner(bell.ring(), threads);
        runner.start([](const JobControl&) -> std::string { throw std::runtime_error("no driver"); });
        bell.await(1);
        CHECK_THROWS_WITH(runner.take(), "no driver");
        CHECK_FALSE(runner.take());
    }
}

TEST_CASE("without threads a job runs when its result is asked for") {
    Runner runner({}, false);
    const auto here = std::this_thread::get_id();
    bool ran = false;
    runner.start([&](const JobControl&) {
        ran = std::this_thread::get_id() == here;
        return std::string("done");
    });
    CHECK_FALSE(ran);
    CHECK(runner.busy());
    CHECK(runner.take() == "done");
    CHECK(ran);
}

TEST_CASE("a result can be waited for, with threads and without") {
    for (const bool threads : {true, false}) {
        Runner runner({}, threads);
        CHECK_FALSE(runner.await());
        runner.start([&](const JobControl& control) {
            Runner::publish(control, "first");
            return std::string("last");
        });
        CHECK(runner.await() == "first");
        CHECK(runner.await() == "last");
        CHECK_FALSE(runner.await());
        runner.start([](const JobControl&) -> std::string { throw std::runtime_error("no driver"); });
        CHECK_THROWS_WITH(runner.await(), "no driver");
    }
}

TEST_CASE("a content hash is that of FNV-1a, and the same for a file as for its bytes") {
    CHECK(ContentHash().text() == "cbf29ce484222325");
    ContentHash letter;
    letter.add("a");
    CHECK(letter.text() == "af63dc4c8601ec8c");
    const test::ScratchFile file("a.txt", "a");
    CHECK(fileHash(file.path()) == letter.text());
    CHECK(fileHash(file.path().parent_path()).empty());
    CHECK(fileHash("no such file").empty());
}
