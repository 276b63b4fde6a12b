#include "atlas/known_keys.h"

namespace myo::atlas {

namespace {

constexpr bool must = true;

constexpr Key muscleTable[] = {
    {"format"},        {"id", must},        {"name", must},  {"latin"},       {"lay"},       {"aliases"},
    {"family", must},  {"body_part", must}, {"fma"},         {"ta2"},         {"origin"},    {"insertion"},
    {"actions"},       {"innervation"},     {"activates"},   {"perpetuates"}, {"palpation"}, {"reports"},
    {"provokes"},      {"satellites"},      {"look_alikes"}, {"red_flags"},   {"self_care"}, {"clinician_care"},
    {"evidence_note"}, {"points", must},    {"citations"},   {"frequencies"}};
constexpr Key innervationTable[] = {{"nerve", must}, {"roots"}};
constexpr Key lookAlikeTable[] = {{"name", must}, {"kind", must}, {"tell", must}};
constexpr Key selfCareTable[] = {{"pressure_allowed"}, {"pressure"}, {"heat"}, {"stretch"}, {"avoid"}, {"afterwards"}};
constexpr Key clinicianCareTable[] = {{"compression"}, {"stretch"}, {"needling"}, {"structures_at_risk"}};
constexpr Key pointTable[] = {{"label", must},     {"location", must}, {"position", must}, {"zones", must},
                              {"citations", must}, {"frequencies"},    {"evidence_note"},  {"occurrence"},
                              {"approach"},        {"basis"}};
constexpr Key fibrePositionTable[] = {{"piece"}, {"along", must}, {"across"}};
constexpr Key anchorPositionTable[] = {{"at", must}, {"depth"}};
constexpr Key zoneTable[] = {{"tier", must}, {"dabs"}, {"strokes"}, {"internal"}, {"regions"}, {"contra_regions"}};
constexpr Key strokeTable[] = {{"path", must}, {"radius", must}};
constexpr Key dabTable[] = {{"at", must}, {"radius", must}};
constexpr Key frequencyTable[] = {
    {"kind"},    {"region"},       {"percent", must}, {"sample_size", must}, {"unit"},
    {"people"},  {"sex"},          {"method"},        {"control_percent"},   {"control_size"},
    {"control"}, {"source", must}, {"where"},         {"verification"}};
constexpr Key citationRefTable[] = {{"source", must}, {"where", must}, {"claim"}, {"verification"}, {"seen_in"}};
constexpr Key regionFileTable[] = {{"format"}, {"regions", must}};
constexpr Key regionTable[] = {{"id", must},   {"name", must}, {"clinical"}, {"lay"},         {"zone", must},
                               {"kind", must}, {"midline"},    {"seeds"},    {"seed_strokes"}};
constexpr Key citationFileTable[] = {{"format"}, {"citations", must}};
constexpr Key citationTable[] = {{"id", must},     {"authors", must}, {"year"}, {"title", must},
                                 {"container"},    {"doi"},           {"pmid"}, {"url"},
                                 {"verification"}, {"note"},          {"kind"}};
constexpr Key scenarioFileTable[] = {{"format"}, {"scenarios", must}};
constexpr Key scenarioTable[] = {{"id", must},  {"name", must},  {"summary", must},
                                 {"red_flags"}, {"steps", must}, {"citations"}};
constexpr Key scenarioStepTable[] = {{"point", must}, {"reason", must}, {"care"}};
constexpr Key guideFileTable[] = {{"format"}, {"guides", must}};
constexpr Key guideTable[] = {{"id", must}, {"name", must}, {"audience", must}, {"sections", must}};
constexpr Key guideSectionTable[] = {{"id"}, {"title", must}, {"paragraphs"}, {"points"}, {"citations"}};
constexpr Key synonymFileTable[] = {{"format"}, {"synonyms", must}};
constexpr Key synonymTable[] = {{"words", must}, {"means"}, {"regions"}, {"muscles"}, {"circumstance"}, {"quality"}};
constexpr Key redFlagFileTable[] = {{"format"}, {"classes"}, {"red_flags", must}, {"rule_outs"}};
constexpr Key wordClassTable[] = {{"id", must}, {"words", must}};
constexpr Key redFlagTable[] = {{"id", must},  {"urgency", must}, {"rules", must},
                                {"say", must}, {"covered_by"},    {"citations"}};
constexpr Key ruleOutTable[] = {{"id", must}, {"regions"}, {"say", must}};
constexpr Key evidenceFileTable[] = {{"format"}, {"paragraphs", must}};
constexpr Key evidenceParagraphTable[] = {{"id", must}, {"text", must}, {"citations"}};

constexpr std::string_view muscleSchema = "muscle.schema.json";
constexpr std::string_view regionSchema = "regions.schema.json";
constexpr std::string_view citationSchema = "citations.schema.json";
constexpr std::string_view scenarioSchema = "scenarios.schema.json";
constexpr std::string_view guideSchema = "guides.schema.json";
constexpr std::string_view synonymSchema = "synonyms.schema.json";
constexpr std::string_view redFlagSchema = "red_flags.schema.json";
constexpr std::string_view evidenceSchema = "evidence.schema.json";

}  // namespace

const KeyTable muscleKeys{"a muscle", muscleSchema, "", muscleTable};
const KeyTable innervationKeys{"an innervation", muscleSchema, "innervation", innervationTable};
const KeyTable lookAlikeKeys{"a look-alike", muscleSchema, "lookAlike", lookAlikeTable};
const KeyTable selfCareKeys{"self-care", muscleSchema, "selfCare", selfCareTable};
const KeyTable clinicianCareKeys{"clinician care", muscleSchema, "clinicianCare", clinicianCareTable};
const KeyTable pointKeys{"a trigger point", muscleSchema, "point", pointTable};
const KeyTable fibrePositionKeys{"a position by the fibres", muscleSchema, "fibrePosition", fibrePositionTable};
const KeyTable anchorPositionKeys{"a position below the skin", muscleSchema, "anchorPosition", anchorPositionTable};
const KeyTable zoneKeys{"a zone", muscleSchema, "zone", zoneTable};
const KeyTable strokeKeys{"a stroke", muscleSchema, "stroke", strokeTable};
const KeyTable dabKeys{"a dab", muscleSchema, "dab", dabTable};
const KeyTable frequencyKeys{"a frequency", muscleSchema, "frequency", frequencyTable};
const KeyTable citationRefKeys{"a citation", muscleSchema, "citationRef", citationRefTable};
const KeyTable regionFileKeys{"a file of regions", regionSchema, "", regionFileTable};
const KeyTable regionKeys{"a region", regionSchema, "region", regionTable};
const KeyTable citationFileKeys{"a file of citations", citationSchema, "", citationFileTable};
const KeyTable citationKeys{"a source", citationSchema, "citation", citationTable};
const KeyTable scenarioFileKeys{"a file of scenarios", scenarioSchema, "", scenarioFileTable};
const KeyTable scenarioKeys{"a scenario", scenarioSchema, "scenario", scenarioTable};
const KeyTable scenarioStepKeys{"a step", scenarioSchema, "step", scenarioStepTable};
const KeyTable guideFileKeys{"a file of guides", guideSchema, "", guideFileTable};
const KeyTable guideKeys{"a guide", guideSchema, "guide", guideTable};
const KeyTable guideSectionKeys{"a section", guideSchema, "section", guideSectionTable};
const KeyTable synonymFileKeys{"a file of synonyms", synonymSchema, "", synonymFileTable};
const KeyTable synonymKeys{"a synonym", synonymSchema, "synonym", synonymTable};
const KeyTable redFlagFileKeys{"a file of red flags", redFlagSchema, "", redFlagFileTable};
const KeyTable wordClassKeys{"a class of words", redFlagSchema, "wordClass", wordClassTable};
const KeyTable redFlagKeys{"a red flag", redFlagSchema, "redFlag", redFlagTable};
const KeyTable ruleOutKeys{"what to rule out", redFlagSchema, "ruleOut", ruleOutTable};
const KeyTable evidenceFileKeys{"the note on evidence", evidenceSchema, "", evidenceFileTable};
const KeyTable evidenceParagraphKeys{"a paragraph", evidenceSchema, "paragraph", evidenceParagraphTable};

std::span<const KeyTable* const> allKeyTables() {
    static constexpr const KeyTable* all[] = {&muscleKeys,
                                              &innervationKeys,
                                              &lookAlikeKeys,
                                              &selfCareKeys,
                                              &clinicianCareKeys,
                                              &pointKeys,
                                              &fibrePositionKeys,
                                              &anchorPositionKeys,
                                              &zoneKeys,
                                              &strokeKeys,
                                              &dabKeys,
                                              &frequencyKeys,
                                              &citationRefKeys,
                                              &regionFileKeys,
                                              &regionKeys,
                                              &citationFileKeys,
                                              &citationKeys,
                                              &scenarioFileKeys,
                                              &scenarioKeys,
                                              &scenarioStepKeys,
                                              &guideFileKeys,
                                              &guideKeys,
                                              &guideSectionKeys,
                                              &synonymFileKeys,
                                              &synonymKeys,
                                              &redFlagFileKeys,
                                              &wordClassKeys,
                                              &redFlagKeys,
                                              &ruleOutKeys,
                                              &evidenceFileKeys,
                                              &evidenceParagraphKeys};
    return all;
}

}  // namespace myo::atlas
