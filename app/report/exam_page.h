// An exam's result on one page.
#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"
#include "core/text.h"
#include "study/exam.h"

namespace myo::report {

/// The page as plain text: title, date, result, and a row for every question.
[[nodiscard]] std::string examText(const Text& text, const study::ExamResult& result);

/// The page as a picture of A4 at 150 dots per inch; with many questions rows are lower, and what does not fit is
/// counted in the last one. Writes PNG.
[[nodiscard]] Result<bool> saveExamPage(const Text& text, const study::ExamResult& result,
                                        const std::filesystem::path& file);

}  // namespace myo::report
