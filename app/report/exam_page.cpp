#include "report/exam_page.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/canvas.h"

namespace myo::report {

namespace {

std::int64_t percent(double share) {
    return std::lround(share * 100.0);
}

std::string verdict(const Text& text, const study::ExamResult& result) {
    return text(result.passed() ? "report.exam_passed" : "report.exam_failed",
                {{"score", percent(result.score())}, {"pass", percent(result.passMark)}});
}

std::string circumstances(const Text& text, const study::ExamResult& result) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(result.ended - result.started).count();
    const auto given = std::count_if(result.answers.begin(), result.answers.end(),
                                     [](const study::ExamAnswer& answer) { return answer.answered; });
    return text("report.exam_circumstances", {{"date", study::dateWords(result.started)},
                                              {"minutes", minutes},
                                              {"given", given},
                                              {"count", result.answers.size()}});
}

std::string scoreWords(const Text& text, const study::ExamAnswer& answer) {
    return answer.answered ? text("report.exam_share", {{"score", percent(answer.score)}}) : text("report.exam_open");
}

}  // namespace

std::string examText(const Text& text, const study::ExamResult& result) {
    std::string out = fmt::format("{}\n{}\n{}\n\n", result.title, verdict(text, result), circumstances(text, result));
    int number = 0;
    for (const study::ExamAnswer& answer : result.answers) {
        out += fmt::format("{:>3}. {:>12}  {}\n", ++number, scoreWords(text, answer), answer.prompt);
    }
    return out;
}

Result<bool> saveExamPage(const Text& text, const study::ExamResult& result, const std::filesystem::path& file) {
    constexpr int width = 1240;
    constexpr int height = 1754;
    constexpr float margin = 90.0F;
    constexpr float gap = 16.0F;
    constexpr float least = 24.0F;  // of a row
    constexpr float most = 48.0F;
    const Color ink(0.13F, 0.15F, 0.17F);
    const Color quiet(0.38F, 0.41F, 0.44F);
    const float wide = static_cast<float>(width) - 2.0F * margin;

    Canvas canvas(width, height, Color(1.0F));
    float y = margin;
    y += canvas.text(result.title, margin, y, wide, {40.0F, true, ink}, 2) + gap;
    y += canvas.text(verdict(text, result), margin, y, wide, {28.0F, true, ink}, 2) + gap;
    y += canvas.text(circumstances(text, result), margin, y, wide, {20.0F, false, quiet}, 2) + 2.0F * gap;

    const std::size_t count = std::max<std::size_t>(result.answers.size(), 1);
    const float room = static_cast<float>(height) - margin - y;
    const float row = std::clamp(room / static_cast<float>(count), least, most);
    const auto rows = static_cast<std::size_t>(room / row + 0.01F);
    const bool all = result.answers.size() <= rows;
    const std::size_t shown = all ? result.answers.size() : rows - 1;
    const TextStyle style{std::min(row * 0.55F, 20.0F), false, ink};
    constexpr float numberWide = 60.0F;
    constexpr float barWide = 160.0F;
    constexpr float shareWide = 150.0F;
    const float asked = wide - numberWide - barWide - shareWide - 2.0F * gap;
    for (std::size_t i = 0; i < shown; ++i) {
        const study::ExamAnswer& answer = result.answers[i];
        const float top = y + row * 0.18F;
        if (i % 2 == 0) {
            canvas.rectangle(margin - 10.0F, y, wide + 20.0F, row, Color(0.95F, 0.96F, 0.965F));
        }
        canvas.text(fmt::format("{}.", i + 1), margin, top, numberWide, {style.sizePx, false, quiet});
        canvas.text(answer.prompt, margin + numberWide, top, asked, style);
        const float barX = margin + numberWide + asked + gap;
        const float barHigh = row * 0.4F;
        canvas.rectangle(barX, y + (row - barHigh) / 2.0F, barWide, barHigh, Color(0.82F, 0.84F, 0.86F), 1.0F, 3.0F);
        if (answer.answered && answer.score > 0.0) {
            canvas.rectangle(barX, y + (row - barHigh) / 2.0F, barWide * static_cast<float>(answer.score), barHigh,
                             Color(0.10F, 0.42F, 0.62F), 1.0F, 3.0F);
        }
        canvas.text(scoreWords(text, answer), barX + barWide + gap, top, shareWide, style);
        y += row;
    }
    if (!all) {
        canvas.text(text("report.exam_more", {{"count", result.answers.size() - shown}}), margin, y + row * 0.18F, wide,
                    {style.sizePx, false, quiet});
    }
    return canvas.savePng(file);
}

}  // namespace myo::report
