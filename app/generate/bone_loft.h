// Cross-sections along a curve.
#pragma once

#include <vector>

#include "generate/bone_part.h"
#include "generate/skin_trace.h"

namespace myo::generate {

/// header: stations, waves, direction of angle 0; figures: a centre for every station, then for all but the two tips
/// the Fourier coefficients of the radius (mean, then cosine and sine for every wave). The tips have radius 0.
class BoneLoft : public BonePart {
public:
    explicit BoneLoft(const PartFigure& figure);

    [[nodiscard]] double distance(const glm::dvec3& place) const override;
    void addTo(PartBox& box) const override;

    /// The surface drawn as rings: edges of about `around` mm around the curve and `along` mm times 1.6 along it.
    [[nodiscard]] TriangleMesh mesh(double around, double along) const;

private:
    struct Section {
        glm::dvec3 centre;
        glm::dvec3 slope;  // derivative of the centre
        glm::dvec3 along;  // unit vectors
        glm::dvec3 x;
        glm::dvec3 y;
    };
    struct Radius {
        double value = 0.0;
        double bySpan = 0.0;   // derivative by the station
        double byAngle = 0.0;  // derivative by the angle
    };

    [[nodiscard]] Section sectionAt(double s) const;
    [[nodiscard]] Radius radiusAt(double s, double angle) const;
    [[nodiscard]] double nearestStation(const glm::dvec3& place) const;
    void prepare();

    std::size_t count_;
    std::size_t waves_;
    glm::dvec3 reference_;
    std::vector<glm::dvec3> centres_;
    std::vector<glm::dvec3> slopes_;
    std::vector<glm::dvec3> tangents_;
    std::vector<std::vector<double>> radii_;   // [station][coefficient]
    std::vector<std::vector<double>> growth_;  // their derivatives
    std::vector<Section> samples_;             // for the search of the nearest station
};

}  // namespace myo::generate
