// Reviews and stores for the tests of this folder.
#pragma once

#include <string>

#include "store/study_store.h"
#include "study/review.h"

namespace myo::test {

inline study::Review review(int number) {
    study::Review out;
    out.id = "r" + std::to_string(number);
    out.card = "zone:soleus." + std::to_string(number % 7);
    out.at = study::Moment(std::chrono::sys_days(std::chrono::year{2026} / 3 / 10) + std::chrono::seconds(number));
    out.grade = static_cast<study::Rating>(1 + number % 4);
    out.score = number % 11 / 10.0;
    out.took = std::chrono::milliseconds(1234 + number);
    return out;
}

/// A clock that a test sets.
struct SetClock {
    study::Moment now = study::Moment(std::chrono::sys_days(std::chrono::year{2026} / 3 / 10) + std::chrono::hours(20));
    [[nodiscard]] store::StudyStore::Clock clock() {
        return [this] { return now; };
    }
};

}  // namespace myo::test
