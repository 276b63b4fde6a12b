// The handlers behind update(), one overload per action. Internal to the session.
#pragma once

#include <vector>

#include "session/update.h"

namespace myo::session {

class Updater {
public:
    Updater(AppState state, const Library& library) : state_(std::move(state)), library_(library) {}

    void on(const Tick& action);
    void on(const ResizeViewport& action);
    void on(const LibraryChanged& action);

    void on(const Orbit& action);
    void on(const Pan& action);
    void on(const Zoom& action);
    void on(const ZoomMiddle& action);
    void on(const Snap& action);
    void on(const FrameSelection& action);

    void on(const PointerMoved& action);
    void on(const PointerLeft& action);
    void on(const Click& action);
    void on(const Select& action);
    void on(const SelectNeighbour& action);
    void on(const SwapSide& action);
    void on(const SetBothSides& action);
    void on(const HoverTarget& action);

    void on(const SetSkin& action);
    void on(const SetPeeled& action);
    void on(const ShowPoints& action);
    void on(const ShowBones& action);

    void on(const SetSearchText& action);
    void on(const MoveHighlight& action);
    void on(const TakeResult& action);
    void on(const FocusSearch& action);

    void on(const OpenPanel& action);
    void on(const ShowOverlay& action);
    void on(const DismissHint& action);
    void on(const Back& action);
    void on(const SetTheme& action);
    void on(const SetPalette& action);
    void on(const SetUiScale& action);
    void on(const Undo& action);
    void on(const Redo& action);
    void on(const SavePicture& action);
    void on(const Quit& action);
    void on(const SetNotice& action);

    [[nodiscard]] Update finish() && { return {std::move(state_), std::move(effects_)}; }

private:
    [[nodiscard]] Aabb targetLimits() const;
    /// Shows the whole body as long as nobody has moved the camera.
    void goHome();
    /// Ends a flight where it is; from now on the camera is in somebody's hands.
    void land();
    void flyTo(const Camera& camera);
    [[nodiscard]] Camera framedSelection() const;
    [[nodiscard]] bool known(const Target& target) const;
    /// Makes `choice` the current one and remembers the last one for undo; without a difference nothing happens.
    void choose(Choice choice);
    void select(const Target& target, bool travel);
    void restore(std::vector<Choice>& from, std::vector<Choice>& to);
    void searchAgain();
    void saveSettings();

    AppState state_;
    const Library& library_;
    std::vector<Effect> effects_;
};

}  // namespace myo::session
