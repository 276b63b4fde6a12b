#include "session/detail_blocks.h"

#include <algorithm>

#include <fmt/format.h>

#include "atlas/evidence_status.h"
#include "session/words.h"

namespace myo::session {

namespace {

using atlas::Atlas;
using atlas::CitationRef;
using atlas::Muscle;
using atlas::Tier;
using atlas::TriggerPoint;
using atlas::Verification;

DetailLine line(std::string text, std::string note = {}) {
    DetailLine out;
    out.text = std::move(text);
    out.note = std::move(note);
    return out;
}

DetailLine bullet(std::string text, std::string note = {}) {
    DetailLine out = line(std::move(text), std::move(note));
    out.bullet = true;
    return out;
}

void addLabelled(DetailBlock& block, const std::string& label, const std::string& text) {
    if (!text.empty()) {
        block.lines.push_back(line(text, label));
    }
}

// "Simons DG et al.": the first author is enough to find the entry below.
std::string shortAuthors(const atlas::Citation& citation) {
    const std::string plain = citation.authors.substr(0, citation.authors.find(" ("));
    const auto comma = plain.find(',');
    return comma == std::string::npos ? plain : plain.substr(0, comma) + " et al.";
}

std::string fullCitation(const atlas::Citation& citation) {
    std::string text = citation.year > 0 ? fmt::format("{} ({}). {}.", citation.authors, citation.year, citation.title)
                                         : fmt::format("{}. {}.", citation.authors, citation.title);
    if (!citation.container.empty()) {
        text += " " + citation.container + ".";
    }
    if (!citation.doi.empty()) {
        text += " doi " + citation.doi + ".";
    }
    if (!citation.pmid.empty()) {
        text += " PubMed " + citation.pmid + ".";
    }
    return text;
}

}  // namespace

std::string verificationWords(Verification verification) {
    switch (verification) {
        case Verification::verified:
            return "confirmed, in it or in two others";
        case Verification::unverified:
            return "not yet confirmed";
        case Verification::disputed:
            return "disputed";
    }
    return {};
}

std::string shortCitation(const Atlas& atlas, const CitationRef& ref) {
    const atlas::Citation* citation = atlas.find(ref.source);
    std::string text = citation != nullptr ? shortAuthors(*citation) : ref.source.value;
    if (citation != nullptr && citation->year > 0) {
        text += fmt::format(" {}", citation->year);
    }
    if (!ref.where.empty()) {
        text += ", " + ref.where;
    }
    return text;
}

DetailBlock locationBlock(const TriggerPoint& point) {
    DetailBlock block{"Where the point lies", BlockKind::plain, {}, true};
    if (!point.location.empty()) {
        block.lines.push_back(line(point.location));
    }
    return block;
}

DetailBlock zoneBlock(const Atlas& atlas, const TriggerPoint& point, Side side) {
    DetailBlock block{zoneHeading, BlockKind::zones, {}, true};
    for (const Tier tier : {Tier::primary, Tier::spillover}) {
        for (const atlas::Zone& zone : point.zones) {
            if (zone.tier != tier) {
                continue;
            }
            DetailLine out = line(capitalised(zoneWords(atlas, zone, side)),
                                  fmt::format("{}: {}", tierName(tier), tierMeaning(tier)));
            out.tier = tier;
            out.target = SidedPoint{point.id, side};
            if (!out.text.empty()) {
                block.lines.push_back(std::move(out));
            }
        }
    }
    return block;
}

DetailBlock evidenceBlock(const Atlas& atlas, const Muscle& muscle, const TriggerPoint* point) {
    DetailBlock block{evidenceHeading, BlockKind::evidence, {}, true};
    if (point != nullptr) {
        block.lines.push_back(line(std::string(atlas::evidenceStatusWords(atlas::evidenceStatus(*point)))));
        for (const CitationRef& ref : point->citations) {
            block.lines.push_back(bullet(shortCitation(atlas, ref), verificationWords(ref.verification)));
        }
        for (const atlas::StudyFrequency& study : point->frequencies) {
            const atlas::Region* region = atlas.find(study.region);
            const std::string where = region != nullptr ? region->name : study.region.value;
            CitationRef source;
            source.source = study.source;
            block.lines.push_back(bullet(
                fmt::format("Measured: {:g} % of {} people felt it in the {}", study.percent, study.sampleSize, where),
                fmt::format("{}; {}", study.method, shortCitation(atlas, source))));
        }
        if (!point->evidenceNote.empty()) {
            block.lines.push_back(line(point->evidenceNote));
        }
    }
    if (!muscle.evidenceNote.empty()) {
        block.lines.push_back(line(muscle.evidenceNote));
    }
    if (block.lines.empty()) {
        block.lines.push_back(
            line("The pattern is clinical convention; no study of how often it occurs is recorded here."));
    }
    return block;
}

DetailBlock redFlagBlock(const Muscle& muscle) {
    DetailBlock block{redFlagHeading, BlockKind::caution, {}, true};
    for (const std::string& flag : muscle.redFlags) {
        block.lines.push_back(bullet(flag));
    }
    return block;
}

DetailBlock lookAlikeBlock(const Muscle& muscle) {
    DetailBlock block{lookAlikeHeading, BlockKind::caution, {}, true};
    for (const atlas::LookAlike& other : muscle.lookAlikes) {
        block.lines.push_back(bullet(other.name, other.tell));
    }
    return block;
}

DetailBlock reportBlock(const Muscle& muscle) {
    DetailBlock block{"What people say", BlockKind::plain, {}, true};
    for (const std::string& text : muscle.reports) {
        block.lines.push_back(bullet(text));
    }
    return block;
}

DetailBlock causeBlock(const Muscle& muscle) {
    DetailBlock block{"What brings it on and keeps it going", BlockKind::plain, {}, true};
    const auto addAll = [&block](const std::string& label, const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            block.lines.push_back(bullet(texts[i], i == 0 ? label : ""));
        }
    };
    addAll("Brings the points on", muscle.activates);
    addAll("Keeps them going", muscle.perpetuates);
    addAll("Makes the pain felt", muscle.provokes);
    return block;
}

DetailBlock palpationBlock(const Muscle& muscle) {
    DetailBlock block{"Finding it by hand", BlockKind::plain, {}, true};
    addLabelled(block, "", muscle.palpation);
    return block;
}

DetailBlock selfCareBlock(const Muscle& muscle) {
    DetailBlock block{selfCareHeading, BlockKind::plain, {}, true};
    const atlas::SelfCare& care = muscle.selfCare;
    addLabelled(block, care.pressureAllowed ? "Pressure" : "No pressure here", care.pressure);
    addLabelled(block, "Heat", care.heat);
    addLabelled(block, "Stretch", care.stretch);
    addLabelled(block, "Avoid", care.avoid);
    addLabelled(block, "Afterwards", care.afterwards);
    return block;
}

// What the muscle is called in lists that other programs know.
std::string publishedIds(const Muscle& muscle) {
    std::vector<std::string> ids;
    if (!muscle.fma.empty()) {
        ids.push_back(muscle.fma);
    }
    if (!muscle.ta2.empty()) {
        ids.push_back("TA2 " + muscle.ta2);
    }
    return joined(ids);
}

DetailBlock anatomyBlock(const Muscle& muscle) {
    DetailBlock block{"Anatomy", BlockKind::plain, {}, false};
    addLabelled(block, "Latin", muscle.latin);
    addLabelled(block, "Origin", muscle.origin);
    addLabelled(block, "Insertion", muscle.insertion);
    addLabelled(block, "Actions", joined(muscle.actions));
    std::string nerve = muscle.innervation.nerve;
    if (!muscle.innervation.roots.empty()) {
        nerve += (nerve.empty() ? "" : ", ") + joined(muscle.innervation.roots);
    }
    addLabelled(block, "Nerve", nerve);
    addLabelled(block, "Also called", joined(muscle.aliases));
    addLabelled(block, "Ids elsewhere", publishedIds(muscle));
    return block;
}

DetailBlock relatedBlock(const Atlas& atlas, const Muscle& muscle, Side side) {
    DetailBlock block{"Often involved as well", BlockKind::links, {}, true};
    for (const MuscleId& id : muscle.satellites) {
        const Muscle* other = atlas.find(id);
        DetailLine out = line(other != nullptr ? other->name : id.value);
        if (other != nullptr) {
            out.target = other->points.empty() ? Target{SidedMuscle{id, toBodySide(side)}}
                                               : Target{SidedPoint{other->points.front().id, side}};
        }
        block.lines.push_back(std::move(out));
    }
    return block;
}

DetailBlock clinicianBlock(const Muscle& muscle) {
    DetailBlock block{"For professionals", BlockKind::plain, {}, false};
    const atlas::ClinicianCare& care = muscle.clinicianCare;
    addLabelled(block, "Structures at risk", care.structuresAtRisk);
    addLabelled(block, "Compression", care.compression);
    addLabelled(block, "Stretch", care.stretch);
    addLabelled(block, "Needling", care.needling);
    return block;
}

DetailBlock sourceBlock(const Atlas& atlas, const Muscle& muscle, const TriggerPoint* point) {
    DetailBlock block{"Sources", BlockKind::evidence, {}, false};
    std::vector<CitationId> listed;
    const auto addOnce = [&](const CitationId& id) {
        const atlas::Citation* citation = atlas.find(id);
        if (citation != nullptr && std::find(listed.begin(), listed.end(), id) == listed.end()) {
            listed.push_back(id);
            block.lines.push_back(bullet(fullCitation(*citation)));
        }
    };
    for (const TriggerPoint& one : muscle.points) {
        if (point == nullptr || point->id == one.id) {
            for (const CitationRef& ref : one.citations) {
                addOnce(ref.source);
            }
            for (const atlas::StudyFrequency& study : one.frequencies) {
                addOnce(study.source);
            }
        }
    }
    for (const CitationRef& ref : muscle.citations) {
        addOnce(ref.source);
    }
    return block;
}

DetailBlock sourcesOfRegionBlock(const Library& library, const SidedRegion& region, Tier tier) {
    DetailBlock block{tier == Tier::primary ? "Points whose primary zone lies here" : "Points that spill over to here",
                      BlockKind::links,
                      {},
                      true};
    if (!library.referral) {
        return block;
    }
    struct Source {
        SidedPoint id;
        float covered;
    };
    std::vector<Source> sources;
    constexpr float least = 0.05F;  // a grazed edge is no reason to suspect a muscle
    for (const referral::ResolvedPoint& point : library.referral->points()) {
        if (const referral::ResolvedZone* zone = point.zone(tier)) {
            for (const auto& coverage : zone->coverage) {
                if (coverage.region == region && coverage.covered >= least) {
                    sources.push_back({point.id, coverage.covered});
                }
            }
        }
    }
    std::stable_sort(sources.begin(), sources.end(),
                     [](const Source& a, const Source& b) { return a.covered > b.covered; });
    for (const Source& source : sources) {
        DetailLine out =
            line(targetWords(*library.atlas, source.id), fmt::format("covers {:.0f} % of it", source.covered * 100.0F));
        out.target = source.id;
        out.tier = tier;
        block.lines.push_back(std::move(out));
    }
    return block;
}

}  // namespace myo::session
