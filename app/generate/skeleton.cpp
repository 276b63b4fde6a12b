#include "generate/skeleton.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "body/mesh_tools.h"
#include "core/parallel.h"
#include "generate/bone_loft.h"
#include "generate/bone_nets.h"
#include "generate/bone_shape.h"
#include "generate/bone_simplify.h"
#include "generate/bone_star.h"

namespace myo::generate {

namespace {

using glm::dvec3;

// Taubin's low-pass: takes the steps of the grid away without shrinking. An edge of two triangles counts fully, one on
// the midline half, so that vertices there see both sides alike.
void evenOut(TriangleMesh& mesh, bool half) {
    constexpr std::array<double, 4> factors{0.5, -0.52, 0.5, -0.52};
    std::vector<dvec3> sum(mesh.positions.size());
    std::vector<double> weight(mesh.positions.size());
    for (const double factor : factors) {
        std::fill(sum.begin(), sum.end(), dvec3(0.0));
        std::fill(weight.begin(), weight.end(), 0.0);
        for (const Triangle& t : mesh.triangles) {
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = t[k];
                const std::uint32_t b = t[(k + 1) % 3];
                sum[a] += mesh.positions[b];
                sum[b] += mesh.positions[a];
                weight[a] += 1.0;
                weight[b] += 1.0;
            }
        }
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            dvec3& p = mesh.positions[i];
            const bool midline = half && p.x == 0.0;
            p += factor * (sum[i] / weight[i] - p);
            if (midline) {
                p.x = 0.0;
            }
        }
    }
}

// Keeps the connected pieces that are not mere crumbs of the largest one.
void dropCrumbs(TriangleMesh& mesh) {
    constexpr double crumb = 0.04;
    std::vector<std::uint32_t> root(mesh.positions.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t v) {
        while (root[v] != v) {
            v = root[v] = root[root[v]];
        }
        return v;
    };
    for (const Triangle& t : mesh.triangles) {
        root[find(t[0])] = find(t[1]);
        root[find(t[1])] = find(t[2]);
    }
    std::vector<std::size_t> size(root.size(), 0);
    for (std::uint32_t v = 0; v < root.size(); ++v) {
        ++size[find(v)];
    }
    const double least = crumb * static_cast<double>(*std::max_element(size.begin(), size.end()));
    std::vector<std::uint32_t> place(root.size());
    TriangleMesh kept;
    for (std::uint32_t v = 0; v < root.size(); ++v) {
        if (static_cast<double>(size[find(v)]) > least) {
            place[v] = static_cast<std::uint32_t>(kept.positions.size());
            kept.positions.push_back(mesh.positions[v]);
        }
    }
    for (const Triangle& t : mesh.triangles) {
        if (static_cast<double>(size[find(t[0])]) > least) {
            kept.triangles.push_back({place[t[0]], place[t[1]], place[t[2]]});
        }
    }
    mesh = std::move(kept);
}

// Both halves of a shape of which the left one is there; vertices on x = 0 are shared.
void addMirrorImage(TriangleMesh& mesh) {
    std::vector<std::uint32_t> image;
    const std::size_t count = mesh.positions.size();
    for (std::size_t v = 0; v < count; ++v) {
        const dvec3 p = mesh.positions[v];
        if (p.x == 0.0) {
            image.push_back(static_cast<std::uint32_t>(v));
        } else {
            image.push_back(static_cast<std::uint32_t>(mesh.positions.size()));
            mesh.positions.emplace_back(-p.x, p.y, p.z);
        }
    }
    const std::size_t triangles = mesh.triangles.size();
    for (std::size_t i = 0; i < triangles; ++i) {
        const Triangle t = mesh.triangles[i];
        mesh.triangles.push_back({image[t[0]], image[t[2]], image[t[1]]});
    }
}

TriangleMesh drawShape(const BoneFigure& figure) {
    const BoneShape shape(figure);
    const bool half = figure.side == BodySide::mid;
    TriangleMesh mesh = surfaceNets([&](const dvec3& p) { return shape.distance(p); }, shape.box(),
                                    {figure.step, half, shape.corrected()});
    evenOut(mesh, half);
    dropCrumbs(mesh);
    if (figure.triangles > 0) {
        mesh = simplify(mesh, static_cast<std::size_t>(figure.triangles) / (half ? 2 : 1));
    }
    if (half) {
        addMirrorImage(mesh);
    }
    return mesh;
}

}  // namespace

body::Mesh drawBone(const BoneFigure& figure) {
    TriangleMesh drawn;
    const PartFigure& first = figure.parts.front();
    if (figure.parts.size() == 1 && first.kind == PartKind::loft) {
        drawn = BoneLoft(first).mesh(figure.step.x, figure.step.y);
    } else if (figure.parts.size() == 1 && first.kind == PartKind::star) {
        drawn = BoneStar(first).mesh(figure.step.x);
    } else {
        drawn = drawShape(figure);
    }
    body::Mesh mesh;
    mesh.positions.assign(drawn.positions.begin(), drawn.positions.end());
    mesh.triangles = std::move(drawn.triangles);
    return mesh;
}

std::vector<body::Structure> drawSkeleton(const std::vector<BoneFigure>& figures) {
    std::vector<body::Structure> bones(figures.size());
    const auto draw = [&](std::size_t i) {
        const BoneFigure& figure = figures[i];
        bones[i] = {figure.id, figure.side, figure.kind, 1, {}, drawBone(figure)};
    };
    parallelFor(figures.size(), draw, 1);
    return bones;
}

}  // namespace myo::generate
