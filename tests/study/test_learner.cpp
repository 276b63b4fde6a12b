// What comes next, what is known, and clocks that err.
#include <algorithm>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "study/learner.h"

using namespace myo;
using namespace myo::study;
using namespace std::chrono_literals;

namespace {

using std::chrono::days;
using std::chrono::year;

std::shared_ptr<const std::vector<Card>> deck(int muscles, int each = 2) {
    auto cards = std::make_shared<std::vector<Card>>();
    for (int m = 0; m < muscles; ++m) {
        for (int c = 0; c < each; ++c) {
            Card card;
            card.muscle = MuscleId{"m" + std::to_string(m)};
            card.id = "zone:m" + std::to_string(m) + "." + std::to_string(c + 1);
            cards->push_back(card);
        }
    }
    return cards;
}

Moment at(int y, unsigned m, unsigned d, std::chrono::minutes time) {
    return Moment(std::chrono::sys_days(year{y} / static_cast<int>(m) / static_cast<int>(d)) + time);
}

const Moment evening = at(2026, 3, 10, 19h);

// Answers what comes until nothing does, a minute each.
int learnAll(Learner& learner, Moment& now, Rating grade = Rating::good, std::vector<Review>* log = nullptr) {
    int answers = 0;
    while (const auto next = learner.next(now)) {
        const Review review = learner.answer(next->card, grade, 0.7, 20s, now);
        if (log != nullptr) {
            log->push_back(review);
        }
        now += 1min;
        if (++answers > 1000) {
            break;
        }
    }
    return answers;
}

// Central Europe: summer time from the last Sunday of March, 1 o'clock UTC, to that of October.
std::chrono::seconds berlin(std::chrono::sys_seconds utc) {
    const std::chrono::year_month_day day(std::chrono::floor<days>(utc));
    const auto change = [&](std::chrono::month month) {
        return std::chrono::sys_days(day.year() / month / std::chrono::Sunday[std::chrono::last]) + 1h;
    };
    const bool summer = utc >= change(std::chrono::March) && utc < change(std::chrono::October);
    return summer ? 2h : 1h;
}

LearnerOptions options(int fresh = 20) {
    LearnerOptions out;
    out.newPerDay = fresh;
    return out;
}

}  // namespace

TEST_CASE("an evening: new cards of different muscles come first, then their steps, then the day is done") {
    Learner learner(deck(6), {}, options(4), evening);
    CHECK(learner.left(evening).fresh == 4);
    Moment now = evening;
    std::set<std::string> first;
    for (int i = 0; i < 4; ++i) {
        const auto next = learner.next(now);
        REQUIRE(next);
        CHECK(next->turn == Turn::fresh);
        first.insert(learner.find(next->card)->muscle.value);
        learner.answer(next->card, Rating::good, 0.8, 10s, now);
        now += 30s;
    }
    CHECK(first.size() == 4);
    CHECK(learner.left(now).fresh == 0);
    CHECK(learner.left(now).steps == 4);
    const auto next = learner.next(now);  // its ten minutes are not over, but there is nothing else
    REQUIRE(next);
    CHECK(next->turn == Turn::step);
    CHECK(learnAll(learner, now) == 4);
    CHECK_FALSE(learner.next(now));
    CHECK(learner.nextDue().value() > now + 20h);
    CHECK(learner.answeredToday(now) == 8);
}

TEST_CASE("what was failed comes again within minutes, before anything new") {
    Learner learner(deck(6), {}, options(), evening);
    const std::string card = learner.next(evening)->card;
    learner.answer(card, Rating::again, 0.1, 10s, evening);
    CHECK(learner.standing(card) == Standing::learning);
    CHECK(learner.next(evening + 30s)->card != card);
    CHECK(learner.next(evening + 61s)->card == card);
    CHECK(learner.weakCards(evening) == std::vector<std::string>{card});
}

TEST_CASE("undo takes the answers of this session back one by one, and leaves those before alone") {
    std::vector<Review> log;
    Moment now = evening;
    Learner before(deck(3), {}, options(), now);
    learnAll(before, now, Rating::good, &log);
    now += days(3);
    Learner learner(before.cards().empty() ? nullptr : deck(3), log, options(), now);
    CHECK_FALSE(learner.undo());
    const auto due = learner.next(now);
    REQUIRE(due);
    const CardMemory was = learner.memory(due->card);
    const Review first = learner.answer(due->card, Rating::again, 0.0, 5s, now);
    const Review second = learner.answer(due->card, Rating::good, 0.8, 5s, now + 10min);
    CHECK(first.id != second.id);
    CHECK(learner.undo() == second);
    CHECK(learner.memory(due->card).state == CardState::relearning);
    CHECK(learner.undo() == first);
    CHECK(learner.memory(due->card) == was);
    CHECK(learner.next(now)->card == due->card);
    CHECK_FALSE(learner.undo());
}

TEST_CASE("a learner that is built anew from the log knows what the one before knew") {
    std::vector<Review> log;
    Moment now = evening;
    Learner learner(deck(10), {}, options(5), now);
    for (int day = 0; day < 12; ++day) {
        learnAll(learner, now, day % 4 == 3 ? Rating::hard : Rating::good, &log);
        now = evening + days(day + 1);
    }
    Learner again(deck(10), log, options(5), now);
    for (const Card& card : learner.cards()) {
        CHECK(learner.memory(card.id) == again.memory(card.id));
    }
    CHECK(again.forecast(now) == learner.forecast(now));
    CHECK(again.streak(now) == learner.streak(now));
    learner.setOptions(options(5), now);
    CHECK(again.memory(learner.cards().front().id) == learner.memory(learner.cards().front().id));
}

TEST_CASE("the limits of a day hold, and a set to go through ahead is not bound by them") {
    std::vector<Review> log;
    Moment now = evening;
    Learner learner(deck(20), {}, options(40), now);
    learnAll(learner, now, Rating::easy, &log);
    now = evening + days(60);
    LearnerOptions few = options(0);
    few.reviewsPerDay = 7;
    learner.setOptions(few, now);
    CHECK(learner.left(now).reviews == 7);
    CHECK(learnAll(learner, now) == 7);
    CHECK_FALSE(learner.next(now));
    learner.choose({std::set<std::string>{"zone:m1.1", "zone:m2.2"}, false, true});
    std::set<std::string> asked;
    while (const auto next = learner.next(now)) {
        CHECK(asked.insert(next->card).second);
        learner.answer(next->card, Rating::good, 0.8, 5s, now);
        now += 1min;
    }
    CHECK(asked.size() <= 2);
    for (const char* card : {"zone:m1.1", "zone:m2.2"}) {
        CHECK(learner.day(Moment(learner.memory(card).last)) == learner.day(now));
    }
}

TEST_CASE("the day begins at four o'clock: a session over midnight is one evening") {
    LearnerOptions local = options(3);
    local.utcOffset = berlin;
    const Moment late = at(2026, 1, 14, 22h + 50min);  // 23:50 there
    Learner learner(deck(6), {}, local, late);
    for (int i = 0; i < 3; ++i) {
        const Moment now = late + i * 10min;
        learner.answer(learner.next(now)->card, Rating::easy, 1.0, 5s, now);
    }
    const Moment after = late + 2h;  // 1:50
    CHECK_FALSE(learner.next(after));
    CHECK(learner.answeredToday(after) == 3);
    CHECK(learner.answeredToday(at(2026, 1, 15, 2h + 59min)) == 3);  // 3:59
    CHECK(learner.answeredToday(at(2026, 1, 15, 3h)) == 0);
    CHECK(learner.left(at(2026, 1, 15, 3h)).fresh == 3);
}

TEST_CASE("days follow one another over the changes of daylight saving, each of them once") {
    LearnerOptions local;
    local.utcOffset = berlin;
    const Learner learner(deck(1), {}, local, evening);
    for (const Moment change : {at(2026, 3, 29, 1h), at(2026, 10, 25, 1h)}) {
        DayNumber last = learner.day(change - days(2));
        int steps = 0;
        for (Moment now = change - days(2); now <= change + days(2); now += 1min) {
            const DayNumber day = learner.day(now);
            CHECK(day >= last);
            CHECK(day <= last + 1);
            steps += day > last ? 1 : 0;
            last = day;
        }
        CHECK(steps == 4);
    }
}

TEST_CASE("a card of Saturday evening is due on Sunday though the night had 23 hours") {
    LearnerOptions local = options(1);
    local.utcOffset = berlin;
    Moment now = at(2026, 3, 28, 21h);
    Learner learner(deck(1, 1), {}, local, now);
    learner.answer("zone:m0.1", Rating::again, 0.0, 5s, now);
    learner.answer("zone:m0.1", Rating::good, 0.8, 5s, now + 2min);
    learner.answer("zone:m0.1", Rating::good, 0.8, 5s, now + 13min);
    REQUIRE(learner.memory("zone:m0.1").state == CardState::review);
    const DayNumber due = learner.day(Moment(learner.memory("zone:m0.1").due));
    CHECK(due == learner.day(now) + 1);
    CHECK(learner.next(at(2026, 3, 29, 7h)).has_value());
}

TEST_CASE("who flies from Auckland to Honolulu loses no card and no day of the streak") {
    std::chrono::seconds offset = 13h;
    LearnerOptions local = options(5);
    local.utcOffset = [&](std::chrono::sys_seconds) { return offset; };
    std::vector<Review> log;
    Moment now = at(2026, 1, 10, 7h);
    for (int day = 0; day < 6; ++day) {
        offset = day < 3 ? 13h : -10h;
        Learner learner(deck(20), log, local, now);
        Moment minute = now;
        CHECK(learnAll(learner, minute, Rating::good, &log) >= 5);
        CHECK(learner.streak(minute) >= 1);
        now += days(1);
    }
    Learner home(deck(20), log, local, now);
    CHECK(home.streak(now) >= 5);
    int all = 0;
    for (const int each : home.forecast(now, 400)) {
        all += each;
    }
    CHECK(all == 30);
}

TEST_CASE("a clock set back an hour keeps the order of answers, and their effect") {
    Learner learner(deck(2), {}, options(), evening);
    const Review one = learner.answer("zone:m0.1", Rating::again, 0.0, 5s, evening);
    const Review two = learner.answer("zone:m0.1", Rating::easy, 1.0, 5s, evening - 1h);
    CHECK(two.at > one.at);
    CHECK(learner.memory("zone:m0.1").state == CardState::review);
    CHECK(learner.next(evening - 1h).has_value());
    const Learner again(deck(2), {one, two}, options(), evening);
    CHECK(again.memory("zone:m0.1") == learner.memory("zone:m0.1"));
}

TEST_CASE("a clock without a battery: nothing is due in 1955") {
    std::vector<Review> log;
    Moment now = evening;
    Learner learner(deck(4), {}, options(4), now);
    learnAll(learner, now, Rating::good, &log);
    for (const Moment wrong : {at(1955, 11, 5, 6h), at(1970, 1, 1, 1min)}) {
        Learner lost(deck(4), log, options(4), wrong);
        CHECK(lost.memory("zone:m0.1") == learner.memory("zone:m0.1"));
        const Review review = lost.answer("zone:m0.1", Rating::hard, 0.5, 5s, wrong);
        CHECK(review.at >= log.back().at);
        CHECK(Moment(lost.memory("zone:m0.1").due) > now);
        const auto forecast = lost.forecast(wrong, 60);
        CHECK(std::accumulate(forecast.begin(), forecast.end(), 0) == 4);
        CHECK(lost.streak(wrong) == 1);
    }
    // Not even if such stamps lie in the log, of another program or an empty log.
    Review old = log.front();
    old.id = "old";
    old.at = at(1955, 11, 5, 6h);
    log.insert(log.begin() + 2, old);
    const Learner mended(deck(4), log, options(4), now);
    CHECK(Moment(mended.memory(old.card).last) >= Moment(std::chrono::floor<std::chrono::seconds>(evening)));
    Learner first(deck(4), {}, options(4), at(1955, 11, 5, 6h));
    CHECK(first.answer("zone:m0.1", Rating::good, 0.7, 5s, at(1955, 11, 5, 6h)).at >= at(2020, 1, 1, 0min));
}

TEST_CASE("an evening with the clock ten years ahead is not lost until then") {
    std::vector<Review> log;
    Moment now = evening;
    {
        Learner learner(deck(6), {}, options(2), now);
        learnAll(learner, now, Rating::good, &log);
    }
    const std::size_t before = log.size();
    Moment ahead = evening + days(3653);
    {
        Learner learner(deck(6), log, options(2), ahead);
        learnAll(learner, ahead, Rating::good, &log);
    }
    REQUIRE(log.size() > before);
    now = evening + days(2);
    Learner learner(deck(6), log, options(2), now);
    for (const Review& review : log) {
        CHECK(Moment(learner.memory(review.card).due) < now + days(60));
    }
    const Review next = learner.answer(log.back().card, Rating::good, 0.8, 5s, now);
    CHECK(next.at == now);
}

TEST_CASE("after a year's pause all cards are there, the least sure come first, the day's limit holds") {
    std::vector<Review> log;
    Moment now = evening;
    {
        Learner learner(deck(30), {}, options(10), now);
        for (int day = 0; day < 6; ++day) {
            now = evening + days(day);
            learnAll(learner, now, Rating::good, &log);
        }
    }
    now = evening + days(370);
    LearnerOptions few = options(0);
    few.reviewsPerDay = 25;
    Learner learner(deck(30), log, few, now);
    CHECK(learner.left(now).reviews == 25);
    CHECK(learner.forecast(now)[0] == 60);
    CHECK(learner.streak(now) == 0);
    double last = 0.0;
    for (int i = 0; i < 10; ++i) {
        const auto next = learner.next(now);
        REQUIRE(next);
        const double sure = learner.recall(next->card, now);
        CHECK(sure >= last);
        last = sure;
        learner.answer(next->card, Rating::good, 0.8, 5s, now);
        CHECK(learner.memory(next->card).due > std::chrono::floor<std::chrono::seconds>(now + days(2)));
        now += 1min;
    }
}

TEST_CASE("a streak forgives one day, not two") {
    const auto streak = [](std::vector<int> learned, int today) {
        std::vector<Review> log;
        for (const int day : learned) {
            log.push_back({"r" + std::to_string(day), "zone:m0.1", evening + days(day), Rating::good, 0.8, 5s});
        }
        return Learner(deck(1), log, {}, evening + days(today)).streak(evening + days(today));
    };
    CHECK(streak({}, 0) == 0);
    CHECK(streak({0}, 0) == 1);
    CHECK(streak({0, 1, 2}, 2) == 3);
    CHECK(streak({0, 1, 2}, 3) == 3);  // today is not over
    CHECK(streak({0, 1, 2}, 4) == 3);  // yesterday is forgiven
    CHECK(streak({0, 1, 2}, 5) == 0);
    CHECK(streak({0, 1, 3}, 3) == 3);
    CHECK(streak({0, 1, 4}, 4) == 1);
}

TEST_CASE("retention counts the first answer of a day to cards that were known") {
    std::vector<Review> log;
    Moment now = evening;
    Learner learner(deck(2, 1), {}, options(), now);
    learnAll(learner, now, Rating::good, &log);
    CHECK(learner.retention(now).asked == 0);
    now = evening + days(5);
    learner.answer("zone:m0.1", Rating::again, 0.0, 5s, now);
    learner.answer("zone:m0.1", Rating::good, 0.8, 5s, now + 10min);
    learner.answer("zone:m1.1", Rating::good, 0.8, 5s, now + 11min);
    CHECK(learner.retention(now + 12min).asked == 2);
    CHECK(learner.retention(now + 12min).recalled == 1);
    CHECK(learner.retention(now + days(40)).asked == 0);
    const auto weakest = learner.weakest(5, now + days(1));
    REQUIRE(weakest.size() == 2);
    CHECK(weakest.front().muscle.value == "m0");
    CHECK(weakest.front().lapses == 1);
}

TEST_CASE("an evening that begins earlier than the last one is a day later all the same") {
    Learner learner(deck(1, 1), {}, options(), evening);
    learner.answer("zone:m0.1", Rating::easy, 1.0, 5s, evening);
    CHECK(learner.recall("zone:m0.1", evening) == 1.0);
    CHECK(learner.recall("zone:m0.1", evening + days(1) - 2h) == learner.recall("zone:m0.1", evening + days(1)));
    CHECK(learner.recall("zone:m0.1", evening + days(1) - 2h) < 1.0);
    CHECK(learner.recall("zone:none", evening) == 0.0);
}

TEST_CASE("the buttons tell when a card would come again, later for better answers") {
    const Learner learner(deck(1), {}, {}, evening);
    const auto intervals = learner.intervals("zone:m0.1", evening);
    CHECK(intervals[0] == 1min);
    CHECK(std::is_sorted(intervals.begin(), intervals.end()));
    CHECK(intervals[3] > days(1));
}

TEST_CASE("reviews of a card that is no longer in the deck do no harm, and count as a day of learning") {
    const std::vector<Review> log{{"a", "zone:gone.1", evening, Rating::good, 0.8, 5s}};
    Learner learner(deck(1), log, {}, evening);
    CHECK(learner.streak(evening) == 1);
    CHECK(learner.standing("zone:gone.1") == Standing::fresh);
    CHECK_THROWS_AS(learner.answer("zone:gone.1", Rating::good, 1.0, 5s, evening), std::out_of_range);
}
