#include "session/problems.h"

#include <algorithm>
#include <filesystem>

#include "session/words.h"

namespace myo::session {

namespace {

bool contains(const Diagnostics& all, const Diagnostic& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// A muscle's file bears its id.
std::string muscleOf(const Library& library, const Diagnostic& problem) {
    const MuscleId id(std::filesystem::path(problem.place.file).stem().string());
    return library.atlas && library.atlas->find(id) != nullptr ? targetWords(library, SidedMuscle{id, BodySide::mid})
                                                               : std::string();
}

}  // namespace

ProblemList problemList(const Library& library) {
    ProblemList out;
    const bool builtIn = library.body && library.body->identity.kind == body::BodyKind::builtIn;
    for (const Diagnostic& problem : library.problems) {
        const bool ofZone = !builtIn && library.referral && contains(library.referral->findings(), problem);
        const std::string muscle = ofZone ? muscleOf(library, problem) : std::string();
        if (muscle.empty()) {
            out.unread.push_back(problem.text());
        } else if (std::find(out.doubtful.begin(), out.doubtful.end(), muscle) == out.doubtful.end()) {
            out.doubtful.push_back(muscle);
        }
    }
    return out;
}

}  // namespace myo::session
