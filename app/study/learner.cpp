#include "study/learner.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace myo::study {

namespace {

using std::chrono::milliseconds;

constexpr auto learnAhead = std::chrono::minutes(20);  // minutes of learning that one need not sit out
constexpr auto clockSlip = std::chrono::days(1);       // a clock set back by less is taken for a small correction
constexpr double knownDays = 7.0;
constexpr int weakLapses = 2;

// No clock that is right shows less: the program did not exist.
constexpr Moment earliest{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};

Time seconds(Moment at) {
    return std::chrono::floor<std::chrono::seconds>(at);
}

// When each review was given: its stamp, or that of its neighbour where the stamp cannot be.
std::vector<Moment> soundTimes(const std::vector<Review>& log, Moment now) {
    const auto sound = [&](Moment at) { return at >= earliest && at <= now + clockSlip; };
    const auto first = std::find_if(log.begin(), log.end(), [&](const Review& review) { return sound(review.at); });
    Moment last = first == log.end() ? now : first->at;
    std::vector<Moment> out;
    out.reserve(log.size());
    for (const Review& review : log) {
        last = sound(review.at) ? review.at : last;
        out.push_back(last);
    }
    return out;
}

}  // namespace

Learner::Learner(std::shared_ptr<const std::vector<Card>> cards, const std::vector<Review>& log, LearnerOptions options,
                 Moment now)
    : cards_(std::move(cards)), options_(std::move(options)), fsrs_(options_.fsrs) {
    std::map<std::string, std::size_t, std::less<>> index;
    for (std::size_t i = 0; i < cards_->size(); ++i) {
        index.emplace((*cards_)[i].id, i);
    }
    index_ = std::make_shared<const std::map<std::string, std::size_t, std::less<>>>(std::move(index));
    build(log, now);
}

void Learner::build(std::vector<Review> log, Moment now) {
    if (now < earliest) {  // the clock is wrong, the log may well be right
        for (const Review& review : log) {
            now = std::max(now, review.at);
        }
    }
    const std::vector<Moment> times = soundTimes(log, now);
    given_.clear();
    given_.reserve(log.size());
    for (std::size_t i = 0; i < log.size(); ++i) {
        const auto card = index_->find(log[i].card);
        given_.push_back({std::move(log[i]), times[i], day(times[i]),
                          card == index_->end() ? cards_->size() : card->second, false, false});
    }
    std::stable_sort(given_.begin(), given_.end(), [](const Given& a, const Given& b) { return a.at < b.at; });
    tracks_.assign(cards_->size(), {});
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (given_[i].card < tracks_.size()) {
            tracks_[given_[i].card].answers.push_back(i);
            take(i);
        }
    }
}

void Learner::setOptions(LearnerOptions options, Moment now) {
    Fsrs fsrs(options.fsrs);  // first, as it may refuse them
    options_ = std::move(options);
    fsrs_ = std::move(fsrs);
    std::set<std::string> own;
    for (const std::size_t i : mine_) {
        own.insert(given_[i].review.id);
    }
    std::vector<Review> log;
    for (Given& given : given_) {
        log.push_back(std::move(given.review));
    }
    build(std::move(log), now);
    mine_.clear();
    for (std::size_t i = 0; i < given_.size(); ++i) {
        if (own.contains(given_[i].review.id)) {
            mine_.push_back(i);
        }
    }
}

// The card after one more answer.
void Learner::take(std::size_t i) {
    Given& given = given_[i];
    Track& track = tracks_[given.card];
    given.firstOfCard = track.memory.state == CardState::unseen;
    given.wasInReview = track.memory.state == CardState::review;
    const DayNumber days = given.firstOfCard ? 0 : given.day - track.lastDay;
    track.memory = fsrs_.review(track.memory, given.review.grade, seconds(given.at), days);
    track.lapses += given.wasInReview && given.review.grade == Rating::again ? 1 : 0;
    track.lastDay = given.day;
    track.lastGrade = given.review.grade;
}

void Learner::replay(std::size_t card) {
    Track& track = tracks_[card];
    std::vector<std::size_t> answers = std::move(track.answers);
    track = {};
    track.answers = std::move(answers);
    for (const std::size_t i : track.answers) {
        take(i);
    }
}

DayNumber Learner::day(Moment at) const {
    const Time utc = seconds(at);
    const auto offset = options_.utcOffset ? options_.utcOffset(utc) : std::chrono::seconds(0);
    return utcDay(utc + offset - std::chrono::hours(options_.dayStartsAt));
}

// What time it is: not before the last answer, unless the clock was set back by so much that it may be right now.
Moment Learner::sound(Moment now) const {
    if (given_.empty()) {
        return std::max(now, earliest);
    }
    const Moment last = given_.back().at;
    return now < earliest || (now < last && now + clockSlip >= last) ? last : now;
}

Review Learner::answer(const std::string& card, Rating grade, double score, milliseconds took, Moment now) {
    const auto found = index_->find(card);
    if (found == index_->end()) {
        throw std::out_of_range("no card of the deck: " + card);
    }
    Moment at = sound(now);
    if (!given_.empty() && at == given_.back().at) {
        at += milliseconds(1);
    }
    Review review;
    review.at = at;
    review.id = fmt::format("{}-{}-{}", options_.session, at.time_since_epoch().count(), ++count_);
    review.card = card;
    review.grade = grade;
    review.score = std::clamp(score, 0.0, 1.0);
    review.took = std::max(took, milliseconds(0));
    given_.push_back({review, at, day(at), found->second, false, false});
    tracks_[found->second].answers.push_back(given_.size() - 1);
    take(given_.size() - 1);
    mine_.push_back(given_.size() - 1);
    return review;
}

std::optional<Review> Learner::undo() {
    if (mine_.empty()) {
        return std::nullopt;
    }
    const std::size_t last = mine_.back();
    mine_.pop_back();
    const Given given = std::move(given_[last]);
    given_.erase(given_.begin() + static_cast<std::ptrdiff_t>(last));
    for (Track& track : tracks_) {
        std::erase(track.answers, last);
        for (std::size_t& i : track.answers) {
            i -= i > last ? 1 : 0;
        }
    }
    for (std::size_t& i : mine_) {
        i -= i > last ? 1 : 0;
    }
    replay(given.card);
    return given.review;
}

const Card* Learner::find(const std::string& id) const {
    const auto found = index_->find(id);
    return found == index_->end() ? nullptr : &(*cards_)[found->second];
}

const CardMemory& Learner::memory(const std::string& card) const {
    static const CardMemory unseen;
    const auto found = index_->find(card);
    return found == index_->end() ? unseen : tracks_[found->second].memory;
}

Standing Learner::standing(const std::string& card) const {
    const CardMemory& memory = this->memory(card);
    if (memory.state == CardState::unseen) {
        return Standing::fresh;
    }
    return memory.state == CardState::review && memory.stability >= knownDays ? Standing::known : Standing::learning;
}

std::array<std::chrono::minutes, 4> Learner::intervals(const std::string& card, Moment now) const {
    std::array<std::chrono::minutes, 4> out{};
    const auto found = index_->find(card);
    if (found == index_->end()) {
        return out;
    }
    now = sound(now);
    const Track& track = tracks_[found->second];
    for (std::size_t i = 0; i < out.size(); ++i) {
        const CardMemory after =
            fsrs_.review(track.memory, static_cast<Rating>(i + 1), seconds(now), day(now) - track.lastDay);
        out[i] = std::chrono::round<std::chrono::minutes>(after.due - seconds(now));
    }
    return out;
}

// By the learner's days, as the scheduler's steps are: an evening earlier than the last one is a whole day later.
double Learner::recall(std::size_t card, Moment now) const {
    const Track& track = tracks_[card];
    const auto days = std::chrono::days(std::max<DayNumber>(day(now) - track.lastDay, 0));
    return fsrs_.retrievability(track.memory, track.memory.last + days).value_or(0.0);
}

double Learner::recall(const std::string& card, Moment now) const {
    const auto found = index_->find(card);
    return found == index_->end() ? 0.0 : recall(found->second, sound(now));
}

bool Learner::weak(const Track& track) const {
    return track.memory.state != CardState::unseen && (track.lapses >= weakLapses || track.lastGrade == Rating::again);
}

Learner::Today Learner::today(Moment now) const {
    Today out;
    const DayNumber today = day(now);
    for (const Given& given : given_) {
        if (given.day != today || given.card >= cards_->size()) {
            continue;
        }
        out.reviews += given.wasInReview ? 1 : 0;
        if (given.firstOfCard) {
            ++out.fresh;
            out.freshMuscles.insert((*cards_)[given.card].muscle);
        }
    }
    return out;
}

// The cards of the set, in the order of the deck.
std::vector<std::size_t> Learner::open() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < cards_->size(); ++i) {
        const bool named = !set_.cards || set_.cards->contains((*cards_)[i].id);
        if (named && (!set_.weakOnly || weak(tracks_[i]))) {
            out.push_back(i);
        }
    }
    return out;
}

// By day, not by minute: what falls due this evening may be learned this morning.
std::vector<std::size_t> Learner::dueReviews(Moment now) const {
    const DayNumber today = day(now);
    std::vector<std::pair<double, std::size_t>> due;
    for (const std::size_t i : open()) {
        const CardMemory& memory = tracks_[i].memory;
        if (memory.state == CardState::review && day(memory.due) <= today) {
            due.emplace_back(recall(i, now), i);
        }
    }
    std::stable_sort(due.begin(), due.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> out;
    for (const auto& [sure, card] : due) {
        out.push_back(card);
    }
    return out;
}

std::optional<std::size_t> Learner::freshCard(const Today& today) const {
    std::optional<std::size_t> any;
    for (const std::size_t i : open()) {
        if (tracks_[i].memory.state != CardState::unseen) {
            continue;
        }
        if (!today.freshMuscles.contains((*cards_)[i].muscle)) {
            return i;
        }
        any = any ? any : i;
    }
    return any;
}

// The card whose minutes are over first.
std::optional<std::size_t> Learner::step(Moment before) const {
    std::optional<std::size_t> out;
    for (const std::size_t i : open()) {
        const CardMemory& memory = tracks_[i].memory;
        const bool inSteps = memory.state == CardState::learning || memory.state == CardState::relearning;
        if (inSteps && memory.due <= before && (!out || memory.due < tracks_[*out].memory.due)) {
            out = i;
        }
    }
    return out;
}

std::optional<std::size_t> Learner::aheadCard(Moment now) const {
    std::optional<std::size_t> out;
    const DayNumber today = day(now);
    for (const std::size_t i : open()) {
        const Track& track = tracks_[i];
        if (track.memory.state == CardState::review && track.lastDay < today &&
            (!out || recall(i, now) < recall(*out, now))) {
            out = i;
        }
    }
    return out;
}

std::optional<NextCard> Learner::next(Moment now) const {
    now = sound(now);
    const auto turn = [&](std::optional<std::size_t> card, Turn why) -> std::optional<NextCard> {
        return card ? std::optional<NextCard>({(*cards_)[*card].id, why}) : std::nullopt;
    };
    if (auto card = turn(step(now), Turn::step)) {
        return card;
    }
    const Today done = today(now);
    if (set_.ahead || done.reviews < options_.reviewsPerDay) {
        if (const auto due = dueReviews(now); !due.empty()) {
            return turn(due.front(), Turn::review);
        }
    }
    if (set_.ahead || done.fresh < options_.newPerDay) {
        if (auto card = turn(freshCard(done), Turn::fresh)) {
            return card;
        }
    }
    if (auto card = turn(step(now + learnAhead), Turn::step)) {
        return card;
    }
    return set_.ahead ? turn(aheadCard(now), Turn::ahead) : std::nullopt;
}

DayCounts Learner::left(Moment now) const {
    now = sound(now);
    DayCounts out;
    const Today done = today(now);
    const DayNumber today = day(now);
    for (const std::size_t i : open()) {
        const CardMemory& memory = tracks_[i].memory;
        out.fresh += memory.state == CardState::unseen ? 1 : 0;
        const bool due = memory.state != CardState::unseen && day(memory.due) <= today;
        out.reviews += due && memory.state == CardState::review ? 1 : 0;
        out.steps += due && memory.state != CardState::review ? 1 : 0;
    }
    if (!set_.ahead) {
        out.fresh = std::min(out.fresh, std::max(options_.newPerDay - done.fresh, 0));
        out.reviews = std::min(out.reviews, std::max(options_.reviewsPerDay - done.reviews, 0));
    }
    return out;
}

std::optional<Moment> Learner::nextDue() const {
    std::optional<Moment> out;
    for (const std::size_t i : open()) {
        const CardMemory& memory = tracks_[i].memory;
        if (memory.state != CardState::unseen && (!out || memory.due < *out)) {
            out = memory.due;
        }
    }
    return out;
}

}  // namespace myo::study
