// How far one has come: a legend to the map on the body, what falls due, and the weakest muscles.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "content/words.h"
#include "session/quiz_progress.h"
#include "ui/pattern_swatch.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::QuizEvent;
using session::QuizSet;

constexpr int forecastDays = 30;

void standings(const Ui& ui, const study::Learner& learner) {
    const session::StandingCounts counts = session::countStandings(learner);
    const session::MapLooks looks = session::mapLooks();
    const auto row = [&](const session::CompareLook& look, const char* key, int count) {
        patternSwatch(ui, look.color, look.pattern);
        wrapped(ui, ui.fonts.body, ui.colors.text, ui.text(key, {{"count", count}}));
    };
    row(looks.known, "quiz.standing.known", counts.known);
    row(looks.learning, "quiz.standing.learning", counts.learning);
    row(looks.fresh, "quiz.standing.fresh", counts.fresh);
}

// A bar for each day; the number stands in the hint.
void forecastBars(const Ui& ui, const std::vector<int>& days) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(56);
    const float step = width / static_cast<float>(std::max<std::size_t>(days.size(), 1));
    const int most = std::max(1, *std::max_element(days.begin(), days.end()));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < days.size(); ++i) {
        const float tall =
            std::max(days[i] > 0 ? ui.px(2) : 0.0F, height * static_cast<float>(days[i]) / static_cast<float>(most));
        const float x = at.x + step * static_cast<float>(i);
        draw->AddRectFilled(ImVec2(x, at.y + height - tall), ImVec2(x + std::max(step - ui.px(2), 1.0F), at.y + height),
                            ImGui::GetColorU32(i == 0 ? ui.colors.accent : ui.colors.edge), ui.px(1));
    }
    draw->AddLine(ImVec2(at.x, at.y + height), ImVec2(at.x + width, at.y + height), ImGui::GetColorU32(ui.colors.line));
    ImGui::InvisibleButton("##forecast", ImVec2(width, height + 1.0F));
    if (ImGui::IsItemHovered()) {
        const auto day = static_cast<std::size_t>(
            std::clamp((ImGui::GetIO().MousePos.x - at.x) / step, 0.0F, static_cast<float>(days.size() - 1)));
        tooltip(ui, ui.text("quiz.forecast_day", {{"day", day}, {"count", days[day]}}));
    }
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            ui.text("quiz.forecast_today", {{"count", days.empty() ? 0 : days.front()}, {"most", most}}));
}

void weakest(const Ui& ui, const study::Learner& learner) {
    constexpr std::size_t few = 8;
    const std::vector<study::MuscleStrength> all = learner.weakest(few, ui.state.clock);
    if (all.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.no_weakest"));
        return;
    }
    int number = 0;
    for (const study::MuscleStrength& each : all) {
        const auto percent = std::lround(each.recall * 100.0);
        const std::string second =
            percent < 99 ? ui.text("quiz.recall", {{"percent", percent}}) : ui.text("quiz.recall_fresh");
        if (listRow(ui, number++, content::muscleName(*ui.library.atlas, each.muscle), second, false)) {
            ui.push(QuizEvent{session::QuizChoose{{QuizSet::Kind::muscle, each.muscle.value}, {}}});
            ui.push(QuizEvent{session::QuizStart{true}});
        }
    }
}

}  // namespace

void quizProgress(const Ui& ui) {
    const study::Learner& learner = *ui.state.quiz.learner;
    const auto head = [&](const char* key) {
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text(key));
    };
    const int days = learner.streak(ui.state.clock);
    wrapped(ui, ui.fonts.body, ui.colors.text,
            days > 0 ? ui.text("quiz.streak", {{"count", days}}) : ui.text("quiz.no_streak"));
    head("quiz.map");
    standings(ui, learner);
    head("quiz.forecast");
    forecastBars(ui, learner.forecast(ui.state.clock, forecastDays));
    head("quiz.retention");
    const study::Retention retention = learner.retention(ui.state.clock);
    const auto wanted = std::lround(learner.options().fsrs.retention * 100.0);
    wrapped(ui, ui.fonts.body, ui.colors.text,
            retention.asked > 0 ? ui.text("quiz.retained", {{"percent", std::lround(retention.share() * 100.0)},
                                                            {"count", retention.asked},
                                                            {"wanted", wanted}})
                                : ui.text("quiz.retained_none", {{"wanted", wanted}}));
    head("quiz.weakest");
    weakest(ui, learner);
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    if (ImGui::Button(labelled(ui.text("quiz.choose"), "choose").c_str())) {
        ui.push(QuizEvent{session::QuizGoTo{session::QuizPage::choose}});
    }
}

}  // namespace myo::ui
