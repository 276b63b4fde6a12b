// A teacher's exam: its set file, and where its result goes.
#include <system_error>

#include <fmt/format.h>

#include "core/text_file.h"
#include "core/write_file.h"
#include "report/exam_page.h"
#include "shell/window_app.h"
#include "study/set_file.h"

namespace myo::shell {

namespace fs = std::filesystem;

void WindowApp::perform(const session::ReadExam& effect) {
    const auto text = readTextFile(effect.file);
    if (!text) {
        dispatch(session::QuizEvent{session::ExamRefused{text.problem().text()}});
        return;
    }
    study::LoadedSet loaded = study::readSet(text.value(), effect.file, *library_.atlas);
    std::vector<study::Card> cards;
    if (loaded.set) {
        const auto seed = static_cast<unsigned>(tick().clock.time_since_epoch().count());
        cards = study::examCards(*library_.text, *library_.atlas, *loaded.set, seed);
    }
    if (loaded.set && !cards.empty()) {
        dispatch(session::QuizEvent{session::ExamOpened{std::move(*loaded.set), std::move(cards)}});
        return;
    }
    std::string sentence = loaded.findings.empty() ? (*library_.text)("quiz.exam_empty") : std::string();
    for (const Diagnostic& finding : loaded.findings) {
        sentence += (sentence.empty() ? "" : "\n") + finding.text();
    }
    dispatch(session::QuizEvent{session::ExamRefused{std::move(sentence)}});
}

void WindowApp::perform(const session::KeepExam& effect) {
    study_.keep(effect.result);
    const fs::path folder = keepingFolder();
    std::string name;
    std::error_code ignored;
    for (int number = 1; number == 1 || fs::exists(folder / (name + ".json"), ignored); ++number) {
        name = fmt::format("myoatlas_exam_{}", number);
    }
    auto saved = writeFile(folder / (name + ".json"), study::examJson(effect.result));
    if (saved) {
        saved = writeFile(folder / (name + ".csv"), study::examCsv(effect.result));
    }
    if (saved) {
        saved = report::saveExamPage(*library_.text, effect.result, folder / (name + ".png"));
    }
    if (saved) {
        dispatch(session::QuizEvent{session::ExamSaved{(folder / name).string() + ".json, .csv, .png"}});
    } else {
        dispatch(session::SetNotice{saved.problem().text()});
    }
}

}  // namespace myo::shell
