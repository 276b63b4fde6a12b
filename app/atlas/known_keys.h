// The words of the data format: every key that a table may hold, and every word that a key may take. The loader reads
// by these lists and by nothing else, and a test holds the JSON Schemas against them.
#pragma once

#include <array>
#include <span>
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
inline constexpr int kDataFormat = 1;

extern const KeyTable kMuscleKeys;
extern const KeyTable kInnervationKeys;
extern const KeyTable kLookAlikeKeys;
extern const KeyTable kSelfCareKeys;
extern const KeyTable kClinicianCareKeys;
extern const KeyTable kPointKeys;
extern const KeyTable kFibrePositionKeys;
extern const KeyTable kAnchorPositionKeys;
extern const KeyTable kZoneKeys;
extern const KeyTable kStrokeKeys;
extern const KeyTable kDabKeys;
extern const KeyTable kFrequencyKeys;
extern const KeyTable kCitationRefKeys;
extern const KeyTable kRegionFileKeys;
extern const KeyTable kRegionKeys;
extern const KeyTable kCitationFileKeys;
extern const KeyTable kCitationKeys;
extern const KeyTable kScenarioFileKeys;
extern const KeyTable kScenarioKeys;
extern const KeyTable kScenarioStepKeys;
extern const KeyTable kGuideFileKeys;
extern const KeyTable kGuideKeys;
extern const KeyTable kGuideSectionKeys;
extern const KeyTable kSynonymFileKeys;
extern const KeyTable kSynonymKeys;
extern const KeyTable kRedFlagFileKeys;
extern const KeyTable kRedFlagKeys;

/// All of the above.
[[nodiscard]] std::span<const KeyTable* const> allKeyTables();

inline constexpr std::array<Word<Tier>, 2> kTierWords = {{{"primary", Tier::primary}, {"spillover", Tier::spillover}}};
inline constexpr std::array<Word<Occurrence>, 3> kOccurrenceWords = {
    {{"common", Occurrence::common}, {"occasional", Occurrence::occasional}, {"rare", Occurrence::rare}}};
inline constexpr std::array<Word<Verification>, 3> kVerificationWords = {{{"verified", Verification::verified},
                                                                          {"unverified", Verification::unverified},
                                                                          {"disputed", Verification::disputed}}};
inline constexpr std::array<Word<RegionKind>, 2> kRegionKindWords = {
    {{"surface", RegionKind::surface}, {"internal", RegionKind::internal}}};
inline constexpr std::array<std::string_view, 14> kBodyParts = {"head",    "neck",   "shoulder", "back", "chest",
                                                                "abdomen", "pelvis", "hip",      "arm",  "forearm",
                                                                "hand",    "thigh",  "leg",      "foot"};
inline constexpr std::array<std::string_view, 2> kGuideAudiences = {"everyone", "therapists"};
inline constexpr std::array<std::string_view, 12> kRegionZones = {"head", "neck", "shoulder", "back", "torso", "arm",
                                                                  "hand", "hip",  "thigh",    "knee", "leg",   "foot"};
inline constexpr std::array<std::string_view, 6> kLookAlikeKinds = {"visceral", "nerve_root",   "joint",
                                                                    "vascular", "neurological", "other"};

/// Limits of numbers, in the units of the format.
struct Range {
    double low;
    double high;
};
inline constexpr Range kShareRange{0.0, 1.0};
inline constexpr Range kDepthRange{0.0, 200.0};  ///< mm
inline constexpr Range kPercentRange{0.0, 100.0};
inline constexpr Range kSampleRange{1.0, 1.0e7};
inline constexpr Range kYearRange{1500.0, 2100.0};
inline constexpr double kLargestRadiusMm = 200.0;  ///< radii are above 0 and at most this

}  // namespace myo::atlas
