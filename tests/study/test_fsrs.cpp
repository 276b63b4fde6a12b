// The scheduler against reference values, and where references are silent.
#include <cmath>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "study/fsrs.h"
#include "study/replay_file.h"

using namespace myo::study;
using Json = nlohmann::json;
using std::chrono::days;
using std::chrono::minutes;

namespace {

std::string vectorText() {
    std::ifstream file(MYOATLAS_SOURCE_DIR "/tests/study/fsrs6.json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const Time morning{days(20000) + std::chrono::hours(8)};

CardMemory reviewed(std::initializer_list<std::pair<Rating, int>> answers) {
    const Fsrs fsrs;
    CardMemory card;
    Time now = morning;
    for (const auto& [rating, daysLater] : answers) {
        now += days(daysLater);
        card = fsrs.review(card, rating, now, daysLater);
    }
    return card;
}

}  // namespace

TEST_CASE("the scheduler gives what the reference implementation gives") {
    const std::string text = vectorText();
    const Json wanted = Json::parse(text);
    const auto ran = replay(text, "fsrs6.json");
    REQUIRE(ran.ok());
    const Json got = Json::parse(replayJson(ran.value()));
    REQUIRE(got["cases"].size() == wanted["cases"].size());
    std::size_t reviews = 0;
    for (std::size_t i = 0; i < wanted["cases"].size(); ++i) {
        INFO(wanted["cases"][i]["name"]);
        const Json& a = wanted["cases"][i]["reviews"];
        const Json& b = got["cases"][i]["reviews"];
        REQUIRE(a.size() == b.size());
        for (std::size_t k = 0; k < a.size(); ++k) {
            INFO("review " << k + 1);
            CHECK(b[k]["stability"].get<double>() == Approx(a[k]["stability"].get<double>()).epsilon(1e-4));
            CHECK(b[k]["difficulty"].get<double>() == Approx(a[k]["difficulty"].get<double>()).epsilon(1e-4));
            CHECK(b[k]["state"] == a[k]["state"]);
            CHECK(b[k]["due_minutes"] == a[k]["due_minutes"]);
            REQUIRE(b[k]["retrievability_before"].is_null() == a[k]["retrievability_before"].is_null());
            if (!a[k]["retrievability_before"].is_null()) {
                CHECK(b[k]["retrievability_before"].get<double>() ==
                      Approx(a[k]["retrievability_before"].get<double>()).epsilon(1e-4));
            }
            ++reviews;
        }
    }
    CHECK(reviews > 200);
}

TEST_CASE("a better answer never comes back sooner") {
    const Fsrs fsrs;
    for (const int later : {0, 1, 3, 40, 400}) {
        const CardMemory card = reviewed({{Rating::good, 0}, {Rating::easy, 0}, {Rating::good, 8}});
        const Time now = card.last + days(later);
        Time before = now;
        for (const Rating rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
            const CardMemory next = fsrs.review(card, rating, now, later);
            INFO("after " << later << " days, rating " << static_cast<int>(rating));
            CHECK(next.due > before);
            before = next.due;
        }
    }
}

TEST_CASE("a clock that was set back loses nothing and makes nothing due in the past") {
    const Fsrs fsrs;
    const CardMemory card = reviewed({{Rating::good, 0}, {Rating::easy, 0}});
    const Time past = card.last - days(25000);  // about 1955
    const CardMemory next = fsrs.review(card, Rating::good, past, -25000);
    CHECK(std::isfinite(next.stability));
    CHECK(next.stability >= card.stability);
    CHECK(next.due >= past);
    CHECK(fsrs.retrievability(card, past) == 1.0);
}

TEST_CASE("after a year's pause a card is likely forgotten, and still has a place") {
    const Fsrs fsrs;
    const CardMemory card = reviewed({{Rating::good, 0}, {Rating::good, 0}, {Rating::good, 3}});
    CHECK(*fsrs.retrievability(card, card.last + days(365)) < 0.7);
    const CardMemory again = fsrs.review(card, Rating::again, card.last + days(365), 365);
    CHECK(again.state == CardState::relearning);
    CHECK(again.due == card.last + days(365) + minutes(10));
    CHECK(again.stability < card.stability);
}

TEST_CASE("options that mean nothing are refused") {
    FsrsOptions options;
    SECTION("retention") {
        options.retention = 1.0;
    }
    SECTION("a weight") {
        options.weights[3] = std::nan("");
    }
    SECTION("a step") {
        options.learningSteps = {Minutes(0)};
    }
    SECTION("the longest interval") {
        options.longestDays = 0;
    }
    CHECK_THROWS_AS(Fsrs(options), std::invalid_argument);
}

TEST_CASE("a file of reviews that cannot be understood is refused with its place") {
    const auto problem = [](const std::string& text) {
        const auto ran = replay(text, "reviews.json");
        REQUIRE_FALSE(ran.ok());
        return ran.problem().text();
    };
    CHECK_THAT(problem("{\n\"cases\": [\n"), Catch::StartsWith("reviews.json:3"));
    CHECK_THAT(problem("[]"), Catch::Contains("case 1"));
    CHECK_THAT(problem(R"({"cases": 7})"), Catch::Contains("no list"));
    CHECK_THAT(problem(R"({"reviews": [{"minutes": 0, "rating": 5}]})"), Catch::Contains("review 1"));
    CHECK_THAT(problem(R"({"reviews": [{"minutes": 1e300, "rating": 3}]})"), Catch::Contains("minutes"));
    CHECK_THAT(problem(R"({"reviews": [], "w": [1, 2]})"), Catch::Contains("21 numbers"));
    CHECK_THAT(problem(R"({"reviews": [], "learning_steps": ["soon"]})"), Catch::Contains("'soon'"));
    CHECK_THAT(problem(R"({"reviews": [{"minutes": 0, "rating": 3}], "request_retention": 2})"),
               Catch::Contains("retention"));
}
