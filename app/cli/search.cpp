// myoatlas search TEXT..., locate --region ID[:SIDE]...
#include <cmath>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "referral/locate.h"
#include "referral/referral.h"
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

// "temple" means both sides; "temple:right" one.
Result<std::set<SidedRegion>> parseRegions(const atlas::Atlas& atlas, const std::vector<std::string>& texts) {
    std::set<SidedRegion> regions;
    for (const std::string& text : texts) {
        const auto colon = text.find(':');
        const RegionId id{text.substr(0, colon)};
        const atlas::Region* region = atlas.find(id);
        if (region == nullptr) {
            return unknownId(atlas, id.value, "region");
        }
        const std::string side = colon == std::string::npos ? "both" : text.substr(colon + 1);
        if (side != "left" && side != "right" && side != "both" && side != "mid") {
            return Diagnostic{{}, fmt::format("'{}' is not a side", side), "left, right or both after the colon"};
        }
        if (region->midline || side == "mid") {
            regions.insert({id, BodySide::mid});
            continue;
        }
        if (side != "right") {
            regions.insert({id, BodySide::left});
        }
        if (side != "left") {
            regions.insert({id, BodySide::right});
        }
    }
    return regions;
}

Json locateJson(const std::vector<SidedRegion>& regions, const std::vector<referral::LocateResult>& results) {
    Json asked = Json::array();
    for (const SidedRegion& region : regions) {
        asked.push_back(region.text());
    }
    Json rows = Json::array();
    for (const referral::LocateResult& result : results) {
        Json covers = Json::object();
        for (const auto& [region, fraction] : result.covers) {
            covers[region.value] = rounded(fraction);
        }
        rows.push_back({{"point", result.point.point.text()},
                        {"muscle", result.point.point.muscle.value},
                        {"side", name(result.point.side)},
                        {"score", rounded(result.score)},
                        {"covers", covers},
                        {"tier", result.tier == atlas::Tier::primary ? "primary" : "spillover"}});
    }
    return {{"regions", asked}, {"results", rows}};
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

int locateCommand(const Environment& environment, const LocateOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto parsed = parseRegions(atlas.value(), options.regions);
    if (!parsed) {
        environment.complain(parsed.problem());
        return ExitCode::wrongCall;
    }
    const auto body = openBody(environment, options.body);
    if (!body) {
        return environment.fail(body.problem());
    }
    const referral::Referral referral(atlas.value(), body.value());
    const std::vector<SidedRegion> regions(parsed.value().begin(), parsed.value().end());
    const auto results = referral::locate(regions, referral, options.limit);
    if (options.json) {
        environment.out << locateJson(regions, results).dump(2) << '\n';
        return ExitCode::done;
    }
    for (const referral::LocateResult& result : results) {
        environment.out << fmt::format("{:5.2f}  {:<40} {}\n", result.score, result.point.text(),
                                       result.tier == atlas::Tier::primary ? "primary" : "spillover");
    }
    return ExitCode::done;
}

}  // namespace myo::cli
