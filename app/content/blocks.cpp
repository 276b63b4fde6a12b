#include "content/blocks.h"

#include <algorithm>

#include "content/words.h"

namespace myo::content {

namespace {

using atlas::Atlas;
using atlas::CitationRef;
using atlas::Muscle;
using atlas::Tier;
using atlas::TriggerPoint;

void addZones(Block& block, const Text& text, const Atlas& atlas, const TriggerPoint& point, std::optional<Side> side) {
    for (const Tier tier : {Tier::primary, Tier::spillover}) {
        for (const atlas::Zone& zone : point.zones) {
            const std::string words = zone.tier == tier ? capitalised(zoneWords(text, atlas, zone, side)) : "";
            if (!words.empty()) {
                Line line = plainLine(words);
                line.note =
                    text("content.zone.tier", {{"tier", tierName(text, tier)}, {"meaning", tierMeaning(text, tier)}});
                line.tier = tier;
                line.target = SidedPoint{point.id, side.value_or(Side::left)};
                block.lines.push_back(std::move(line));
            }
        }
    }
}

Line measuredLine(const Text& text, const Atlas& atlas, const atlas::StudyFrequency& study) {
    const bool verified = study.verification == atlas::Verification::verified;
    const std::string words = frequencyWords(text, atlas, study);
    Line line = bulletLine(verified ? text("content.evidence.measured", {{"words", words}})
                                    : text("content.evidence.measured_unverified", {{"words", words}}),
                           study.method);
    CitationRef ref;
    ref.source = study.source;
    line.sources.push_back({study.source, shortCitation(atlas, ref), {}, {}});
    line.share = Share{study.percent, study.sampleSize};
    return line;
}

// What is known of a point's pattern, who says so, what was measured, and what is unsure about it.
void addPointEvidence(Block& block, const Text& text, const Atlas& atlas, const TriggerPoint& point) {
    const atlas::EvidenceStatus status = atlas::evidenceStatus(point);
    Line line = plainLine(evidenceStatusWords(text, status));
    line.status = status;
    for (const CitationRef& ref : point.citations) {
        line.sources.push_back(sourceOf(text, atlas, ref));
    }
    block.lines.push_back(std::move(line));
    for (const atlas::StudyFrequency& study : point.frequencies) {
        block.lines.push_back(measuredLine(text, atlas, study));
    }
    if (!point.evidenceNote.empty()) {
        block.lines.push_back(plainLine(point.evidenceNote));
    }
}

Block bulletBlock(const Text& text, BlockId id, const std::vector<std::string>& sentences) {
    Block block = emptyBlock(text, id);
    for (const std::string& sentence : sentences) {
        block.lines.push_back(bulletLine(sentence));
    }
    return block;
}

// What the muscle is called in lists that other programs know.
std::string publishedIds(const Text& text, const Muscle& muscle) {
    std::vector<std::string> ids;
    if (!muscle.fma.empty()) {
        ids.push_back(text("content.anatomy.fma", {{"id", muscle.fma}}));
    }
    if (!muscle.ta2.empty()) {
        ids.push_back(text("content.anatomy.ta2", {{"id", muscle.ta2}}));
    }
    return joined(text, ids);
}

std::string nerveWords(const Text& text, const atlas::Innervation& innervation) {
    const std::string roots = joined(text, innervation.roots);
    if (innervation.nerve.empty() || roots.empty()) {
        return innervation.nerve + roots;
    }
    return text("content.anatomy.nerve_and_roots", {{"nerve", innervation.nerve}, {"roots", roots}});
}

// Collects the works in the order in which they are cited first, and beside each the places that are cited.
class SourceList {
public:
    SourceList(const Text& text, const Atlas& atlas) : text_(text), atlas_(atlas) {}

    void add(const CitationRef& ref) {
        if (Line* line = lineOf(ref.source); line != nullptr && !ref.where.empty()) {
            const std::string place =
                text_("content.citation.place", {{"where", ref.where}, {"standing", standingWords(text_, ref)}});
            if (line->note.find(place) == std::string::npos) {
                line->note += (line->note.empty() ? "" : "; ") + place;
            }
        }
    }
    void add(const CitationId& id) { static_cast<void>(lineOf(id)); }
    [[nodiscard]] std::vector<Line> lines() && { return std::move(lines_); }

private:
    // nullptr for a work that the atlas does not know.
    Line* lineOf(const CitationId& id) {
        if (const auto found = std::find(listed_.begin(), listed_.end(), id); found != listed_.end()) {
            return &lines_[static_cast<std::size_t>(found - listed_.begin())];
        }
        const atlas::Citation* citation = atlas_.find(id);
        if (citation == nullptr) {
            return nullptr;
        }
        listed_.push_back(id);
        lines_.push_back(bulletLine(fullCitation(text_, *citation)));
        return &lines_.back();
    }

    const Text& text_;
    const Atlas& atlas_;
    std::vector<CitationId> listed_;
    std::vector<Line> lines_;
};

}  // namespace

Line plainLine(std::string words) {
    Line line;
    line.text = std::move(words);
    return line;
}

Line bulletLine(std::string words, std::string note) {
    Line line = plainLine(std::move(words));
    line.note = std::move(note);
    line.bullet = true;
    return line;
}

void addLabelled(Block& block, std::string label, const std::string& words) {
    if (!words.empty()) {
        Line line = plainLine(words);
        line.label = std::move(label);
        block.lines.push_back(std::move(line));
    }
}

Source sourceOf(const Text& text, const Atlas& atlas, const CitationRef& ref) {
    return {ref.source, shortCitation(atlas, ref), ref.verification, standingWords(text, ref)};
}

Block everydayBlock(const Text& text, const Atlas& atlas, const Muscle& muscle, const TriggerPoint& point) {
    Block block = emptyBlock(text, BlockId::everyday);
    std::vector<std::string> regions;
    for (const atlas::Zone& zone : point.zones) {
        for (const RegionId& region : zone.regions) {
            const std::string name = regionName(atlas, region);
            if (zone.tier == Tier::primary && std::find(regions.begin(), regions.end(), name) == regions.end()) {
                regions.push_back(name);
            }
        }
    }
    if (!regions.empty()) {
        const std::string lay = muscle.lay.empty() ? muscle.name : muscle.lay;
        block.lines.push_back(
            plainLine(text("content.point.everyday", {{"muscle", lay}, {"regions", joined(text, regions)}})));
    }
    return block;
}

Block locationBlock(const Text& text, const TriggerPoint& point) {
    Block block = emptyBlock(text, BlockId::location);
    addLabelled(block, {}, point.location);
    return block;
}

Block zoneBlock(const Text& text, const Atlas& atlas, const TriggerPoint& point, std::optional<Side> side) {
    Block block = emptyBlock(text, BlockId::zones);
    addZones(block, text, atlas, point, side);
    return block;
}

Block pointBlock(const Text& text, const Atlas& atlas, const TriggerPoint& point, std::optional<Side> side) {
    Block block = emptyBlock(text, BlockId::point);
    block.heading = pointLabel(text, point);
    block.ownHeading = true;
    block.number = point.id.number;
    block.about = SidedPoint{point.id, side.value_or(Side::left)};
    addLabelled(block, {}, point.location);
    addZones(block, text, atlas, point, side);
    return block;
}

Block evidenceBlock(const Text& text, const Atlas& atlas, const Muscle& muscle, const TriggerPoint* point) {
    Block block = emptyBlock(text, BlockId::evidence);
    if (point != nullptr) {
        addPointEvidence(block, text, atlas, *point);
    }
    for (const atlas::StudyFrequency& study : muscle.frequencies) {
        block.lines.push_back(measuredLine(text, atlas, study));
    }
    addLabelled(block, {}, muscle.evidenceNote);
    if (block.lines.empty()) {
        block.lines.push_back(plainLine(text("content.evidence.none")));
    }
    block.lines.push_back(plainLine(text("content.evidence.tiers")));
    return block;
}

Block pointEvidenceBlock(const Text& text, const Atlas& atlas, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::pointEvidence);
    for (const TriggerPoint& point : muscle.points) {
        const std::size_t first = block.lines.size();
        addPointEvidence(block, text, atlas, point);
        block.lines[first].label = pointLabel(text, point);
    }
    return block;
}

Block redFlagBlock(const Text& text, const std::vector<std::string>& flags) {
    Block block = bulletBlock(text, BlockId::redFlags, flags);
    for (Line& line : block.lines) {
        line.urgency = atlas::urgencyOf(line.text);
    }
    std::stable_sort(block.lines.begin(), block.lines.end(),
                     [](const Line& a, const Line& b) { return *a.urgency < *b.urgency; });
    return block;
}

Block lookAlikeBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::lookAlikes);
    for (const atlas::LookAlike& other : muscle.lookAlikes) {
        block.lines.push_back(bulletLine(other.name, other.tell));
    }
    return block;
}

Block reportBlock(const Text& text, const Muscle& muscle) {
    return bulletBlock(text, BlockId::reports, muscle.reports);
}

Block causeBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::causes);
    const auto addAll = [&block](std::string label, const std::vector<std::string>& sentences) {
        for (const std::string& sentence : sentences) {
            block.lines.push_back(bulletLine(sentence));
            block.lines.back().label = std::exchange(label, {});
        }
    };
    addAll(text("content.causes.activates"), muscle.activates);
    addAll(text("content.causes.perpetuates"), muscle.perpetuates);
    addAll(text("content.causes.provokes"), muscle.provokes);
    return block;
}

Block palpationBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::palpation);
    addLabelled(block, {}, muscle.palpation);
    return block;
}

Block selfCareBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::selfCare);
    const atlas::SelfCare& care = muscle.selfCare;
    addLabelled(block, care.pressureAllowed ? text("content.care.pressure") : text("content.care.no_pressure"),
                care.pressure);
    addLabelled(block, text("content.care.heat"), care.heat);
    addLabelled(block, text("content.care.stretch"), care.stretch);
    addLabelled(block, text("content.care.avoid"), care.avoid);
    addLabelled(block, text("content.care.afterwards"), care.afterwards);
    return block;
}

Block anatomyBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::anatomy);
    addLabelled(block, text("content.anatomy.latin"), muscle.latin);
    addLabelled(block, text("content.anatomy.origin"), muscle.origin);
    addLabelled(block, text("content.anatomy.insertion"), muscle.insertion);
    for (std::size_t i = 0; i < muscle.actions.size(); ++i) {
        block.lines.push_back(bulletLine(muscle.actions[i]));
        block.lines.back().label = i == 0 ? text("content.anatomy.actions") : "";
    }
    addLabelled(block, text("content.anatomy.nerve"), nerveWords(text, muscle.innervation));
    addLabelled(block, text("content.anatomy.aliases"), joined(text, muscle.aliases));
    addLabelled(block, text("content.anatomy.ids"), publishedIds(text, muscle));
    return block;
}

Block relatedBlock(const Text& text, const Atlas& atlas, const Muscle& muscle, std::optional<Side> side) {
    Block block = emptyBlock(text, BlockId::related);
    const Side shown = side.value_or(Side::left);
    for (const MuscleId& id : muscle.satellites) {
        const Muscle* other = atlas.find(id);
        Line line = plainLine(muscleName(atlas, id));
        if (other != nullptr) {
            line.target = other->points.empty() ? Reference{SidedMuscle{id, toBodySide(shown)}}
                                                : Reference{SidedPoint{other->points.front().id, shown}};
        }
        block.lines.push_back(std::move(line));
    }
    return block;
}

Block clinicianBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::clinician);
    const atlas::ClinicianCare& care = muscle.clinicianCare;
    addLabelled(block, text("content.clinician.at_risk"), care.structuresAtRisk);
    addLabelled(block, text("content.clinician.compression"), care.compression);
    addLabelled(block, text("content.clinician.stretch"), care.stretch);
    addLabelled(block, text("content.clinician.needling"), care.needling);
    return block;
}

Block sourceBlock(const Text& text, const Atlas& atlas, const Muscle& muscle, const TriggerPoint* point) {
    SourceList list(text, atlas);
    for (const TriggerPoint& one : muscle.points) {
        if (point == nullptr || point->id == one.id) {
            for (const CitationRef& ref : one.citations) {
                list.add(ref);
            }
            for (const atlas::StudyFrequency& study : one.frequencies) {
                list.add(study.source);
            }
        }
    }
    for (const atlas::StudyFrequency& study : muscle.frequencies) {
        list.add(study.source);
    }
    for (const CitationRef& ref : muscle.citations) {
        list.add(ref);
    }
    Block block = emptyBlock(text, BlockId::sources);
    block.lines = std::move(list).lines();
    return block;
}

}  // namespace myo::content
