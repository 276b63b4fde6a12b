// myoatlas search TEXT...
#include <cmath>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/known_keys.h"
#include "cli/commands.h"
#include "content/search_words.h"
#include "search/search_index.h"
#include "shell/load_text.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

Json ids(const std::vector<RegionId>& regions) {
    Json list = Json::array();
    for (const RegionId& region : regions) {
        list.push_back(region.value);
    }
    return list;
}

// The reasons in words.
std::vector<std::string> becauseOf(const search::SearchResult& result, const Text& text, const atlas::Atlas& atlas) {
    std::vector<std::string> words;
    for (const search::Reason& reason : result.because) {
        words.push_back(content::reasonWords(text, atlas, reason));
    }
    return words;
}

Json searchJson(const search::SearchAnswer& answer, const Text& text, const atlas::Atlas& atlas) {
    Json results = Json::array();
    for (const search::SearchResult& result : answer.results) {
        Json points = Json::array();
        for (const PointId& point : result.points) {
            points.push_back(point.text());
        }
        results.push_back({{"muscle", result.muscle.value},
                           {"points", points},
                           {"score", rounded(result.score)},
                           {"because", becauseOf(result, text, atlas)}});
    }
    Json warnings = Json::array();
    Json dangers = Json::array();
    for (const search::Danger& danger : answer.dangers) {
        Json sources = Json::array();
        for (const CitationId& source : danger.sources) {
            sources.push_back(source.value);
        }
        warnings.push_back(danger.say);
        dangers.push_back({{"id", danger.id},
                           {"urgency", atlas::wordOf(atlas::urgencyWords, danger.urgency)},
                           {"say", danger.say},
                           {"sources", sources},
                           {"confirmed", danger.confirmed}});
    }
    std::string side;
    if (answer.bothSides) {
        side = "both";
    } else if (answer.side) {
        side = *answer.side == Side::left ? "left" : "right";
    }
    return {{"query", answer.query},
            {"warnings", warnings},
            {"dangers", dangers},
            {"rule_out", answer.ruleOut},
            {"understood", ids(answer.understoodRegions)},
            {"side", side.empty() ? Json(nullptr) : Json(side)},
            {"circumstances", answer.circumstances},
            {"qualities", answer.qualities},
            {"absent_regions", ids(answer.absentRegions)},
            {"absent", answer.absent},
            {"unknown", answer.unknown},
            {"results", results}};
}

}  // namespace

int searchCommand(const Environment& environment, const SearchOptions& options) {
    const auto written = loadWritten(environment);
    if (!written) {
        return environment.fail(written.problem());
    }
    const atlas::Atlas& atlas = *written.value();
    const auto shown = shell::shownAtlas(written.value(), *environment.text);
    std::optional<atlas::BodyPart> part;
    if (const auto named = atlas::parseBodyPart(options.part); named) {
        part = named.value();
    } else if (!options.part.empty()) {
        return environment.refuse(named.problem());
    }
    const search::SearchIndex index(atlas);
    const search::SearchAnswer answer = index.search(fmt::format("{}", fmt::join(options.words, " ")), options.limit,
                                                     {part, options.selfCare, options.confirmed});
    if (options.json) {
        environment.out << searchJson(answer, *environment.text, *shown).dump(2) << '\n';
        return ExitCode::done;
    }
    for (const search::Danger& danger : answer.dangers) {
        environment.out << "WARNING: " << danger.say << "\n\n";
    }
    if (!answer.ruleOut.empty()) {
        environment.out << answer.ruleOut << "\n\n";
    }
    for (const std::string& line : content::understoodWords(*environment.text, *shown, answer)) {
        environment.out << "understood: " << line << '\n';
    }
    for (const search::SearchResult& result : answer.results) {
        const atlas::Muscle* muscle = shown->find(result.muscle);
        environment.out << fmt::format("{:5.2f}  {:<34} {:<44} {}\n", result.score, result.muscle.value,
                                       muscle != nullptr ? muscle->name : "",
                                       fmt::join(becauseOf(result, *environment.text, *shown), ", "));
    }
    if (answer.results.empty()) {
        environment.out << content::adviceWithoutResults(*environment.text, answer) << '\n';
    }
    return ExitCode::done;
}

}  // namespace myo::cli
