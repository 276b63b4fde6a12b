// All reviews as JSON, there and back, and files that are none.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "study/log_file.h"

using namespace myo::study;
using Json = nlohmann::json;

namespace {

std::vector<Review> reviews() {
    using std::chrono::milliseconds;
    return {
        {"s-1-1", "zone:soleus.1", Moment(milliseconds(1773169200123)), Rating::again, 0.1 + 0.2, milliseconds(8123)},
        {"s-1-2", "look_alikes:a.1+b.2", Moment(milliseconds(-5)), Rating::easy, 1.0, milliseconds(0)},
        {"ümlaut \"quoted\"", "zone:x.1", Moment(milliseconds(1)), Rating::good, 1.0 / 3.0, milliseconds(86400000)}};
}

std::string problemOf(const std::string& text) {
    const auto read = readLog(text, "log.json");
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().place.file == "log.json");
    return read.problem().text();
}

Json sound() {
    return Json::parse(logJson({}, reviews()));
}

}  // namespace

TEST_CASE("a log comes back as it was, to the last figure") {
    Card card;
    card.id = "zone:soleus.1";
    card.prompt = "Where?";
    const std::string text = logJson({card}, reviews());
    CHECK(readLog(text, "log.json").value() == reviews());
    CHECK(Json::parse(text)["cards"][0]["prompt"] == "Where?");
    CHECK(logJson({card}, readLog(text, "log.json").value()) == text);
    CHECK(readLog(logJson({}, {}), "log.json").value().empty());
}

TEST_CASE("a log that is cut off anywhere is refused as a whole") {
    const std::string text = logJson({}, reviews());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        CHECK_FALSE(readLog(text.substr(0, length), "log.json").ok());
    }
    CHECK(problemOf(text.substr(0, text.size() / 2)).find("log.json:1") == 0);
}

TEST_CASE("a log of a newer version says so, and what is no log too") {
    Json newer = sound();
    newer["format"] = 2;
    CHECK(problemOf(newer.dump()).find("newer") != std::string::npos);
    for (const char* none : {"[]", "3", "{}", R"({"format": 1})", R"({"format": "1", "reviews": []})",
                             R"({"format": 1, "reviews": {}})", "null", "\"reviews\""}) {
        CHECK(problemOf(none).find("no log") != std::string::npos);
    }
    CHECK_FALSE(readLog(std::string(200000, '['), "log.json").ok());
}

TEST_CASE("wrong types and numbers beyond their range name the review") {
    const std::vector<std::pair<std::string, Json>> wrong{
        {"id", 3},        {"id", ""},        {"id", std::string(400, 'x')},
        {"id", "a\nb"},   {"card", nullptr}, {"at_ms", "now"},
        {"at_ms", 1.5},   {"at_ms", 1e300},  {"at_ms", 18446744073709551615ULL},
        {"grade", 0},     {"grade", 5},      {"grade", "good"},
        {"grade", 2.5},   {"score", -0.1},   {"score", 1.01},
        {"score", "0.5"}, {"took_ms", -1},   {"took_ms", 90000000}};
    for (const auto& [key, value] : wrong) {
        Json log = sound();
        log["reviews"][1][key] = value;
        INFO(key << " = " << value.dump());
        const std::string problem = problemOf(log.dump());
        CHECK(problem.find("review 2: '" + key + "'") != std::string::npos);
        log["reviews"][1].erase(key);
        CHECK(problemOf(log.dump()).find("missing") != std::string::npos);
    }
    Json log = sound();
    log["reviews"][0] = 7;
    CHECK(problemOf(log.dump()).find("review 1") != std::string::npos);
}
