// How much the atlas holds, and how far it has been confirmed: counted, never claimed.
#pragma once

#include <cstddef>

#include "atlas/atlas.h"

namespace myo::atlas {

/// Citations of one field of the data by what is known of them.
struct VerificationCount {
    std::size_t verified = 0;
    std::size_t unverified = 0;
    std::size_t disputed = 0;

    void add(Verification verification);
    [[nodiscard]] std::size_t total() const { return verified + unverified + disputed; }
};

struct ContentFigures {
    std::size_t muscles = 0;
    std::size_t points = 0;
    std::size_t primaryZones = 0;
    std::size_t spilloverZones = 0;
    std::size_t regions = 0;
    std::size_t sources = 0;
    std::size_t scenarios = 0;
    /// Published measurements of points and muscles, all kinds, and each kind.
    std::size_t studyFrequencies = 0;
    std::size_t feltThere = 0;
    std::size_t refers = 0;
    std::size_t found = 0;
    /// Muscles with a confirmed id of the Foundational Model of Anatomy; of Terminologia Anatomica, 2nd edition.
    std::size_t musclesWithFma = 0;
    std::size_t musclesWithTa2 = 0;
    /// Points whose pattern at least two sources carry, at least one of them confirmed.
    std::size_t pointsWithTwoSources = 0;
    /// Points that are marked: \see EvidenceStatus.
    std::size_t pointsOnOneSource = 0;
    std::size_t pointsUnconfirmed = 0;
    std::size_t pointsConfirmed = 0;
    std::size_t pointsAfterManual = 0;
    std::size_t pointsWithoutSource = 0;
    /// Points with at least one confirmed source; with a source that is disputed.
    std::size_t pointsVerified = 0;
    std::size_t pointsDisputed = 0;
    VerificationCount pointCitations;
    VerificationCount muscleCitations;
    VerificationCount bibliography;
    /// Verified citations of points by where the statement was seen.
    std::size_t seenInWork = 0;
    std::size_t seenInStudy = 0;
    std::size_t seenInSummaries = 0;
};

[[nodiscard]] ContentFigures countContent(const Atlas& atlas);

}  // namespace myo::atlas
