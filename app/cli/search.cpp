// myoatlas search TEXT...
#include <cmath>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "search/search_index.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

double rounded(float score) {
    return std::round(static_cast<double>(score) * 1000.0) / 1000.0;
}

Json searchJson(const search::SearchAnswer& answer) {
    Json results = Json::array();
    for (const search::SearchResult& result : answer.results) {
        Json points = Json::array();
        for (const PointId& point : result.points) {
            points.push_back(point.text());
        }
        results.push_back({{"muscle", result.muscle.value},
                           {"points", points},
                           {"score", rounded(result.score)},
                           {"because", result.because}});
    }
    Json regions = Json::array();
    for (const RegionId& region : answer.understoodRegions) {
        regions.push_back(region.value);
    }
    return {{"query", answer.query}, {"warnings", answer.warnings}, {"understood", regions}, {"results", results}};
}

}  // namespace

int searchCommand(const Environment& environment, const SearchOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const search::SearchIndex index(atlas.value());
    const search::SearchAnswer answer = index.search(fmt::format("{}", fmt::join(options.words, " ")), options.limit);
    if (options.json) {
        environment.out << searchJson(answer).dump(2) << '\n';
        return ExitCode::done;
    }
    for (const std::string& warning : answer.warnings) {
        environment.out << "WARNING: " << warning << "\n\n";
    }
    for (const search::SearchResult& result : answer.results) {
        const atlas::Muscle* muscle = atlas.value().find(result.muscle);
        environment.out << fmt::format("{:5.2f}  {:<34} {:<44} {}\n", result.score, result.muscle.value,
                                       muscle != nullptr ? muscle->name : "", fmt::join(result.because, ", "));
    }
    if (answer.results.empty()) {
        environment.out << "Nothing found. Try a muscle's name, or where it hurts: \"heel\", \"behind the eye\".\n";
    }
    return ExitCode::done;
}

}  // namespace myo::cli
