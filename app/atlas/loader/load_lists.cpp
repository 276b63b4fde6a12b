// The files that hold a list of entries: regions, citations, scenarios, guides, synonyms, red flags, evidence.
#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "atlas/loader/readers.h"

namespace myo::atlas::loader {

namespace {

struct ListKeys {
    const KeyTable& file;
    std::string_view list;
    const KeyTable& entry;
    std::string_view brokenPrefix;
};

// Reads every entry of one of the file's lists. `read` fills an entry and says whether it can be used.
template <class Value, class Read>
void readList(const TableReader& file, const ListKeys& keys, ReadContext& context, std::vector<Entry<Value>>& entries,
              std::set<std::string>& brokenIds, Read read) {
    for (const toml::table* source : file.tables(keys.list)) {
        if (source == nullptr) {
            continue;
        }
        const std::size_t findings = context.report.findings().size();
        context.references.clear();
        const TableReader table(*source, keys.entry, context.report);
        Entry<Value> entry;
        entry.value.place = table.place();
        const bool usable = read(table, entry.value);
        entry.faulty = context.report.findings().size() != findings;
        entry.references = context.references;
        if (usable) {
            entries.push_back(std::move(entry));
        } else if (const toml::node* id = source->get("id"); id != nullptr && id->is_string()) {
            brokenIds.insert(std::string(keys.brokenPrefix) + id->as_string()->get());
        }
    }
}

// The same for a file of one list.
template <class Value, class Read>
void readEntries(const toml::table& root, const ListKeys& keys, ReadContext& context,
                 std::vector<Entry<Value>>& entries, std::set<std::string>& brokenIds, Read read) {
    readList(TableReader(root, keys.file, context.report), keys, context, entries, brokenIds, read);
}

std::vector<ScenarioStep> readSteps(const TableReader& scenario, ReadContext& context) {
    std::vector<ScenarioStep> steps;
    for (const toml::table* source : scenario.tables("steps")) {
        if (source == nullptr) {
            continue;
        }
        const TableReader table(*source, scenarioStepKeys, context.report);
        const std::string text = table.text("point");
        const auto point = PointId::parse(text);
        if (!point) {
            if (!text.empty()) {
                context.report.error(table.place("point"), fmt::format("'{}' names no trigger point", text),
                                     "expected a muscle's id and a number, as in upper_trapezius.1");
            }
            continue;
        }
        context.references.push_back({Reference::To::point, text, table.place("point")});
        steps.push_back({*point, table.text("reason"), table.text("care")});
    }
    return steps;
}

std::vector<GuideSection> readSections(const TableReader& guide, ReadContext& context) {
    std::vector<GuideSection> sections;
    for (const toml::table* source : guide.tables("sections")) {
        if (source == nullptr) {
            continue;
        }
        const TableReader table(*source, guideSectionKeys, context.report);
        GuideSection section{table.text("id"), table.text("title"), table.texts("paragraphs"), table.texts("points"),
                             readCitationRefs(table, "citations", context)};
        if (section.paragraphs.empty() && section.points.empty()) {
            context.report.error(table.place(), "a section that says nothing", "expected paragraphs or points");
            continue;
        }
        sections.push_back(std::move(section));
    }
    return sections;
}

// Every "@class" of a rule must be there.
void referToClasses(const PlacedText& rule, ReadContext& context) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
    for (std::size_t at = rule.text.find('@'); at != std::string::npos; at = rule.text.find('@', at + 1)) {
        const std::size_t end = std::min(rule.text.find_first_not_of(letters, at + 1), rule.text.size());
        context.references.push_back({Reference::To::wordClass, rule.text.substr(at + 1, end - at - 1), rule.place});
    }
}

}  // namespace

void readRegions(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{regionFileKeys, "regions", regionKeys, "region:"};
    const auto read = [&](const TableReader& table, Region& region) {
        region.id = RegionId{table.id("id")};
        region.name = table.text("name");
        region.clinical = table.texts("clinical");
        region.lay = table.texts("lay");
        region.zone = table.wordOf("zone", regionZones);
        region.kind = table.word("kind", regionKindWords, RegionKind::surface);
        region.midline = table.flag("midline", false);
        const std::size_t before = context.report.breaks();
        region.seeds = readDabs(table, "seeds", context);
        region.seedStrokes = readStrokes(table, "seed_strokes", context);
        const bool seeded = !region.seeds.empty() || !region.seedStrokes.empty();
        if (!seeded && context.report.breaks() == before) {
            context.report.error(table.place(), fmt::format("the region '{}' has no place", region.id.value),
                                 "expected seeds or seed_strokes");
        }
        return seeded && !region.id.value.empty() && !region.name.empty();
    };
    readEntries(root, keys, context, content.regions, content.brokenIds, read);
}

void readCitations(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{citationFileKeys, "citations", citationKeys, "citation:"};
    const auto read = [&](const TableReader& table, Citation& citation) {
        citation.id = CitationId{table.id("id")};
        citation.authors = table.text("authors");
        citation.year = table.integer("year", yearRange).value_or(0);
        citation.title = table.text("title");
        citation.container = table.text("container");
        citation.doi = table.text("doi");
        citation.pmid = table.text("pmid");
        citation.url = table.text("url");
        citation.kind = table.word("kind", sourceKindWords, SourceKind::other);
        citation.verification = table.word("verification", verificationWords, Verification::unverified);
        citation.note = table.text("note");
        return !citation.id.value.empty() && !citation.title.empty();
    };
    readEntries(root, keys, context, content.citations, content.brokenIds, read);
}

void readScenarios(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{scenarioFileKeys, "scenarios", scenarioKeys, "scenario:"};
    const auto read = [&](const TableReader& table, Scenario& scenario) {
        scenario.id = ScenarioId{table.id("id")};
        scenario.name = table.text("name");
        scenario.summary = table.text("summary");
        scenario.redFlags = table.texts("red_flags");
        scenario.steps = readSteps(table, context);
        scenario.citations = readCitationRefs(table, "citations", context);
        return !scenario.id.value.empty() && !scenario.name.empty() && !scenario.steps.empty();
    };
    readEntries(root, keys, context, content.scenarios, content.brokenIds, read);
}

void readGuides(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{guideFileKeys, "guides", guideKeys, "guide:"};
    const auto read = [&](const TableReader& table, Guide& guide) {
        guide.id = GuideId{table.id("id")};
        guide.name = table.text("name");
        guide.audience = table.word("audience", audienceWords, Audience::everyone);
        guide.sections = readSections(table, context);
        return !guide.id.value.empty() && !guide.name.empty() && !guide.sections.empty();
    };
    readEntries(root, keys, context, content.guides, content.brokenIds, read);
}

void readSynonyms(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{synonymFileKeys, "synonyms", synonymKeys, "synonym:"};
    const auto read = [&](const TableReader& table, Synonym& synonym) {
        const std::vector<PlacedText> words = table.placedTexts("words");
        reportTwice(words, "word", context.report);
        for (const PlacedText& word : words) {
            synonym.words.push_back(word.text);
        }
        synonym.means = table.texts("means");
        synonym.regions = readReferences<RegionId>(table, "regions", Reference::To::anyRegion, context);
        synonym.muscles = readReferences<MuscleId>(table, "muscles", Reference::To::muscle, context);
        synonym.circumstance = table.text("circumstance");
        synonym.quality = table.text("quality");
        const bool meant = !synonym.means.empty() || !synonym.regions.empty() || !synonym.muscles.empty() ||
                           !synonym.circumstance.empty() || !synonym.quality.empty();
        if (!meant) {
            context.report.error(table.place(), "a synonym that means nothing",
                                 "expected means, regions, muscles, a circumstance or a quality");
        }
        return meant && !synonym.words.empty();
    };
    readEntries(root, keys, context, content.synonyms, content.brokenIds, read);
}

void readRedFlags(const toml::table& root, ReadContext& context, Content& content) {
    const TableReader file(root, redFlagFileKeys, context.report);
    const ListKeys classes{redFlagFileKeys, "classes", wordClassKeys, "class:"};
    readList(file, classes, context, content.wordClasses, content.brokenIds,
             [](const TableReader& table, WordClass& wordClass) {
                 wordClass.id = table.id("id");
                 wordClass.words = table.texts("words");
                 return !wordClass.id.empty() && !wordClass.words.empty();
             });
    const ListKeys flags{redFlagFileKeys, "red_flags", redFlagKeys, "red_flag:"};
    readList(file, flags, context, content.redFlags, content.brokenIds, [&](const TableReader& table, RedFlag& flag) {
        flag.id = table.id("id");
        flag.urgency = table.word("urgency", urgencyWords, Urgency::doctor);
        for (const PlacedText& rule : table.placedTexts("rules")) {
            referToClasses(rule, context);
            flag.rules.push_back(rule.text);
        }
        flag.say = table.text("say");
        flag.coveredBy = table.texts("covered_by");
        flag.citations = readCitationRefs(table, "citations", context);
        return !flag.id.empty() && !flag.rules.empty() && !flag.say.empty();
    });
    const ListKeys ruleOuts{redFlagFileKeys, "rule_outs", ruleOutKeys, "rule_out:"};
    readList(file, ruleOuts, context, content.ruleOuts, content.brokenIds,
             [&](const TableReader& table, RuleOut& ruleOut) {
                 ruleOut.id = table.id("id");
                 ruleOut.regions = readReferences<RegionId>(table, "regions", Reference::To::anyRegion, context);
                 ruleOut.say = table.text("say");
                 return !ruleOut.id.empty() && !ruleOut.say.empty();
             });
}

void readEvidence(const toml::table& root, ReadContext& context, Content& content) {
    const ListKeys keys{evidenceFileKeys, "paragraphs", evidenceParagraphKeys, "paragraph:"};
    const auto read = [&](const TableReader& table, EvidenceParagraph& paragraph) {
        paragraph.id = table.id("id");
        paragraph.text = table.text("text");
        paragraph.citations = readCitationRefs(table, "citations", context);
        if (paragraph.citations.empty() && paragraph.text.find_first_of("0123456789") != std::string::npos) {
            context.report.error(table.place("text"), "a number that no source stands behind",
                                 "expected citations of this paragraph");
        }
        return !paragraph.id.empty() && !paragraph.text.empty();
    };
    readEntries(root, keys, context, content.evidence, content.brokenIds, read);
}

}  // namespace myo::atlas::loader
