// One answer to one card: what the log of learning is made of.
#pragma once

#include <chrono>
#include <string>

#include "study/fsrs.h"

namespace myo::study {

/// A moment as reviews are stamped.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// An answer. Everything that is known of a learner follows from these, in the order in which they were given.
struct Review {
    std::string id;    ///< of no other review, on whatever machine: what is imported twice is there once
    std::string card;  ///< \see Card::id
    Moment at;
    Rating grade = Rating::again;
    double score = 0.0;  ///< 0..1, as graded; the grade may have been overruled
    std::chrono::milliseconds took{0};

    friend bool operator==(const Review&, const Review&) = default;
};

}  // namespace myo::study
