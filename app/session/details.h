// What the details panel says, in the order in which it says it.
#pragma once

#include <string>
#include <vector>

#include "atlas/model.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// How a block is meant to be read; the panel gives each its look.
enum class BlockKind {
    plain,
    zones,     ///< lines carry a tier
    evidence,  ///< where the claims come from and what is disputed
    caution,   ///< red flags and look-alikes
    links,     ///< lines lead somewhere
};

struct DetailLine {
    std::string text;
    std::string note;  ///< smaller, below or behind the text
    Target target;     ///< where a click on the line leads; nothing for plain text
    atlas::Tier tier = atlas::Tier::primary;
    bool bullet = false;
};

struct DetailBlock {
    std::string heading;
    BlockKind kind = BlockKind::plain;
    std::vector<DetailLine> lines;
    bool openAtFirst = true;
};

/// One trigger point of the shown muscle, to switch between them.
struct PointTab {
    SidedPoint id;
    std::string label;
    bool current = false;
};

struct Details {
    std::string title;     ///< "Trapezius, upper fibres"
    std::string subtitle;  ///< "TrP1 - left - top-of-shoulder muscle"
    std::string status;    ///< e.g. "The zones are still being worked out."; usually empty
    std::vector<PointTab> tabs;
    std::vector<DetailBlock> blocks;
};

/// Everything the data know about the selection, empty blocks left out. Red flags and look-alikes always stand before
/// self-care. For nothing selected a short guide.
[[nodiscard]] Details details(const AppState& state, const Library& library);

/// The headings that tests and the panel rely on.
inline constexpr const char* redFlagHeading = "Get medical help first if";
inline constexpr const char* lookAlikeHeading = "What else feels like this";
inline constexpr const char* selfCareHeading = "Self-care";
inline constexpr const char* zoneHeading = "Where the pain is felt";
inline constexpr const char* evidenceHeading = "How well this is known";

/// The note on the evidence for referred-pain patterns as such: paragraphs, each with its source where it has one.
struct EvidenceParagraph {
    std::string text;
    std::string source;
};
[[nodiscard]] std::vector<EvidenceParagraph> evidenceNote();

}  // namespace myo::session
