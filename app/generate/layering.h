// What lies over what: outer muscles are drawn over the deeper ones and the bones that poke through them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "body/body.h"
#include "generate/muscle_figures.h"

namespace myo::generate {

/// The order in which muscles lie over each other: a higher rank lies over a lower one. Deeper layers come first;
/// within a layer, muscles lie over what they are said to cover, and ligaments and fasciae over all other muscles.
[[nodiscard]] std::map<std::string, int> layerRanks(const std::vector<MuscleFigure>& figures);

/// Lifts the outer faces of muscles where a bone or a muscle of lower rank pokes through them by a few millimetres, so
/// that what should be covered is covered. Inner faces follow where the muscle is a thin sheet and stay where it is a
/// belly; places that another muscle of the same rank or lower covers anyway stay too. Lifted faces leave 0.8 mm under
/// the skin for each layer, the outermost included. Normals are made anew.
///
/// \param muscles left and midline, already inside the skin
/// \param bones   left and midline, already inside the skin
void keepLayers(std::vector<body::Structure>& muscles, const std::vector<body::Structure>& bones,
                const body::Mesh& skin, const std::vector<MuscleFigure>& figures);

}  // namespace myo::generate
