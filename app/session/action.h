// Everything that can happen, as data: panels, shortcuts, tests and replays all speak this one list.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include <glm/glm.hpp>

#include "session/camera_views.h"
#include "session/mode.h"
#include "session/state.h"

namespace myo::session {

// Time and window.
struct Tick {
    double nowSeconds;
    study::Moment clock = {};
};  ///< a frame begins
struct ResizeViewport {
    glm::ivec2 sizePx;
    float pixelScale;
};
struct LibraryChanged {};  ///< data arrived: look everything up again

// Camera.
struct Orbit {
    glm::vec2 dragPx;
};
struct Pan {
    glm::vec2 dragPx;
};
struct Zoom {
    float steps;
    glm::vec2 cursorPx;
};  ///< steps > 0 comes nearer
struct ZoomMiddle {
    float steps;
};
struct Snap {
    SnapView view;
};
/// From where to look at the body.
struct LookFrom {
    glm::vec3 toEye;
};
/// The whole closed body from the front, with nothing hidden or cut.
struct ResetView {};
struct ShowSelection {};  ///< shows point and zone at their best; the whole body if nothing is selected

// Pointing and choosing. Pixels count from the viewport's top left corner.
struct PointerMoved {
    glm::vec2 px;
};
struct PointerLeft {};
struct Click {
    glm::vec2 px;
};
struct Select {
    Target target;
};
struct SelectNeighbour {
    int step;
};                   ///< next (1) or previous (-1) trigger point of the atlas
struct SwapSide {};  ///< the same on the other side of the body
struct SetBothSides {
    bool on;
};
struct ChooseSide {
    std::optional<Side> side;
};  ///< of what is chosen; nothing = both sides
struct HoverTarget {
    Target target;
};  ///< from a list, not from the body

// Layers.
struct SetSkin {
    render::SkinMode mode;
};
struct SetPeeled {
    int layers;
};
struct ShowPoints {
    bool on;
};
struct ShowBones {
    bool on;
};
struct SetDepth {
    int level;
};  ///< \see depthLevel()
struct ShowLabels {
    bool on;
};
struct SetCut {
    Cut cut;
};
struct HideMuscle {};     ///< the chosen one, or shows it again
struct GhostMuscle {};    ///< likewise
struct IsolateMuscle {};  ///< likewise
struct DigToMuscle {};    ///< hides what covers the chosen one from its best side, and goes there
struct ShowAllMuscles {};
/// Takes one kind of the single muscles' views back.
struct ForgetMuscleViews {
    enum class Kind { hidden, ghosted, isolated, opened } kind;  ///< opened: what the chosen one left out
};

// Reading.
struct OpenGuide {
    GuideId guide;
};  ///< empty = the list
struct StartTour {
    ScenarioId scenario;
};
struct StepTour {
    int step;
};
struct PlayTour {
    bool on;
};  ///< goes on by itself, or pauses
struct EndTour {};
/// Asks the cards of the tour that one is on.
struct QuizOnTour {};

// Painting where it hurts. Pixels as above.
struct SetPainting {
    bool on;
};
struct BrushDown {
    glm::vec2 px;
};
struct BrushTo {
    glm::vec2 px;
};
struct BrushUp {};
struct PaintRegion {
    SidedRegion region;
};  ///< with the brush's level, or erased
struct SetBrush {
    float radiusMm;
    int level;
    bool erase;
    bool mirror;
};
struct ClearDrawing {};
struct SaveDrawing {};
struct OpenDrawing {
    std::string file;
};
struct DrawingOpened {
    referral::PainDrawing drawing;
    referral::PaintedSkin skin;
    std::string file;
};  ///< read and found to fit this body
struct DrawingLeft {
    std::string file;
};  ///< the drawing with which the program was ended the last time
struct RestoreDrawing {};
struct ForgetDrawing {};

// Comparing.
struct PinPoint {
    SidedPoint point;
};  ///< or takes the pin away
struct CompareRivals {
    SidedPoint point;
};  ///< with what else could send pain there
struct EndComparison {};

// Search.
struct SetSearchText {
    std::string text;
};
struct MoveHighlight {
    int step;
};
struct TakeResult {
    int index;
};  ///< -1 = the highlighted one
struct FocusSearch {};
struct SetFilter {
    ResultFilter filter;
};
struct OpenFilters {
    bool open;
};

// Panels and overlays.
struct OpenPanel {
    Panel panel;
    bool open;
};
struct SetMode {
    Mode mode;
};
struct StepOn {
    int step;
};  ///< to the next (1) or previous (-1) stop of the tour, result of the search, or point of the atlas
struct ShowAsked {};  ///< while presenting: shows what is not for every audience
struct SetCardTab {
    CardTab tab;
};
struct ShowOverlay {
    Overlay overlay;
};               ///< the one that is open already closes
struct Back {};  ///< Esc: closes the topmost thing, then clears the selection, then empties the search

// Settings, history, files.
struct SetTheme {
    ThemeChoice theme;
};
struct SetPalette {
    PaletteChoice palette;
};
struct SetUiScale {
    float scale;
};
struct SetReducedMotion {
    bool on;
};
struct Undo {};
struct Redo {};
struct SavePicture {};
struct Quit {};
struct SetNotice {
    std::string text;
};

using Action =
    std::variant<Tick, ResizeViewport, LibraryChanged, Orbit, Pan, Zoom, ZoomMiddle, Snap, LookFrom, ResetView,
                 ShowSelection, PointerMoved, PointerLeft, Click, Select, SelectNeighbour, SwapSide, SetBothSides,
                 ChooseSide, HoverTarget, SetSkin, SetPeeled, ShowPoints, ShowBones, SetDepth, ShowLabels, SetCut,
                 HideMuscle, GhostMuscle, IsolateMuscle, DigToMuscle, ShowAllMuscles, ForgetMuscleViews, OpenGuide,
                 StartTour, StepTour, PlayTour, EndTour, QuizOnTour, QuizEvent, SetPainting, BrushDown, BrushTo,
                 BrushUp, PaintRegion, SetBrush, ClearDrawing, SaveDrawing, OpenDrawing, DrawingOpened, DrawingLeft,
                 RestoreDrawing, ForgetDrawing, PinPoint, CompareRivals, EndComparison, SetSearchText, MoveHighlight,
                 TakeResult, FocusSearch, SetFilter, OpenFilters, OpenPanel, SetMode, StepOn, ShowAsked, SetCardTab,
                 ShowOverlay, ModelEvent, Back, SetTheme, SetPalette, SetUiScale, SetReducedMotion, Undo, Redo,
                 SavePicture, Quit, SetNotice>;

}  // namespace myo::session
