// A text of the atlas as a plain value: what is said, in which order, and what each part is.
//
// Builders (documents.h) put a Document together from the data; a writer gives it a shape: the window's panels, the
// terminal, and likewise a page for print or for a browser. A writer walks through `blocks` in their order and needs to
// know nothing of muscles or of the data: the kind of a block tells how it is meant to be read, a line's parts are told
// apart by field, and what may be clicked is a Reference. No writer words or reorders a fact, leaves a block of caution
// out, or tells blocks apart by their headings.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/evidence_status.h"
#include "atlas/model.h"
#include "atlas/urgency.h"
#include "content/reference.h"
#include "core/text.h"

namespace myo::content {

/// What a block tells. A document may hold several blocks of one id; then their numbers differ.
enum class BlockId {
    hints,             ///< what to do next
    everyday,          ///< what it comes to, in one everyday sentence
    location,          ///< where a trigger point lies
    zones,             ///< where a point's pain is felt
    point,             ///< one point of a muscle: place and zones; the block is about it
    evidence,          ///< how well this is known
    pointEvidence,     ///< what stands behind each point of a muscle
    redFlags,          ///< when to get medical help first
    lookAlikes,        ///< what else feels like this
    reports,           ///< what people say
    causes,            ///< what brings it on, keeps it going, makes it felt
    palpation,         ///< finding it by hand
    selfCare,          ///< what one may do oneself
    anatomy,           ///< origin, insertion, actions, nerve, names
    related,           ///< muscles that are often involved as well
    clinician,         ///< for professionals only
    sources,           ///< the works that are cited
    primarySources,    ///< points whose primary zone lies in a region
    spilloverSources,  ///< points that spill over to a region
    summary,           ///< what a guided tour is about
    tour,              ///< all stops of a tour
    reason,            ///< why a stop is made
    care,              ///< what helps at a stop
    section,           ///< a section of a guide, under a heading of its own
    compared,          ///< the points that are compared, in their order
    overlap,           ///< how far their zones meet
    primaryZone,       ///< where the compared points are felt by nearly all
    spilloverZone,     ///< ... and by some
    provokes,          ///< what brings the pain of the compared points on
    press,             ///< where to press for them
    expect,            ///< what may follow treatment
    limits,            ///< what the page is not
    figures,           ///< how much the atlas holds
    licences,          ///< whose work it is
};

/// All of them, in the order above.
inline constexpr std::array allBlockIds{
    BlockId::hints,
    BlockId::everyday,
    BlockId::location,
    BlockId::zones,
    BlockId::point,
    BlockId::evidence,
    BlockId::pointEvidence,
    BlockId::redFlags,
    BlockId::lookAlikes,
    BlockId::reports,
    BlockId::causes,
    BlockId::palpation,
    BlockId::selfCare,
    BlockId::anatomy,
    BlockId::related,
    BlockId::clinician,
    BlockId::sources,
    BlockId::primarySources,
    BlockId::spilloverSources,
    BlockId::summary,
    BlockId::tour,
    BlockId::reason,
    BlockId::care,
    BlockId::section,
    BlockId::compared,
    BlockId::overlap,
    BlockId::primaryZone,
    BlockId::spilloverZone,
    BlockId::provokes,
    BlockId::press,
    BlockId::expect,
    BlockId::limits,
    BlockId::figures,
    BlockId::licences,
};

/// How a block is meant to be read; each writer gives each kind a look of its own.
enum class BlockKind {
    plain,
    zones,     ///< lines carry a tier, which a swatch or a word shows
    evidence,  ///< where the claims come from and what is disputed
    caution,   ///< to be read before anything is done; never hidden, never after self-care
    links,     ///< lines lead somewhere
};

/// A work that stands behind a line, in words, and how far it has been confirmed that it does.
struct Source {
    CitationId id;
    std::string words;  ///< "Simons DG et al. 1999, Ch. 5", or the whole entry where there is no list of sources
    std::optional<atlas::Verification> verification;  ///< nothing where the data do not say
    std::string standing;                             ///< the same in words; empty likewise
};

/// A measured share, to be drawn.
struct Share {
    float percent = 0.0F;
    int number = 0;  ///< of how many
};

/// One statement. `text` is never empty; what else there is belongs to it.
struct Line {
    std::string text;
    std::string label = {};  ///< stands before or above the text: "Heat", or the numbers of compared points
    std::string note = {};   ///< smaller, below or behind the text
    bool bullet = false;     ///< one of a list
    Reference target = {};   ///< where the line leads
    std::optional<atlas::Tier> tier = std::nullopt;
    std::optional<atlas::EvidenceStatus> status = std::nullopt;  ///< what the text says of a point's pattern
    std::optional<atlas::Urgency> urgency = std::nullopt;        ///< of a warning
    std::optional<Share> share = std::nullopt;                   ///< what was measured
    std::vector<Source> sources = {};
};

struct Block {
    BlockId id = BlockId::hints;
    BlockKind kind = BlockKind::plain;
    std::string heading;      ///< may be empty
    std::vector<Line> lines;  ///< never empty in a finished document
    bool openAtFirst = true;  ///< false: a writer that can fold keeps it closed until it is asked for
    int number = 0;           ///< from 1 where a document holds several blocks of this id
    Reference about = {};     ///< e.g. the point of a block on one point
    bool ownHeading = false;  ///< the heading is a name of the data, to be left as it is
};

struct Document {
    std::string title;
    std::string subtitle;
    std::string standing;  ///< how well its pattern is known, in a word or two; empty where that is not told
    std::optional<atlas::EvidenceStatus> evidence;  ///< the same
    std::string status;  ///< what is missing at the moment, or that the atlas knows no more; usually empty
    std::vector<Block> blocks;
    Reference about = {};

    /// The first block of that id; nullptr if there is none.
    [[nodiscard]] const Block* find(BlockId id) const;
    /// Puts a block at the end; one without lines is left out.
    void add(Block block);
};

/// The key of a block's heading in the table of sentences; empty for blocks that are headed by a name or not at all.
[[nodiscard]] std::string_view headingKey(BlockId id);
/// An empty block with its heading and the kind that is proper to it.
[[nodiscard]] Block emptyBlock(const Text& text, BlockId id);

}  // namespace myo::content
