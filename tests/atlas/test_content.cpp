// The built-in data as a reader meets them: complete, readable, honest about their sources.
#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "atlas/content_figures.h"
#include "atlas/evidence_status.h"
#include "atlas/load.h"

using namespace myo;
using namespace myo::atlas;

namespace {

const std::string root = MYOATLAS_SOURCE_DIR;

const LoadedAtlas& builtIn() {
    static const LoadedAtlas loaded = [] {
        const DataContext context = loadContext(root + "/assets/anatomy").value();
        return loadAtlas(root + "/data", context);
    }();
    return loaded;
}

// Everything that a person in pain reads about a muscle.
std::vector<std::string> layTexts(const Muscle& muscle) {
    const SelfCare& care = muscle.selfCare;
    std::vector<std::string> texts{care.pressure, care.heat, care.stretch, care.avoid, care.afterwards};
    for (const auto* list :
         {&muscle.reports, &muscle.activates, &muscle.perpetuates, &muscle.provokes, &muscle.redFlags}) {
        for (const std::string& text : *list) {
            texts.push_back(text);
        }
    }
    for (const LookAlike& other : muscle.lookAlikes) {
        texts.push_back(other.tell);
    }
    return texts;
}

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> out;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        sentence += text[i];
        const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (stop && i + 1 < text.size() && text[i + 1] == ' ') {
            out.push_back(sentence);
            sentence.clear();
        }
    }
    out.push_back(sentence);
    return out;
}

bool isWord(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

std::size_t wordCount(const std::string& sentence) {
    std::istringstream stream(sentence);
    std::size_t count = 0;
    for (std::string word; stream >> word;) {
        count += isWord(word) ? 1 : 0;
    }
    return count;
}

// Groups of vowels, less a silent final e: near enough for English prose.
int syllables(const std::string& word) {
    int count = 0;
    bool inVowels = false;
    for (const char c : word) {
        const bool vowel = std::string("aeiouyAEIOUY").find(c) != std::string::npos;
        count += vowel && !inVowels ? 1 : 0;
        inVowels = vowel;
    }
    const bool silent = word.size() > 2 && word.back() == 'e' && word[word.size() - 2] != 'l';
    return std::max(1, count - (silent ? 1 : 0));
}

// Flesch-Kincaid grade: school years needed to read a text; twelve-year-olds are in the sixth or seventh.
double readingGrade(const std::vector<std::string>& texts) {
    double sentenceSum = 0.0;
    double wordSum = 0.0;
    double syllableSum = 0.0;
    for (const std::string& text : texts) {
        for (const std::string& sentence : sentences(text)) {
            sentenceSum += wordCount(sentence) > 0 ? 1.0 : 0.0;
            std::istringstream stream(sentence);
            for (std::string word; stream >> word;) {
                wordSum += isWord(word) ? 1.0 : 0.0;
                syllableSum += isWord(word) ? syllables(word) : 0;
            }
        }
    }
    return 0.39 * wordSum / sentenceSum + 11.8 * syllableSum / wordSum - 15.59;
}

void checkSentences(const std::string& text) {
    for (const std::string& sentence : sentences(text)) {
        INFO(sentence);
        CHECK(wordCount(sentence) <= 30);
    }
}

// A text in lower case, letters only, its words set apart and framed by single blanks.
std::string wordsOf(const std::string& text) {
    std::string out = " ";
    for (const char c : text) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalnum(letter) != 0) {
            out += static_cast<char>(std::tolower(letter));
        } else if (out.back() != ' ') {
            out += ' ';
        }
    }
    return out.back() == ' ' ? out : out + ' ';
}

// The entries of a list that a text uses, as words or, with a trailing '-', as beginnings of words.
std::vector<std::string> jargonIn(const std::string& text) {
    std::ifstream file(root + "/tests/atlas/jargon.txt");
    REQUIRE(file);
    std::string words = wordsOf(text);
    std::vector<std::string> found;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (line.front() == '+') {  // an everyday phrase, allowed though a word of it is not
            for (std::size_t at = 0; (at = words.find(wordsOf(line))) != std::string::npos;) {
                words.replace(at, wordsOf(line).size(), " ");
            }
            continue;
        }
        const bool beginning = line.back() == '-';
        const std::string framed = wordsOf(line);
        if (words.find(beginning ? framed.substr(0, framed.size() - 1) : framed) != std::string::npos) {
            found.push_back(line);
        }
    }
    return found;
}

std::set<std::string> listedAliases() {
    std::ifstream file(root + "/tests/atlas/shared_aliases.txt");
    REQUIRE(file);
    std::set<std::string> aliases;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') {
            aliases.insert(line);
        }
    }
    return aliases;
}

}  // namespace

TEST_CASE("the built-in data load without a finding") {
    for (const Diagnostic& finding : builtIn().findings) {
        UNSCOPED_INFO(finding.text());
    }
    CHECK(builtIn().findings.empty());
}

TEST_CASE("every muscle of the figures' atlas list is described, with at least 250 points in all") {
    std::ifstream table(root + "/assets/anatomy/muscles.tsv");
    REQUIRE(table);
    std::size_t listed = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.ends_with("\t1")) {
            ++listed;
            const std::string id = line.substr(0, line.find('\t'));
            INFO(id);
            CHECK(builtIn().atlas.find(MuscleId{id}) != nullptr);
        }
    }
    CHECK(listed == 189);
    CHECK(builtIn().atlas.points().size() >= 250);
}

TEST_CASE("every muscle answers what a reader asks") {
    for (const Muscle& muscle : builtIn().atlas.muscles) {
        INFO(muscle.id.value);
        // The belch button is a spot and no muscle: no list of anatomy has a Latin name for it.
        CHECK((!muscle.latin.empty() || muscle.id == MuscleId{"abdominal_belch_button"}));
        for (const std::string* field : {&muscle.lay, &muscle.origin, &muscle.insertion, &muscle.innervation.nerve,
                                         &muscle.palpation, &muscle.selfCare.pressure, &muscle.selfCare.avoid,
                                         &muscle.selfCare.afterwards, &muscle.clinicianCare.structuresAtRisk}) {
            CHECK_FALSE(field->empty());
        }
        for (const auto* list : {&muscle.actions, &muscle.activates, &muscle.reports, &muscle.provokes,
                                 &muscle.redFlags, &muscle.aliases}) {
            CHECK_FALSE(list->empty());
        }
        CHECK_FALSE(muscle.lookAlikes.empty());
        CHECK_FALSE(muscle.citations.empty());
        CHECK_FALSE(muscle.points.empty());
    }
}

TEST_CASE("every point has a zone and a source, and says so where a pattern stands on one foot") {
    for (const TriggerPoint* point : builtIn().atlas.points()) {
        INFO(point->id.text());
        CHECK_FALSE(point->zones.empty());
        REQUIRE_FALSE(point->citations.empty());
        // Two sources for every primary zone, or the mark that it was not confirmed.
        const bool marked = std::any_of(point->citations.begin(), point->citations.end(),
                                        [](const CitationRef& c) { return c.verification != Verification::verified; });
        CHECK((point->citations.size() >= 2 || marked || !point->evidenceNote.empty()));
    }
}

TEST_CASE("lay text keeps its sentences short and its words plain") {
    for (const Muscle& muscle : builtIn().atlas.muscles) {
        const std::vector<std::string> texts = layTexts(muscle);
        INFO(muscle.id.value);
        CHECK(readingGrade(texts) <= 7.0);
        for (const std::string& text : texts) {
            checkSentences(text);
        }
    }
    for (const Guide& guide : builtIn().atlas.guides) {
        for (const GuideSection& section : guide.sections) {
            for (const auto* texts : {&section.paragraphs, &section.points}) {
                for (const std::string& text : *texts) {
                    checkSentences(text);
                }
            }
        }
    }
}

TEST_CASE("what a client takes home is told without the words of anatomists") {
    CHECK(jargonIn("Sore over the Sacrum.") == std::vector<std::string>{"sacrum"});
    CHECK(jargonIn("weak adduction, carpal tunnel, metatarsals") == std::vector<std::string>{"metatars-", "adduct-"});
    const auto check = [](const std::string& where, const std::string& text) {
        INFO(where << ": " << text);
        CHECK(jargonIn(text) == std::vector<std::string>{});
    };
    const Atlas& atlas = builtIn().atlas;
    for (const Muscle& muscle : atlas.muscles) {
        check(muscle.id.value, muscle.lay);
        for (const std::string& text : layTexts(muscle)) {
            check(muscle.id.value, text);
        }
    }
    for (const Region& region : atlas.regions) {
        check(region.id.value, region.name);
    }
    for (const Guide& guide : atlas.guides) {
        for (const GuideSection& section : guide.sections) {
            if (guide.audience == Audience::everyone) {
                std::for_each(section.paragraphs.begin(), section.paragraphs.end(),
                              [&](const std::string& text) { check(guide.id.value, text); });
                std::for_each(section.points.begin(), section.points.end(),
                              [&](const std::string& text) { check(guide.id.value, text); });
            }
        }
    }
    for (const Scenario& scenario : atlas.scenarios) {
        for (const ScenarioStep& step : scenario.steps) {
            check(scenario.id.value, step.reason);
            check(scenario.id.value, step.care);
        }
    }
}

TEST_CASE("an alias that muscles of different families share is shared on purpose") {
    std::map<std::string, std::set<std::string>> families;
    for (const Muscle& muscle : builtIn().atlas.muscles) {
        for (std::string alias : muscle.aliases) {
            std::transform(alias.begin(), alias.end(), alias.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            families[alias].insert(muscle.family);
        }
    }
    const std::set<std::string> listed = listedAliases();
    for (const auto& [alias, owners] : families) {
        INFO(alias);
        CHECK((owners.size() == 1 || listed.contains(alias)));
    }
}

TEST_CASE("a published id names one muscle, or the whole of which a family shows the parts") {
    const auto checkOwners = [](std::string Muscle::*id) {
        std::map<std::string, std::set<std::string>> families;
        for (const Muscle& muscle : builtIn().atlas.muscles) {
            if (!(muscle.*id).empty()) {
                families[muscle.*id].insert(muscle.family);
            }
        }
        for (const auto& [published, owners] : families) {
            INFO(published);
            CHECK(owners.size() == 1);
        }
    };
    checkOwners(&Muscle::fma);
    checkOwners(&Muscle::ta2);
    const Muscle* soleus = builtIn().atlas.find(MuscleId{"soleus"});
    REQUIRE(soleus != nullptr);
    CHECK(soleus->fma == "FMA22542");
    CHECK(soleus->ta2 == "2660");
}

TEST_CASE("muscles that are unsafe to press by oneself say so") {
    for (const char* id : {"scalenus_anterior", "scalenus_medius", "longus_colli", "psoas_major", "iliopsoas",
                           "popliteus", "coracobrachialis", "levator_ani"}) {
        const Muscle* muscle = builtIn().atlas.find(MuscleId{id});
        REQUIRE(muscle != nullptr);
        INFO(id);
        CHECK_FALSE(muscle->selfCare.pressureAllowed);
        CHECK_FALSE(muscle->selfCare.pressure.empty());
    }
}

TEST_CASE("the figures about the content are counted from it") {
    const ContentFigures figures = countContent(builtIn().atlas);
    CHECK(figures.muscles == builtIn().atlas.muscles.size());
    CHECK(figures.points == builtIn().atlas.points().size());
    CHECK(figures.pointCitations.total() >= figures.points);
    CHECK(figures.pointsVerified <= figures.points);
    CHECK(figures.musclesWithFma >= 185);
    CHECK(figures.musclesWithFma < figures.muscles);
    CHECK(figures.musclesWithTa2 > 0);
    CHECK(figures.musclesWithTa2 < figures.muscles);
    CHECK(figures.primaryZones <= figures.spilloverZones + figures.points);
}

TEST_CASE("a pattern that fewer than two sources carry is marked") {
    TriggerPoint point;
    CHECK(evidenceStatus(point) == EvidenceStatus::unconfirmed);
    point.citations = {{CitationId{"a"}, "Ch. 1", "pattern", Verification::unverified, {}}};
    CHECK(evidenceStatus(point) == EvidenceStatus::unconfirmed);
    point.citations[0].verification = Verification::verified;
    CHECK(evidenceStatus(point) == EvidenceStatus::oneSource);
    point.citations.push_back({CitationId{"a"}, "Ch. 2", "pattern", Verification::verified, {}});
    CHECK(evidenceStatus(point) == EvidenceStatus::oneSource);
    point.citations.push_back({CitationId{"b"}, "", "pattern", Verification::unverified, {}});
    CHECK(evidenceStatus(point) == EvidenceStatus::afterManual);
    point.citations[0].seenIn = SeenIn::summaries;
    CHECK(evidenceStatus(point) == EvidenceStatus::afterManual);
    point.citations[0].seenIn = SeenIn::study;
    CHECK(evidenceStatus(point) == EvidenceStatus::confirmed);
    point.basis = PatternBasis::analogy;
    CHECK(evidenceStatus(point) == EvidenceStatus::noSource);
    point.citations.push_back({CitationId{"c"}, "", "pattern", Verification::disputed, {}});
    CHECK(evidenceStatus(point) == EvidenceStatus::disputed);
}

TEST_CASE("every verified citation says where it was seen, and nothing retold counts as a study") {
    const Atlas& atlas = builtIn().atlas;
    const auto check = [&](const std::vector<CitationRef>& citations) {
        for (const CitationRef& ref : citations) {
            INFO(ref.place.file << ":" << ref.place.line);
            CHECK((ref.verification != Verification::verified || ref.seenIn != SeenIn::nowhere));
            const Citation* source = atlas.find(ref.source);
            REQUIRE(source != nullptr);
            const bool retold = source->kind == SourceKind::manual || source->kind == SourceKind::afterManual;
            CHECK((!retold || ref.seenIn == SeenIn::nowhere || ref.seenIn == SeenIn::summaries));
            CHECK((ref.seenIn != SeenIn::study || source->kind == SourceKind::study));
        }
    };
    for (const Muscle& muscle : atlas.muscles) {
        check(muscle.citations);
        for (const TriggerPoint& point : muscle.points) {
            check(point.citations);
        }
    }
}

TEST_CASE("a pattern that nobody described has no primary zone and is not called disputed") {
    int analogies = 0;
    for (const TriggerPoint* point : builtIn().atlas.points()) {
        INFO(point->id.text());
        if (point->basis == PatternBasis::analogy) {
            ++analogies;
            CHECK(evidenceStatus(*point) == EvidenceStatus::noSource);
            CHECK(std::none_of(point->zones.begin(), point->zones.end(),
                               [](const Zone& zone) { return zone.tier == Tier::primary; }));
        }
    }
    CHECK(analogies > 15);
}

TEST_CASE("measured shares are typed, have a source of their own and fit their numbers") {
    const ContentFigures figures = countContent(builtIn().atlas);
    CHECK(figures.studyFrequencies >= 80);
    CHECK(figures.studyFrequencies == figures.feltThere + figures.refers + figures.found);
    const auto check = [](const std::vector<StudyFrequency>& measured) {
        for (const StudyFrequency& one : measured) {
            INFO(one.place.file << ":" << one.place.line);
            const Citation* source = builtIn().atlas.find(one.source);
            REQUIRE(source != nullptr);
            CHECK(source->kind == SourceKind::study);
            CHECK_FALSE(one.people.empty());
            CHECK_FALSE(one.method.empty());
            CHECK_FALSE(one.where.empty());
            CHECK((one.controlPercent.has_value() == (one.controlSize > 0)));
        }
    };
    for (const Muscle& muscle : builtIn().atlas.muscles) {
        check(muscle.frequencies);
        for (const TriggerPoint& point : muscle.points) {
            check(point.frequencies);
        }
    }
}
