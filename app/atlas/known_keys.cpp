#include "atlas/known_keys.h"

namespace myo::atlas {

namespace {

constexpr bool kMust = true;

constexpr Key kMuscle[] = {
    {"format"},        {"id", kMust},        {"name", kMust}, {"latin"},       {"lay"},       {"aliases"},
    {"family", kMust}, {"body_part", kMust}, {"fma"},         {"ta2"},         {"origin"},    {"insertion"},
    {"actions"},       {"innervation"},      {"activates"},   {"perpetuates"}, {"palpation"}, {"reports"},
    {"provokes"},      {"satellites"},       {"look_alikes"}, {"red_flags"},   {"self_care"}, {"clinician_care"},
    {"evidence_note"}, {"points", kMust},    {"citations"}};
constexpr Key kInnervation[] = {{"nerve", kMust}, {"roots"}};
constexpr Key kLookAlike[] = {{"name", kMust}, {"kind", kMust}, {"tell", kMust}};
constexpr Key kSelfCare[] = {{"pressure_allowed"}, {"pressure"}, {"heat"}, {"stretch"}, {"avoid"}, {"afterwards"}};
constexpr Key kClinicianCare[] = {{"compression"}, {"stretch"}, {"needling"}, {"structures_at_risk"}};
constexpr Key kPoint[] = {{"label", kMust},     {"location", kMust}, {"position", kMust}, {"zones", kMust},
                          {"citations", kMust}, {"frequencies"},     {"evidence_note"},   {"occurrence"}};
constexpr Key kFibrePosition[] = {{"piece"}, {"along", kMust}, {"across"}};
constexpr Key kAnchorPosition[] = {{"at", kMust}, {"depth"}};
constexpr Key kZone[] = {{"tier", kMust}, {"dabs"}, {"strokes"}, {"internal"}, {"regions"}, {"contra_regions"}};
constexpr Key kStroke[] = {{"path", kMust}, {"radius", kMust}};
constexpr Key kDab[] = {{"at", kMust}, {"radius", kMust}};
constexpr Key kFrequency[] = {
    {"region", kMust}, {"percent", kMust}, {"sample_size", kMust}, {"method"}, {"source", kMust}};
constexpr Key kCitationRef[] = {{"source", kMust}, {"where", kMust}, {"claim"}, {"verification"}};
constexpr Key kRegionFile[] = {{"format"}, {"regions", kMust}};
constexpr Key kRegion[] = {{"id", kMust},   {"name", kMust}, {"clinical"}, {"lay"},         {"zone", kMust},
                           {"kind", kMust}, {"midline"},     {"seeds"},    {"seed_strokes"}};
constexpr Key kCitationFile[] = {{"format"}, {"citations", kMust}};
constexpr Key kCitation[] = {{"id", kMust}, {"authors", kMust}, {"year"}, {"title", kMust}, {"container"},
                             {"doi"},       {"pmid"},           {"url"},  {"verification"}, {"note"}};
constexpr Key kScenarioFile[] = {{"format"}, {"scenarios", kMust}};
constexpr Key kScenario[] = {{"id", kMust}, {"name", kMust},  {"summary", kMust},
                             {"red_flags"}, {"steps", kMust}, {"citations"}};
constexpr Key kScenarioStep[] = {{"point", kMust}, {"reason", kMust}, {"care"}};
constexpr Key kGuideFile[] = {{"format"}, {"guides", kMust}};
constexpr Key kGuide[] = {{"id", kMust}, {"name", kMust}, {"audience", kMust}, {"sections", kMust}};
constexpr Key kGuideSection[] = {{"title", kMust}, {"paragraphs"}, {"points"}, {"citations"}};
constexpr Key kSynonymFile[] = {{"format"}, {"synonyms", kMust}};
constexpr Key kSynonym[] = {{"words", kMust}, {"means"}, {"regions"}, {"muscles"}, {"circumstance"}, {"quality"}};
constexpr Key kRedFlagFile[] = {{"format"}, {"red_flags", kMust}};
constexpr Key kRedFlag[] = {{"id", kMust}, {"phrases", kMust}, {"say", kMust}};

constexpr std::string_view kMuscleSchema = "muscle.schema.json";
constexpr std::string_view kRegionSchema = "regions.schema.json";
constexpr std::string_view kCitationSchema = "citations.schema.json";
constexpr std::string_view kScenarioSchema = "scenarios.schema.json";
constexpr std::string_view kGuideSchema = "guides.schema.json";
constexpr std::string_view kSynonymSchema = "synonyms.schema.json";
constexpr std::string_view kRedFlagSchema = "red_flags.schema.json";

}  // namespace

const KeyTable kMuscleKeys{"a muscle", kMuscleSchema, "", kMuscle};
const KeyTable kInnervationKeys{"an innervation", kMuscleSchema, "innervation", kInnervation};
const KeyTable kLookAlikeKeys{"a look-alike", kMuscleSchema, "lookAlike", kLookAlike};
const KeyTable kSelfCareKeys{"self-care", kMuscleSchema, "selfCare", kSelfCare};
const KeyTable kClinicianCareKeys{"clinician care", kMuscleSchema, "clinicianCare", kClinicianCare};
const KeyTable kPointKeys{"a trigger point", kMuscleSchema, "point", kPoint};
const KeyTable kFibrePositionKeys{"a position by the fibres", kMuscleSchema, "fibrePosition", kFibrePosition};
const KeyTable kAnchorPositionKeys{"a position below the skin", kMuscleSchema, "anchorPosition", kAnchorPosition};
const KeyTable kZoneKeys{"a zone", kMuscleSchema, "zone", kZone};
const KeyTable kStrokeKeys{"a stroke", kMuscleSchema, "stroke", kStroke};
const KeyTable kDabKeys{"a dab", kMuscleSchema, "dab", kDab};
const KeyTable kFrequencyKeys{"a frequency", kMuscleSchema, "frequency", kFrequency};
const KeyTable kCitationRefKeys{"a citation", kMuscleSchema, "citationRef", kCitationRef};
const KeyTable kRegionFileKeys{"a file of regions", kRegionSchema, "", kRegionFile};
const KeyTable kRegionKeys{"a region", kRegionSchema, "region", kRegion};
const KeyTable kCitationFileKeys{"a file of citations", kCitationSchema, "", kCitationFile};
const KeyTable kCitationKeys{"a source", kCitationSchema, "citation", kCitation};
const KeyTable kScenarioFileKeys{"a file of scenarios", kScenarioSchema, "", kScenarioFile};
const KeyTable kScenarioKeys{"a scenario", kScenarioSchema, "scenario", kScenario};
const KeyTable kScenarioStepKeys{"a step", kScenarioSchema, "step", kScenarioStep};
const KeyTable kGuideFileKeys{"a file of guides", kGuideSchema, "", kGuideFile};
const KeyTable kGuideKeys{"a guide", kGuideSchema, "guide", kGuide};
const KeyTable kGuideSectionKeys{"a section", kGuideSchema, "section", kGuideSection};
const KeyTable kSynonymFileKeys{"a file of synonyms", kSynonymSchema, "", kSynonymFile};
const KeyTable kSynonymKeys{"a synonym", kSynonymSchema, "synonym", kSynonym};
const KeyTable kRedFlagFileKeys{"a file of red flags", kRedFlagSchema, "", kRedFlagFile};
const KeyTable kRedFlagKeys{"a red flag", kRedFlagSchema, "redFlag", kRedFlag};

std::span<const KeyTable* const> allKeyTables() {
    static constexpr const KeyTable* all[] = {
        &kMuscleKeys,       &kInnervationKeys,   &kLookAlikeKeys,      &kSelfCareKeys,    &kClinicianCareKeys,
        &kPointKeys,        &kFibrePositionKeys, &kAnchorPositionKeys, &kZoneKeys,        &kStrokeKeys,
        &kDabKeys,          &kFrequencyKeys,     &kCitationRefKeys,    &kRegionFileKeys,  &kRegionKeys,
        &kCitationFileKeys, &kCitationKeys,      &kScenarioFileKeys,   &kScenarioKeys,    &kScenarioStepKeys,
        &kGuideFileKeys,    &kGuideKeys,         &kGuideSectionKeys,   &kSynonymFileKeys, &kSynonymKeys,
        &kRedFlagFileKeys,  &kRedFlagKeys};
    return all;
}

}  // namespace myo::atlas
