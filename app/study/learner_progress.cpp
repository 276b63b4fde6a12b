// What a learner has come to: retention, forecast, weak places, the streak.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "study/learner.h"

namespace myo::study {

Retention Learner::retention(Moment now, int days) const {
    Retention out;
    const DayNumber today = day(sound(now));
    std::map<std::size_t, DayNumber> asked;
    for (const Given& given : given_) {
        if (!given.wasInReview || given.day <= today - days || given.day > today) {
            continue;
        }
        const auto [known, fresh] = asked.emplace(given.card, given.day);
        if (!fresh && std::exchange(known->second, given.day) == given.day) {
            continue;
        }
        ++out.asked;
        out.recalled += given.review.grade != Rating::again ? 1 : 0;
    }
    return out;
}

std::vector<int> Learner::forecast(Moment now, int days) const {
    std::vector<int> out(static_cast<std::size_t>(std::max(days, 0)));
    const DayNumber today = day(sound(now));
    for (const std::size_t i : open()) {
        const CardMemory& memory = tracks_[i].memory;
        if (memory.state == CardState::unseen) {
            continue;
        }
        const DayNumber in = std::max<DayNumber>(day(memory.due) - today, 0);
        if (in < days) {
            ++out[static_cast<std::size_t>(in)];
        }
    }
    return out;
}

std::vector<MuscleStrength> Learner::weakest(std::size_t most, Moment now) const {
    now = sound(now);
    std::map<MuscleId, MuscleStrength> muscles;
    for (std::size_t i = 0; i < tracks_.size(); ++i) {
        if (tracks_[i].memory.state == CardState::unseen) {
            continue;
        }
        MuscleStrength& muscle = muscles[(*cards_)[i].muscle];
        muscle.muscle = (*cards_)[i].muscle;
        muscle.recall += recall(i, now);
        muscle.lapses += tracks_[i].lapses;
        ++muscle.answered;
    }
    std::vector<MuscleStrength> out;
    for (auto& [id, muscle] : muscles) {
        muscle.recall /= muscle.answered;
        out.push_back(muscle);
    }
    std::stable_sort(out.begin(), out.end(), [](const MuscleStrength& a, const MuscleStrength& b) {
        return a.recall != b.recall ? a.recall < b.recall : a.lapses > b.lapses;
    });
    out.resize(std::min(out.size(), most));
    return out;
}

std::vector<std::string> Learner::weakCards(Moment now) const {
    now = sound(now);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < tracks_.size(); ++i) {
        if (weak(tracks_[i])) {
            found.push_back(i);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](std::size_t a, std::size_t b) { return recall(a, now) < recall(b, now); });
    std::vector<std::string> out;
    for (const std::size_t i : found) {
        out.push_back((*cards_)[i].id);
    }
    return out;
}

int Learner::streak(Moment now) const {
    const DayNumber today = day(sound(now));
    std::set<DayNumber, std::greater<>> days;
    for (const Given& given : given_) {
        days.insert(given.day);
    }
    int length = 0;
    DayNumber expected = today;
    for (const DayNumber each : days) {
        if (each > today) {
            continue;
        }
        // Today need not be over: before its first answer it is no day left out.
        const DayNumber leftOut = expected - each - (length == 0 && each != today ? 1 : 0);
        if (leftOut > 1) {
            break;
        }
        ++length;
        expected = each - 1;
    }
    return length;
}

int Learner::answeredToday(Moment now) const {
    const DayNumber today = day(sound(now));
    return static_cast<int>(
        std::count_if(given_.begin(), given_.end(), [&](const Given& given) { return given.day == today; }));
}

}  // namespace myo::study
