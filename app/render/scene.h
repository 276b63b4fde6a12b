// All that a picture of the body depends on, as a plain value: two equal scenes are the same picture.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <glm/glm.hpp>

#include "body/footprint.h"

namespace myo::render {

/// Camera matrices, right-handed, millimetres; projection with OpenGL's clip space.
struct View {
    glm::mat4 view{1.0F};
    glm::mat4 projection{1.0F};

    friend bool operator==(const View&, const View&) = default;
};

/// Opaque skin hides every part (also where a part reaches through it by a hair); ghosted skin is a clear shell; zones
/// are painted in full in every mode, also where the skin is hidden.
enum class SkinMode { opaque, ghosted, hidden };

/// Solid or stippled: tiers differ by pattern, never by colour alone. Hatched and crossed tell further things apart.
enum class Pattern { solid, stippled, hatched, crossed };

/// A zone painted on the skin. Colours are sRGB 0..1.
struct ZonePaint {
    std::shared_ptr<const body::Footprint> footprint;
    glm::vec3 color{0.0F};
    Pattern pattern = Pattern::solid;
    float opacity = 1.0F;
    bool broken = false;  ///< its edge has gaps: nobody has confirmed the zone

    friend bool operator==(const ZonePaint&, const ZonePaint&) = default;
};

/// How one structure of the body (same index as in body::Body::structures) is drawn. The skin has its own mode.
struct PartStyle {
    bool visible = false;
    float opacity = 1.0F;
    float highlight = 0.0F;  ///< 0 none, 0.5 hovered, 1 selected
    /// Above 0, with an opaque skin and no cut: a muscle is seen through the skin as through a soft window, so far as
    /// it lies less than this behind it (mm). `visible` does not matter then.
    float windowMm = 0.0F;

    friend bool operator==(const PartStyle&, const PartStyle&) = default;
};

enum class MarkerState { normal, dimmed, hovered, selected };

/// So far behind a surface, mm, a marker is no longer a dot but a hollow ring.
inline constexpr float hollowBehindMm = 50.0F;

/// A trigger point: a dot of constant size on the screen, drawn fully where it is in view, fainter where something
/// covers it, and as a hollow ring where that is much: on the far side.
struct Marker {
    glm::vec3 position{0.0F};  ///< mm
    glm::vec3 color{0.0F};
    float radiusPx = 6.0F;
    MarkerState state = MarkerState::normal;

    friend bool operator==(const Marker&, const Marker&) = default;
};

/// Regions painted flat on the skin, for review: an index into `palette` for every skin vertex (0 = none).
struct RegionOverlay {
    std::shared_ptr<const std::vector<std::uint16_t>> regionOfVertex;
    std::vector<glm::vec3> palette;
    float opacity = 0.85F;

    friend bool operator==(const RegionOverlay&, const RegionOverlay&) = default;
};

struct Theme {
    glm::vec3 backgroundTop{0.93F, 0.94F, 0.95F};
    glm::vec3 backgroundBottom{0.80F, 0.82F, 0.84F};
    glm::vec3 skin{0.83F, 0.72F, 0.65F};
    glm::vec3 muscle{0.65F, 0.29F, 0.26F};
    glm::vec3 tendon{0.90F, 0.86F, 0.78F};
    glm::vec3 bone{0.90F, 0.87F, 0.79F};
    glm::vec3 cartilage{0.66F, 0.76F, 0.83F};  ///< and discs
    glm::vec3 accent{0.10F, 0.42F, 0.62F};     ///< outline of hovered and selected structures
    bool grey = false;                         ///< the figure without its hues, by its lightness alone

    friend bool operator==(const Theme&, const Theme&) = default;
};

/// The figure on a dark ground, for dim rooms. The figure keeps its colours; the accent is lighter.
[[nodiscard]] inline Theme darkTheme() {
    Theme theme;
    theme.backgroundTop = {0.17F, 0.19F, 0.21F};
    theme.backgroundBottom = {0.10F, 0.11F, 0.13F};
    theme.accent = {0.45F, 0.74F, 0.92F};
    return theme;
}

/// Grey on white, so that a print without colours shows what the screen showed.
[[nodiscard]] inline Theme printTheme() {
    Theme theme;
    theme.backgroundTop = theme.backgroundBottom = {1.0F, 1.0F, 1.0F};
    theme.accent = {0.05F, 0.05F, 0.05F};
    theme.grey = true;
    return theme;
}

struct RenderScene {
    View view;
    glm::ivec2 sizePx{1280, 800};
    Theme theme;
    SkinMode skin = SkinMode::opaque;
    float ghostOpacity = 0.25F;
    std::vector<PartStyle> parts;  ///< one per structure of the body; missing entries are hidden
    std::vector<ZonePaint> zones;  ///< painted in order; at most 8
    std::vector<Marker> markers;
    RegionOverlay regions;
    bool transparentBackground = false;
    /// A plane (unit normal, offset; mm): what has dot(normal, place) + offset > 0 is cut away, and the inside of what
    /// is left shows flat. Zero: nothing is cut. With an opaque skin the parts show as well, inside the cut.
    glm::vec4 cut{0.0F};
    /// Which part of a larger picture this is: lower left corner and size, as shares of the whole. The view's
    /// projection must show just that part.
    glm::vec4 tile{0.0F, 0.0F, 1.0F, 1.0F};
    /// The camera is on its way: edges may be rougher as long as it moves, if that makes it move more smoothly.
    bool moving = false;

    friend bool operator==(const RenderScene&, const RenderScene&) = default;
};

}  // namespace myo::render
