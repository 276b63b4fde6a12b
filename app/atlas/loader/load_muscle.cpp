#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "atlas/loader/readers.h"
#include "core/utf8.h"

namespace myo::atlas::loader {

namespace {

std::vector<std::string> plain(std::vector<PlacedText> texts) {
    std::vector<std::string> values;
    values.reserve(texts.size());
    for (PlacedText& entry : texts) {
        values.push_back(std::move(entry.text));
    }
    return values;
}

Innervation readInnervation(const TableReader& muscle, FileReport& report) {
    const toml::table* source = muscle.table("innervation");
    if (source == nullptr) {
        return {};
    }
    const TableReader table(*source, innervationKeys, report);
    return {table.text("nerve"), table.texts("roots")};
}

std::vector<LookAlike> readLookAlikes(const TableReader& muscle, FileReport& report) {
    std::vector<LookAlike> lookAlikes;
    for (const toml::table* source : muscle.tables("look_alikes")) {
        if (source == nullptr) {
            continue;
        }
        const TableReader table(*source, lookAlikeKeys, report);
        lookAlikes.push_back(
            {table.text("name"), table.word("kind", lookAlikeKindWords, LookAlikeKind::other), table.text("tell")});
    }
    return lookAlikes;
}

SelfCare readSelfCare(const TableReader& muscle, FileReport& report) {
    SelfCare care;
    if (const toml::table* source = muscle.table("self_care")) {
        const TableReader table(*source, selfCareKeys, report);
        care = {table.flag("pressure_allowed", true),
                table.text("pressure"),
                table.text("heat"),
                table.text("stretch"),
                table.text("avoid"),
                table.text("afterwards")};
    }
    return care;
}

ClinicianCare readClinicianCare(const TableReader& muscle, FileReport& report) {
    ClinicianCare care;
    if (const toml::table* source = muscle.table("clinician_care")) {
        const TableReader table(*source, clinicianCareKeys, report);
        care = {table.text("compression"), table.text("stretch"), table.text("needling"),
                table.text("structures_at_risk")};
    }
    return care;
}

bool isDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// An id of a published list of names: a prefix and at most so many digits. A malformed one is reported and dropped:
// whoever looks it up elsewhere would find another structure.
std::string readId(const TableReader& table, std::string_view key, std::string_view prefix, std::size_t most,
                   FileReport& report) {
    std::string id = table.has(key) ? table.text(key) : "";
    if (id.empty()) {
        return id;
    }
    const std::size_t start = prefix.size();
    const bool wellFormed = id.starts_with(prefix) && id.size() > start && id.size() <= start + most &&
                            id[start] != '0' && isDigits(std::string_view(id).substr(start));
    if (!wellFormed) {
        report.blemish(table.place(key), fmt::format("'{}' is no {} id", id, key),
                       fmt::format("expected {}a number, as in \"{}2660\"", prefix.empty() ? "" : "FMA and ", prefix));
        id.clear();
    }
    return id;
}

void readWords(const TableReader& table, Muscle& muscle, ReadContext& context) {
    const std::vector<PlacedText> aliases = table.placedTexts("aliases");
    reportTwice(aliases, "alias", context.report);
    muscle.aliases = plain(aliases);
    muscle.name = table.text("name");
    muscle.latin = table.text("latin");
    muscle.lay = table.text("lay");
    muscle.family = table.text("family");
    muscle.bodyPart = table.wordIfKnown("body_part", bodyPartWords);
    muscle.fma = readId(table, "fma", "FMA", 7, context.report);
    muscle.ta2 = readId(table, "ta2", "", 4, context.report);
    muscle.origin = table.text("origin");
    muscle.insertion = table.text("insertion");
    muscle.actions = table.texts("actions");
    muscle.innervation = readInnervation(table, context.report);
    muscle.activates = table.texts("activates");
    muscle.perpetuates = table.texts("perpetuates");
    muscle.palpation = table.text("palpation");
    muscle.reports = table.texts("reports");
    muscle.provokes = table.texts("provokes");
    muscle.redFlags = table.texts("red_flags");
    muscle.evidenceNote = table.text("evidence_note");
}

}  // namespace

void reportTwice(const std::vector<PlacedText>& words, const std::string& what, FileReport& report) {
    std::set<std::string> seen;
    for (const PlacedText& word : words) {
        if (!seen.insert(lowered(word.text)).second) {
            report.blemish(word.place, fmt::format("the {} '{}' is there twice", what, word.text), "expected it once");
        }
    }
}

void readMuscle(const toml::table& root, const std::string& stem, ReadContext& context, Content& content) {
    const TableReader table(root, muscleKeys, context.report);
    Muscle muscle;
    muscle.place = table.place();
    muscle.id = MuscleId{table.id("id")};
    if (!muscle.id.value.empty() && muscle.id.value != stem) {
        context.report.error(table.place("id"),
                             fmt::format("the id '{}' differs from the file's name", muscle.id.value),
                             fmt::format("expected '{}', or the file renamed to {}.toml", stem, muscle.id.value));
    }
    readWords(table, muscle, context);
    muscle.satellites = readReferences<MuscleId>(table, "satellites", Reference::To::muscle, context);
    muscle.lookAlikes = readLookAlikes(table, context.report);
    muscle.selfCare = readSelfCare(table, context.report);
    muscle.clinicianCare = readClinicianCare(table, context.report);
    muscle.citations = readCitationRefs(table, "citations", context);
    muscle.frequencies = readFrequencies(table, "frequencies", context);
    muscle.points = readPoints(table, muscle.id, context);
    if (muscle.id.value.empty()) {
        return;
    }
    if (muscle.name.empty()) {
        content.brokenIds.insert("muscle:" + muscle.id.value);
        return;
    }
    content.muscles.push_back({std::move(muscle), !context.report.findings().empty(), std::move(context.references)});
}

}  // namespace myo::atlas::loader
