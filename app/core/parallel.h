// Loops over independent items on all cores; serial where a platform has no threads.
#pragma once

#include <cstddef>
#include <functional>

namespace myo {

/// How many threads a parallel loop uses at most, the caller's among them: the cores, 1 .. 8; 1 where there are no
/// threads.
[[nodiscard]] std::size_t parallelWorkers();

/// Calls `work(begin, end)` for pieces of 0 .. count of at most `batch` items, in any order, on several threads, and
/// returns when all are done.
/// \param batch items per call, at least 1: small for slow items, so that all cores end together
/// \pre the calls touch disjoint data. \throw the first exception that one of them throws; pieces that have not begun
/// by then are left out.
void parallelBatches(std::size_t count, std::size_t batch, const std::function<void(std::size_t, std::size_t)>& work);

/// Calls `work(i)` for every i below `count`. \see parallelBatches
template <class Work>
void parallelFor(std::size_t count, const Work& work, std::size_t batch = 256) {
    parallelBatches(count, batch, [&work](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            work(i);
        }
    });
}

}  // namespace myo
