#include "referral/brush.h"

#include <algorithm>

#include <fmt/format.h>

#include "referral/topology.h"

namespace myo::referral {

namespace {

constexpr float finestSpacing = 3.0F;    // mm between brush points, at least
constexpr float spacingShare = 0.25F;    // of the radius: the scallops between dabs stay below 1 % of it
constexpr float longWayRound = 2.5F;     // times the straight distance
constexpr float shortestWarned = 60.0F;  // mm

Result<glm::vec3> placeOf(const atlas::LandmarkRef& ref, const body::Landmarks& landmarks, Side side) {
    const auto place = landmarks.find(ref.id, ref.contra ? opposite(side) : side);
    if (!place) {
        return Diagnostic{{}, fmt::format("this body has no landmark '{}'", ref.id.value), "", Severity::error};
    }
    return *place;
}

// Zones are drawn on the male body: on a smaller body their measures shrink as its surroundings do.
float sizeAt(const atlas::Anchor& anchor, const body::Landmarks& landmarks, Side side) {
    const auto size = [&](const atlas::LandmarkRef& ref) {
        return landmarks.size(ref.id, ref.contra ? opposite(side) : side);
    };
    return anchor.to ? glm::mix(size(anchor.from), size(*anchor.to), anchor.share) : size(anchor.from);
}

struct Laying {
    const body::Landmarks& landmarks;
    const Surface& surface;
    Side side;
    const SourcePlace& place;
    Diagnostics& findings;

    [[nodiscard]] std::optional<SurfacePoint> anchor(const atlas::Anchor& at) const {
        Result<glm::vec3> found = referral::placeOf(at, landmarks, side);
        if (!found) {
            Diagnostic problem = found.problem();
            problem.place = place;
            findings.push_back(std::move(problem));
            return std::nullopt;
        }
        return surface.snap(found.value());
    }

    void warnOfDetour(const std::vector<SurfacePoint>& leg, const atlas::Stroke& stroke, std::size_t index) const {
        float length = 0.0F;
        for (std::size_t i = 0; i + 1 < leg.size(); ++i) {
            length += glm::distance(leg[i].position, leg[i + 1].position);
        }
        const float straight = glm::distance(leg.front().position, leg.back().position);
        if (length > shortestWarned && length > longWayRound * straight) {
            findings.push_back(
                {place,
                 fmt::format("the stroke from '{}' to '{}' runs {:.0f} mm along the skin for a distance of {:.0f} mm",
                             stroke.path[index].from.id.value, stroke.path[index + 1].from.id.value, length, straight),
                 "an anchor between them, or one that lies on the same part of the body", Severity::warning});
        }
    }

    void stroke(const atlas::Stroke& stroke, std::vector<BrushPoint>& out) const {
        std::vector<SurfacePoint> corners;
        for (const atlas::Anchor& at : stroke.path) {
            if (const auto corner = anchor(at)) {
                corners.push_back(*corner);
            }
        }
        if (corners.size() != stroke.path.size() || stroke.radiiMm.empty()) {
            return;
        }
        const auto radius = [&](std::size_t i) {
            const float drawn = i < stroke.radiiMm.size() ? stroke.radiiMm[i] : stroke.radiiMm.back();
            return drawn * sizeAt(stroke.path[i], landmarks, side);
        };
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
            const float spacing = std::max(finestSpacing, spacingShare * std::min(radius(i), radius(i + 1)));
            const std::vector<SurfacePoint> leg = surface.path(std::span(corners).subspan(i, 2), spacing);
            warnOfDetour(leg, stroke, i);
            // The next leg begins where this one ends.
            const std::size_t count = i + 2 == corners.size() ? leg.size() : leg.size() - 1;
            for (std::size_t k = 0; k < count; ++k) {
                const float share = static_cast<float>(k) / static_cast<float>(leg.size() - 1);
                out.push_back({leg[k], glm::mix(radius(i), radius(i + 1), share)});
            }
        }
    }
};

}  // namespace

Result<glm::vec3> placeOf(const atlas::Anchor& anchor, const body::Landmarks& landmarks, Side side) {
    Result<glm::vec3> from = placeOf(anchor.from, landmarks, side);
    if (!from) {
        return from;
    }
    glm::vec3 place = from.value();
    if (anchor.to) {
        Result<glm::vec3> to = placeOf(*anchor.to, landmarks, side);
        if (!to) {
            return to;
        }
        place = glm::mix(place, to.value(), anchor.share);
    }
    const bool onLeft = (side == Side::left) != anchor.from.contra;
    return place + sizeAt(anchor, landmarks, side) * (onLeft ? anchor.offset : mirrored(anchor.offset));
}

std::vector<BrushPoint> layOut(std::span<const atlas::Dab> dabs, std::span<const atlas::Stroke> strokes,
                               const body::Landmarks& landmarks, const Surface& surface, Side side,
                               const SourcePlace& place, Diagnostics& findings) {
    const Laying laying{landmarks, surface, side, place, findings};
    std::vector<BrushPoint> brush;
    for (const atlas::Dab& dab : dabs) {
        if (const auto at = laying.anchor(dab.at)) {
            brush.push_back({*at, dab.radiusMm * sizeAt(dab.at, landmarks, side)});
        }
    }
    for (const atlas::Stroke& stroke : strokes) {
        laying.stroke(stroke, brush);
    }
    return brush;
}

float edgeSoftness(std::span<const BrushPoint> brush, const Surface& surface) {
    constexpr float narrowest = 6.0F;  // mm
    constexpr float shareOfRadius = 0.35F;
    constexpr float triangleEdges = 2.0F;
    if (brush.empty()) {
        return narrowest;
    }
    const Topology& topology = surface.topology();
    float radii = 0.0F;
    float edges = 0.0F;
    for (const BrushPoint& point : brush) {
        radii += point.radiusMm;
        for (std::uint32_t half = 3 * point.at.triangle; half < 3 * point.at.triangle + 3; ++half) {
            edges += topology.length(half) / 3.0F;
        }
    }
    const auto count = static_cast<float>(brush.size());
    return std::max({narrowest, shareOfRadius * radii / count, triangleEdges * edges / count});
}

}  // namespace myo::referral
