// The measured figures of every muscle: stations along its fibres.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "core/result.h"

namespace myo::generate {

/// One cross-section of one strip of a muscle, in millimetres.
struct Station {
    glm::dvec3 centre{0.0};
    glm::dvec3 across{1.0, 0.0, 0.0};  ///< unit vector across the fibres
    double halfWidth = 0.0;            ///< reach along `across`; read on the outer strips only
    double halfThickness = 0.0;
};

/// One closed surface: `strips` parallel strips of `stations` stations each, origin first. One strip is a tube.
struct PieceFigure {
    std::string name;
    int strips = 0;
    int stations = 0;
    std::vector<Station> grid;  ///< strips * stations, strip by strip

    /// Where a station lies in `grid`.
    [[nodiscard]] std::size_t index(int strip, int station) const {
        return static_cast<std::size_t>(strip) * static_cast<std::size_t>(stations) + static_cast<std::size_t>(station);
    }
    [[nodiscard]] const Station& at(int strip, int station) const { return grid[index(strip, station)]; }
    /// A whole object across the midline, which is not mirrored.
    [[nodiscard]] bool midline() const { return name.starts_with("mid_"); }
};

/// A muscle of the left side (or the midline).
struct MuscleFigure {
    std::string id;
    std::vector<PieceFigure> pieces;   ///< empty for an alias
    std::vector<std::string> aliasOf;  ///< members of an alias, e.g. iliacus and psoas_major
    double tendonAtOrigin = 0.0;       ///< share of the fibre length that is tendon, from the origin
    double tendonAtInsertion = 0.0;    ///< the same from the insertion; 1 = no muscle at all (ligament, fascia)
    std::vector<double>
        inscriptions;                 ///< shares of the fibre length, from the origin, where a tendon crosses the belly
    int depthLayer = 1;               ///< 1 superficial .. 4 deepest
    std::vector<std::string> covers;  ///< muscles of this or an outer layer that this one lies over
    bool inAtlas = false;             ///< listed in the atlas, not only a neighbour
};

/// Reads fascicles.tsv and muscles.tsv. Every muscle has pieces or is an alias of muscles that have; every piece has
/// at least two stations on every strip and finite figures. The problem names file, line and column.
[[nodiscard]] Result<std::vector<MuscleFigure>> readMuscleFigures(const std::filesystem::path& fascicles,
                                                                  const std::filesystem::path& muscles);

}  // namespace myo::generate
