// Everything that the window shows, as one plain value. Only update() makes new ones.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/glm.hpp>

#include "core/ids.h"
#include "render/scene.h"
#include "session/camera.h"

namespace myo::session {

/// A muscle on one side (or across the midline).
struct SidedMuscle {
    MuscleId muscle;
    BodySide side = BodySide::left;

    friend bool operator==(const SidedMuscle&, const SidedMuscle&) = default;
};

/// Something that can be pointed at: nothing, a trigger point, a muscle, or a region of the skin.
using Target = std::variant<std::monostate, SidedPoint, SidedMuscle, SidedRegion>;

[[nodiscard]] inline bool isNothing(const Target& target) {
    return std::holds_alternative<std::monostate>(target);
}
/// "upper_trapezius.1:left", "soleus:right", "temple:left"; empty for nothing.
[[nodiscard]] std::string idText(const Target& target);

/// What of the body is shown.
struct Layers {
    render::SkinMode skin = render::SkinMode::opaque;
    int peeled = 0;  ///< how many muscle layers are taken off from outside: 0 none .. 4 all
    bool bones = true;
    bool points = true;

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

/// A sheet over the whole window; at most one is open.
enum class Overlay { none, help, evidence, problems };

enum class ThemeChoice { light, dark };

/// Colours of zones. `clinical` is safe for every kind of colour vision; `calm` avoids warm warning colours, which
/// raise the pain that people report; `contrast` is for projectors.
enum class PaletteChoice { clinical, calm, contrast };

/// What is remembered between two starts.
struct Settings {
    ThemeChoice theme = ThemeChoice::light;
    PaletteChoice palette = PaletteChoice::clinical;
    float uiScale = 1.0F;  ///< 0.75 .. 2.5, times the screen's own scale
    bool hintSeen = false;

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// What was typed and what it found.
struct SearchState {
    std::string text;
    struct Row {
        MuscleId muscle;
        std::vector<PointId> points;  ///< those that fit, best first; empty = the muscle as a whole
        float score = 0.0F;
        std::vector<std::string> because;

        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> rows;
    std::vector<std::string> warnings;  ///< to be read before any result
    std::optional<Side> side;           ///< the side that the words name
    int highlighted = 0;                ///< index into rows that Enter takes
    int focusRequests = 0;              ///< counts "put the cursor into the search box"

    friend bool operator==(const SearchState&, const SearchState&) = default;
};

struct AppState {
    Camera camera;
    std::optional<Flight> flight;
    bool atHome = true;  ///< nobody has moved the camera yet: it shows the whole body at any size
    double nowSeconds = 0.0;
    glm::ivec2 viewportPx{1280, 800};
    float pixelScale = 1.0F;  ///< pixels per design pixel: screen scale times the chosen UI scale

    Choice choice;
    Target hovered;
    glm::vec2 pointerPx{-1.0F};
    std::vector<Choice> past;
    std::vector<Choice> future;

    SearchState search;
    bool searchOpen = true;
    bool detailsOpen = true;
    Panel lastPanel = Panel::search;  ///< opened or used last: kept where there is room for one only
    Overlay overlay = Overlay::none;
    Settings settings;
    std::string notice;  ///< one sentence in the status line; empty = none

    friend bool operator==(const AppState&, const AppState&) = default;
};

/// The state at the first start with those settings.
[[nodiscard]] AppState firstState(const Settings& settings);

}  // namespace myo::session
