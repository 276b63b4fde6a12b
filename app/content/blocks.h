// The single blocks of the documents. A block without lines is left out by Document::add.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "content/document.h"
#include "core/text.h"

namespace myo::content {

[[nodiscard]] Line plainLine(std::string words);
[[nodiscard]] Line bulletLine(std::string words, std::string note = {});
/// Adds the words under their label; nothing where there are no words.
void addLabelled(Block& block, std::string label, const std::string& words);
/// A work that stands behind a claim, in the short form.
[[nodiscard]] Source sourceOf(const Text& text, const atlas::Atlas& atlas, const atlas::CitationRef& ref);

/// Where the pain of a point is felt most, as one would say it at a kitchen table.
[[nodiscard]] Block everydayBlock(const Text& text, const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                  const atlas::TriggerPoint& point);
[[nodiscard]] Block locationBlock(const Text& text, const atlas::TriggerPoint& point);
[[nodiscard]] Block zoneBlock(const Text& text, const atlas::Atlas& atlas, const atlas::TriggerPoint& point,
                              std::optional<Side> side);
/// Place and zones of one point in the document of its muscle.
[[nodiscard]] Block pointBlock(const Text& text, const atlas::Atlas& atlas, const atlas::TriggerPoint& point,
                               std::optional<Side> side);
/// \param point nullptr for the muscle as a whole.
[[nodiscard]] Block evidenceBlock(const Text& text, const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                  const atlas::TriggerPoint* point);
[[nodiscard]] Block pointEvidenceBlock(const Text& text, const atlas::Atlas& atlas, const atlas::Muscle& muscle);
/// The most urgent first.
[[nodiscard]] Block redFlagBlock(const Text& text, const std::vector<std::string>& flags);
[[nodiscard]] Block lookAlikeBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block reportBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block causeBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block palpationBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block selfCareBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block anatomyBlock(const Text& text, const atlas::Muscle& muscle);
[[nodiscard]] Block relatedBlock(const Text& text, const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                 std::optional<Side> side);
[[nodiscard]] Block clinicianBlock(const Text& text, const atlas::Muscle& muscle);
/// The works cited for a point (nullptr: for all points) and for the muscle, each once, with the places that are cited.
[[nodiscard]] Block sourceBlock(const Text& text, const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                const atlas::TriggerPoint* point);

}  // namespace myo::content
