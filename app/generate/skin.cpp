#include "generate/skin.h"

#include <algorithm>
#include <cmath>

#include <meshoptimizer.h>

#include "body/mesh_tools.h"
#include "core/parallel.h"
#include "generate/skin_field.h"
#include "generate/skin_remesh.h"
#include "generate/skin_trace.h"

namespace myo::generate {

namespace {

constexpr double smallness = 1.25;  // remeshed triangles are smaller than equilateral ones of the wanted edge
constexpr double smallestX = 1e-3;  // mm, of a vertex off the midline

// Planes from `from` on: each stretch ends at a coordinate and has a wanted step.
struct Stretch {
    double step;
    double end;
};

std::vector<double> planes(double from, std::initializer_list<Stretch> stretches) {
    std::vector<double> result{from};
    for (const Stretch& stretch : stretches) {
        const double begin = result.back();
        const int count = std::max(1, static_cast<int>(std::lround((stretch.end - begin) / stretch.step)));
        for (int i = 1; i <= count; ++i) {
            result.push_back(begin + (stretch.end - begin) * i / count);
        }
    }
    return result;
}

// Fine at face, hands and feet, coarse elsewhere.
GridPlanes gridFor(const SkinFigure& figure, const SkinField& field, double h) {
    double tips = 0.0;
    double toes = 0.0;
    double fingerLow = 1e9;
    double fingerNear = 1e9;
    for (const SkinSegment& segment : figure.segments) {
        const glm::dvec3 tip = field.shape(segment.name).tip();
        if (segment.name.starts_with("finger") || segment.name == "thumb") {
            tips = std::max(tips, tip.x);
        }
        if (segment.name.starts_with("finger")) {
            fingerLow = std::min(fingerLow, tip.y);
            fingerNear = std::min(fingerNear, segment.origin.x);
        }
        if (segment.name.starts_with("toe")) {
            toes = std::max(toes, tip.x + 15.0);
        }
    }
    const SkinSegment& head = *figure.find("head");
    const double top = head.origin.y + head.stations.back().along + 6.0;
    const double neck = head.origin.y + head.stations.front().along;
    const double eye = figure.joints.at("eye").y;
    const double chin = figure.joints.at("chin").y;
    const double wrist = figure.joints.at("wrist").y;
    return {planes(0.0, {{1.4 * h, 48.0}, {1.9 * h, toes}, {4.0 * h, fingerNear - 22.0}, {1.7 * h, tips + 14.0}}),
            planes(-4.0, {{1.8 * h, 46.0},
                          {3.0 * h, 110.0},
                          {5.0 * h, fingerLow - 14.0},
                          {1.9 * h, wrist + 16.0},
                          {4.5 * h, neck - 6.0},
                          {2.0 * h, chin + 22.0},
                          {1.4 * h, eye + 16.0},
                          {2.2 * h, top}}),
            planes(-155.0, {{4.0 * h, -32.0}, {2.0 * h, 45.0}, {1.5 * h, 108.0}, {2.0 * h, 165.0}})};
}

// The factor on the wanted edge lengths that leads to the wanted number of triangles for both halves.
double edgeScale(const TriangleMesh& half, const SkinField& field, int targetTriangles) {
    double triangles = 0.0;
    for (const Triangle& t : half.triangles) {
        const glm::dvec3& a = half.positions[t[0]];
        const double area = 0.5 * glm::length(glm::cross(half.positions[t[1]] - a, half.positions[t[2]] - a));
        const double edge = field.edgeLength(a);
        triangles += 2.0 * area / (std::sqrt(3.0) / 4.0 * edge * edge);
    }
    return std::sqrt(smallness * triangles / targetTriangles);
}

// Taubin's low-pass: one pass everywhere, more where the field asks for it; evens out ripples without shrinking. The
// border stays on x = 0, where the mirror images of the inner neighbours pull the other way.
void smoothSurface(TriangleMesh& half, const SkinField& field) {
    const std::size_t count = half.positions.size();
    std::vector<double> passes(count);
    parallelFor(count, [&](std::size_t v) { passes[v] = std::max(field.smoothing(half.positions[v]), 1.0); });
    const double most = *std::max_element(passes.begin(), passes.end());
    std::vector<glm::dvec3> sum(count);
    std::vector<double> weight(count);
    for (int pass = 0; pass < 2 * static_cast<int>(std::ceil(most)); ++pass) {
        std::fill(sum.begin(), sum.end(), glm::dvec3(0.0));
        std::fill(weight.begin(), weight.end(), 0.0);
        for (const Triangle& t : half.triangles) {
            for (std::size_t i = 0; i < 3; ++i) {
                for (const std::uint32_t other : {t[(i + 1) % 3], t[(i + 2) % 3]}) {
                    sum[t[i]] += half.positions[other];
                    weight[t[i]] += 1.0;
                }
            }
        }
        const double factor = pass % 2 == 0 ? 0.5 : -0.52;
        for (std::size_t v = 0; v < count; ++v) {
            const int pair = pass / 2;  // one pass shrinks, the next grows
            const double share = std::clamp(passes[v] - pair, 0.0, 1.0);
            glm::dvec3& p = half.positions[v];
            glm::dvec3 shift = (sum[v] / weight[v] - p) * (factor * share);
            shift.x = p.x > 0.0 ? std::max(shift.x, 0.5 * (smallestX - p.x)) : 0.0;
            p += shift;
        }
    }
}

// Both halves: the left vertices, then the mirror images of those off the midline.
GeneratedSkin bothHalves(const TriangleMesh& half) {
    GeneratedSkin skin;
    body::Mesh& mesh = skin.mesh;
    std::vector<std::uint32_t> partner(half.positions.size());
    for (std::uint32_t v = 0; v < half.positions.size(); ++v) {
        mesh.positions.emplace_back(half.positions[v]);
        partner[v] = v;
    }
    for (std::uint32_t v = 0; v < half.positions.size(); ++v) {
        if (half.positions[v].x > 0.0) {
            partner[v] = static_cast<std::uint32_t>(mesh.positions.size());
            mesh.positions.push_back(mirrored(mesh.positions[v]));
        }
    }
    skin.mirror.resize(mesh.positions.size());
    for (std::uint32_t v = 0; v < partner.size(); ++v) {
        skin.mirror[v] = partner[v];
        skin.mirror[partner[v]] = v;
    }
    mesh.triangles = half.triangles;
    for (const Triangle& t : half.triangles) {
        mesh.triangles.push_back({partner[t[0]], partner[t[2]], partner[t[1]]});
    }
    return skin;
}

// Sums of many terms differ in the last bits on the two sides: the left one counts.
void makeNormals(GeneratedSkin& skin) {
    body::Mesh& mesh = skin.mesh;
    body::computeNormals(mesh);
    for (std::uint32_t v = 0; v < mesh.positions.size(); ++v) {
        if (skin.mirror[v] == v) {
            mesh.normals[v] = glm::normalize(glm::vec3(0.0F, mesh.normals[v].y, mesh.normals[v].z));
        } else if (mesh.positions[v].x > 0.0F) {
            mesh.normals[skin.mirror[v]] = mirrored(mesh.normals[v]);
        }
    }
}

// Triangles and vertices in the order that graphics hardware likes best.
void optimiseOrder(GeneratedSkin& skin) {
    body::Mesh& mesh = skin.mesh;
    const std::size_t vertices = mesh.positions.size();
    const std::size_t indices = mesh.triangles.size() * 3;
    auto* corners = mesh.triangles.front().data();
    meshopt_optimizeVertexCache(corners, corners, indices, vertices);
    std::vector<std::uint32_t> place(vertices);
    meshopt_optimizeVertexFetchRemap(place.data(), corners, indices, vertices);
    meshopt_remapIndexBuffer(corners, corners, indices, place.data());
    meshopt_remapVertexBuffer(mesh.positions.data(), mesh.positions.data(), vertices, sizeof(glm::vec3), place.data());
    meshopt_remapVertexBuffer(mesh.normals.data(), mesh.normals.data(), vertices, sizeof(glm::vec3), place.data());
    std::vector<std::uint32_t> mirror(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
        mirror[place[v]] = place[skin.mirror[v]];
    }
    skin.mirror = std::move(mirror);
}

}  // namespace

GeneratedSkin generateSkin(const SkinFigure& figure, const SkinSettings& settings) {
    const SkinField field(figure);
    const GridPlanes grid = gridFor(figure, field, settings.gridStep);
    const TriangleMesh traced = traceSurface(grid, [&](const glm::dvec3& p) { return field.value(p); });
    const double scale = edgeScale(traced, field, settings.targetTriangles);
    const RemeshSurface surface{[&](const glm::dvec3& p) { return scale * field.edgeLength(p); },
                                [&](glm::dvec3& p, double farthest) { return field.project(p, farthest); }};
    TriangleMesh half = remesh(traced, surface, settings.rounds);
    smoothSurface(half, field);
    GeneratedSkin skin = bothHalves(half);
    makeNormals(skin);
    optimiseOrder(skin);
    return skin;
}

}  // namespace myo::generate
