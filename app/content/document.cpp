#include "content/document.h"

#include <algorithm>

namespace myo::content {

namespace {

BlockKind kindOf(BlockId id) {
    switch (id) {
        case BlockId::zones:
        case BlockId::point:
            return BlockKind::zones;
        case BlockId::evidence:
        case BlockId::pointEvidence:
        case BlockId::sources:
            return BlockKind::evidence;
        case BlockId::redFlags:
        case BlockId::lookAlikes:
            return BlockKind::caution;
        case BlockId::related:
        case BlockId::primarySources:
        case BlockId::spilloverSources:
        case BlockId::tour:
        case BlockId::compared:
            return BlockKind::links;
        default:
            return BlockKind::plain;
    }
}

// What only some readers look for.
bool closedAtFirst(BlockId id) {
    return id == BlockId::anatomy || id == BlockId::clinician || id == BlockId::sources || id == BlockId::pointEvidence;
}

}  // namespace

const Block* Document::find(BlockId id) const {
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) { return block.id == id; });
    return found != blocks.end() ? &*found : nullptr;
}

void Document::add(Block block) {
    if (!block.lines.empty()) {
        blocks.push_back(std::move(block));
    }
}

std::string_view headingKey(BlockId id) {
    switch (id) {
        case BlockId::location:
            return "content.heading.location";
        case BlockId::zones:
            return "content.heading.zones";
        case BlockId::evidence:
            return "content.heading.evidence";
        case BlockId::pointEvidence:
            return "content.heading.point_evidence";
        case BlockId::redFlags:
            return "content.heading.red_flags";
        case BlockId::lookAlikes:
            return "content.heading.look_alikes";
        case BlockId::reports:
            return "content.heading.reports";
        case BlockId::causes:
            return "content.heading.causes";
        case BlockId::palpation:
            return "content.heading.palpation";
        case BlockId::selfCare:
            return "content.heading.self_care";
        case BlockId::anatomy:
            return "content.heading.anatomy";
        case BlockId::related:
            return "content.heading.related";
        case BlockId::clinician:
            return "content.heading.clinician";
        case BlockId::sources:
            return "content.heading.sources";
        case BlockId::primarySources:
            return "content.heading.primary_sources";
        case BlockId::spilloverSources:
            return "content.heading.spillover_sources";
        case BlockId::summary:
            return "content.heading.summary";
        case BlockId::tour:
            return "content.heading.tour";
        case BlockId::reason:
            return "content.heading.reason";
        case BlockId::care:
            return "content.heading.care";
        case BlockId::primaryZone:
            return "content.heading.primary_zone";
        case BlockId::spilloverZone:
            return "content.heading.spillover_zone";
        case BlockId::provokes:
            return "content.heading.provokes";
        case BlockId::press:
            return "content.heading.press";
        case BlockId::expect:
            return "content.heading.expect";
        case BlockId::figures:
            return "content.heading.figures";
        case BlockId::licences:
            return "content.heading.licences";
        case BlockId::hints:
        case BlockId::everyday:
        case BlockId::point:
        case BlockId::section:
        case BlockId::compared:
        case BlockId::overlap:
        case BlockId::limits:
            break;
    }
    return {};
}

Block emptyBlock(const Text& text, BlockId id) {
    Block block;
    block.id = id;
    block.kind = kindOf(id);
    block.openAtFirst = !closedAtFirst(id);
    if (const std::string_view key = headingKey(id); !key.empty()) {
        block.heading = text(key);
    }
    return block;
}

}  // namespace myo::content
