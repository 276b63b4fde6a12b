#include "report/describe.h"
#include "atlas/evidence_status.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace myo::report {

namespace {

constexpr std::size_t lineWidth = 92;

// Breaks a paragraph at blanks; every line starts with `indent` blanks.
std::string wrapped(std::string_view words, std::size_t indent) {
    std::string out;
    std::string line(indent, ' ');
    std::size_t start = 0;
    while (start < words.size()) {
        std::size_t stop = words.find(' ', start);
        stop = stop == std::string_view::npos ? words.size() : stop;
        const std::string_view word = words.substr(start, stop - start);
        if (line.size() > indent && line.size() + 1 + word.size() > lineWidth) {
            out += line + '\n';
            line.assign(indent, ' ');
        }
        line += line.size() > indent ? " " : "";
        line += word;
        start = stop + 1;
    }
    return out + line + '\n';
}

void heading(std::string& out, std::string_view title) {
    out += fmt::format("\n{}\n", title);
}

void paragraph(std::string& out, std::string_view title, std::string_view words) {
    if (!words.empty()) {
        heading(out, title);
        out += wrapped(words, 2);
    }
}

void bullets(std::string& out, std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) {
        return;
    }
    heading(out, title);
    for (const std::string& item : items) {
        std::string text = wrapped(item, 4);
        text[2] = '-';
        out += text;
    }
}

std::string joined(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

std::string regionName(const atlas::Atlas& atlas, const RegionId& id) {
    const atlas::Region* region = atlas.find(id);
    return region != nullptr ? region->name : id.value;
}

std::string regionNames(const atlas::Atlas& atlas, const atlas::Zone& zone) {
    std::vector<std::string> names;
    for (const RegionId& id : zone.regions) {
        names.push_back(regionName(atlas, id));
    }
    for (const RegionId& id : zone.internal) {
        names.push_back(regionName(atlas, id));
    }
    for (const RegionId& id : zone.contraRegions) {
        names.push_back(regionName(atlas, id) + " (other side)");
    }
    return joined(names);
}

void zones(std::string& out, const atlas::Atlas& atlas, const atlas::TriggerPoint& point) {
    for (const atlas::Zone& zone : point.zones) {
        const bool primary = zone.tier == atlas::Tier::primary;
        out += wrapped(
            (primary ? "Primary (nearly everyone): " : "Spillover (some people): ") + regionNames(atlas, zone), 4);
    }
}

void frequencies(std::string& out, const atlas::Atlas& atlas, const atlas::TriggerPoint& point) {
    for (const atlas::StudyFrequency& f : point.frequencies) {
        const atlas::Citation* source = atlas.find(f.source);
        out += wrapped(
            fmt::format("Measured: {} in {:.1f} % of {} ({}; {})", regionName(atlas, f.region), f.percent, f.sampleSize,
                        f.method,
                        source != nullptr ? fmt::format("{} {}", source->authors, source->year) : f.source.value),
            4);
    }
}

void pointBlock(std::string& out, const atlas::Atlas& atlas, const atlas::TriggerPoint& point) {
    out += fmt::format("  {}  {}\n", point.id.text(), point.label);
    if (!point.location.empty()) {
        out += wrapped("Where: " + point.location, 4);
    }
    zones(out, atlas, point);
    frequencies(out, atlas, point);
    if (!point.evidenceNote.empty()) {
        out += wrapped("Evidence: " + point.evidenceNote, 4);
    }
    out += wrapped(std::string(atlas::evidenceStatusWords(atlas::evidenceStatus(point))), 4);
    for (const atlas::CitationRef& citation : point.citations) {
        out += wrapped("Source: " + citationText(atlas, citation), 4);
    }
}

void lookAlikes(std::string& out, const atlas::Muscle& muscle) {
    std::vector<std::string> items;
    for (const atlas::LookAlike& other : muscle.lookAlikes) {
        items.push_back(fmt::format("{}: {}", other.name, other.tell));
    }
    bullets(out, "WHAT ELSE IT COULD BE", items);
}

void selfCare(std::string& out, const atlas::SelfCare& care) {
    if (!care.pressureAllowed) {
        paragraph(out, "SELF-CARE: DO NOT PRESS THIS MUSCLE YOURSELF", care.pressure);
    } else {
        paragraph(out, "SELF-CARE: PRESSURE", care.pressure);
    }
    paragraph(out, "SELF-CARE: HEAT", care.heat);
    paragraph(out, "SELF-CARE: STRETCH", care.stretch);
    paragraph(out, "SELF-CARE: AVOID", care.avoid);
    paragraph(out, "AFTERWARDS", care.afterwards);
}

void clinicianCare(std::string& out, const atlas::ClinicianCare& care) {
    paragraph(out, "PROFESSIONALS ONLY: COMPRESSION", care.compression);
    paragraph(out, "PROFESSIONALS ONLY: STRETCH", care.stretch);
    paragraph(out, "PROFESSIONALS ONLY: DRY NEEDLING", care.needling);
    paragraph(out, "PROFESSIONALS ONLY: STRUCTURES AT RISK", care.structuresAtRisk);
}

}  // namespace

std::string citationText(const atlas::Atlas& atlas, const atlas::CitationRef& citation) {
    const atlas::Citation* source = atlas.find(citation.source);
    std::string out = citation.source.value;
    if (source != nullptr) {
        const std::string year = source->year > 0 ? std::to_string(source->year) : "no year";
        out = fmt::format("{} ({}). {}", source->authors, year, source->title);
    }
    if (!citation.where.empty()) {
        out += ", " + citation.where;
    }
    if (citation.verification == atlas::Verification::unverified) {
        out += " [unverified]";
    } else if (citation.verification == atlas::Verification::disputed) {
        out += " [disputed]";
    }
    return out;
}

std::string describe(const atlas::Atlas& atlas, const atlas::Muscle& muscle) {
    std::string out = fmt::format("{}\n{}\n", muscle.name, muscle.latin);
    if (!muscle.lay.empty()) {
        out += fmt::format("In plain words: {}\n", muscle.lay);
    }
    if (!muscle.aliases.empty()) {
        out += fmt::format("Also called: {}\n", joined(muscle.aliases));
    }
    if (!muscle.fma.empty()) {
        out += fmt::format("Foundational Model of Anatomy: {}\n", muscle.fma);
    }
    if (!muscle.ta2.empty()) {
        out += fmt::format("Terminologia Anatomica 2: {}\n", muscle.ta2);
    }
    paragraph(out, "ORIGIN", muscle.origin);
    paragraph(out, "INSERTION", muscle.insertion);
    bullets(out, "ACTIONS", muscle.actions);
    paragraph(out, "NERVE SUPPLY",
              muscle.innervation.roots.empty()
                  ? muscle.innervation.nerve
                  : fmt::format("{} ({})", muscle.innervation.nerve, joined(muscle.innervation.roots)));
    heading(out, "TRIGGER POINTS (a tier says how often pain is felt there, never how strongly)");
    for (const atlas::TriggerPoint& point : muscle.points) {
        pointBlock(out, atlas, point);
    }
    bullets(out, "WHAT PEOPLE REPORT", muscle.reports);
    bullets(out, "WHAT BRINGS IT ON", muscle.activates);
    bullets(out, "WHAT KEEPS IT GOING", muscle.perpetuates);
    bullets(out, "WHAT PROVOKES THE PAIN", muscle.provokes);
    paragraph(out, "PALPATION", muscle.palpation);
    bullets(out, "RED FLAGS: GET MEDICAL HELP", muscle.redFlags);
    lookAlikes(out, muscle);
    paragraph(out, "EVIDENCE", muscle.evidenceNote);
    selfCare(out, muscle.selfCare);
    clinicianCare(out, muscle.clinicianCare);
    std::vector<std::string> sources;
    for (const atlas::CitationRef& citation : muscle.citations) {
        sources.push_back(citationText(atlas, citation));
    }
    bullets(out, "SOURCES", sources);
    return out;
}

std::string describe(const atlas::Atlas& atlas, const atlas::TriggerPoint& point) {
    const atlas::Muscle* muscle = atlas.find(point.id.muscle);
    std::string out = fmt::format("{}\n\n", muscle != nullptr ? muscle->name : point.id.muscle.value);
    pointBlock(out, atlas, point);
    if (muscle != nullptr) {
        bullets(out, "RED FLAGS: GET MEDICAL HELP", muscle->redFlags);
        lookAlikes(out, *muscle);
        selfCare(out, muscle->selfCare);
    }
    return out;
}

std::string describe(const atlas::Atlas& atlas, const atlas::Region& region) {
    std::string out = fmt::format("{}\n", region.name);
    if (!region.clinical.empty()) {
        out += fmt::format("Clinically: {}\n", joined(region.clinical));
    }
    for (const atlas::Tier tier : {atlas::Tier::primary, atlas::Tier::spillover}) {
        std::vector<std::string> items;
        for (const atlas::TriggerPoint* point : atlas.points()) {
            const bool reaches = std::any_of(point->zones.begin(), point->zones.end(), [&](const atlas::Zone& zone) {
                const auto names = [&](const std::vector<RegionId>& list) {
                    return std::find(list.begin(), list.end(), region.id) != list.end();
                };
                return zone.tier == tier && (names(zone.regions) || names(zone.internal));
            });
            if (reaches) {
                const atlas::Muscle* muscle = atlas.find(point->id.muscle);
                items.push_back(fmt::format("{} ({})", point->id.text(), muscle != nullptr ? muscle->name : ""));
            }
        }
        bullets(out, tier == atlas::Tier::primary ? "PRIMARY ZONE OF" : "SPILLOVER OF", items);
    }
    return out;
}

std::string describe(const atlas::Atlas& atlas, const atlas::Scenario& scenario) {
    std::string out = scenario.name + "\n";
    paragraph(out, "THE SITUATION", scenario.summary);
    bullets(out, "RED FLAGS: GET MEDICAL HELP", scenario.redFlags);
    heading(out, "THE TOUR");
    for (const atlas::ScenarioStep& step : scenario.steps) {
        const atlas::Muscle* muscle = atlas.find(step.point.muscle);
        out += fmt::format("  {}  {}\n", step.point.text(), muscle != nullptr ? muscle->name : "");
        out += wrapped("Why: " + step.reason, 4);
        out += wrapped("What to do: " + step.care, 4);
    }
    return out;
}

std::string describe(const atlas::Atlas& atlas, const atlas::Guide& guide) {
    std::string out = fmt::format("{} (for {})\n", guide.name, guide.audience);
    for (const atlas::GuideSection& section : guide.sections) {
        heading(out, section.title);
        for (const std::string& text : section.paragraphs) {
            out += wrapped(text, 2);
        }
        for (const std::string& point : section.points) {
            std::string text = wrapped(point, 4);
            text[2] = '-';
            out += text;
        }
        for (const atlas::CitationRef& citation : section.citations) {
            out += wrapped("Source: " + citationText(atlas, citation), 4);
        }
    }
    return out;
}

}  // namespace myo::report
