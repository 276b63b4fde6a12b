// Where the eye may stand: outside a hull around the figure, so that no turn or zoom takes it into the body.
#pragma once

#include <vector>

#include <glm/glm.hpp>

#include "body/body.h"
#include "session/camera.h"

namespace myo::session {

/// A convex hull given by planes in evenly spread directions. Convex, so that the least distance of the eye changes
/// smoothly while one turns: the eye slides along the hull instead of jumping over arms and legs. Empty: no limit.
class ViewHull {
public:
    ViewHull() = default;
    /// \param skin of the body, millimetres
    explicit ViewHull(const body::Mesh& skin);

    /// How far from `place` the hull is left in a direction (unit length); 0 outside it. Millimetres.
    [[nodiscard]] float exit(const glm::vec3& place, const glm::vec3& direction) const;

private:
    struct Plane {
        glm::vec3 normal;
        float offset;  ///< the largest dot(normal, vertex)
    };
    std::vector<Plane> planes_;
};

/// The camera, moved away from its target just so far that its eye stands outside the hull.
[[nodiscard]] Camera keptOutside(Camera camera, const ViewHull& hull);

}  // namespace myo::session
