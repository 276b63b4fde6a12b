// When a card is shown again: the Free Spaced Repetition Scheduler, version 6, as pure functions.
//
// Formulas and default weights: "The Algorithm" (wiki of open-spaced-repetition/fsrs4anki), FSRS-6. What the wiki
// leaves open (steps within a day, rounding) follows the reference implementation ts-fsrs 5; docs/study.md tells how
// the two were compared.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace myo::study {

/// How well one knew it.
enum class Rating { again = 1, hard, good, easy };

/// Where a card stands: never shown, in its first minutes, known for days, or forgotten and in its minutes again.
enum class CardState { unseen, learning, review, relearning };

using Time = std::chrono::sys_seconds;
using Minutes = std::chrono::duration<double, std::ratio<60>>;

struct FsrsOptions {
    static constexpr std::size_t weightCount = 21;
    std::array<double, weightCount> weights{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                            0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
    double retention = 0.9;  ///< share of cards that should still be known when they are due, above 0, below 1
    int longestDays = 36500;
    bool shortTerm = true;  ///< false: days only, no steps
    std::vector<Minutes> learningSteps{Minutes(1), Minutes(10)};
    std::vector<Minutes> relearningSteps{Minutes(10)};
};

/// What is remembered of one card. A plain value.
struct CardMemory {
    double stability = 0.0;   ///< days until the chance of recall falls to 90 %
    double difficulty = 0.0;  ///< 1 easy .. 10 hard
    CardState state = CardState::unseen;
    int step = 0;  ///< index into the steps of its state
    Time last;     ///< review; of an unseen card meaningless
    Time due;

    friend bool operator==(const CardMemory&, const CardMemory&) = default;
};

/// Number of a day, or of days.
using DayNumber = std::int64_t;
/// The day of the calendar in UTC, so that a difference is "days later".
[[nodiscard]] DayNumber utcDay(Time time);

/// The scheduler. Immutable.
class Fsrs {
public:
    /// \throw std::invalid_argument for options out of range: weights or retention that are no numbers, retention not
    /// within 0 and 1, days below 1, steps not above 0
    explicit Fsrs(FsrsOptions options = {});

    /// The card after an answer; it is never due before `now`.
    /// \param days since its last review, by whatever calendar; less than none (a clock that was set back) counts as
    /// none
    [[nodiscard]] CardMemory review(const CardMemory& card, Rating rating, Time now, DayNumber days) const;

    /// The chance that it is still known, 0..1; nothing for an unseen card.
    [[nodiscard]] std::optional<double> retrievability(const CardMemory& card, Time now) const;

    [[nodiscard]] const FsrsOptions& options() const { return options_; }

private:
    struct Strength {
        double stability;
        double difficulty;
    };
    [[nodiscard]] Strength strengthAfter(const CardMemory& card, Rating rating, DayNumber days) const;
    [[nodiscard]] double recall(double days, double stability) const;
    [[nodiscard]] double firstDifficulty(Rating rating) const;
    [[nodiscard]] double nextDifficulty(double difficulty, Rating rating) const;
    [[nodiscard]] double afterSuccess(const CardMemory& card, double recalled, Rating rating) const;
    [[nodiscard]] double afterLapse(const CardMemory& card, double recalled) const;
    [[nodiscard]] double sameDay(double stability, Rating rating) const;
    [[nodiscard]] int intervalDays(double stability) const;
    [[nodiscard]] int daysInReview(const CardMemory& card, Rating rating, DayNumber days) const;
    [[nodiscard]] int daysWithoutSteps(const CardMemory& card, Rating rating, DayNumber days) const;
    [[nodiscard]] std::optional<CardMemory> withinSteps(CardMemory card, Rating rating, Time now) const;

    FsrsOptions options_;
    double decay_;
    double factor_;
    double modifier_;  ///< interval per day of stability
};

}  // namespace myo::study
