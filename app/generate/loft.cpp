#include "generate/loft.h"

#include <algorithm>

#include "body/mesh_tools.h"
#include "generate/loft_surface.h"

namespace myo::generate {

namespace {

using glm::dvec3;

void addQuads(body::Mesh& mesh, std::size_t rows, std::size_t side, bool ring) {
    for (std::size_t k = 0; k < (ring ? rows : rows - 1); ++k) {
        const std::size_t k2 = (k + 1) % rows;
        for (std::size_t j = 0; j < side; ++j) {
            const std::size_t j2 = (j + 1) % side;
            const auto a = static_cast<std::uint32_t>(k * side + j);
            const auto b = static_cast<std::uint32_t>(k * side + j2);
            const auto c = static_cast<std::uint32_t>(k2 * side + j);
            const auto d = static_cast<std::uint32_t>(k2 * side + j2);
            mesh.triangles.push_back({a, b, d});
            mesh.triangles.push_back({a, d, c});
        }
    }
}

// Zips the upper and lower half of the first and of the last loop.
void addEnds(body::Mesh& mesh, std::size_t rows, std::size_t side, std::size_t width) {
    for (const std::size_t k : {std::size_t{0}, rows - 1}) {
        const auto top = [&](std::size_t j) { return static_cast<std::uint32_t>(k * side + j); };
        const auto bottom = [&](std::size_t j) {
            return j == 0 || j == width - 1 ? top(j) : static_cast<std::uint32_t>(k * side + side - j);
        };
        for (std::size_t j = 0; j + 1 < width; ++j) {
            for (Triangle t :
                 {Triangle{top(j), bottom(j), bottom(j + 1)}, Triangle{top(j), bottom(j + 1), top(j + 1)}}) {
                if (t[0] == t[1] || t[1] == t[2] || t[0] == t[2]) {
                    continue;
                }
                if (k != 0) {
                    std::swap(t[0], t[2]);
                }
                mesh.triangles.push_back(t);
            }
        }
    }
}

double signedVolume(const body::Mesh& mesh) {
    double volume = 0.0;
    for (const Triangle& t : mesh.triangles) {
        const dvec3 a = mesh.positions[t[0]];
        volume += glm::dot(a, glm::cross(dvec3(mesh.positions[t[1]]), dvec3(mesh.positions[t[2]])));
    }
    return volume;
}

double smoothstep(double low, double high, double x) {
    const double u = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return u * u * (3 - 2 * u);
}

// 1 at the tendinous ends, 0 in the belly, with a ramp around the measured share.
double tendonAt(double share, double atOrigin, double atInsertion) {
    if (atOrigin >= 1.0 || atInsertion >= 1.0) {
        return 1.0;
    }
    const double fromOrigin = atOrigin > 0 ? 1 - smoothstep(0.6 * atOrigin, 1.3 * atOrigin, share) : 0.0;
    const double fromInsertion =
        atInsertion > 0 ? 1 - smoothstep(0.6 * atInsertion, 1.3 * atInsertion, 1 - share) : 0.0;
    return std::max(fromOrigin, fromInsertion);
}

// Makes the row of vertices that is nearest to each inscription tendinous; between rows the shade fades.
void addInscriptions(body::Mesh& mesh, const std::vector<double>& inscriptions) {
    constexpr float pale = 0.8F;  // a narrow band: a full tendon would fade over twice the width
    for (const double inscription : inscriptions) {
        float nearest = 2.0F;
        for (const glm::vec2& place : mesh.fibreCoordinates) {
            const auto share = static_cast<float>(inscription);
            nearest = std::abs(place.y - share) < std::abs(nearest - share) ? place.y : nearest;
        }
        for (std::size_t i = 0; i < mesh.tendon.size(); ++i) {
            if (mesh.fibreCoordinates[i].y == nearest) {
                mesh.tendon[i] = std::max(mesh.tendon[i], pale);
            }
        }
    }
}

}  // namespace

body::Mesh loftPiece(const PieceFigure& piece, int pieceIndex, double tendonAtOrigin, double tendonAtInsertion,
                     const LoftSettings& settings) {
    const MidSurface mid = makeMidSurface(piece, settings.quality);
    const std::size_t width = mid.points.width;
    const std::size_t side = 2 * width - 2;  // the rims are shared by both faces
    body::Mesh mesh;
    for (std::size_t row = 0; row < mid.points.rows(); ++row) {
        for (std::size_t j = 0; j < side; ++j) {
            const std::size_t q = j < width ? j : side - j;
            const double offset = j < width ? mid.thick.at(row, q) : -mid.thick.at(row, q);
            mesh.positions.emplace_back(mid.points.at(row, q) + mid.normal.at(row, q) * offset);
            const dvec3& along = mid.along.at(row, q);
            mesh.fibres.emplace_back(along / std::max(glm::length(along), 1e-9));
            mesh.tendon.push_back(static_cast<float>(tendonAt(mid.share[row], tendonAtOrigin, tendonAtInsertion)));
            mesh.fibreCoordinates.emplace_back(pieceIndex + 0.999 * mid.across[q], mid.share[row]);
        }
    }
    addQuads(mesh, mid.points.rows(), side, mid.ring);
    if (!mid.ring) {
        addEnds(mesh, mid.points.rows(), side, width);
    }
    if (signedVolume(mesh) < 0) {
        for (Triangle& t : mesh.triangles) {
            std::swap(t[0], t[2]);
        }
    }
    body::computeNormals(mesh);
    return mesh;
}

body::Mesh loftMuscle(const MuscleFigure& muscle, const LoftSettings& settings) {
    const bool slips = std::any_of(muscle.pieces.begin(), muscle.pieces.end(),
                                   [](const PieceFigure& piece) { return piece.name.starts_with("digit_"); });
    body::Mesh mesh;
    for (std::size_t i = 0; i < muscle.pieces.size(); ++i) {
        const PieceFigure& piece = muscle.pieces[i];
        const bool slip = piece.name.starts_with("digit_");
        body::append(mesh, loftPiece(piece, static_cast<int>(i), slips && !slip ? 0.0 : muscle.tendonAtOrigin,
                                     slip ? 0.0 : muscle.tendonAtInsertion, settings));
    }
    addInscriptions(mesh, muscle.inscriptions);
    return mesh;
}

}  // namespace myo::generate
