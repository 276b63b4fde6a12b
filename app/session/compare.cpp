#include "session/compare.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "session/updater.h"
#include "session/words.h"

namespace myo::session {

namespace {

// One sentence as it is; of several each on a line with a bullet, below the number of the point.
std::string listed(const std::vector<std::string>& sentences) {
    if (sentences.size() == 1) {
        return sentences.front();
    }
    std::string out;
    for (const std::string& sentence : sentences) {
        out += "\n\xE2\x80\xA2 " + sentence;
    }
    return out;
}

std::string zoneText(const atlas::Atlas& atlas, const atlas::TriggerPoint& point, Side side, atlas::Tier tier) {
    std::vector<std::string> out;
    for (const atlas::Zone& zone : point.zones) {
        if (zone.tier == tier) {
            out.push_back(zoneWords(atlas, zone, side));
        }
    }
    return listed(out);
}

std::string lookAlikes(const atlas::Muscle& muscle) {
    std::vector<std::string> out;
    for (const atlas::LookAlike& other : muscle.lookAlikes) {
        out.push_back(other.name + ": " + other.tell);
    }
    return listed(out);
}

// Share of the smaller primary zone that the other covers as well.
float sharedPart(const Library& library, const SidedPoint& a, const SidedPoint& b) {
    const auto zoneOf = [&](const SidedPoint& id) {
        const referral::ResolvedPoint* point = library.find(id);
        return point != nullptr ? point->zone(atlas::Tier::primary) : nullptr;
    };
    const referral::ResolvedZone* first = zoneOf(a);
    const referral::ResolvedZone* second = zoneOf(b);
    if (first == nullptr || second == nullptr) {
        return 0.0F;
    }
    const auto areas = library.referral->surface().vertexAreas();
    const auto measure = [&](const body::Footprint& patch, const body::Footprint* other) {
        float sum = 0.0F;
        for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
            bool counts = patch.strengths[i] >= 0.5F;
            if (other != nullptr && counts) {
                const auto found = std::lower_bound(other->vertices.begin(), other->vertices.end(), patch.vertices[i]);
                counts = found != other->vertices.end() && *found == patch.vertices[i] &&
                         other->strengths[static_cast<std::size_t>(found - other->vertices.begin())] >= 0.5F;
            }
            sum += counts ? areas[patch.vertices[i]] : 0.0F;
        }
        return sum;
    };
    const float smaller = std::min(measure(*first->footprint, nullptr), measure(*second->footprint, nullptr));
    return smaller > 0.0F ? measure(*first->footprint, second->footprint.get()) / smaller : 0.0F;
}

}  // namespace

CompareLook compareLook(std::size_t index) {
    using render::Pattern;
    // Dark blue, brown, green and plum: apart in hue and lightness, each at least 3:1 on skin.
    static const std::array<CompareLook, mostPins> looks{
        CompareLook{{0.10F, 0.24F, 0.58F}, Pattern::solid, "solid"},
        CompareLook{{0.48F, 0.20F, 0.00F}, Pattern::hatched, "hatched"},
        CompareLook{{0.00F, 0.33F, 0.18F}, Pattern::stippled, "dotted"},
        CompareLook{{0.36F, 0.05F, 0.36F}, Pattern::crossed, "crossed"}};
    return looks.at(index % looks.size());
}

std::vector<render::ZonePaint> comparePaint(const AppState& state, const Library& library) {
    std::vector<render::ZonePaint> out;
    for (const atlas::Tier tier : {atlas::Tier::spillover, atlas::Tier::primary}) {
        for (std::size_t i = 0; i < state.pinned.size(); ++i) {
            const referral::ResolvedPoint* point = library.find(state.pinned[i]);
            const referral::ResolvedZone* zone = point != nullptr ? point->zone(tier) : nullptr;
            if (zone != nullptr && zone->footprint && !zone->footprint->vertices.empty()) {
                const CompareLook look = compareLook(i);
                const float opacity = tier == atlas::Tier::primary ? 1.0F : 0.35F;
                out.push_back({zone->footprint, look.color, look.pattern, opacity});
            }
        }
    }
    return out;
}

Comparison comparison(const AppState& state, const Library& library) {
    Comparison out;
    const atlas::Atlas& atlas = *library.atlas;
    std::vector<const atlas::Muscle*> muscles;
    std::vector<const atlas::TriggerPoint*> points;
    for (const SidedPoint& pin : state.pinned) {
        out.titles.push_back(targetWords(atlas, pin));
        muscles.push_back(atlas.find(pin.point.muscle));
        points.push_back(atlas.find(pin.point));
    }
    const auto row = [&](const char* heading, bool caution, const auto& text) {
        CompareRow made{heading, {}, caution};
        bool any = false;
        for (std::size_t i = 0; i < state.pinned.size(); ++i) {
            const bool known = muscles[i] != nullptr && points[i] != nullptr;
            made.cells.push_back(known ? text(*muscles[i], *points[i], state.pinned[i].side) : std::string());
            any = any || !made.cells.back().empty();
        }
        if (any) {
            out.rows.push_back(std::move(made));
        }
    };
    using M = atlas::Muscle;
    using P = atlas::TriggerPoint;
    row("Get medical help first if", true, [](const M& m, const P&, Side) { return listed(m.redFlags); });
    row("Look-alikes that are no muscle", true, [](const M& m, const P&, Side) { return lookAlikes(m); });
    row("Felt by nearly all", false,
        [&](const M&, const P& p, Side side) { return zoneText(atlas, p, side, atlas::Tier::primary); });
    row("Felt by some", false,
        [&](const M&, const P& p, Side side) { return zoneText(atlas, p, side, atlas::Tier::spillover); });
    row("Brought on by", false, [](const M& m, const P&, Side) { return listed(m.provokes); });
    row("Where to press", false, [](const M& m, const P& p, Side) { return listed({p.location, m.palpation}); });
    if (library.referral) {
        for (std::size_t a = 0; a < state.pinned.size(); ++a) {
            for (std::size_t b = a + 1; b < state.pinned.size(); ++b) {
                const float shared = sharedPart(library, state.pinned[a], state.pinned[b]);
                out.overlaps.push_back(
                    shared < 0.01F ? fmt::format("{} and {}: the primary zones do not meet.", a + 1, b + 1)
                                   : fmt::format("{} and {}: the primary zones share {:.0f} % of the smaller one.",
                                                 a + 1, b + 1, shared * 100.0F));
            }
        }
    }
    return out;
}

std::vector<SidedPoint> rivals(const SidedPoint& point, const std::vector<SidedPoint>& ranked) {
    std::vector<SidedPoint> out{point};
    for (const SidedPoint& other : ranked) {
        const bool known = std::any_of(out.begin(), out.end(),
                                       [&](const SidedPoint& o) { return o.point.muscle == other.point.muscle; });
        if (!known && out.size() < mostPins) {
            out.push_back(other);
        }
    }
    return out;
}

void Updater::on(const PinPoint& action) {
    if (!known(action.point)) {
        return;
    }
    auto& pins = state_.pinned;
    if (const auto found = std::find(pins.begin(), pins.end(), action.point); found != pins.end()) {
        pins.erase(found);
    } else if (pins.size() < mostPins) {
        pins.push_back(action.point);
    } else {
        state_.notice = "Four points are compared already; take a pin away first.";
        return;
    }
    if (pins.size() == 1) {
        state_.notice = "Pinned. Pin another point to compare the two.";
    } else if (pins.size() > 1) {
        state_.notice.clear();
        state_.detailsOpen = true;
        state_.lastPanel = Panel::details;
    }
}

void Updater::on(const CompareRivals& action) {
    const referral::ResolvedPoint* point = library_.find(action.point);
    if (point == nullptr || !library_.matcher) {
        return;
    }
    std::vector<SidedPoint> ranked;
    if (state_.paint.on && state_.paint.answer) {
        for (const PainAnswer::Row& row : state_.paint.answer->rows) {
            ranked.push_back(row.match.point);
        }
    } else if (const referral::ResolvedZone* zone = point->zone(atlas::Tier::primary)) {
        // Whatever would be named for a drawing of this point's own zone.
        referral::PaintedSkin skin;
        skin.levels[1] = zone->footprint;
        for (const referral::Match& match : library_.matcher->rank(skin, mostPainRows).matches) {
            ranked.push_back(match.point);
        }
    }
    state_.pinned = rivals(action.point, ranked);
    if (state_.pinned.size() > 1) {
        state_.detailsOpen = true;
        state_.lastPanel = Panel::details;
    } else {
        state_.notice = "No other point of the atlas sends pain there.";
    }
}

void Updater::on(const EndComparison& /*action*/) {
    state_.pinned.clear();
}

}  // namespace myo::session
