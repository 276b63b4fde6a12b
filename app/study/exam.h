// What came of an exam, as a value and as files.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/result.h"
#include "study/cards.h"
#include "study/review.h"

namespace myo::study {

struct ExamAnswer {
    std::string card;
    std::string kind;
    std::string muscle;
    std::string prompt;
    bool answered = false;  ///< false: skipped, or the time was over
    double score = 0.0;     ///< 0..1
    std::chrono::milliseconds took{0};

    friend bool operator==(const ExamAnswer&, const ExamAnswer&) = default;
};

struct ExamResult {
    std::string title;
    Moment started;
    Moment ended;
    double passMark = 0.0;            ///< 0..1
    std::vector<ExamAnswer> answers;  ///< one for every question

    /// Mean of all questions; one without an answer counts as nothing.
    [[nodiscard]] double score() const;
    [[nodiscard]] bool passed() const;

    friend bool operator==(const ExamResult&, const ExamResult&) = default;
};

/// An answer of a card, not given yet.
[[nodiscard]] ExamAnswer openAnswer(const Card& card);

/// "2026-12-01 14:22 UTC".
[[nodiscard]] std::string dateWords(Moment at);

/// `{"format": 1, "title", "started_ms", "ended_ms", "pass", "score", "passed", "answers": [{"card", "kind", "muscle",
/// "prompt", "answered", "score", "took_ms"}]}`, shares from 0 to 1.
[[nodiscard]] std::string examJson(const ExamResult& result);
/// What examJson wrote.
[[nodiscard]] Result<ExamResult> readExam(const std::string& json, const std::string& file);

/// A row for each question under a row of names, as RFC 4180 has it. Cells that a spreadsheet would run as a formula
/// begin with an apostrophe.
[[nodiscard]] std::string examCsv(const ExamResult& result);

}  // namespace myo::study
