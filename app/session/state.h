// Everything that the window shows, as one plain value. Only update() makes new ones.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/glm.hpp>

#include "content/reference.h"
#include "core/ids.h"
#include "render/palette.h"
#include "render/scene.h"
#include "session/camera.h"
#include "session/model_dialog.h"
#include "session/paint.h"
#include "session/quiz.h"
#include "session/result_filter.h"

namespace myo::session {

using content::SidedMuscle;

/// Something that can be pointed at: nothing, a trigger point, a muscle, or a region of the skin.
using Target = std::variant<std::monostate, SidedPoint, SidedMuscle, SidedRegion>;

[[nodiscard]] inline bool isNothing(const Target& target) {
    return std::holds_alternative<std::monostate>(target);
}
/// "upper_trapezius.1:left", "soleus:right", "temple:left"; empty for nothing.
[[nodiscard]] std::string idText(const Target& target);

/// Single muscles that are shown otherwise than their layer.
struct MuscleViews {
    std::vector<SidedMuscle> hidden;
    std::vector<SidedMuscle> ghosted;
    std::optional<SidedMuscle> isolated;     ///< the only one that is shown
    std::optional<SidedMuscle> uncovered;    ///< what was dug to: while it is chosen, only what covered it is missing
    std::optional<SidedMuscle> keptCovered;  ///< while it is chosen, what lies over it stays

    friend bool operator==(const MuscleViews&, const MuscleViews&) = default;
};

enum class CutAxis { none, sagittal, coronal, transverse };

/// A plane that lays the inside open. It takes away the left, the front or the upper part; flipped, the other.
struct Cut {
    CutAxis axis = CutAxis::none;
    float share = 0.5F;  ///< where: 0 right, back or below .. 1 left, front or above
    bool flipped = false;

    friend bool operator==(const Cut&, const Cut&) = default;
};

/// What of the body is shown.
struct Layers {
    render::SkinMode skin = render::SkinMode::opaque;
    int peeled = 0;  ///< how many muscle layers are taken off from outside: 0 none .. 4 all
    bool bones = true;
    bool points = true;
    bool labels = false;  ///< names of the muscles in sight
    MuscleViews muscles;
    Cut cut;

    static constexpr int deepest = 4;
    friend bool operator==(const Layers&, const Layers&) = default;
};

/// What undo brings back.
struct Choice {
    Target selected;
    bool bothSides = false;
    Layers layers;

    friend bool operator==(const Choice&, const Choice&) = default;
};

enum class Panel { search, details };

/// A sheet over the window; at most one is open. `learn` holds a text to read.
enum class Overlay { none, help, evidence, problems, learn, about, settings, share };

/// The parts of what is told about a muscle or a point: for everyone, for the hand, for the doubter.
enum class CardTab { pain, find, evidence };

/// A guided tour on its way. Step 0 says what has to be ruled out first; step n is the scenario's n-th.
struct Tour {
    ScenarioId scenario;
    int step = 0;
    bool playing = false;       ///< goes on by itself when a stop has been read
    double sinceSeconds = 0.0;  ///< when this stop was reached, or the play began

    friend bool operator==(const Tour&, const Tour&) = default;
};

enum class ThemeChoice { light, dark };

using PaletteChoice = render::ZonePalette;

inline constexpr float smallestUiScale = 0.75F;
inline constexpr float largestUiScale = 2.5F;

/// What is remembered between two starts.
struct Settings {
    ThemeChoice theme = ThemeChoice::light;
    PaletteChoice palette = PaletteChoice::clinical;
    float uiScale = 1.0F;        ///< smallestUiScale .. largestUiScale, times the screen's own scale
    bool reducedMotion = false;  ///< the camera jumps instead of gliding

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// What was typed and what it found.
struct SearchState {
    std::string text;
    struct Row {
        MuscleId muscle;
        std::vector<PointId> points;  ///< those that fit, best first; empty = the muscle as a whole
        float score = 0.0F;
        std::vector<search::Reason> because;

        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> rows;
    std::vector<std::string> warnings;    ///< to be read before any result
    std::string ruleOut;                  ///< what must be ruled out for the places named
    std::vector<std::string> understood;  ///< what the words were taken for: "place: temple (right)"
    std::string advice;                   ///< what to try when no row was found; else empty
    ResultFilter filter;
    bool filtersOpen = false;
    std::size_t leftOut = 0;   ///< how many rows the filter took away
    std::optional<Side> side;  ///< the side that the words name
    bool previewing = false;   ///< the highlighted row's zone is shown until something is chosen
    int highlighted = 0;       ///< index into rows that Enter takes
    int focusRequests = 0;     ///< counts "put the cursor into the search box"

    friend bool operator==(const SearchState&, const SearchState&) = default;
};

/// So many points can be told apart by hue and pattern.
inline constexpr std::size_t mostPins = 4;

struct AppState {
    Camera camera;
    std::optional<Flight> flight;
    /// How near the eye stood before turning pushed it out of the body: it comes back as soon as there is room.
    std::optional<float> pushedFromMm;
    bool atHome = true;  ///< nobody has moved the camera yet: it shows the whole body at any size
    double nowSeconds = 0.0;
    study::Moment clock;  ///< the same moment by the calendar
    /// The camera is on its way: pictures may be rougher until it rests.
    bool moving = false;
    double movedSeconds = 0.0;  ///< when a hand moved the camera last
    glm::ivec2 viewportPx{1280, 800};
    float pixelScale = 1.0F;  ///< pixels per design pixel: screen scale times the chosen UI scale

    Choice choice;
    Target hovered;
    glm::vec2 pointerPx{-1.0F};
    std::vector<Choice> past;
    std::vector<Choice> future;

    SearchState search;
    PaintState paint;
    std::vector<SidedPoint> pinned;  ///< to be compared, at most mostPins
    bool learning = false;           ///< tours, texts and the list of muscles stand in place of the search
    bool presenting = false;         ///< the body alone with large words, for an audience
    bool shownAsked = false;         ///< while presenting: what is not for every audience was asked for
    Target keptBack;                 ///< while presenting: chosen, and not shown as nobody has asked for it yet
    CardTab cardTab = CardTab::pain;
    bool searchOpen = true;
    bool detailsOpen = true;
    Panel lastPanel = Panel::search;  ///< opened or used last: kept where there is room for one only
    Overlay overlay = Overlay::none;
    GuideId guide;  ///< opened in the learn overlay; empty = the list of what there is
    std::optional<Tour> tour;
    QuizState quiz;
    ModelDialog model;
    Settings settings;
    std::string notice;          ///< one sentence over the figure, for a while; empty = none
    double noticeSeconds = 0.0;  ///< when it was said

    // Compiled once, in state.cpp: there is much in a state to be copied and compared.
    AppState();
    AppState(const AppState&);
    AppState(AppState&&) noexcept;
    AppState& operator=(const AppState&);
    AppState& operator=(AppState&&) noexcept;
    ~AppState();
    friend bool operator==(const AppState&, const AppState&);
};

/// What the window showed before a quiz began, to come back when it ends.
struct QuizBefore {
    Choice choice;
    PaintState paint;
    std::vector<SidedPoint> pinned;
    Camera camera;
    std::vector<Choice> past;
    std::vector<Choice> future;
};

/// The state at the first start with those settings.
[[nodiscard]] AppState firstState(const Settings& settings);

}  // namespace myo::session
