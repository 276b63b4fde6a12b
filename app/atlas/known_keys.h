// The words of the data format: every key that a table may hold, and every word that a key may take. The loader reads
// by these lists and by nothing else, and a test holds the JSON Schemas against them.
#pragma once

#include <array>
#include <span>
#include <stdexcept>
#include <string_view>

#include "atlas/model.h"

namespace myo::atlas {

/// A key of a table, and whether it must be there.
struct Key {
    std::string_view name;
    bool required = false;
};

/// Everything that one kind of table may hold.
struct KeyTable {
    std::string_view what;        ///< for messages: "a muscle"
    std::string_view schema;      ///< file in data/schema/
    std::string_view definition;  ///< name under "$defs" there; empty = the file's root
    std::span<const Key> keys;
};

/// A word of the format and what it stands for.
template <class Value>
struct Word {
    std::string_view text;
    Value value;
};

/// The highest `format` that this program reads.
inline constexpr int dataFormat = 1;

extern const KeyTable muscleKeys;
extern const KeyTable innervationKeys;
extern const KeyTable lookAlikeKeys;
extern const KeyTable selfCareKeys;
extern const KeyTable clinicianCareKeys;
extern const KeyTable pointKeys;
extern const KeyTable fibrePositionKeys;
extern const KeyTable anchorPositionKeys;
extern const KeyTable zoneKeys;
extern const KeyTable strokeKeys;
extern const KeyTable dabKeys;
extern const KeyTable frequencyKeys;
extern const KeyTable citationRefKeys;
extern const KeyTable regionFileKeys;
extern const KeyTable regionKeys;
extern const KeyTable citationFileKeys;
extern const KeyTable citationKeys;
extern const KeyTable scenarioFileKeys;
extern const KeyTable scenarioKeys;
extern const KeyTable scenarioStepKeys;
extern const KeyTable guideFileKeys;
extern const KeyTable guideKeys;
extern const KeyTable guideSectionKeys;
extern const KeyTable synonymFileKeys;
extern const KeyTable synonymKeys;
extern const KeyTable redFlagFileKeys;
extern const KeyTable wordClassKeys;
extern const KeyTable redFlagKeys;
extern const KeyTable ruleOutKeys;
extern const KeyTable evidenceFileKeys;
extern const KeyTable evidenceParagraphKeys;

/// All of the above.
[[nodiscard]] std::span<const KeyTable* const> allKeyTables();

inline constexpr std::array<Word<Tier>, 2> tierWords = {{{"primary", Tier::primary}, {"spillover", Tier::spillover}}};
inline constexpr std::array<Word<Occurrence>, 3> occurrenceWords = {
    {{"common", Occurrence::common}, {"occasional", Occurrence::occasional}, {"rare", Occurrence::rare}}};
inline constexpr std::array<Word<Verification>, 3> verificationWords = {{{"verified", Verification::verified},
                                                                         {"unverified", Verification::unverified},
                                                                         {"disputed", Verification::disputed}}};
inline constexpr std::array<Word<SeenIn>, 3> seenInWords = {
    {{"work", SeenIn::work}, {"study", SeenIn::study}, {"summaries", SeenIn::summaries}}};
inline constexpr std::array<Word<PatternBasis>, 2> basisWords = {
    {{"described", PatternBasis::described}, {"analogy", PatternBasis::analogy}}};
inline constexpr std::array<Word<SourceKind>, 5> sourceKindWords = {{{"other", SourceKind::other},
                                                                     {"manual", SourceKind::manual},
                                                                     {"after_manual", SourceKind::afterManual},
                                                                     {"study", SourceKind::study},
                                                                     {"anatomy", SourceKind::anatomy}}};
inline constexpr std::array<Word<Measure>, 3> measureWords = {
    {{"felt_there", Measure::feltThere}, {"refers", Measure::refers}, {"found", Measure::found}}};
inline constexpr std::array<std::string_view, 2> sexes = {"women", "men"};
/// The sides of `approach`; any other text there is a place.
inline constexpr std::array<Word<ApproachSide>, 11> approachWords = {{{"anterior", ApproachSide::anterior},
                                                                      {"posterior", ApproachSide::posterior},
                                                                      {"lateral", ApproachSide::lateral},
                                                                      {"medial", ApproachSide::medial},
                                                                      {"superior", ApproachSide::superior},
                                                                      {"inferior", ApproachSide::inferior},
                                                                      {"anterolateral", ApproachSide::anterolateral},
                                                                      {"anteromedial", ApproachSide::anteromedial},
                                                                      {"posterolateral", ApproachSide::posterolateral},
                                                                      {"posteromedial", ApproachSide::posteromedial},
                                                                      {"out_of_reach", ApproachSide::outOfReach}}};
inline constexpr std::array<Word<RegionKind>, 2> regionKindWords = {
    {{"surface", RegionKind::surface}, {"internal", RegionKind::internal}}};
inline constexpr std::array<Word<BodyPart>, 14> bodyPartWords = {{{"head", BodyPart::head},
                                                                  {"neck", BodyPart::neck},
                                                                  {"shoulder", BodyPart::shoulder},
                                                                  {"back", BodyPart::back},
                                                                  {"chest", BodyPart::chest},
                                                                  {"abdomen", BodyPart::abdomen},
                                                                  {"pelvis", BodyPart::pelvis},
                                                                  {"hip", BodyPart::hip},
                                                                  {"arm", BodyPart::arm},
                                                                  {"forearm", BodyPart::forearm},
                                                                  {"hand", BodyPart::hand},
                                                                  {"thigh", BodyPart::thigh},
                                                                  {"leg", BodyPart::leg},
                                                                  {"foot", BodyPart::foot}}};
inline constexpr std::array<Word<Urgency>, 3> urgencyWords = {
    {{"ambulance", Urgency::ambulance}, {"today", Urgency::today}, {"doctor", Urgency::doctor}}};
inline constexpr std::array<Word<Audience>, 2> audienceWords = {
    {{"everyone", Audience::everyone}, {"therapists", Audience::therapists}}};
inline constexpr std::array<std::string_view, 12> regionZones = {"head", "neck", "shoulder", "back", "torso", "arm",
                                                                 "hand", "hip",  "thigh",    "knee", "leg",   "foot"};
inline constexpr std::array<Word<LookAlikeKind>, 6> lookAlikeKindWords = {
    {{"visceral", LookAlikeKind::visceral},
     {"nerve_root", LookAlikeKind::nerveRoot},
     {"joint", LookAlikeKind::joint},
     {"vascular", LookAlikeKind::vascular},
     {"neurological", LookAlikeKind::neurological},
     {"other", LookAlikeKind::other}}};

/// The word of the format for a value. \throw std::logic_error if the list lacks the value.
template <class Value, std::size_t N>
[[nodiscard]] constexpr std::string_view wordOf(const std::array<Word<Value>, N>& words, Value value) {
    for (const Word<Value>& word : words) {
        if (word.value == value) {
            return word.text;
        }
    }
    throw std::logic_error("a value without a word in the data format");
}

/// Limits of numbers, in the units of the format.
struct Range {
    double low;
    double high;
};
inline constexpr Range shareRange{0.0, 1.0};
inline constexpr Range depthRange{0.0, 200.0};  ///< mm
inline constexpr Range percentRange{0.0, 100.0};
inline constexpr Range sampleRange{1.0, 1.0e7};
inline constexpr Range yearRange{1500.0, 2100.0};
inline constexpr double largestRadiusMm = 200.0;  ///< radii are above 0 and at most this

}  // namespace myo::atlas
