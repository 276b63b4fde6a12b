#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/job_runner.h"

namespace myo {

std::size_t parallelWorkers() {
    return threadsAvailable() ? std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8) : 1;
}

void parallelBatches(std::size_t count, std::size_t batch, const std::function<void(std::size_t, std::size_t)>& work) {
    batch = std::max<std::size_t>(batch, 1);
    const std::size_t workers = std::min(parallelWorkers(), (count + batch - 1) / batch);
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto run = [&] {
        for (std::size_t begin = next.fetch_add(batch); begin < count; begin = next.fetch_add(batch)) {
            try {
                work(begin, std::min(count, begin + batch));
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = failure ? failure : std::current_exception();
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < workers; ++i) {
            helpers.emplace_back(run);
        }
        run();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace myo
