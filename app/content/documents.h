// Builders: what the atlas says of a muscle, a point, a region, a tour, a guide, of several points, and of itself.
//
// Every fact is worded here and nowhere else. In every document red flags and look-alikes stand before self-care.
// Words come from the table; names and texts of the data stay as the data have them. Nothing here looks at a body
// unless a referral is given.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "content/document.h"
#include "core/text.h"
#include "referral/referral.h"

namespace myo::content {

/// Everything known of a muscle: all its points, then what holds for the muscle as a whole. Without a side, zones are
/// told as on the same and on the other side. For a neighbour that the atlas has no entry for, a title and a status.
[[nodiscard]] Document muscleDocument(const Text& text, const atlas::Atlas& atlas, const MuscleId& id,
                                      std::optional<BodySide> side = {});

/// A trigger point with what its muscle calls for. An empty document if the atlas has no such point.
[[nodiscard]] Document pointDocument(const Text& text, const atlas::Atlas& atlas, const PointId& id,
                                     std::optional<Side> side = {});

/// A region and the points that send pain there, primary zones before spillover.
/// \param referral measures how much of the region each zone covers, and puts those that cover most first; where it is
/// nullptr, the points whose data name the region are listed in the order of the atlas.
/// \param side only with a referral, or for the title alone.
[[nodiscard]] Document regionDocument(const Text& text, const atlas::Atlas& atlas, const RegionId& id,
                                      std::optional<BodySide> side = {}, const referral::Referral* referral = nullptr);

/// A guided tour as a whole: what to rule out, what it is about, every stop.
[[nodiscard]] Document tourDocument(const Text& text, const atlas::Atlas& atlas, const atlas::Scenario& scenario);

/// One stop of a tour; stop 0 is what is said before the first. What to rule out always comes first.
/// \param stop 0..number of stops.
[[nodiscard]] Document tourStopDocument(const Text& text, const atlas::Atlas& atlas, const atlas::Scenario& scenario,
                                        int stop);

/// A text to read, a block for each section.
[[nodiscard]] Document guideDocument(const Text& text, const atlas::Atlas& atlas, const atlas::Guide& guide);

/// How sure referred-pain patterns are at all, each paragraph with its sources in full.
[[nodiscard]] Document evidenceDocument(const Text& text, const atlas::Atlas& atlas);

/// What tells points apart, as a block for each kind of fact. The lines of a block bear the numbers of the points that
/// they hold for, counting from 1; what several have in common is said once, under "1, 3". The points themselves
/// are the lines of BlockId::compared. Points that the atlas does not know have a line there and no facts.
/// \param referral nullptr: nothing is said of how far the zones meet.
[[nodiscard]] Document comparisonDocument(const Text& text, const atlas::Atlas& atlas,
                                          std::span<const SidedPoint> points, const referral::Referral* referral);

/// What the atlas holds, how far that is confirmed, and whose work it is.
[[nodiscard]] Document aboutDocument(const Text& text, const atlas::Atlas& atlas, const std::string& version);

/// "For everyone", and what a guide's sections tell, as one line of a list.
[[nodiscard]] std::string guideSummary(const Text& text, const atlas::Guide& guide);
/// "For everyone", "For therapists".
[[nodiscard]] std::string audienceWords(const Text& text, const atlas::Guide& guide);

}  // namespace myo::content
