#include "referral/pain_drawing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace myo::referral {

namespace {

constexpr float painted = 0.5F;  // strength from which a vertex counts as painted

bool usable(const glm::vec3& place) {
    return std::isfinite(place.x) && std::isfinite(place.y) && std::isfinite(place.z);
}

// Strengths of all levels at every vertex, while strokes are laid on.
class Canvas {
public:
    Canvas(const PaintedSkin& skin, std::size_t vertices) {
        for (std::size_t level = 0; level < strengths_.size(); ++level) {
            strengths_[level].assign(vertices, 0.0F);
            const body::Footprint& patch = *skin.levels[level];
            for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
                strengths_[level][patch.vertices[i]] = patch.strengths[i];
            }
        }
    }

    // What is painted later covers what was there, of every level; the eraser is paint of no level.
    void lay(const body::Footprint& patch, int level, bool erase) {
        for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
            const std::uint32_t vertex = patch.vertices[i];
            const float strength = patch.strengths[i];
            for (int other = 1; other <= painLevels; ++other) {
                float& value = strengths_[static_cast<std::size_t>(other - 1)][vertex];
                value = !erase && other == level ? std::max(value, strength) : std::min(value, 1.0F - strength);
            }
        }
    }

    [[nodiscard]] PaintedSkin skin(const PaintedSkin& before) const {
        PaintedSkin out;
        for (std::size_t level = 0; level < strengths_.size(); ++level) {
            body::Footprint patch;
            for (std::size_t vertex = 0; vertex < strengths_[level].size(); ++vertex) {
                if (strengths_[level][vertex] > 0.0F) {
                    patch.vertices.push_back(static_cast<std::uint32_t>(vertex));
                    patch.strengths.push_back(strengths_[level][vertex]);
                }
            }
            // An unchanged level keeps its identity, so that nobody works on it again.
            out.levels[level] = patch == *before.levels[level]
                                    ? before.levels[level]
                                    : std::make_shared<const body::Footprint>(std::move(patch));
        }
        return out;
    }

private:
    std::array<std::vector<float>, painLevels> strengths_;
};

body::Footprint regionPatch(const SidedRegion& region, const Referral& referral) {
    if (const auto glow = referral.glow(region)) {
        return *glow;
    }
    body::Footprint patch;
    const auto index = referral.regions().indexOf(region);
    if (!index) {
        return patch;
    }
    const auto& ofVertex = referral.regions().regionOfVertex();
    for (std::size_t vertex = 0; vertex < ofVertex.size(); ++vertex) {
        if (ofVertex[vertex] == *index) {
            patch.vertices.push_back(static_cast<std::uint32_t>(vertex));
            patch.strengths.push_back(1.0F);
        }
    }
    return patch;
}

// Strokes of the same brush lie on each other in any order: they are laid on together.
bool sameBrush(const PainStroke& a, const PainStroke& b) {
    return !a.region && !b.region && a.erase == b.erase && a.level == b.level && a.radiusMm == b.radiusMm;
}

void addPoints(const PainStroke& stroke, const Surface& surface, std::vector<BrushPoint>& brush) {
    for (const glm::vec3& place : stroke.points) {
        if (usable(place)) {
            brush.push_back({surface.snap(place), stroke.radiusMm});
        }
    }
}

}  // namespace

bool operator==(const PainDrawing& a, const PainDrawing& b) {
    return a.body == b.body && std::equal(a.strokes.begin(), a.strokes.end(), b.strokes.begin(), b.strokes.end(),
                                          [](const auto& x, const auto& y) { return x == y || *x == *y; });
}

PaintedSkin::PaintedSkin() {
    const auto nothing = std::make_shared<const body::Footprint>();
    levels.fill(nothing);
}

bool PaintedSkin::empty() const {
    return std::all_of(levels.begin(), levels.end(), [](const auto& patch) {
        return std::all_of(patch->strengths.begin(), patch->strengths.end(),
                           [](float strength) { return strength < painted; });
    });
}

bool operator==(const PaintedSkin& a, const PaintedSkin& b) {
    return std::equal(a.levels.begin(), a.levels.end(), b.levels.begin(),
                      [](const auto& x, const auto& y) { return x == y || *x == *y; });
}

float brushSoftness(float radiusMm) {
    constexpr float narrowest = 10.0F;  // wider than the skin's triangles, or the edge would show them
    return std::max(narrowest, 0.5F * radiusMm);
}

PaintedSkin paintOver(const PaintedSkin& skin, std::span<const std::shared_ptr<const PainStroke>> strokes,
                      const Referral& referral) {
    const Surface& surface = referral.surface();
    Canvas canvas(skin, surface.vertexCount());
    for (std::size_t i = 0; i < strokes.size();) {
        const PainStroke& first = *strokes[i];
        if (first.region) {
            canvas.lay(regionPatch(*first.region, referral), first.level, first.erase);
            ++i;
            continue;
        }
        std::vector<BrushPoint> brush;
        for (; i < strokes.size() && sameBrush(first, *strokes[i]); ++i) {
            addPoints(*strokes[i], surface, brush);
        }
        if (!brush.empty()) {
            canvas.lay(surface.airbrush(brush, brushSoftness(first.radiusMm)), first.level, first.erase);
        }
    }
    return canvas.skin(skin);
}

PaintedSkin paintOver(const PaintedSkin& skin, const PainStroke& stroke, const Referral& referral) {
    const std::shared_ptr<const PainStroke> borrowed(std::shared_ptr<const PainStroke>(), &stroke);
    return paintOver(skin, std::span(&borrowed, 1), referral);
}

PaintedSkin resolveDrawing(const PainDrawing& drawing, const Referral& referral) {
    return paintOver({}, drawing.strokes, referral);
}

PainStroke mirroredStroke(const PainStroke& stroke) {
    PainStroke out = stroke;
    for (glm::vec3& place : out.points) {
        place = mirrored(place);
    }
    if (out.region && out.region->side != BodySide::mid) {
        out.region->side = out.region->side == BodySide::left ? BodySide::right : BodySide::left;
    }
    return out;
}

std::vector<SidedRegion> paintedRegions(const PaintedSkin& skin, const Referral& referral) {
    constexpr float enough = 0.1F;
    const RegionMap& map = referral.regions();
    const auto areas = referral.surface().vertexAreas();
    std::map<std::uint16_t, float> byRegion;
    std::vector<char> counted(areas.size(), 0);
    float all = 0.0F;
    for (const auto& patch : skin.levels) {
        for (std::size_t i = 0; i < patch->vertices.size(); ++i) {
            const std::uint32_t vertex = patch->vertices[i];
            if (patch->strengths[i] < painted || counted[vertex] != 0) {
                continue;
            }
            counted[vertex] = 1;
            all += areas[vertex];
            if (map.regionOfVertex()[vertex] != RegionMap::none) {
                byRegion[map.regionOfVertex()[vertex]] += areas[vertex];
            }
        }
    }
    std::vector<std::pair<float, std::uint16_t>> order;
    for (const auto& [region, area] : byRegion) {
        if (area >= enough * map.areaMm2(region) || area >= enough * all) {
            order.emplace_back(-area, region);
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<SidedRegion> out;
    for (const auto& [area, region] : order) {
        out.push_back(map.regions()[region]);
    }
    return out;
}

}  // namespace myo::referral
