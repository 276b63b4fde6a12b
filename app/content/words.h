// Names and short sentences for what the data hold. Everywhere else compares ids and enums, never these words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/evidence_status.h"
#include "content/reference.h"
#include "core/text.h"

namespace myo::content {

/// "a, b and c".
[[nodiscard]] std::string joined(const Text& text, const std::vector<std::string>& words);
/// First letter in upper case (ASCII).
[[nodiscard]] std::string capitalised(std::string words);

/// "left", "right", "midline".
[[nodiscard]] std::string sideName(const Text& text, BodySide side);
/// "left side", "right side", "midline".
[[nodiscard]] std::string sideWords(const Text& text, BodySide side);

/// The muscle's name. A neighbour that the atlas has no entry for is called by its id: "Pectineus".
[[nodiscard]] std::string muscleName(const atlas::Atlas& atlas, const MuscleId& id);
/// The region's name; the id itself if the region is unknown.
[[nodiscard]] std::string regionName(const atlas::Atlas& atlas, const RegionId& id);
/// "TrP1, vertical fibres", or "Point 1" for a point without a label.
[[nodiscard]] std::string pointLabel(const Text& text, const atlas::TriggerPoint& point);

/// "temple (left)"; a midline region has no side. The id itself if the region is unknown.
[[nodiscard]] std::string regionWords(const Text& text, const atlas::Atlas& atlas, const SidedRegion& region);
/// "Trapezius, upper fibres · TrP1 · left"; without a side if none is given.
[[nodiscard]] std::string pointWords(const Text& text, const atlas::Atlas& atlas, const PointId& point,
                                     std::optional<Side> side);
/// "Trapezius, upper fibres · TrP1 · left", "Soleus · right", "Temple · left", a tour's or guide's name; empty for
/// nothing.
[[nodiscard]] std::string referenceWords(const Text& text, const atlas::Atlas& atlas, const Reference& reference);

/// Where a zone is felt for a point on that side, gathered by side: "Left: temple and cheek. Right: cheek." Without a
/// side: "Same side: temple and cheek. Other side: cheek."
[[nodiscard]] std::string zoneWords(const Text& text, const atlas::Atlas& atlas, const atlas::Zone& zone,
                                    std::optional<Side> side);

/// "Primary", "Spillover".
[[nodiscard]] std::string tierName(const Text& text, atlas::Tier tier);
/// What a tier means, in one sentence. It says how often, never how strongly.
[[nodiscard]] std::string tierMeaning(const Text& text, atlas::Tier tier);
/// The same in two or three words.
[[nodiscard]] std::string shortTierMeaning(const Text& text, atlas::Tier tier);

/// "head", "neck" ... "foot".
[[nodiscard]] std::string bodyPartName(const Text& text, atlas::BodyPart part);

/// "confirmed, in it or in two others", "not yet confirmed", "disputed".
[[nodiscard]] std::string verificationWords(const Text& text, atlas::Verification verification);
/// The same of a citation, which also says where a confirmed statement was seen: "read in the work itself".
[[nodiscard]] std::string standingWords(const Text& text, const atlas::CitationRef& ref);
/// A published measurement with its number, unit, people and comparison.
[[nodiscard]] std::string frequencyWords(const Text& text, const atlas::Atlas& atlas,
                                         const atlas::StudyFrequency& study);
/// How well a point's pattern stands, as a sentence.
/// The same in a word or two, for a badge: "Unverified".
[[nodiscard]] std::string evidenceBadge(const Text& text, atlas::EvidenceStatus status);
[[nodiscard]] std::string evidenceStatusWords(const Text& text, atlas::EvidenceStatus status);

/// "Simons DG et al. 1999, Ch. 5": enough to find the entry in the list of sources. The source's id if it is unknown.
[[nodiscard]] std::string shortCitation(const atlas::Atlas& atlas, const atlas::CitationRef& ref);
/// "Authors (1999). Title. Journal. doi ... PubMed ...": the entry in the list of sources.
[[nodiscard]] std::string fullCitation(const Text& text, const atlas::Citation& citation);

}  // namespace myo::content
