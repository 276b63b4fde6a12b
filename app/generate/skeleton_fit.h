// The last millimetres between bones, muscles and skin.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "body/body.h"
#include "generate/landmarks.h"

namespace myo::generate {

/// The structure on which a landmark of this bone lies: the skull is one structure, its landmarks name its bones.
[[nodiscard]] std::string structureOfBone(const std::string& bone);

/// Holds bony landmarks to the bones they lie on while these are pushed about.
class BonyLandmarks {
public:
    /// Takes the places as they are. \pre `figures` outlives this.
    BonyLandmarks(const std::vector<body::Structure>& bones, const std::vector<LandmarkFigure>& figures,
                  const body::Landmarks& landmarks);

    /// Moves every landmark like the vertex nearest to it. \pre the same bones with the same vertices.
    void follow(const std::vector<body::Structure>& bones, body::Landmarks& landmarks) const;

private:
    struct Held {
        const LandmarkFigure* figure;
        std::size_t bone;
        std::size_t vertex;
        glm::vec3 offset;  // from the vertex to the landmark, millimetres
    };
    std::vector<Held> held_;
};

/// Draws bones that come too near to the skin in below it, less deep than muscles and without giving way far around.
void fitSkeleton(std::vector<body::Structure>& bones, const body::Mesh& skin);

/// Draws muscles that come too near to the skin in below it. The bones of trunk and limbs give way with them, so that
/// what covers a bone goes on covering it; skull, hand and foot, over which only thin muscles and tendons pass, do not.
void fitMuscles(std::vector<body::Structure>& muscles, std::vector<body::Structure>& bones, const body::Mesh& skin);

}  // namespace myo::generate
