#include "study/exam.h"

#include <cmath>
#include <numeric>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace myo::study {

namespace {

using ExamJson = nlohmann::ordered_json;

// Quoted where it has to be.
std::string csvCell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return out + '"';
}

Moment momentOf(const ExamJson& ms) {
    return Moment(std::chrono::milliseconds(ms.get<std::int64_t>()));
}

}  // namespace

double ExamResult::score() const {
    const double sum = std::accumulate(answers.begin(), answers.end(), 0.0, [](double all, const ExamAnswer& answer) {
        return all + (answer.answered ? answer.score : 0.0);
    });
    return answers.empty() ? 0.0 : sum / static_cast<double>(answers.size());
}

bool ExamResult::passed() const {
    constexpr double roundingError = 1e-9;
    return !answers.empty() && score() + roundingError >= passMark;
}

ExamAnswer openAnswer(const Card& card) {
    ExamAnswer out;
    out.card = card.id;
    out.kind = kindName(card.kind);
    out.muscle = card.muscle.value;
    out.prompt = card.prompt;
    return out;
}

std::string dateWords(Moment at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(at - day));
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} UTC", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count());
}

std::string examJson(const ExamResult& result) {
    ExamJson answers = ExamJson::array();
    for (const ExamAnswer& answer : result.answers) {
        answers.push_back({{"card", answer.card},
                           {"kind", answer.kind},
                           {"muscle", answer.muscle},
                           {"prompt", answer.prompt},
                           {"answered", answer.answered},
                           {"score", answer.score},
                           {"took_ms", answer.took.count()}});
    }
    return ExamJson{{"format", 1},
                    {"title", result.title},
                    {"started_ms", result.started.time_since_epoch().count()},
                    {"ended_ms", result.ended.time_since_epoch().count()},
                    {"pass", result.passMark},
                    {"score", result.score()},
                    {"passed", result.passed()},
                    {"answers", std::move(answers)}}
               .dump(1) +
           '\n';
}

Result<ExamResult> readExam(const std::string& json, const std::string& file) {
    try {
        const ExamJson source = ExamJson::parse(json);
        ExamResult out;
        out.title = source.at("title").get<std::string>();
        out.started = momentOf(source.at("started_ms"));
        out.ended = momentOf(source.at("ended_ms"));
        out.passMark = source.at("pass").get<double>();
        for (const ExamJson& each : source.at("answers")) {
            out.answers.push_back({each.at("card").get<std::string>(), each.at("kind").get<std::string>(),
                                   each.at("muscle").get<std::string>(), each.at("prompt").get<std::string>(),
                                   each.at("answered").get<bool>(), each.at("score").get<double>(),
                                   std::chrono::milliseconds(each.at("took_ms").get<std::int64_t>())});
        }
        return out;
    } catch (const ExamJson::exception&) {
        return Diagnostic{
            {file, 0, 0}, "this is no result of an exam", "a file that an exam has saved", Severity::error};
    }
}

std::string examCsv(const ExamResult& result) {
    std::string out = "card,kind,muscle,question,answered,score,seconds\r\n";
    constexpr double perSecond = 1000.0;
    for (const ExamAnswer& answer : result.answers) {
        out += fmt::format("{},{},{},{},{},{:.3f},{:.1f}\r\n", csvCell(answer.card), csvCell(answer.kind),
                           csvCell(answer.muscle), csvCell(answer.prompt), answer.answered ? "yes" : "no", answer.score,
                           static_cast<double>(answer.took.count()) / perSecond);
    }
    return out;
}

}  // namespace myo::study
