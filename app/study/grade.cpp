#include "study/grade.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "referral/coverage.h"
#include "referral/geodesics.h"
#include "referral/topology.h"

namespace myo::study {

namespace {

using referral::Referral;

constexpr float inside = 0.5F;  // of a patch: from this strength on

// Which vertices belong to a patch.
std::vector<char> membersOf(const body::Footprint& patch, std::size_t vertices) {
    std::vector<char> in(vertices, 0);
    for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
        in[patch.vertices[i]] = patch.strengths[i] >= inside ? 1 : 0;
    }
    return in;
}

double areaOf(const std::vector<char>& in, const Referral& referral) {
    double area = 0.0;
    const auto areas = referral.surface().vertexAreas();
    for (std::size_t v = 0; v < in.size(); ++v) {
        area += in[v] != 0 ? areas[v] : 0.0F;
    }
    return area;
}

// 0 in the patch, rising to 1 at `reach` millimetres beside it.
std::vector<float> remoteness(const std::vector<char>& in, float reach, const Referral& referral) {
    std::vector<float> out(in.size(), 1.0F);
    const referral::Topology& mesh = referral.surface().topology();
    std::vector<referral::GeodesicSource> rim;
    for (std::uint32_t v = 0; v < in.size(); ++v) {
        if (in[v] == 0) {
            continue;
        }
        out[v] = 0.0F;
        const auto around = mesh.around(v);
        const bool edge =
            std::any_of(around.begin(), around.end(), [&](std::uint32_t half) { return in[mesh.to(half)] == 0; });
        if (edge) {
            referral::SurfacePoint at;
            at.triangle = referral::Topology::triangleOf(around.front());
            at.weights = glm::vec3(0.0F);
            at.weights[static_cast<int>(around.front() % 3)] = 1.0F;
            at.position = mesh.positions()[v];
            rim.push_back({at, 0.0F});
        }
    }
    if (!rim.empty()) {
        for (const referral::Reached& each : referral.surface().geodesics().reach(rim, reach)) {
            out[each.vertex] = std::min(out[each.vertex], each.value / reach);
        }
    }
    return out;
}

// Regions in which most of `whole` is lost, if that is worth a word.
std::vector<SidedRegion> regionsOf(const std::vector<char>& whole, const std::vector<float>& lost,
                                   const Referral& referral) {
    constexpr double worthAWord = 0.06;  // of the whole area
    constexpr double most = 0.5;         // of the part in the region
    const auto areas = referral.surface().vertexAreas();
    const auto& ofVertex = referral.regions().regionOfVertex();
    std::map<std::uint16_t, std::pair<double, double>> parts;  // area, lost
    double all = 0.0;
    for (std::size_t v = 0; v < whole.size(); ++v) {
        if (whole[v] != 0 && ofVertex[v] != referral::RegionMap::none) {
            auto& [area, gone] = parts[ofVertex[v]];
            area += areas[v];
            gone += areas[v] * lost[v];
            all += areas[v];
        }
    }
    std::vector<std::pair<double, SidedRegion>> found;
    for (const auto& [region, part] : parts) {
        if (part.second >= worthAWord * all && part.second >= most * part.first) {
            found.emplace_back(part.second, referral.regions().regions()[region]);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<SidedRegion> out;
    out.reserve(found.size());
    for (const auto& [area, region] : found) {
        out.push_back(region);
    }
    return out;
}

double kept(const std::vector<char>& whole, const std::vector<float>& lost, const Referral& referral) {
    const auto areas = referral.surface().vertexAreas();
    double all = 0.0;
    double good = 0.0;
    for (std::size_t v = 0; v < whole.size(); ++v) {
        if (whole[v] != 0) {
            all += areas[v];
            good += areas[v] * (1.0F - lost[v]);
        }
    }
    return all > 0.0 ? good / all : 1.0;
}

float reachOf(const std::vector<char>& zone, const Referral& referral) {
    constexpr float leastMm = 8.0F;
    const double radius = std::sqrt(areaOf(zone, referral) / std::numbers::pi);
    return leastMm + static_cast<float>(radius) / 2.0F;
}

// Both zones of the point and both kinds of paint, as vertices.
struct Members {
    std::vector<char> primary;
    std::vector<char> spillover;  ///< without what is primary
    std::vector<char> paint;      ///< meant as primary
    std::vector<char> faint;      ///< meant as spillover
    bool toldApart = false;
};

std::vector<char> unionOf(std::vector<char> a, const std::vector<char>& b) {
    for (std::size_t v = 0; v < a.size(); ++v) {
        a[v] = static_cast<char>(a[v] | b[v]);
    }
    return a;
}

bool any(const std::vector<char>& in) {
    return std::find(in.begin(), in.end(), 1) != in.end();
}

Members membersOf(const referral::ResolvedPoint& point, const referral::PaintedSkin& drawn, const Referral& referral) {
    const std::size_t count = referral.surface().vertexCount();
    const auto zone = [&](atlas::Tier tier) {
        const referral::ResolvedZone* found = point.zone(tier);
        return found != nullptr ? membersOf(*found->footprint, count) : std::vector<char>(count, 0);
    };
    Members out{zone(atlas::Tier::primary), zone(atlas::Tier::spillover), {}, {}, false};
    for (std::size_t v = 0; v < count; ++v) {
        out.spillover[v] = static_cast<char>(out.spillover[v] & ~out.primary[v] & 1);
    }
    out.faint = membersOf(*drawn.levels[0], count);
    out.paint = unionOf(membersOf(*drawn.levels[1], count), membersOf(*drawn.levels[2], count));
    out.toldApart = any(out.faint) && any(out.paint);
    if (!out.toldApart) {
        out.paint = unionOf(std::move(out.paint), out.faint);
        out.faint.assign(count, 0);
    }
    return out;
}

TierGrade gradeTier(const std::vector<char>& zone, const std::vector<char>& paint, const std::vector<char>& forgiven,
                    float pardon, const Referral& referral) {
    TierGrade out;
    out.asked = any(zone);
    if (!out.asked) {
        out.extra = regionsOf(paint, std::vector<float>(paint.size(), 1.0F), referral);
        out.precise = any(paint) ? 0.0 : 1.0;
        return out;
    }
    const float reach = reachOf(zone, referral);
    const auto fromPaint = remoteness(paint, reach, referral);
    auto fromZone = remoteness(zone, reach, referral);
    for (std::size_t v = 0; v < fromZone.size(); ++v) {
        fromZone[v] *= forgiven[v] != 0 ? pardon : 1.0F;
    }
    out.covered = any(paint) ? kept(zone, fromPaint, referral) : 0.0;
    out.precise = kept(paint, fromZone, referral);
    out.missed = regionsOf(zone, any(paint) ? fromPaint : std::vector<float>(zone.size(), 1.0F), referral);
    out.extra = regionsOf(paint, fromZone, referral);
    return out;
}

}  // namespace

double TierGrade::score() const {
    return asked && covered + precise > 0.0 ? 2.0 * covered * precise / (covered + precise) : 0.0;
}

Rating ratingOf(double score) {
    constexpr double easy = 0.85;
    constexpr double good = 0.65;
    constexpr double hard = 0.4;
    return score >= easy ? Rating::easy : score >= good ? Rating::good : score >= hard ? Rating::hard : Rating::again;
}

ZoneGrade gradeZones(const referral::ResolvedPoint& point, const referral::PaintedSkin& drawn,
                     const Referral& referral) {
    const Members of = membersOf(point, drawn, referral);
    ZoneGrade out;
    // Paint of the wrong tier in the right place is mostly wrong; in one level it is right.
    const float pardon = of.toldApart ? 0.8F : 0.0F;
    const std::vector<char>& faint = of.toldApart ? of.faint : of.paint;
    out.primary = gradeTier(of.primary, of.paint, of.spillover, pardon, referral);
    out.spillover = gradeTier(of.spillover, faint, of.primary, pardon, referral);
    if (!out.primary.asked) {
        out.score = out.spillover.score();
        if (!of.toldApart) {
            out.primary.extra.clear();
            out.primary.precise = 1.0;
        }
    } else if (!out.spillover.asked) {
        out.score = out.primary.score();
        if (!of.toldApart) {
            out.spillover.extra.clear();
            out.spillover.precise = 1.0;
        }
    } else {
        const double weight = of.toldApart ? 0.3 : 0.15;
        const double second = of.toldApart ? out.spillover.score() : out.spillover.covered;
        out.score = (1.0 - weight) * out.primary.score() + weight * second;
    }
    out.rating = ratingOf(out.score);
    return out;
}

}  // namespace myo::study
