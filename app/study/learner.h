// What a learner knows, and what comes next: worked out of the cards and the reviews, and of nothing else.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "study/cards.h"
#include "study/fsrs.h"
#include "study/review.h"

namespace myo::study {

struct LearnerOptions {
    /// Of the scheduler. `fsrs.retention` is the retention that is desired.
    FsrsOptions fsrs;
    int newPerDay = 20;
    int reviewsPerDay = 200;  ///< of cards that are known; their minutes of learning do not count
    int dayStartsAt = 4;      ///< o'clock, local time
    /// How far local time is ahead of UTC at a moment, daylight saving included; empty = not at all.
    std::function<std::chrono::seconds(std::chrono::sys_seconds)> utcOffset;
    /// Becomes part of the ids of the reviews: a word that no other session has, on whatever machine.
    std::string session = "session";
};

/// What is learned now. All cards, as they fall due, where nothing is said.
struct LearningSet {
    std::optional<std::set<std::string>> cards;  ///< their ids; nothing = all
    bool weakOnly = false;                       ///< of these only what weakCards() names
    /// After what is due also the cards that are not, the least sure ones first, each once a day; and the limits of the
    /// day do not hold. For a scenario, or weak cards, that one wants to go through now.
    bool ahead = false;
};

/// How well a card is known, as the map of progress shows it.
enum class Standing {
    fresh,     ///< never answered
    learning,  ///< in its first days, or forgotten
    known,     ///< would be remembered for a week or longer
};

/// Why a card comes now.
enum class Turn { step, review, fresh, ahead };

struct NextCard {
    std::string card;
    Turn turn = Turn::fresh;
};

/// What is left of the day.
struct DayCounts {
    int steps = 0;    ///< cards in their minutes of learning
    int reviews = 0;  ///< due cards
    int fresh = 0;    ///< new cards
};

/// Answers to cards that were in review, the first of each card and day.
struct Retention {
    int asked = 0;
    int recalled = 0;
    [[nodiscard]] double share() const { return asked > 0 ? static_cast<double>(recalled) / asked : 0.0; }
};

struct MuscleStrength {
    MuscleId muscle;
    double recall = 0.0;  ///< 0..1, mean chance that its answered cards are known now
    int lapses = 0;       ///< how often one of them was forgotten
    int answered = 0;     ///< cards
};

/// A value; copies are independent. Equal cards and reviews give an equal learner, whenever and wherever it is built.
///
/// Days begin at `dayStartsAt` local time. Clocks err: a review that is stamped before the program existed, or after
/// `now`, counts as given when its neighbour in the log was, so that no card is due in 1955 or lost until 2036; the
/// stamp itself stays as it is in the log.
class Learner {
public:
    /// \param cards the deck, in the order in which new cards are to come; shared, not changed
    /// \param log in the order in which it was written; reviews of cards that the deck lacks are kept for the streak
    Learner(std::shared_ptr<const std::vector<Card>> cards, const std::vector<Review>& log, LearnerOptions options,
            Moment now);

    /// Chooses what next() gives; the limits of the day go on counting over all cards.
    void choose(LearningSet set) { set_ = std::move(set); }
    [[nodiscard]] const LearningSet& chosen() const { return set_; }
    /// Other options; what was learned is worked out anew.
    void setOptions(LearnerOptions options, Moment now);
    [[nodiscard]] const LearnerOptions& options() const { return options_; }

    /// The card to ask: steps whose minutes are over, then due cards, the least sure first, then new ones, of muscles
    /// that had none today first, then steps that are due within twenty minutes. Nothing when the day is done.
    [[nodiscard]] std::optional<NextCard> next(Moment now) const;
    [[nodiscard]] DayCounts left(Moment now) const;
    /// When the next card falls due, if none is now; nothing if all are new or there are none.
    [[nodiscard]] std::optional<Moment> nextDue() const;

    /// Takes an answer down. A clock that was set back a little does not reorder answers: the stamp is then just after
    /// the one before. \throw std::out_of_range for a card that is not of the deck
    Review answer(const std::string& card, Rating grade, double score, std::chrono::milliseconds took, Moment now);
    /// Takes the last answer back that was given to this learner; it is as if it had not been given. Nothing if none
    /// is left.
    std::optional<Review> undo();

    [[nodiscard]] Standing standing(const std::string& card) const;
    /// What the scheduler remembers of it; unseen for a card that is not of the deck.
    [[nodiscard]] const CardMemory& memory(const std::string& card) const;
    /// The chance that it is known now, 0..1; 0 for a card that was never answered.
    [[nodiscard]] double recall(const std::string& card, Moment now) const;
    /// When a card would come again for each grade, for the buttons that overrule: again, hard, good, easy.
    [[nodiscard]] std::array<std::chrono::minutes, 4> intervals(const std::string& card, Moment now) const;

    /// Of the reviews of the last `days` days, today among them.
    [[nodiscard]] Retention retention(Moment now, int days = 30) const;
    /// Cards that fall due today (with all that are overdue) and on each of the days after.
    [[nodiscard]] std::vector<int> forecast(Moment now, int days = 30) const;
    /// Muscles with an answered card, the least sure first.
    [[nodiscard]] std::vector<MuscleStrength> weakest(std::size_t most, Moment now) const;
    /// Cards that were forgotten at least twice, or whose last answer was "again", the least sure first.
    [[nodiscard]] std::vector<std::string> weakCards(Moment now) const;
    /// Days on which one has learned, up to today or yesterday: a single day left out does not end it, two do.
    [[nodiscard]] int streak(Moment now) const;
    /// Reviews given today.
    [[nodiscard]] int answeredToday(Moment now) const;

    /// The number of the learner's day; days follow one another whatever the clocks do.
    [[nodiscard]] DayNumber day(Moment at) const;

    [[nodiscard]] const std::vector<Card>& cards() const { return *cards_; }
    /// The card of that id; null if the deck lacks it.
    [[nodiscard]] const Card* find(const std::string& id) const;

private:
    struct Given {
        Review review;
        Moment at;  ///< by a clock that does not err
        DayNumber day = 0;
        std::size_t card = 0;      ///< index, or the number of cards for one that is not of the deck
        bool wasInReview = false;  ///< the card was known before
        bool firstOfCard = false;  ///< the card was new before
    };
    struct Track {
        CardMemory memory;
        std::vector<std::size_t> answers;  ///< indices into given_, in their order
        int lapses = 0;
        DayNumber lastDay = 0;
        Rating lastGrade = Rating::good;
    };
    struct Today {
        int fresh = 0;
        int reviews = 0;
        std::set<MuscleId> freshMuscles;
    };

    void build(std::vector<Review> log, Moment now);
    void take(std::size_t given);
    void replay(std::size_t card);
    [[nodiscard]] Moment sound(Moment now) const;
    [[nodiscard]] Today today(Moment now) const;
    [[nodiscard]] std::vector<std::size_t> open() const;
    [[nodiscard]] std::vector<std::size_t> dueReviews(Moment now) const;
    [[nodiscard]] std::optional<std::size_t> freshCard(const Today& today) const;
    [[nodiscard]] std::optional<std::size_t> step(Moment before) const;
    [[nodiscard]] std::optional<std::size_t> aheadCard(Moment now) const;
    [[nodiscard]] double recall(std::size_t card, Moment now) const;
    [[nodiscard]] bool weak(const Track& track) const;

    std::shared_ptr<const std::vector<Card>> cards_;
    std::shared_ptr<const std::map<std::string, std::size_t, std::less<>>> index_;
    LearnerOptions options_;
    Fsrs fsrs_;
    LearningSet set_;
    std::vector<Given> given_;       ///< all answers, by time
    std::vector<Track> tracks_;      ///< one for each card
    std::vector<std::size_t> mine_;  ///< indices into given_ of what was answered here, for undo
    int count_ = 0;                  ///< of ids given
};

}  // namespace myo::study
