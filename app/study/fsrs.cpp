#include "study/fsrs.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace myo::study {

namespace {

constexpr double leastStability = 0.001;
constexpr double mostStability = 36500.0;
constexpr double leastFirstStability = 0.1;

// The reference keeps eight decimals of every value; so the same history gives the same due day.
double rounded(double value) {
    constexpr double scale = 1e8;
    return std::round(value * scale) / scale;
}

double withinStability(double value) {
    return rounded(std::clamp(value, leastStability, mostStability));
}

double withinDifficulty(double value) {
    return std::clamp(rounded(value), 1.0, 10.0);
}

int grade(Rating rating) {
    return static_cast<int>(rating);
}

void require(bool sound, const char* what) {
    if (!sound) {
        throw std::invalid_argument(what);
    }
}

void check(const FsrsOptions& options) {
    require(std::all_of(options.weights.begin(), options.weights.end(), [](double w) { return std::isfinite(w); }),
            "a weight is not a number");
    require(options.weights[20] > 0.0, "the last weight, the decay, must be above 0");
    require(options.retention > 0.0 && options.retention < 1.0, "the retention must lie between 0 and 1");
    require(options.longestDays >= 1, "the longest interval must be at least a day");
    for (const auto* steps : {&options.learningSteps, &options.relearningSteps}) {
        require(std::all_of(steps->begin(), steps->end(),
                            [](Minutes step) { return step.count() > 0.0 && std::isfinite(step.count()); }),
                "a step must be longer than nothing");
    }
}

}  // namespace

DayNumber utcDay(Time time) {
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

Fsrs::Fsrs(FsrsOptions options) : options_(std::move(options)) {
    check(options_);
    constexpr double atStability = 0.9;  // the recall that defines stability
    decay_ = -options_.weights[20];
    factor_ = rounded(std::exp(std::log(atStability) / decay_) - 1.0);
    modifier_ = rounded((std::pow(options_.retention, 1.0 / decay_) - 1.0) / factor_);
}

double Fsrs::recall(double days, double stability) const {
    return rounded(std::pow(1.0 + factor_ * days / stability, decay_));
}

std::optional<double> Fsrs::retrievability(const CardMemory& card, Time now) const {
    if (card.state == CardState::unseen) {
        return std::nullopt;
    }
    const auto days = std::chrono::floor<std::chrono::days>(std::max(now - card.last, Time::duration::zero()));
    return recall(static_cast<double>(days.count()), card.stability);
}

double Fsrs::firstDifficulty(Rating rating) const {
    const auto& w = options_.weights;
    return rounded(w[4] - std::exp((grade(rating) - 1) * w[5]) + 1.0);
}

double Fsrs::nextDifficulty(double difficulty, Rating rating) const {
    const auto& w = options_.weights;
    const double delta = -w[6] * (grade(rating) - 3);
    const double damped = difficulty + rounded(delta * (10.0 - difficulty) / 9.0);
    return withinDifficulty(w[7] * firstDifficulty(Rating::easy) + (1.0 - w[7]) * damped);
}

double Fsrs::afterSuccess(const CardMemory& card, double recalled, Rating rating) const {
    const auto& w = options_.weights;
    const double hard = rating == Rating::hard ? w[15] : 1.0;
    const double easy = rating == Rating::easy ? w[16] : 1.0;
    return withinStability(card.stability *
                           (1.0 + std::exp(w[8]) * (11.0 - card.difficulty) * std::pow(card.stability, -w[9]) *
                                      (std::exp((1.0 - recalled) * w[10]) - 1.0) * hard * easy));
}

double Fsrs::afterLapse(const CardMemory& card, double recalled) const {
    const auto& w = options_.weights;
    const double forgotten =
        withinStability(w[11] * std::pow(card.difficulty, -w[12]) * (std::pow(card.stability + 1.0, w[13]) - 1.0) *
                        std::exp((1.0 - recalled) * w[14]));
    const double most = options_.shortTerm ? card.stability / std::exp(w[17] * w[18]) : card.stability;
    return std::min(std::max(rounded(most), leastStability), forgotten);
}

double Fsrs::sameDay(double stability, Rating rating) const {
    const auto& w = options_.weights;
    const double gain = std::pow(stability, -w[19]) * std::exp(w[17] * (grade(rating) - 3 + w[18]));
    return withinStability(stability * (rating == Rating::again ? gain : std::max(gain, 1.0)));
}

Fsrs::Strength Fsrs::strengthAfter(const CardMemory& card, Rating rating, DayNumber days) const {
    if (card.state == CardState::unseen) {
        const double first = options_.weights[static_cast<std::size_t>(grade(rating) - 1)];
        return {std::max(first, leastFirstStability), withinDifficulty(firstDifficulty(rating))};
    }
    const double difficulty = nextDifficulty(card.difficulty, rating);
    if (days == 0 && options_.shortTerm) {
        return {sameDay(card.stability, rating), difficulty};
    }
    const double recalled = recall(static_cast<double>(days), card.stability);
    return {rating == Rating::again ? afterLapse(card, recalled) : afterSuccess(card, recalled, rating), difficulty};
}

int Fsrs::intervalDays(double stability) const {
    return static_cast<int>(
        std::clamp(std::floor(stability * modifier_ + 0.5), 1.0, static_cast<double>(options_.longestDays)));
}

// Better answers always wait longer.
int Fsrs::daysInReview(const CardMemory& card, Rating rating, DayNumber days) const {
    const auto interval = [&](Rating each) { return intervalDays(strengthAfter(card, each, days).stability); };
    const int wished = interval(Rating::good);
    const int hard = std::min(interval(Rating::hard), wished);
    const int good = std::max(wished, hard + 1);
    return rating == Rating::hard ? hard : rating == Rating::good ? good : std::max(interval(Rating::easy), good + 1);
}

int Fsrs::daysWithoutSteps(const CardMemory& card, Rating rating, DayNumber days) const {
    std::array<int, 4> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = intervalDays(strengthAfter(card, static_cast<Rating>(i + 1), days).stability);
    }
    all[0] = std::min(all[0], all[1]);
    for (std::size_t i = 1; i < all.size(); ++i) {
        all[i] = std::max(all[i], all[i - 1] + 1);
    }
    return all[static_cast<std::size_t>(grade(rating) - 1)];
}

// The next of the steps within a day, if the answer leads to one; else the card goes on in days.
std::optional<CardMemory> Fsrs::withinSteps(CardMemory card, Rating rating, Time now) const {
    const bool known = card.state == CardState::review;
    const bool lapsed = known || card.state == CardState::relearning;
    const std::vector<Minutes>& steps = lapsed ? options_.relearningSteps : options_.learningSteps;
    const auto at = static_cast<std::size_t>(known || card.state == CardState::unseen ? 0 : card.step);
    std::optional<Minutes> wait;
    std::size_t step = 0;
    if (rating == Rating::again && !steps.empty()) {
        wait = steps.front();
    } else if (rating == Rating::hard && !known && at < steps.size()) {
        constexpr double longer = 1.5;  // of a single step
        wait = Minutes(
            std::round(steps.size() == 1 ? steps[0].count() * longer : (steps[0].count() + steps[1].count()) / 2.0));
        step = at;
    } else if (rating == Rating::good && !known && at + 1 < steps.size()) {
        wait = steps[at + 1];
        step = at + 1;
    }
    if (!wait) {
        return std::nullopt;
    }
    card.state = lapsed ? CardState::relearning : CardState::learning;
    card.step = static_cast<int>(step);
    card.due = now + std::chrono::round<std::chrono::seconds>(*wait);
    return card;
}

CardMemory Fsrs::review(const CardMemory& card, Rating rating, Time now, DayNumber days) const {
    days = card.state == CardState::unseen ? 0 : std::max<DayNumber>(days, 0);
    const Strength strength = strengthAfter(card, rating, days);
    CardMemory next = card;
    if (options_.shortTerm) {
        if (auto stepped = withinSteps(card, rating, now)) {
            next = *stepped;
        } else {
            const bool known = card.state == CardState::review && rating != Rating::again;
            next.due =
                now + std::chrono::days(known ? daysInReview(card, rating, days) : intervalDays(strength.stability));
            next.state = CardState::review;
            next.step = 0;
        }
    } else {
        next.due = now + std::chrono::days(daysWithoutSteps(card, rating, days));
        next.state = CardState::review;
        next.step = 0;
    }
    next.stability = strength.stability;
    next.difficulty = strength.difficulty;
    next.last = now;
    return next;
}

}  // namespace myo::study
