// Several points side by side.
#include <algorithm>
#include <functional>

#include "content/blocks.h"
#include "content/documents.h"
#include "content/words.h"

namespace myo::content {

namespace {

using atlas::Muscle;
using atlas::Tier;
using atlas::TriggerPoint;

/// What one point has to say in one block.
using Cell = std::vector<std::string>;

struct Compared {
    SidedPoint id;
    const Muscle* muscle = nullptr;
    const TriggerPoint* point = nullptr;
};

Cell zoneCell(const Text& text, const atlas::Atlas& atlas, const Compared& one, Tier tier) {
    Cell out;
    for (const atlas::Zone& zone : one.point->zones) {
        if (zone.tier == tier) {
            out.push_back(zoneWords(text, atlas, zone, one.id.side));
        }
    }
    return out;
}

Cell lookAlikeCell(const Text& text, const Muscle& muscle) {
    Cell out;
    for (const atlas::LookAlike& other : muscle.lookAlikes) {
        out.push_back(text("content.compare.look_alike", {{"name", other.name}, {"tell", other.tell}}));
    }
    return out;
}

Cell pressCell(const Compared& one) {
    Cell out;
    for (const std::string& words : {one.point->location, one.muscle->palpation}) {
        if (!words.empty()) {
            out.push_back(words);
        }
    }
    return out;
}

// One sentence as it is; several as a list. The numbers of the points stand before the first.
void addCell(Block& block, const std::string& numbers, const Cell& cell) {
    for (std::size_t i = 0; i < cell.size(); ++i) {
        Line line = cell.size() == 1 ? plainLine(cell[i]) : bulletLine(cell[i]);
        line.label = i == 0 ? numbers : "";
        block.lines.push_back(std::move(line));
    }
}

// What several points have in common is said once.
Block rowBlock(const Text& text, BlockId id, const std::vector<Compared>& compared,
               const std::function<Cell(const Compared&)>& cellOf) {
    std::vector<Cell> cells;
    for (const Compared& one : compared) {
        cells.push_back(one.muscle != nullptr && one.point != nullptr ? cellOf(one) : Cell());
    }
    Block block = emptyBlock(text, id);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty() || std::find(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(i), cells[i]) !=
                                    cells.begin() + static_cast<std::ptrdiff_t>(i)) {
            continue;
        }
        std::string numbers;
        for (std::size_t other = i; other < cells.size(); ++other) {
            if (cells[other] == cells[i]) {
                numbers += (numbers.empty() ? "" : ", ") + std::to_string(other + 1);
            }
        }
        addCell(block, numbers, cells[i]);
    }
    return block;
}

// The skin that a zone covers at least half, in square millimetres; with another zone, what both cover.
float coveredArea(const body::Footprint& zone, const body::Footprint* other, std::span<const float> areas) {
    constexpr float half = 0.5F;
    float sum = 0.0F;
    for (std::size_t i = 0; i < zone.vertices.size(); ++i) {
        bool counts = zone.strengths[i] >= half;
        if (other != nullptr && counts) {
            const auto found = std::lower_bound(other->vertices.begin(), other->vertices.end(), zone.vertices[i]);
            counts = found != other->vertices.end() && *found == zone.vertices[i] &&
                     other->strengths[static_cast<std::size_t>(found - other->vertices.begin())] >= half;
        }
        sum += counts ? areas[zone.vertices[i]] : 0.0F;
    }
    return sum;
}

// Share of the smaller primary zone that the other covers as well.
float sharedPart(const referral::Referral& referral, const SidedPoint& a, const SidedPoint& b) {
    const auto zoneOf = [&](const SidedPoint& id) {
        const referral::ResolvedPoint* point = referral.find(id);
        return point != nullptr ? point->zone(Tier::primary) : nullptr;
    };
    const referral::ResolvedZone* first = zoneOf(a);
    const referral::ResolvedZone* second = zoneOf(b);
    if (first == nullptr || second == nullptr) {
        return 0.0F;
    }
    const auto areas = referral.surface().vertexAreas();
    const float smaller =
        std::min(coveredArea(*first->footprint, nullptr, areas), coveredArea(*second->footprint, nullptr, areas));
    return smaller > 0.0F ? coveredArea(*first->footprint, second->footprint.get(), areas) / smaller : 0.0F;
}

Block overlapBlock(const Text& text, std::span<const SidedPoint> points, const referral::Referral& referral) {
    constexpr float least = 0.01F;
    Block block = emptyBlock(text, BlockId::overlap);
    for (std::size_t a = 0; a < points.size(); ++a) {
        for (std::size_t b = a + 1; b < points.size(); ++b) {
            const float shared = sharedPart(referral, points[a], points[b]);
            block.lines.push_back(plainLine(
                shared < least
                    ? text("content.compare.apart", {{"first", a + 1}, {"second", b + 1}})
                    : text("content.compare.shared",
                           {{"first", a + 1}, {"second", b + 1}, {"percent", static_cast<double>(shared) * 100.0}})));
        }
    }
    return block;
}

}  // namespace

Document comparisonDocument(const Text& text, const atlas::Atlas& atlas, std::span<const SidedPoint> points,
                            const referral::Referral* referral) {
    Document out;
    out.title = text("content.compare.title");
    Block names = emptyBlock(text, BlockId::compared);
    std::vector<Compared> compared;
    for (const SidedPoint& id : points) {
        compared.push_back({id, atlas.find(id.point.muscle), atlas.find(id.point)});
        Line line = plainLine(referenceWords(text, atlas, id));
        line.label = std::to_string(compared.size());
        line.target = id;
        names.lines.push_back(std::move(line));
    }
    out.add(std::move(names));
    if (referral != nullptr) {
        out.add(overlapBlock(text, points, *referral));
    }
    const auto row = [&](BlockId id, const std::function<Cell(const Compared&)>& cellOf) {
        out.add(rowBlock(text, id, compared, cellOf));
    };
    row(BlockId::redFlags, [](const Compared& one) { return one.muscle->redFlags; });
    row(BlockId::lookAlikes, [&](const Compared& one) { return lookAlikeCell(text, *one.muscle); });
    row(BlockId::primaryZone, [&](const Compared& one) { return zoneCell(text, atlas, one, Tier::primary); });
    row(BlockId::spilloverZone, [&](const Compared& one) { return zoneCell(text, atlas, one, Tier::spillover); });
    row(BlockId::provokes, [](const Compared& one) { return one.muscle->provokes; });
    row(BlockId::press, pressCell);
    return out;
}

}  // namespace myo::content
