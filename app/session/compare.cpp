#include "session/compare.h"

#include <algorithm>
#include <array>

#include "content/documents.h"
#include "session/updater.h"

namespace myo::session {

CompareLook compareLook(std::size_t index) {
    using render::Pattern;
    // Dark blue, brown, green and plum: apart in hue and lightness, each at least 3:1 on skin.
    static const std::array<CompareLook, mostPins> looks{
        CompareLook{{0.10F, 0.24F, 0.58F}, Pattern::solid}, CompareLook{{0.48F, 0.20F, 0.00F}, Pattern::hatched},
        CompareLook{{0.00F, 0.33F, 0.18F}, Pattern::stippled}, CompareLook{{0.36F, 0.05F, 0.36F}, Pattern::crossed}};
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

content::Document comparison(const AppState& state, const Library& library) {
    return content::comparisonDocument(*library.text, *library.atlas, state.pinned, library.referral.get());
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
