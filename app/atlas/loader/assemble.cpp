#include "atlas/loader/assemble.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "atlas/loader/toml_reader.h"

namespace myo::atlas::loader {

namespace {

std::string idText(const RedFlag& flag) {
    return flag.id;
}

std::string idText(const WordClass& wordClass) {
    return wordClass.id;
}

std::string idText(const RuleOut& ruleOut) {
    return ruleOut.id;
}

std::string idText(const EvidenceParagraph& paragraph) {
    return paragraph.id;
}

template <class Value>
std::string idText(const Value& value) {
    return value.id.value;
}

// Joins the entries of all files in their order; of two with one id the first stays.
template <class Value>
std::vector<Entry<Value>> gather(std::vector<Content>& contents, std::vector<Entry<Value>> Content::*list,
                                 std::string_view what, Diagnostics& findings) {
    std::vector<Entry<Value>> all;
    std::unordered_map<std::string, SourcePlace> seen;
    for (Content& content : contents) {
        for (Entry<Value>& entry : content.*list) {
            const auto [first, isNew] = seen.emplace(idText(entry.value), entry.value.place);
            if (isNew) {
                all.push_back(std::move(entry));
                continue;
            }
            findings.push_back(
                {entry.value.place, fmt::format("the {} '{}' is there twice", what, idText(entry.value)),
                 fmt::format("expected a new id; the first is in {}:{}", first->second.file, first->second.line)});
        }
    }
    return all;
}

// The ids that a reference may name: of the base, of the new entries, and of those too broken to keep.
class Names {
public:
    Names(const Atlas& base, const DataContext& context) {
        for (const Region& region : base.regions) {
            regions_[region.id.value] = region.kind;
        }
        for (const Citation& citation : base.citations) {
            citations_.insert(citation.id.value);
        }
        for (const WordClass& wordClass : base.wordClasses) {
            addClass(wordClass);
        }
        for (const Muscle& muscle : base.muscles) {
            addMuscle(muscle);
        }
        for (const auto& [muscle, pieces] : context.pieces) {
            muscles_.insert(muscle.value);
        }
    }

    void addRegion(const Region& region) { regions_[region.id.value] = region.kind; }
    void addClass(const WordClass& wordClass) { classes_.insert(wordClass.id); }
    void addCitation(const Citation& citation) { citations_.insert(citation.id.value); }
    void addMuscle(const Muscle& muscle) {
        muscles_.insert(muscle.id.value);
        for (const TriggerPoint& point : muscle.points) {
            points_.insert(point.id.text());
        }
    }
    void addBroken(const std::set<std::string>& ids) { broken_.insert(ids.begin(), ids.end()); }

    // What is wrong with the reference; nothing if it leads somewhere.
    [[nodiscard]] std::optional<Diagnostic> check(const Reference& reference) const {
        switch (reference.to) {
            case Reference::To::surfaceRegion:
                return checkRegion(reference, RegionKind::surface);
            case Reference::To::internalRegion:
                return checkRegion(reference, RegionKind::internal);
            case Reference::To::anyRegion:
                return checkRegion(reference, std::nullopt);
            case Reference::To::citation:
                return checkName(reference, citations_, "citation", "an id of citations.toml");
            case Reference::To::wordClass:
                return checkName(reference, classes_, "class", "the id of a class of words");
            case Reference::To::muscle:
                return checkName(reference, muscles_, "muscle", "the id of a muscle");
            case Reference::To::point:
                return checkName(reference, points_, "trigger point", "a point of the atlas");
        }
        return std::nullopt;
    }

private:
    using NameSet = std::set<std::string>;

    [[nodiscard]] std::optional<Diagnostic> unknown(const Reference& reference, std::string_view what,
                                                    const std::vector<std::string>& known,
                                                    std::string_view expected) const {
        if (reference.id.empty() || broken_.contains(fmt::format("{}:{}", what, reference.id))) {
            return std::nullopt;
        }
        const std::string hint = didYouMean(reference.id, known);
        return Diagnostic{reference.place, fmt::format("unknown {} '{}'", what, reference.id),
                          hint.empty() ? fmt::format("expected {}", expected) : hint};
    }

    [[nodiscard]] std::optional<Diagnostic> checkName(const Reference& reference, const NameSet& known,
                                                      std::string_view what, std::string_view expected) const {
        if (known.contains(reference.id)) {
            return std::nullopt;
        }
        return unknown(reference, what, {known.begin(), known.end()}, expected);
    }

    [[nodiscard]] std::optional<Diagnostic> checkRegion(const Reference& reference,
                                                        std::optional<RegionKind> kind) const {
        const auto found = regions_.find(reference.id);
        if (found == regions_.end()) {
            std::vector<std::string> known;
            for (const auto& [id, regionKind] : regions_) {
                known.push_back(id);
            }
            return unknown(reference, "region", known, "an id of regions.toml");
        }
        if (!kind || found->second == *kind) {
            return std::nullopt;
        }
        if (*kind == RegionKind::surface) {
            return Diagnostic{reference.place, fmt::format("the region '{}' is internal", reference.id),
                              "expected it under 'internal'"};
        }
        return Diagnostic{reference.place, fmt::format("the region '{}' lies on the skin", reference.id),
                          "expected it under 'regions'"};
    }

    std::map<std::string, RegionKind> regions_;
    NameSet citations_;
    NameSet muscles_;
    NameSet classes_;
    NameSet points_;
    NameSet broken_;
};

template <class Value>
void checkReferences(std::vector<Entry<Value>>& entries, const Names& names, Diagnostics& findings) {
    for (Entry<Value>& entry : entries) {
        std::size_t problems = 0;
        for (const Reference& reference : entry.references) {
            if (problems == mostFindings) {
                findings.push_back(
                    {reference.place, "there are more errors from here on", "expected these to be mended first"});
                break;
            }
            if (const auto problem = names.check(reference)) {
                findings.push_back(*problem);
                entry.faulty = true;
                ++problems;
            }
        }
    }
}

// Puts the entries over the base's.
template <class Value>
void overlay(std::vector<Value>& base, std::vector<Entry<Value>>& entries, Diagnostics& findings) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < base.size(); ++i) {
        places.emplace(idText(base[i]), i);
    }
    for (Entry<Value>& entry : entries) {
        const auto known = places.find(idText(entry.value));
        if (known == places.end()) {
            base.push_back(std::move(entry.value));
        } else if (!entry.faulty) {
            base[known->second] = std::move(entry.value);
        } else {
            findings.push_back({entry.value.place,
                                fmt::format("the built-in '{}' is shown instead of this one", idText(entry.value)),
                                "it takes its place when its errors are mended", Severity::warning});
        }
    }
}

}  // namespace

Atlas assemble(const Atlas& base, std::vector<Content> contents, const DataContext& context, Diagnostics& findings) {
    auto muscles = gather(contents, &Content::muscles, "muscle", findings);
    auto regions = gather(contents, &Content::regions, "region", findings);
    auto citations = gather(contents, &Content::citations, "citation", findings);
    auto scenarios = gather(contents, &Content::scenarios, "scenario", findings);
    auto guides = gather(contents, &Content::guides, "guide", findings);
    auto wordClasses = gather(contents, &Content::wordClasses, "class", findings);
    auto redFlags = gather(contents, &Content::redFlags, "red flag", findings);
    auto ruleOuts = gather(contents, &Content::ruleOuts, "rule-out", findings);
    auto evidence = gather(contents, &Content::evidence, "paragraph", findings);

    Names names(base, context);
    std::vector<Entry<Synonym>> synonyms;
    for (Content& content : contents) {
        names.addBroken(content.brokenIds);
        std::move(content.synonyms.begin(), content.synonyms.end(), std::back_inserter(synonyms));
    }
    std::for_each(regions.begin(), regions.end(), [&](const auto& entry) { names.addRegion(entry.value); });
    std::for_each(citations.begin(), citations.end(), [&](const auto& entry) { names.addCitation(entry.value); });
    std::for_each(wordClasses.begin(), wordClasses.end(), [&](const auto& entry) { names.addClass(entry.value); });
    std::for_each(muscles.begin(), muscles.end(), [&](const auto& entry) { names.addMuscle(entry.value); });
    checkReferences(muscles, names, findings);
    checkReferences(scenarios, names, findings);
    checkReferences(guides, names, findings);
    checkReferences(evidence, names, findings);
    checkReferences(redFlags, names, findings);
    checkReferences(ruleOuts, names, findings);
    checkReferences(synonyms, names, findings);

    Atlas atlas = base;
    overlay(atlas.muscles, muscles, findings);
    overlay(atlas.regions, regions, findings);
    overlay(atlas.citations, citations, findings);
    overlay(atlas.scenarios, scenarios, findings);
    overlay(atlas.guides, guides, findings);
    overlay(atlas.wordClasses, wordClasses, findings);
    overlay(atlas.ruleOuts, ruleOuts, findings);
    overlay(atlas.redFlags, redFlags, findings);
    overlay(atlas.evidence, evidence, findings);
    for (Entry<Synonym>& synonym : synonyms) {
        atlas.synonyms.push_back(std::move(synonym.value));
    }
    atlas.landmarks = context.landmarks;
    std::sort(atlas.muscles.begin(), atlas.muscles.end(),
              [](const Muscle& a, const Muscle& b) { return std::tie(a.family, a.id) < std::tie(b.family, b.id); });
    atlas.reindex();
    removeDeadEnds(atlas);
    atlas.reindex();
    return atlas;
}

}  // namespace myo::atlas::loader
