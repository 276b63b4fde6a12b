#include <fmt/format.h>

#include "atlas/loader/readers.h"

namespace myo::atlas::loader {

namespace {

bool checkLandmark(const LandmarkRef& landmark, const SourcePlace& place, ReadContext& context) {
    if (context.known.landmarks.contains(landmark.id.value)) {
        return true;
    }
    const std::string hint = context.report.hint(landmark.id.value, context.known.landmarkList);
    context.report.error(place, fmt::format("unknown landmark '{}'", landmark.id.value),
                         hint.empty() ? "expected a landmark of 'myoatlas list landmarks'" : hint);
    return false;
}

std::optional<Stroke> readStroke(const toml::table& source, ReadContext& context) {
    const std::size_t before = context.report.breaks();
    const TableReader table(source, strokeKeys, context.report);
    const std::vector<PlacedText> path = table.placedTexts("path");
    Stroke stroke;
    for (const PlacedText& text : path) {
        if (const auto anchor = readAnchor(text, context)) {
            stroke.path.push_back(*anchor);
        }
    }
    stroke.radiiMm = table.radii("radius");
    if (path.size() == 1) {
        context.report.error(table.place("path"), "a stroke with only one anchor",
                             "expected at least two (a dab needs one)");
    }
    const std::size_t radii = stroke.radiiMm.size();
    if (context.report.breaks() == before && radii != 1 && radii != path.size()) {
        context.report.error(table.place("radius"), fmt::format("{} radii for {} anchors", radii, path.size()),
                             fmt::format("expected one, or {}", path.size()));
    }
    if (context.report.breaks() != before) {
        return std::nullopt;
    }
    return stroke;
}

std::optional<Zone> readZone(const toml::table& source, ReadContext& context) {
    const std::size_t before = context.report.breaks();
    const TableReader table(source, zoneKeys, context.report);
    Zone zone;
    zone.place = table.place();
    zone.tier = table.word("tier", tierWords, Tier::primary);
    zone.dabs = readDabs(table, "dabs", context);
    zone.strokes = readStrokes(table, "strokes", context);
    zone.internal = readReferences<RegionId>(table, "internal", Reference::To::internalRegion, context);
    zone.regions = readReferences<RegionId>(table, "regions", Reference::To::surfaceRegion, context);
    zone.contraRegions = readReferences<RegionId>(table, "contra_regions", Reference::To::surfaceRegion, context);
    const bool painted = !zone.dabs.empty() || !zone.strokes.empty() || !zone.internal.empty();
    if (context.report.breaks() != before) {
        return std::nullopt;
    }
    if (!painted) {
        context.report.error(zone.place, "a zone without paint", "expected strokes, dabs or internal regions");
        return std::nullopt;
    }
    return zone;
}

}  // namespace

std::optional<Anchor> readAnchor(const PlacedText& text, ReadContext& context) {
    AnchorParse parsed = parseAnchor(text.text);
    if (!parsed.anchor) {
        context.report.error(
            text.place, fmt::format("'{}' is no anchor: {}", text.text, parsed.problem),
            "expected 'landmark', 'contra:landmark' or 'a > b @ 0.4', each with '+ (x, y, z)' if wanted");
        return std::nullopt;
    }
    bool known = checkLandmark(parsed.anchor->from, text.place, context);
    if (parsed.anchor->to) {
        known = checkLandmark(*parsed.anchor->to, text.place, context) && known;
    }
    return known ? parsed.anchor : std::nullopt;
}

std::vector<Dab> readDabs(const TableReader& table, std::string_view key, ReadContext& context) {
    std::vector<Dab> dabs;
    for (const toml::table* source : table.tables(key)) {
        if (source == nullptr) {
            continue;
        }
        const TableReader dab(*source, dabKeys, context.report);
        const std::string text = dab.text("at");
        const auto anchor = text.empty() ? std::nullopt : readAnchor({text, dab.place("at")}, context);
        const std::vector<float> radii = dab.radii("radius");
        if (radii.size() > 1) {
            context.report.error(dab.place("radius"), fmt::format("{} radii for a dab", radii.size()), "expected one");
        } else if (anchor && radii.size() == 1) {
            dabs.push_back({*anchor, radii.front()});
        }
    }
    return dabs;
}

std::vector<Stroke> readStrokes(const TableReader& table, std::string_view key, ReadContext& context) {
    std::vector<Stroke> strokes;
    for (const toml::table* source : table.tables(key)) {
        if (source == nullptr) {
            continue;
        }
        if (auto stroke = readStroke(*source, context)) {
            strokes.push_back(std::move(*stroke));
        }
    }
    return strokes;
}

std::vector<Zone> readZones(const TableReader& point, ReadContext& context) {
    std::vector<Zone> zones;
    for (const toml::table* source : point.tables("zones")) {
        if (source == nullptr) {
            continue;
        }
        if (auto zone = readZone(*source, context)) {
            zones.push_back(std::move(*zone));
        }
    }
    return zones;
}

}  // namespace myo::atlas::loader
