#include <algorithm>

#include <fmt/format.h>

#include "atlas/loader/readers.h"

namespace myo::atlas::loader {

namespace {

std::optional<int> pieceIndex(const std::string& piece, const MuscleId& muscle, const SourcePlace& place,
                              ReadContext& context) {
    const auto known = context.known.pieces->find(muscle);
    if (known == context.known.pieces->end()) {
        context.report.error(place, fmt::format("the body has no muscle '{}', so it has no fibres", muscle.value),
                             "expected a position below the skin, as in { at = \"landmark\", depth = 10 }");
        return std::nullopt;
    }
    if (piece.empty()) {
        return 0;
    }
    const auto found = std::find(known->second.begin(), known->second.end(), piece);
    if (found == known->second.end()) {
        const std::string hint = context.report.hint(piece, known->second);
        context.report.error(place, fmt::format("'{}' has no piece '{}'", muscle.value, piece),
                             hint.empty() ? fmt::format("expected one of {}", fmt::join(known->second, ", ")) : hint);
        return std::nullopt;
    }
    return static_cast<int>(found - known->second.begin());
}

Position readFibrePosition(const toml::table& source, const MuscleId& muscle, ReadContext& context) {
    const TableReader table(source, fibrePositionKeys, context.report);
    FibrePosition position;
    position.piece = table.text("piece");
    position.along = table.number("along", shareRange).value_or(position.along);
    position.across = table.number("across", shareRange).value_or(position.across);
    // Without a muscle id there is nothing to look the piece up in; that has been said already.
    if (!muscle.value.empty()) {
        position.pieceIndex = pieceIndex(position.piece, muscle, table.place("piece"), context).value_or(0);
    }
    return position;
}

Position readAnchorPosition(const toml::table& source, ReadContext& context) {
    const TableReader table(source, anchorPositionKeys, context.report);
    AnchorPosition position;
    const std::string at = table.text("at");
    if (!at.empty()) {
        position.at = readAnchor({at, table.place("at")}, context).value_or(Anchor{});
    }
    position.depthMm = table.number("depth", depthRange).value_or(0.0F);
    return position;
}

Position readPosition(const TableReader& point, const MuscleId& muscle, ReadContext& context) {
    const toml::table* source = point.table("position");
    if (source == nullptr) {
        return FibrePosition{};
    }
    return source->contains("at") ? readAnchorPosition(*source, context) : readFibrePosition(*source, muscle, context);
}

Approach readApproach(const TableReader& point, ReadContext& context) {
    const std::string text = point.text("approach");
    if (text.empty()) {
        return {};
    }
    for (const auto& word : approachWords) {
        if (word.text == text) {
            return {word.value, std::nullopt};
        }
    }
    return {ApproachSide::nearest, readAnchor({text, point.place("approach")}, context)};
}

StudyFrequency readFrequency(const TableReader& table, ReadContext& context) {
    StudyFrequency frequency;
    frequency.place = table.place();
    frequency.measure = table.word("kind", measureWords, Measure::feltThere);
    frequency.region = RegionId{table.text("region")};
    frequency.percent = table.number("percent", percentRange).value_or(0.0F);
    frequency.sampleSize = table.integer("sample_size", sampleRange).value_or(0);
    if (table.has("unit")) {
        frequency.unit = table.text("unit");
    }
    frequency.people = table.text("people");
    frequency.sex = table.has("sex") ? table.wordOf("sex", sexes) : std::string();
    frequency.method = table.text("method");
    frequency.controlPercent = table.number("control_percent", percentRange);
    frequency.controlSize = table.integer("control_size", sampleRange).value_or(0);
    frequency.control = table.text("control");
    frequency.source = CitationId{table.text("source")};
    frequency.where = table.text("where");
    frequency.verification = table.word("verification", verificationWords, Verification::unverified);
    if (!frequency.region.value.empty()) {
        context.references.push_back({Reference::To::anyRegion, frequency.region.value, table.place("region")});
    } else if (frequency.measure == Measure::feltThere) {
        context.report.error(frequency.place, "a share of people who felt it, but not where", "expected a 'region'");
    }
    context.references.push_back({Reference::To::citation, frequency.source.value, table.place("source")});
    return frequency;
}

TriggerPoint readPoint(const toml::table& source, const PointId& id, ReadContext& context) {
    const TableReader table(source, pointKeys, context.report);
    TriggerPoint point;
    point.id = id;
    point.place = table.place();
    point.label = table.text("label");
    point.location = table.text("location");
    point.position = readPosition(table, id.muscle, context);
    point.approach = readApproach(table, context);
    point.basis = table.word("basis", basisWords, PatternBasis::described);
    point.occurrence = table.word("occurrence", occurrenceWords, Occurrence::occasional);
    point.zones = readZones(table, context);
    point.citations = readCitationRefs(table, "citations", context);
    point.frequencies = readFrequencies(table, "frequencies", context);
    point.evidenceNote = table.text("evidence_note");
    return point;
}

}  // namespace

std::vector<StudyFrequency> readFrequencies(const TableReader& table, std::string_view key, ReadContext& context) {
    std::vector<StudyFrequency> frequencies;
    for (const toml::table* source : table.tables(key)) {
        if (source != nullptr) {
            frequencies.push_back(readFrequency(TableReader(*source, frequencyKeys, context.report), context));
        }
    }
    return frequencies;
}

std::vector<CitationRef> readCitationRefs(const TableReader& table, std::string_view key, ReadContext& context) {
    std::vector<CitationRef> citations;
    for (const toml::table* source : table.tables(key)) {
        if (source == nullptr) {
            continue;
        }
        const TableReader entry(*source, citationRefKeys, context.report);
        CitationRef citation;
        citation.place = entry.place();
        citation.source = CitationId{entry.text("source")};
        citation.where = entry.text("where");
        citation.claim = entry.text("claim");
        citation.verification = entry.word("verification", verificationWords, Verification::unverified);
        citation.seenIn = entry.word("seen_in", seenInWords, SeenIn::nowhere);
        if (!citation.source.value.empty()) {
            context.references.push_back({Reference::To::citation, citation.source.value, entry.place("source")});
        }
        citations.push_back(std::move(citation));
    }
    return citations;
}

std::vector<TriggerPoint> readPoints(const TableReader& muscleTable, const MuscleId& muscle, ReadContext& context) {
    std::vector<TriggerPoint> points;
    int number = 0;
    for (const toml::table* source : muscleTable.tables("points")) {
        ++number;
        const std::size_t before = context.report.breaks();
        if (source == nullptr) {
            continue;
        }
        TriggerPoint point = readPoint(*source, PointId{muscle, number}, context);
        if (context.report.breaks() == before) {
            points.push_back(std::move(point));
        }
    }
    return points;
}

}  // namespace myo::atlas::loader
