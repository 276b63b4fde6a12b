// What the atlas knows: muscles, trigger points, referral zones, regions, citations, scenarios. Plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "atlas/anchor.h"
#include "core/diagnostic.h"
#include "core/ids.h"

namespace myo::atlas {

/// How often a zone is reported, never how strongly. Primary: the Manual's essential zone, where nearly every person
/// with an active point feels pain. Spillover: where some do.
enum class Tier { primary, spillover };

/// How usual a trigger point is held to be, by the editors' reading of the literature: it orders what could be the
/// cause.
enum class Occurrence { common, occasional, rare };

/// How far a fact has been confirmed.
enum class Verification { verified, unverified, disputed };

/// Where a muscle is looked for, from head to foot.
enum class BodyPart {
    head,
    neck,
    shoulder,
    back,
    chest,
    abdomen,
    pelvis,
    hip,
    arm,
    forearm,
    hand,
    thigh,
    leg,
    foot,
};

/// What a look-alike of a muscle's pain comes from.
enum class LookAlikeKind { visceral, nerveRoot, joint, vascular, neurological, other };

/// For whom a guide is written.
enum class Audience { everyone, therapists };

/// Where the statement of a verified citation was seen. Nobody may take one for another: most patterns come from one
/// book, and a hundred pages that retell it are no second witness.
enum class SeenIn {
    nowhere,    ///< not said, or not seen
    work,       ///< read in the named work itself (which may be an abstract of it)
    study,      ///< read in a study that looked for itself: people were examined or injected, and counted
    summaries,  ///< read only in later summaries of the Manual
};

/// What the drawn pattern of a point rests on.
enum class PatternBasis {
    described,  ///< somebody described this muscle's pattern
    analogy,    ///< nobody did; drawn like that of a neighbour, or locally
};

/// What a source is, as far as referral patterns go.
enum class SourceKind {
    other,        ///< reviews, letters, reports of experts, everything else
    manual,       ///< the Trigger Point Manual in any edition
    afterManual,  ///< a later summary of the Manual
    study,        ///< a study that examined people itself
    anatomy,      ///< a textbook or list of anatomy
};

/// A circular touch of the airbrush on the skin.
struct Dab {
    Anchor at;
    float radiusMm = 0.0F;
};

/// A stroke of the airbrush along the skin through at least two anchors.
struct Stroke {
    std::vector<Anchor> path;
    std::vector<float> radiiMm;  ///< one for the whole stroke, or one per anchor (interpolated between them)
};

/// The area where a trigger point's pain is felt, in one tier. Written for the point on the left side.
struct Zone {
    Tier tier = Tier::primary;
    std::vector<Dab> dabs;
    std::vector<Stroke> strokes;
    std::vector<RegionId> internal;  ///< regions without skin: teeth, deep ear...
    std::vector<RegionId> regions;   ///< the regions that the literature names, in words; checked against the paint
    std::vector<RegionId> contraRegions;  ///< likewise on the other side of the body
    SourcePlace place;
};

/// A place given by the muscle's own fibres.
struct FibrePosition {
    std::string piece;    ///< piece name of assets/anatomy/muscles.tsv; empty = the first
    float along = 0.5F;   ///< 0 origin .. 1 insertion
    float across = 0.5F;  ///< 0..1 from the piece's first strip to its last
    int pieceIndex = 0;   ///< index of `piece` among the pieces of the muscle's solid; set by the loader
};

/// A place given by a landmark on the skin and a depth below it.
struct AnchorPosition {
    Anchor at;
    float depthMm = 0.0F;
};

using Position = std::variant<FibrePosition, AnchorPosition>;

/// From where a finger reaches a point. Directions are those of the body, for the left side.
enum class ApproachSide {
    nearest,
    anterior,
    posterior,
    lateral,
    medial,
    superior,
    inferior,
    anterolateral,
    anteromedial,
    posterolateral,
    posteromedial,
    outOfReach,  ///< no finger reaches it: it has no dot on the skin
};

/// Where the palpating finger stands, which is where a point's dot lies on the skin.
struct Approach {
    ApproachSide side = ApproachSide::nearest;  ///< the skin met in that direction; nearest: the nearest skin
    std::optional<Anchor> at;                   ///< instead of a side: the skin nearest to this place
};

/// "This source says so, there."
struct CitationRef {
    CitationId source;
    std::string where;  ///< chapter, page or section
    std::string claim;  ///< which group of claims: "pattern", "anatomy", "treatment"...; empty = the whole entry
    Verification verification = Verification::unverified;
    SourcePlace place;
    SeenIn seenIn = SeenIn::nowhere;  ///< what "verified" means here
};

/// What a published share is a share of. Never add or compare shares of different kinds.
enum class Measure {
    feltThere,  ///< of those in whom the point was pressed or injected, who felt pain in that region
    refers,     ///< in whom pressing the point made pain spread at all
    found,      ///< of people with a condition, in whom the point was found
};

/// A published measurement.
struct StudyFrequency {
    Measure measure = Measure::feltThere;
    RegionId region;  ///< of feltThere; may be empty otherwise
    float percent = 0.0F;
    int sampleSize = 0;
    std::string unit = "people";  ///< what was counted: people, arms, muscles, injections, hands
    std::string people;           ///< who they were: "healthy adults", "people with chronic tension-type headache"
    std::string sex;              ///< "women" or "men" where the study tells; empty = not told apart
    std::string method;           ///< how the pain was brought on or the point found
    std::optional<float> controlPercent;  ///< the same share in those compared with
    int controlSize = 0;
    std::string control;  ///< who they were
    CitationId source;
    std::string where;  ///< the place where the figures stand
    Verification verification = Verification::unverified;
    SourcePlace place;
};

struct TriggerPoint {
    PointId id;
    std::string label;     ///< e.g. "TrP1, vertical fibres"
    std::string location;  ///< where to find it, in words
    Position position;
    Approach approach;
    PatternBasis basis = PatternBasis::described;
    Occurrence occurrence = Occurrence::occasional;
    std::vector<Zone> zones;
    std::vector<CitationRef> citations;
    std::vector<StudyFrequency> frequencies;
    std::string evidenceNote;  ///< what is disputed or unsure about this point's pattern
    SourcePlace place;
};

struct Innervation {
    std::string nerve;
    std::vector<std::string> roots;
};

/// Something else that feels alike.
struct LookAlike {
    std::string name;
    LookAlikeKind kind = LookAlikeKind::other;
    std::string tell;  ///< how to tell it apart
};

struct SelfCare {
    bool pressureAllowed = true;
    std::string pressure;  ///< tool, where, how long; or why not
    std::string heat;
    std::string stretch;
    std::string avoid;
    std::string afterwards;
};

struct ClinicianCare {
    std::string compression;
    std::string stretch;
    std::string needling;
    std::string structuresAtRisk;
};

struct Muscle {
    MuscleId id;
    std::string name;
    std::string latin;
    std::string lay;
    std::vector<std::string> aliases;
    std::string family;
    std::optional<BodyPart> bodyPart;  ///< nothing only where the data have an error there
    std::string fma;  ///< Foundational Model of Anatomy, "FMA22542"; of the whole muscle if it knows no such part
    std::string ta2;  ///< Terminologia Anatomica, 2nd edition, "2660"; of the whole muscle likewise
    std::string origin;
    std::string insertion;
    std::vector<std::string> actions;
    Innervation innervation;
    std::vector<std::string> activates;
    std::vector<std::string> perpetuates;
    std::string palpation;
    std::vector<std::string> reports;   ///< what people say, in plain words; feeds the search
    std::vector<std::string> provokes;  ///< movements and postures that bring the pain on
    std::vector<MuscleId> satellites;
    std::vector<LookAlike> lookAlikes;
    std::vector<std::string> redFlags;
    SelfCare selfCare;
    ClinicianCare clinicianCare;
    std::string evidenceNote;
    std::vector<TriggerPoint> points;
    std::vector<StudyFrequency> frequencies;  ///< measured for the muscle, not for one of its points
    std::vector<CitationRef> citations;
    SourcePlace place;

    // Compiled once, in model.cpp: there is much in a muscle to be copied.
    Muscle();
    Muscle(const Muscle&);
    Muscle(Muscle&&) noexcept;
    Muscle& operator=(const Muscle&);
    Muscle& operator=(Muscle&&) noexcept;
    ~Muscle();
};

enum class RegionKind { surface, internal };

/// A named part of the skin (or of the inside) in which pain is felt. Surface regions grow from their seeds until they
/// meet their neighbours.
struct Region {
    RegionId id;
    std::string name;                   ///< plain words
    std::vector<std::string> clinical;  ///< clinical synonyms
    std::vector<std::string> lay;       ///< everyday words that people type
    std::string zone;                   ///< head, neck, shoulder, back, torso, arm, hand, hip, thigh, knee, leg, foot
    RegionKind kind = RegionKind::surface;
    bool midline = false;  ///< one region across the midline instead of a left and a right one
    /// Surface: where it grows from, a larger radius reaching further. Internal: where its glow lies on the skin.
    std::vector<Dab> seeds;
    std::vector<Stroke> seedStrokes;
    SourcePlace place;
};

struct Citation {
    CitationId id;
    std::string authors;
    int year = 0;
    std::string title;
    std::string container;  ///< journal, or publisher and edition
    std::string doi;
    std::string pmid;
    std::string url;
    SourceKind kind = SourceKind::other;
    Verification verification = Verification::unverified;
    std::string note;
    SourcePlace place;
};

/// A guided tour: a situation, its muscles and points in order, why, and what to do.
struct ScenarioStep {
    PointId point;
    std::string reason;
    std::string care;
};

struct Scenario {
    ScenarioId id;
    std::string name;
    std::string summary;
    std::vector<std::string> redFlags;
    std::vector<ScenarioStep> steps;
    std::vector<CitationRef> citations;
    SourcePlace place;
};

/// Words that people type and what the atlas calls the same: "bum" means the buttock.
struct Synonym {
    std::vector<std::string> words;  ///< what people type
    std::vector<std::string> means;  ///< words of the atlas with the same sense
    std::vector<RegionId> regions;   ///< regions that are meant
    std::vector<MuscleId> muscles;   ///< muscles that are meant, the likeliest first
    std::string circumstance;        ///< when it hurts, shown as understood: "on stairs"; its regions are mere hints
    std::string quality;             ///< how it feels, shown as understood: "tingling or numb"
    SourcePlace place;
};

/// How fast help is needed when a warning is true, the most urgent first.
enum class Urgency {
    ambulance,  ///< an emergency: now
    today,      ///< a doctor on the same day
    doctor,     ///< a doctor, or another professional, in the coming days
};

/// Words with one sense: "cannot", "sudden", "chest". The rules of red flags are made of them.
struct WordClass {
    std::string id;
    std::vector<std::string> words;  ///< words, and phrases whose words follow each other, in any form
    SourcePlace place;
};

/// What calls for a doctor before any muscle is looked at.
struct RedFlag {
    std::string id;
    Urgency urgency = Urgency::doctor;
    /// Any of them raises the flag. The head of data/red_flags.toml explains how they are written.
    std::vector<std::string> rules;
    std::string say;                     ///< what it may be, and what to do; shown above all results
    std::vector<std::string> coveredBy;  ///< ids of flags beside which this one adds nothing
    std::vector<CitationRef> citations;
    SourcePlace place;
};

/// What must be ruled out for pain in some place, whatever a person says about it.
struct RuleOut {
    std::string id;
    std::vector<RegionId> regions;  ///< none: for every place that no other names
    std::string say;
    SourcePlace place;
};

/// A text to read inside the product, such as the primer.
struct GuideSection {
    std::string id;  ///< where other pages show the section as well; usually empty
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<std::string> points;  ///< a list below the paragraphs
    std::vector<CitationRef> citations;
};

struct Guide {
    GuideId id;
    std::string name;
    Audience audience = Audience::everyone;
    std::vector<GuideSection> sections;
    SourcePlace place;
};

/// A paragraph of the note on how sure referred-pain patterns are at all.
struct EvidenceParagraph {
    std::string id;
    std::string text;
    std::vector<CitationRef> citations;  ///< empty only for what needs no source
    SourcePlace place;
};

/// A landmark as the data may name it; its place on a body is the body's matter.
struct Landmark {
    LandmarkId id;
    std::string name;
    bool bony = false;
    BodySide side = BodySide::left;  ///< left (paired) or mid
};

}  // namespace myo::atlas
