// Loops over independent items on all cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace myo::anatomy {

/// Calls `work(i)` for every i below `count`, in any order, on several threads.
/// \pre the calls touch disjoint data and do not throw.
template <class Work>
void parallelFor(std::size_t count, const Work& work) {
    constexpr std::size_t batch = 256;
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t begin = next.fetch_add(batch); begin < count; begin = next.fetch_add(batch)) {
            for (std::size_t i = begin; i < std::min(count, begin + batch); ++i) {
                work(i);
            }
        }
    };
    std::vector<std::jthread> helpers;
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    for (unsigned i = 1; i < cores && i * batch < count; ++i) {
        helpers.emplace_back(run);
    }
    run();
}

}  // namespace myo::anatomy
