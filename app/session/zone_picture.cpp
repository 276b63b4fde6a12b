#include "session/zone_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <glm/glm.hpp>

namespace myo::session {

namespace {

struct PictureAxes {
    glm::vec3 right, up, toEye;
};

// The side of the body that a patch lies on.
PictureAxes axesFor(const glm::vec3& facing) {
    const glm::vec3 size = glm::abs(facing);
    if (size.y > size.x && size.y > size.z && size.y > 0.7F * glm::length(facing)) {
        return facing.y > 0.0F ? PictureAxes{{1, 0, 0}, {0, 0, -1}, {0, 1, 0}}
                               : PictureAxes{{1, 0, 0}, {0, 0, 1}, {0, -1, 0}};
    }
    if (size.x > 1.6F * size.z) {
        return facing.x > 0.0F ? PictureAxes{{0, 0, -1}, {0, 1, 0}, {1, 0, 0}}
                               : PictureAxes{{0, 0, 1}, {0, 1, 0}, {-1, 0, 0}};
    }
    return facing.z < 0.0F ? PictureAxes{{-1, 0, 0}, {0, 1, 0}, {0, 0, -1}}
                           : PictureAxes{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
}

const body::Footprint* footprintOf(const referral::ResolvedPoint& point, atlas::Tier tier) {
    const referral::ResolvedZone* zone = point.zone(tier);
    return zone != nullptr && zone->footprint && !zone->footprint->vertices.empty() ? zone->footprint.get() : nullptr;
}

struct Corner {
    glm::vec3 at{0.0F};  ///< x, y in cells, z towards the eye in mm
    float primary = 0.0F;
    float spillover = 0.0F;
};

class Raster {
public:
    explicit Raster(int cells)
        : cells_(cells),
          depth_(static_cast<std::size_t>(cells * cells), std::numeric_limits<float>::lowest()),
          kind_(static_cast<std::size_t>(cells * cells), ZoneCell::nothing) {}

    void triangle(const Corner& a, const Corner& b, const Corner& c, float lit) {
        const float area = cross(a, b, c.at);
        if (area <= 1e-6F) {
            return;  // turned away
        }
        const auto from = [&](float least) { return std::max(static_cast<int>(std::floor(least)), 0); };
        const auto to = [&](float most) { return std::min(static_cast<int>(std::ceil(most)), cells_ - 1); };
        const int x1 = to(std::max({a.at.x, b.at.x, c.at.x}));
        const int y1 = to(std::max({a.at.y, b.at.y, c.at.y}));
        for (int y = from(std::min({a.at.y, b.at.y, c.at.y})); y <= y1; ++y) {
            for (int x = from(std::min({a.at.x, b.at.x, c.at.x})); x <= x1; ++x) {
                const glm::vec3 middle(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, 0.0F);
                const float u = cross(b, c, middle) / area;
                const float v = cross(c, a, middle) / area;
                const float w = 1.0F - u - v;
                if (u >= -1e-4F && v >= -1e-4F && w >= -1e-4F) {
                    touch(x, y, u * a.at.z + v * b.at.z + w * c.at.z, u * a.primary + v * b.primary + w * c.primary,
                          u * a.spillover + v * b.spillover + w * c.spillover, lit);
                }
            }
        }
    }

    [[nodiscard]] ZonePicture picture() const {
        ZonePicture out;
        out.cells = cells_;
        for (int y = 0; y < cells_; ++y) {
            for (int x = 0; x < cells_;) {
                const ZoneCell kind = at(x, y);
                const int start = x;
                while (x < cells_ && at(x, y) == kind) {
                    ++x;
                }
                if (kind != ZoneCell::nothing) {
                    out.runs.push_back({static_cast<std::uint8_t>(y), static_cast<std::uint8_t>(start),
                                        static_cast<std::uint8_t>(x), kind});
                }
            }
        }
        return out;
    }

private:
    [[nodiscard]] ZoneCell at(int x, int y) const { return kind_[static_cast<std::size_t>(y * cells_ + x)]; }

    // Twice the area that a third place spans; rows count downwards, so that what faces the eye is positive.
    static float cross(const Corner& a, const Corner& b, const glm::vec3& c) {
        return (c.x - a.at.x) * (b.at.y - a.at.y) - (c.y - a.at.y) * (b.at.x - a.at.x);
    }

    void touch(int x, int y, float depth, float primary, float spillover, float lit) {
        const auto index = static_cast<std::size_t>(y * cells_ + x);
        if (depth <= depth_[index]) {
            return;
        }
        depth_[index] = depth;
        constexpr float edge = 0.5F;
        const bool dot = (x / 2 + y / 2) % 2 == 0;
        kind_[index] = primary >= edge            ? ZoneCell::primary
                       : spillover >= edge && dot ? ZoneCell::spillover
                       : lit > 0.86F              ? ZoneCell::lit
                       : lit > 0.55F              ? ZoneCell::skin
                                                  : ZoneCell::shaded;
    }

    int cells_;
    std::vector<float> depth_;
    std::vector<ZoneCell> kind_;
};

}  // namespace

ZonePicture zonePicture(const body::Mesh& skin, const referral::ResolvedPoint& point, int cells) {
    const body::Footprint* primary = footprintOf(point, atlas::Tier::primary);
    const body::Footprint* spillover = footprintOf(point, atlas::Tier::spillover);
    const body::Footprint* main = primary != nullptr ? primary : spillover;
    ZonePicture none;
    none.cells = std::clamp(cells, 8, 128);
    if (main == nullptr) {
        return none;
    }
    glm::vec3 facing(0.0F);
    Aabb bounds;
    for (std::size_t i = 0; i < main->vertices.size(); ++i) {
        facing += skin.normals[main->vertices[i]] * main->strengths[i];
        bounds.add(skin.positions[main->vertices[i]]);
    }
    const PictureAxes axes = axesFor(facing);
    const glm::vec3 reach = (bounds.high - bounds.low) * 0.5F;
    // At least a head and its neck around it, or nobody knows where one is.
    constexpr float leastMm = 120.0F;
    const float half = std::max({std::abs(glm::dot(reach, glm::abs(axes.right))),
                                 std::abs(glm::dot(reach, glm::abs(axes.up))), leastMm}) *
                       1.25F;
    const float scale = static_cast<float>(none.cells) * 0.5F / half;
    const glm::vec3 middle = bounds.centre();
    const auto strengths = [&](const body::Footprint* patch) {
        std::vector<float> out(skin.positions.size(), 0.0F);
        for (std::size_t i = 0; patch != nullptr && i < patch->vertices.size(); ++i) {
            out[patch->vertices[i]] = patch->strengths[i];
        }
        return out;
    };
    const std::vector<float> often = strengths(primary);
    const std::vector<float> sometimes = strengths(spillover);
    const auto corner = [&](std::uint32_t vertex) {
        const glm::vec3 from = skin.positions[vertex] - middle;
        return Corner{{(glm::dot(from, axes.right) + half) * scale, (half - glm::dot(from, axes.up)) * scale,
                       glm::dot(from, axes.toEye)},
                      often[vertex],
                      sometimes[vertex]};
    };
    const glm::vec3 light = glm::normalize(axes.toEye + 0.35F * axes.up - 0.2F * axes.right);
    Raster raster(none.cells);
    // The picture's corners, and a large triangle beyond them; what is farther off is not on the picture.
    const float reachMm = half * 1.5F + 30.0F;
    for (const auto& [a, b, c] : skin.triangles) {
        // A limb is shown without the trunk behind it.
        constexpr float farBehindMm = 110.0F;
        const glm::vec3 away = skin.positions[a] - middle;
        if (glm::dot(away, away) > reachMm * reachMm || glm::dot(away, axes.toEye) < -farBehindMm ||
            glm::dot(skin.normals[a], axes.toEye) < -0.5F) {
            continue;
        }
        const glm::vec3 normal = skin.normals[a] + skin.normals[b] + skin.normals[c];
        raster.triangle(corner(a), corner(b), corner(c),
                        glm::dot(normal, light) / std::max(glm::length(normal), 1e-3F));
    }
    return raster.picture();
}

}  // namespace myo::session
