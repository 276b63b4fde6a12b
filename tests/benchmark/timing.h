// Timing of repeated calls.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

#include <nlohmann/json.hpp>

namespace myo::benchmark {

/// Microseconds of every call of `work`, called `times` times with 0, 1, 2..., sorted.
template <class Work>
std::vector<double> timed(int times, const Work& work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> microseconds;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        work(i);
        microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::sort(microseconds.begin(), microseconds.end());
    return microseconds;
}

inline nlohmann::ordered_json summary(const std::vector<double>& sorted) {
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
    };
    return {{"calls", sorted.size()}, {"median_us", at(0.5)}, {"p99_us", at(0.99)}};
}

}  // namespace myo::benchmark
