// The only way from one state to the next.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "session/action.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

// What the world outside has to do, as data.
struct SaveSettings {
    Settings settings;
};
struct FillScreen {
    bool on;
};  ///< the whole screen, or a window again
struct SaveViewportPicture {};
struct WriteDrawing {
    referral::PainDrawing drawing;
};
struct ReadDrawing {
    std::string file;
};  ///< answered by DrawingOpened, or SetNotice
struct KeepDrawing {
    referral::PainDrawing drawing;
};                          ///< for the next start, should the program end; without strokes there is nothing to keep
struct SetDrawingAside {};  ///< what was kept last belongs to another body: it is offered again, as DrawingLeft
struct DropLeftDrawing {};  ///< the one of the last start is not wanted any more
struct KeepReview {
    study::Review review;
};  ///< an answer of the quiz
struct TakeBackReview {
    std::string id;
};
struct ReadExam {
    std::string file;
};  ///< answered by ExamOpened or ExamRefused
struct KeepExam {
    study::ExamResult result;
};  ///< answered by ExamSaved
struct CloseWindow {};

using Effect =
    std::variant<SaveSettings, FillScreen, SaveViewportPicture, WriteDrawing, ReadDrawing, KeepDrawing, SetDrawingAside,
                 DropLeftDrawing, KeepReview, TakeBackReview, ReadExam, KeepExam, ModelTask, CloseWindow>;

struct Update {
    AppState state;
    std::vector<Effect> effects;
};

/// Pure: equal arguments give equal results. Unknown ids in an action leave the state as it is.
/// \param state moved in by whoever has no more use for it, or the whole history is copied with every action
[[nodiscard]] Update update(AppState state, const Action& action, const Library& library);

/// True while something moves by itself, so that the next frame has to be drawn without waiting for input.
[[nodiscard]] bool needsFrame(const AppState& state);

/// When the notice fades; nothing while there is none.
[[nodiscard]] std::optional<double> noticeEnds(const AppState& state);

/// When something ends by itself though nothing moves, such as a notice that fades; nothing if never.
[[nodiscard]] std::optional<double> nextChange(const AppState& state, const Library& library);

}  // namespace myo::session
