// What is read from the first line to the last: tours, guides, the note on evidence, and what the atlas is.
#include <algorithm>

#include "atlas/content_figures.h"
#include "content/blocks.h"
#include "content/documents.h"
#include "content/words.h"

namespace myo::content {

namespace {

using atlas::Atlas;
using atlas::Scenario;

Block singleBlock(const Text& text, BlockId id, const std::string& words) {
    Block block = emptyBlock(text, id);
    addLabelled(block, {}, words);
    return block;
}

std::string stopWords(const Text& text, const Atlas& atlas, const Scenario& scenario, std::size_t stop) {
    return text("content.tour.stop", {{"number", stop},
                                      {"total", scenario.steps.size()},
                                      {"muscle", muscleName(atlas, scenario.steps.at(stop - 1).point.muscle)}});
}

std::string countsWords(const Text& text, const atlas::VerificationCount& count) {
    return text("content.about.counts",
                {{"confirmed", count.verified}, {"unconfirmed", count.unverified}, {"disputed", count.disputed}});
}

Block figuresBlock(const Text& text, const Atlas& atlas) {
    const atlas::ContentFigures figures = atlas::countContent(atlas);
    Block block = emptyBlock(text, BlockId::figures);
    const auto say = [&](const std::string& words) { block.lines.push_back(bulletLine(words)); };
    say(text("content.about.holds",
             {{"things", joined(text, {text("content.about.muscles", {{"count", figures.muscles}}),
                                       text("content.about.points", {{"count", figures.points}}),
                                       text("content.about.primary", {{"count", figures.primaryZones}}),
                                       text("content.about.spillover", {{"count", figures.spilloverZones}}),
                                       text("content.about.regions", {{"count", figures.regions}})})}}));
    say(text("content.about.standing", {{"confirmed", figures.pointsVerified},
                                        {"two_sources", figures.pointsWithTwoSources},
                                        {"one_source", figures.pointsOnOneSource},
                                        {"unverified", figures.pointsUnconfirmed},
                                        {"disputed", figures.pointsDisputed}}));
    say(text("content.about.confirmed_means"));
    say(text("content.about.of_points", {{"counts", countsWords(text, figures.pointCitations)}}));
    say(text("content.about.of_muscles", {{"counts", countsWords(text, figures.muscleCitations)}}));
    say(text("content.about.bibliography",
             {{"number", figures.sources}, {"counts", countsWords(text, figures.bibliography)}}));
    say(text("content.about.studies", {{"frequencies", figures.studyFrequencies}, {"tours", figures.scenarios}}));
    return block;
}

}  // namespace

Document tourDocument(const Text& text, const Atlas& atlas, const Scenario& scenario) {
    Document out;
    out.about = scenario.id;
    out.title = scenario.name;
    out.add(redFlagBlock(text, scenario.redFlags));
    out.add(singleBlock(text, BlockId::summary, scenario.summary));
    Block tour = emptyBlock(text, BlockId::tour);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const atlas::ScenarioStep& step = scenario.steps[i];
        Line stop = plainLine(stopWords(text, atlas, scenario, i + 1));
        stop.target = SidedPoint{step.point, Side::left};
        tour.lines.push_back(std::move(stop));
        addLabelled(tour, text(headingKey(BlockId::reason)), step.reason);
        addLabelled(tour, text(headingKey(BlockId::care)), step.care);
    }
    out.add(std::move(tour));
    return out;
}

Document tourStopDocument(const Text& text, const Atlas& atlas, const Scenario& scenario, int stop) {
    Document out;
    out.about = scenario.id;
    out.title = scenario.name;
    const std::size_t at = std::min(static_cast<std::size_t>(std::max(stop, 0)), scenario.steps.size());
    Block flags = redFlagBlock(text, scenario.redFlags);
    flags.openAtFirst = at == 0;  // read before the first stop; later one click away
    out.add(std::move(flags));
    if (at == 0) {
        out.subtitle = text("content.tour.before", {{"count", scenario.steps.size()}});
        out.add(singleBlock(text, BlockId::summary, scenario.summary));
        return out;
    }
    out.subtitle = stopWords(text, atlas, scenario, at);
    out.add(singleBlock(text, BlockId::reason, scenario.steps[at - 1].reason));
    out.add(singleBlock(text, BlockId::care, scenario.steps[at - 1].care));
    return out;
}

std::string audienceWords(const Text& text, const atlas::Guide& guide) {
    return guide.audience == atlas::Audience::everyone ? text("content.guide.for_everyone")
                                                       : text("content.guide.for_therapists");
}

std::string guideSummary(const Text& text, const atlas::Guide& guide) {
    std::string titles;
    for (const atlas::GuideSection& section : guide.sections) {
        titles += (titles.empty() ? "" : "; ") + section.title;
    }
    return text("content.guide.summary", {{"audience", audienceWords(text, guide)}, {"sections", titles}});
}

Document guideDocument(const Text& text, const Atlas& atlas, const atlas::Guide& guide) {
    Document out;
    out.about = guide.id;
    out.title = guide.name;
    out.subtitle = audienceWords(text, guide);
    int number = 0;
    for (const atlas::GuideSection& section : guide.sections) {
        Block block = emptyBlock(text, BlockId::section);
        block.number = ++number;
        block.heading = section.title;
        block.ownHeading = true;
        for (const std::string& paragraph : section.paragraphs) {
            addLabelled(block, {}, paragraph);
        }
        for (const std::string& point : section.points) {
            block.lines.push_back(bulletLine(point));
        }
        if (!block.lines.empty()) {
            for (const atlas::CitationRef& ref : section.citations) {
                block.lines.back().sources.push_back(sourceOf(text, atlas, ref));
            }
        }
        out.add(std::move(block));
    }
    return out;
}

Document evidenceDocument(const Text& text, const Atlas& atlas) {
    Document out;
    out.title = text("content.evidence.title");
    Block block = emptyBlock(text, BlockId::section);
    block.number = 1;
    for (const atlas::EvidenceParagraph& paragraph : atlas.evidence) {
        Line line = plainLine(paragraph.text);
        for (const atlas::CitationRef& ref : paragraph.citations) {
            Source source = sourceOf(text, atlas, ref);
            if (const atlas::Citation* citation = atlas.find(ref.source)) {
                source.words = fullCitation(text, *citation);
            }
            line.sources.push_back(std::move(source));
        }
        block.lines.push_back(std::move(line));
    }
    out.add(std::move(block));
    return out;
}

Document aboutDocument(const Text& text, const Atlas& atlas, const std::string& version) {
    Document out;
    out.title = text("content.about.title");
    out.subtitle = text("content.about.version", {{"version", version}}) + " " + text("product.slogan");
    out.add(figuresBlock(text, atlas));
    Block licences = emptyBlock(text, BlockId::licences);
    for (const char* key : {"content.about.licence_program", "content.about.licence_texts",
                            "content.about.licence_bodyparts3d", "content.about.licence_makehuman"}) {
        licences.lines.push_back(plainLine(text(key)));
    }
    out.add(std::move(licences));
    return out;
}

}  // namespace myo::content
