// Reading files of strangers in a process of its own, so that what breaks the reader does not break the program.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "own_model/import_model.h"

namespace myo::own_model {

/// What the process may use; it is ended where it asks for more.
struct ApartLimits {
    std::uint64_t memoryBytes = 0;  ///< beyond what the program has already
    std::uint64_t processorSeconds = 0;
    /// So long it may use no processor time at all: then it waits for what never comes.
    double stillSeconds = 30.0;
};
/// Limits that suit a file of that size: generous for what is sound, and soon over for what is not.
[[nodiscard]] ApartLimits limitsFor(std::uint64_t fileBytes);

enum class ApartEnd { done, cancelled, crashed, tooLong, stoodStill, noMemory, failed };

/// How the work ended.
struct ApartOutcome {
    ApartEnd end = ApartEnd::failed;
    std::string bytes;  ///< done: what the work returned; failed: the text of its exception, or of the system's error
};

/// Why there is no result, for a sentence. \pre the work is neither done nor cancelled
[[nodiscard]] std::string reasonOf(const ApartOutcome& outcome);

/// \throw std::runtime_error if a triangle has a corner that the mesh lacks
void requireSound(const body::Mesh& mesh);

/// Runs the work in a copy of this process and waits for it. What it returns comes back; whatever else it changes stays
/// in the copy. Standard error is closed there. A lock that another thread holds at this moment stays locked in the
/// copy: work that stands still for that reason is ended and begun once more. \param work gets a report whose calls
/// arrive at `progress`, on the calling thread
[[nodiscard]] ApartOutcome runApart(const ApartLimits& limits, const ProgressReport& progress,
                                    const std::stop_token& stop,
                                    const std::function<std::string(const ProgressReport&)>& work);

}  // namespace myo::own_model
