// The readers of the single kinds of tables.
#pragma once

#include "atlas/loader/content.h"
#include "atlas/loader/toml_reader.h"

namespace myo::atlas::loader {

/// What every reader needs: where to report, what is known, and the references of the entry being read.
struct ReadContext {
    FileReport& report;
    const Known& known;
    std::vector<Reference> references;
};

/// An anchor whose landmarks exist; reports and returns nothing otherwise.
[[nodiscard]] std::optional<Anchor> readAnchor(const PlacedText& text, ReadContext& context);
[[nodiscard]] std::vector<Dab> readDabs(const TableReader& table, std::string_view key, ReadContext& context);
[[nodiscard]] std::vector<Stroke> readStrokes(const TableReader& table, std::string_view key, ReadContext& context);
[[nodiscard]] std::vector<Zone> readZones(const TableReader& point, ReadContext& context);
[[nodiscard]] std::vector<CitationRef> readCitationRefs(const TableReader& table, std::string_view key,
                                                        ReadContext& context);
[[nodiscard]] std::vector<StudyFrequency> readFrequencies(const TableReader& table, std::string_view key,
                                                          ReadContext& context);
/// Ids listed under a key, each remembered as a reference.
template <class Id>
[[nodiscard]] std::vector<Id> readReferences(const TableReader& table, std::string_view key, Reference::To to,
                                             ReadContext& context) {
    std::vector<Id> ids;
    for (PlacedText& entry : table.placedTexts(key)) {
        context.references.push_back({to, entry.text, entry.place});
        ids.emplace_back(std::move(entry.text));
    }
    return ids;
}
/// The points of a muscle; broken ones are left out, the others keep their numbers.
[[nodiscard]] std::vector<TriggerPoint> readPoints(const TableReader& muscleTable, const MuscleId& muscle,
                                                   ReadContext& context);

/// `stem` is the file's name without ".toml", which the muscle's id has to be.
void readMuscle(const toml::table& root, const std::string& stem, ReadContext& context, Content& content);
void readRegions(const toml::table& root, ReadContext& context, Content& content);
void readCitations(const toml::table& root, ReadContext& context, Content& content);
void readScenarios(const toml::table& root, ReadContext& context, Content& content);
void readGuides(const toml::table& root, ReadContext& context, Content& content);
void readSynonyms(const toml::table& root, ReadContext& context, Content& content);
void readRedFlags(const toml::table& root, ReadContext& context, Content& content);
void readEvidence(const toml::table& root, ReadContext& context, Content& content);

/// Reports a word that is in the list twice, upper and lower case alike.
void reportTwice(const std::vector<PlacedText>& words, const std::string& what, FileReport& report);

}  // namespace myo::atlas::loader
