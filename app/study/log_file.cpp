#include "study/log_file.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace myo::study {

namespace {

using LogJson = nlohmann::ordered_json;

constexpr int logFormat = 1;
constexpr std::size_t longestId = 300;
constexpr std::int64_t latestMs = 7'258'118'400'000;  // the year 2200
constexpr std::int64_t longestMs = 86'400'000;        // for one answer: a day

// One review while it is read. The first problem is kept.
class ReviewReader {
public:
    explicit ReviewReader(const LogJson& source) : source_(source) {
        if (!source.is_object()) {
            problem_ = "is not a review";
        }
    }

    Review read() {
        Review out;
        out.id = word("id");
        out.card = word("card");
        out.at = Moment(std::chrono::milliseconds(whole("at_ms", -latestMs, latestMs)));
        out.grade = static_cast<Rating>(whole("grade", 1, 4));
        out.score = share("score");
        out.took = std::chrono::milliseconds(whole("took_ms", 0, longestMs));
        return out;
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    const LogJson* value(const char* key) {
        if (problem_.empty() && !source_.contains(key)) {
            problem_ = fmt::format("'{}' is missing", key);
        }
        return problem_.empty() ? &source_[key] : nullptr;
    }
    std::string word(const char* key) {
        const LogJson* found = value(key);
        const std::string text = found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
        const bool sound = !text.empty() && text.size() <= longestId &&
                           std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= ' '; });
        if (found != nullptr && !sound) {
            problem_ = fmt::format("'{}' is not a name of 1 to {} letters", key, longestId);
        }
        return text;
    }
    std::int64_t whole(const char* key, std::int64_t from, std::int64_t to) {
        const LogJson* found = value(key);
        const bool sound =
            found != nullptr && found->is_number_integer() &&
            !(found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(to)) &&
            found->get<std::int64_t>() >= from && found->get<std::int64_t>() <= to;
        if (found != nullptr && !sound) {
            problem_ = fmt::format("'{}' is not a whole number from {} to {}", key, from, to);
        }
        return sound ? found->get<std::int64_t>() : from;
    }
    double share(const char* key) {
        const LogJson* found = value(key);
        const double number = found != nullptr && found->is_number() ? found->get<double>() : -1.0;
        if (found != nullptr && !(number >= 0.0 && number <= 1.0)) {
            problem_ = fmt::format("'{}' is not a number from 0 to 1", key);
        }
        return number;
    }

    const LogJson& source_;
    std::string problem_;
};

}  // namespace

std::string logJson(const std::vector<Card>& cards, const std::vector<Review>& reviews) {
    LogJson deck = LogJson::array();
    for (const Card& card : cards) {
        deck.push_back({{"card", card.id},
                        {"kind", kindName(card.kind)},
                        {"muscle", card.muscle.value},
                        {"prompt", card.prompt},
                        {"answer", card.answer}});
    }
    LogJson log = LogJson::array();
    for (const Review& review : reviews) {
        log.push_back({{"id", review.id},
                       {"card", review.card},
                       {"at_ms", review.at.time_since_epoch().count()},
                       {"grade", static_cast<int>(review.grade)},
                       {"score", review.score},
                       {"took_ms", review.took.count()}});
    }
    return LogJson{{"format", logFormat}, {"cards", std::move(deck)}, {"reviews", std::move(log)}}.dump(1) + '\n';
}

Result<std::vector<Review>> readLog(const std::string& text, const std::string& file) {
    const auto problem = [&](std::string what, std::string expected, int line = 0) {
        return Diagnostic{{file, line, 0}, std::move(what), std::move(expected), Severity::error};
    };
    LogJson source;
    try {
        source = LogJson::parse(text);
    } catch (const LogJson::parse_error& failure) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(failure.byte, text.size()));
        return problem("this is no JSON, or not all of it", "a file of 'myoatlas study export --json'",
                       static_cast<int>(std::count(text.begin(), end, '\n')) + 1);
    }
    if (!source.is_object() || !source.contains("format") || !source.contains("reviews") ||
        !source["format"].is_number_integer() || !source["reviews"].is_array()) {
        return problem("this is no log of reviews", "a file of 'myoatlas study export --json'");
    }
    if (source["format"].get<double>() > logFormat) {
        return problem("the log was written by a newer version of Myoatlas",
                       fmt::format("format {}; please update", logFormat));
    }
    std::vector<Review> out;
    out.reserve(source["reviews"].size());
    for (const LogJson& each : source["reviews"]) {
        ReviewReader reader(each);
        Review review = reader.read();
        if (!reader.problem().empty()) {
            return problem(fmt::format("review {}: {}", out.size() + 1, reader.problem()),
                           "as docs/study.md describes it");
        }
        out.push_back(std::move(review));
    }
    return out;
}

}  // namespace myo::study
