#include "study/replay_file.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace myo::study {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mostReviews = 1'000'000;

// What is wrong, without the file's name.
struct ReplayError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

double number(const Json& value, const std::string& what) {
    if (!value.is_number() || !std::isfinite(value.get<double>())) {
        throw ReplayError(what + " is not a number");
    }
    return value.get<double>();
}

// "10m", "2h", "1d".
Minutes stepOf(const Json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    std::size_t used = 0;
    double amount = 0.0;
    try {
        amount = std::stod(text, &used);
    } catch (const std::exception&) {
        used = 0;
    }
    const std::string unit = text.substr(used);
    if (used == 0 || (unit != "m" && unit != "h" && unit != "d")) {
        throw ReplayError(fmt::format("'{}' is not a step such as 10m, 2h or 1d", text));
    }
    constexpr double perHour = 60.0;
    constexpr double perDay = 1440.0;
    return Minutes(amount * (unit == "m" ? 1.0 : unit == "h" ? perHour : perDay));
}

std::vector<Minutes> stepsOf(const Json& list) {
    if (!list.is_array()) {
        throw ReplayError("steps are no list");
    }
    std::vector<Minutes> steps;
    for (const Json& each : list) {
        steps.push_back(stepOf(each));
    }
    return steps;
}

FsrsOptions optionsOf(const Json& source) {
    FsrsOptions options;
    if (source.contains("w")) {
        const Json& w = source["w"];
        if (!w.is_array() || w.size() != options.weights.size()) {
            throw ReplayError(fmt::format("w must be a list of {} numbers", options.weights.size()));
        }
        for (std::size_t i = 0; i < options.weights.size(); ++i) {
            options.weights[i] = number(w[i], fmt::format("w[{}]", i));
        }
    }
    if (source.contains("request_retention")) {
        options.retention = number(source["request_retention"], "request_retention");
    }
    if (source.contains("maximum_interval")) {
        const double days = number(source["maximum_interval"], "maximum_interval");
        constexpr double most = 1e6;
        if (days < 1.0 || days > most) {
            throw ReplayError("maximum_interval must be 1 to 1,000,000 days");
        }
        options.longestDays = static_cast<int>(days);
    }
    if (source.contains("enable_short_term")) {
        if (!source["enable_short_term"].is_boolean()) {
            throw ReplayError("enable_short_term is neither true nor false");
        }
        options.shortTerm = source["enable_short_term"].get<bool>();
    }
    if (source.contains("learning_steps")) {
        options.learningSteps = stepsOf(source["learning_steps"]);
    }
    if (source.contains("relearning_steps")) {
        options.relearningSteps = stepsOf(source["relearning_steps"]);
    }
    return options;
}

std::vector<ReplayReview> reviewsOf(const Json& source) {
    if (!source.contains("reviews") || !source["reviews"].is_array()) {
        throw ReplayError("the list 'reviews' is missing");
    }
    std::vector<ReplayReview> reviews;
    for (const Json& each : source["reviews"]) {
        const std::string at = fmt::format("review {}", reviews.size() + 1);
        if (!each.is_object() || !each.contains("minutes") || !each.contains("rating")) {
            throw ReplayError(at + ": minutes and rating are needed");
        }
        ReplayReview review;
        review.minutes = number(each["minutes"], at + ": minutes");
        const double rating = number(each["rating"], at + ": rating");
        if (rating != 1.0 && rating != 2.0 && rating != 3.0 && rating != 4.0) {
            throw ReplayError(at + ": the rating must be 1, 2, 3 or 4");
        }
        constexpr double mostMinutes = 1e9;  // two thousand years
        if (review.minutes < 0.0 || review.minutes > mostMinutes) {
            throw ReplayError(at + ": minutes must be 0 to 1,000,000,000");
        }
        review.rating = static_cast<Rating>(static_cast<int>(rating));
        reviews.push_back(review);
        if (reviews.size() > mostReviews) {
            throw ReplayError("more than a million reviews");
        }
    }
    return reviews;
}

void run(ReplayCase& what) {
    const Fsrs fsrs(what.options);
    const Time start{std::chrono::hours(8)};
    CardMemory card;
    for (ReplayReview& review : what.reviews) {
        const Time now = start + std::chrono::round<std::chrono::seconds>(Minutes(review.minutes));
        review.retrievabilityBefore = fsrs.retrievability(card, now);
        card = fsrs.review(card, review.rating, now, utcDay(now) - utcDay(card.last));
        review.after = card;
        review.dueMinutes = std::chrono::duration_cast<Minutes>(card.due - start).count();
    }
}

ReplayCase caseOf(const Json& source, std::size_t index) {
    ReplayCase out;
    out.name = fmt::format("{}", index + 1);
    if (!source.is_object()) {
        throw ReplayError(fmt::format("case {} is no object", index + 1));
    }
    if (source.contains("name") && source["name"].is_string()) {
        out.name = source["name"].get<std::string>();
    }
    try {
        out.options = optionsOf(source);
        out.reviews = reviewsOf(source);
        run(out);
    } catch (const std::exception& failure) {  // also of options that the scheduler refuses
        throw ReplayError(fmt::format("case {}: {}", index + 1, failure.what()));
    }
    return out;
}

std::vector<std::string> stepWords(const std::vector<Minutes>& steps) {
    std::vector<std::string> words;
    words.reserve(steps.size());
    for (const Minutes step : steps) {
        words.push_back(fmt::format("{}m", step.count()));
    }
    return words;
}

Json wholeIfWhole(double value) {
    return value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json caseJson(const ReplayCase& what) {
    Json reviews = Json::array();
    for (const ReplayReview& review : what.reviews) {
        reviews.push_back({{"minutes", wholeIfWhole(review.minutes)},
                           {"rating", static_cast<int>(review.rating)},
                           {"stability", review.after.stability},
                           {"difficulty", review.after.difficulty},
                           {"state", static_cast<int>(review.after.state)},
                           {"due_minutes", wholeIfWhole(review.dueMinutes)},
                           {"retrievability_before",
                            review.retrievabilityBefore ? Json(*review.retrievabilityBefore) : Json(nullptr)}});
    }
    return {{"name", what.name},
            {"request_retention", what.options.retention},
            {"maximum_interval", what.options.longestDays},
            {"enable_short_term", what.options.shortTerm},
            {"learning_steps", stepWords(what.options.learningSteps)},
            {"relearning_steps", stepWords(what.options.relearningSteps)},
            {"w", what.options.weights},
            {"reviews", reviews}};
}

}  // namespace

Result<Replay> replay(const std::string& text, const std::string& file) {
    Json source;
    try {
        source = Json::parse(text);
    } catch (const Json::parse_error& failure) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(failure.byte, text.size()));
        const auto line = static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
        return Diagnostic{{file, line, 0}, "this is no JSON", "reviews as 'myoatlas study replay' writes them"};
    }
    Replay out;
    try {
        out.single = !source.is_object() || !source.contains("cases");
        if (!out.single && !source["cases"].is_array()) {
            throw ReplayError("'cases' is no list");
        }
        const Json list = out.single ? Json::array({source}) : source["cases"];
        for (const Json& each : list) {
            out.cases.push_back(caseOf(each, out.cases.size()));
        }
    } catch (const ReplayError& failure) {
        return Diagnostic{{file, 0, 0}, failure.what(), "reviews as docs/study.md describes them"};
    }
    return out;
}

std::string replayJson(const Replay& replay) {
    if (replay.single) {
        return caseJson(replay.cases.front()).dump(2);
    }
    Json cases = Json::array();
    for (const ReplayCase& each : replay.cases) {
        cases.push_back(caseJson(each));
    }
    return Json{{"cases", cases}}.dump(2);
}

}  // namespace myo::study
