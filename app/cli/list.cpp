// myoatlas list muscles|points|regions|landmarks|scenarios|guides|citations
#include <functional>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/known_keys.h"
#include "cli/commands.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

Json muscleRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Muscle& m : atlas.muscles) {
        rows.push_back({{"id", m.id.value}, {"name", m.name}, {"latin", m.latin}, {"points", m.points.size()}});
    }
    return rows;
}

Json pointRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::TriggerPoint* p : atlas.points()) {
        rows.push_back({{"id", p->id.text()}, {"muscle", p->id.muscle.value}, {"label", p->label}});
    }
    return rows;
}

Json regionRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Region& r : atlas.regions) {
        rows.push_back({{"id", r.id.value},
                        {"name", r.name},
                        {"zone", r.zone},
                        {"kind", r.kind == atlas::RegionKind::surface ? "surface" : "internal"}});
    }
    return rows;
}

Json landmarkRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Landmark& l : atlas.landmarks) {
        rows.push_back({{"id", l.id.value},
                        {"name", l.name},
                        {"kind", l.bony ? "bony" : "surface"},
                        {"side", l.side == BodySide::mid ? "mid" : "paired"}});
    }
    return rows;
}

Json scenarioRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Scenario& s : atlas.scenarios) {
        rows.push_back({{"id", s.id.value}, {"name", s.name}, {"steps", s.steps.size()}});
    }
    return rows;
}

Json guideRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Guide& g : atlas.guides) {
        rows.push_back(
            {{"id", g.id.value}, {"name", g.name}, {"audience", atlas::wordOf(atlas::audienceWords, g.audience)}});
    }
    return rows;
}

Json citationRows(const atlas::Atlas& atlas) {
    Json rows = Json::array();
    for (const atlas::Citation& c : atlas.citations) {
        rows.push_back({{"id", c.id.value}, {"authors", c.authors}, {"year", c.year}, {"title", c.title}});
    }
    return rows;
}

// One row a line, columns separated by tabs.
void print(std::ostream& out, const Json& rows) {
    for (const Json& row : rows) {
        bool first = true;
        for (const auto& cell : row) {
            out << (first ? "" : "\t") << (cell.is_string() ? cell.get<std::string>() : cell.dump());
            first = false;
        }
        out << '\n';
    }
}

}  // namespace

int listCommand(const Environment& environment, const ListOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const std::map<std::string, std::function<Json(const atlas::Atlas&)>> kinds{
        {"muscles", muscleRows},     {"points", pointRows}, {"regions", regionRows},    {"landmarks", landmarkRows},
        {"scenarios", scenarioRows}, {"guides", guideRows}, {"citations", citationRows}};
    const Json rows = kinds.at(options.what)(atlas.value());
    if (options.json) {
        environment.out << rows.dump(2) << '\n';
    } else {
        print(environment.out, rows);
    }
    return ExitCode::done;
}

}  // namespace myo::cli
