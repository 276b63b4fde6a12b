// Colours of zones that can be told from skin, and from each other, by every kind of colour vision.
#pragma once

#include <array>
#include <string_view>

#include <glm/glm.hpp>

namespace myo::render {

/// What a zone's colours must be good for.
enum class ZonePalette {
    clinical,  ///< deep blue, at the dark end of the cividis scale: safe for every kind of colour vision
    calm,      ///< teal: no warm warning colour, which would raise the pain that people report
    contrast,  ///< nearly black, for projectors and poor sight
    print,     ///< greys that stay apart on paper
    textbook   ///< the red of the classical charts; it may raise the pain that people report
};

/// The palettes' names in files and on the command line, in the order of the enumeration.
inline constexpr std::array<std::string_view, 5> zonePaletteNames{"clinical", "calm", "contrast", "print", "textbook"};

/// sRGB 0..1. Both tiers share a hue: the pattern (solid, stippled) tells them apart, the shade only helps.
struct ZoneHues {
    glm::vec3 primary;
    glm::vec3 spillover;
    glm::vec3 region;  ///< a region of the skin that was chosen
    glm::vec3 marker;  ///< trigger points
};

/// The zones' colours have a contrast of at least 3:1 (WCAG 2.1) to the skin of every theme.
[[nodiscard]] inline ZoneHues zoneHues(ZonePalette palette) {
    switch (palette) {
        case ZonePalette::calm:
            return {{0.03F, 0.38F, 0.36F}, {0.04F, 0.40F, 0.38F}, {0.45F, 0.48F, 0.55F}, {0.06F, 0.33F, 0.40F}};
        case ZonePalette::contrast:
            return {{0.02F, 0.02F, 0.06F}, {0.05F, 0.05F, 0.10F}, {0.35F, 0.35F, 0.40F}, {0.0F, 0.0F, 0.0F}};
        case ZonePalette::print:
            return {{0.18F, 0.18F, 0.18F}, {0.28F, 0.28F, 0.28F}, {0.45F, 0.45F, 0.45F}, {0.10F, 0.10F, 0.10F}};
        case ZonePalette::textbook:
            return {{0.66F, 0.05F, 0.08F}, {0.68F, 0.08F, 0.10F}, {0.50F, 0.42F, 0.44F}, {0.42F, 0.05F, 0.09F}};
        case ZonePalette::clinical:
            break;
    }
    return {{0.10F, 0.24F, 0.58F}, {0.13F, 0.28F, 0.60F}, {0.45F, 0.50F, 0.58F}, {0.06F, 0.20F, 0.45F}};
}

}  // namespace myo::render
