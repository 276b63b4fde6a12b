// myoatlas show ID
#include <ostream>

#include <nlohmann/json.hpp>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "report/describe.h"
#include "report/export_json.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

Json regionJson(const atlas::Region& region) {
    return {{"id", region.id.value},       {"name", region.name},
            {"clinical", region.clinical}, {"lay", region.lay},
            {"zone", region.zone},         {"kind", region.kind == atlas::RegionKind::surface ? "surface" : "internal"},
            {"midline", region.midline}};
}

int print(const Environment& environment, bool json, const Json& document, const std::string& text) {
    environment.out << (json ? document.dump(2) + "\n" : text);
    return ExitCode::done;
}

Json muscleWithPoints(const atlas::Muscle& muscle) {
    Json document = report::toJson(muscle);
    document["points"] = Json::array();
    for (const atlas::TriggerPoint& point : muscle.points) {
        document["points"].push_back(report::toJson(point));
    }
    return document;
}

}  // namespace

int showCommand(const Environment& environment, const ShowOptions& options) {
    const auto loaded = loadEverything(environment);
    if (!loaded) {
        return environment.fail(loaded.problem());
    }
    const atlas::Atlas& atlas = loaded.value();
    if (const atlas::Muscle* muscle = atlas.find(MuscleId{options.id})) {
        return print(environment, options.json, muscleWithPoints(*muscle), report::describe(atlas, *muscle));
    }
    if (const auto id = PointId::parse(options.id.substr(0, options.id.rfind(':')))) {
        if (const atlas::TriggerPoint* point = atlas.find(*id)) {
            return print(environment, options.json, report::toJson(*point), report::describe(atlas, *point));
        }
    }
    if (const atlas::Region* region = atlas.find(RegionId{options.id})) {
        return print(environment, options.json, regionJson(*region), report::describe(atlas, *region));
    }
    if (const atlas::Scenario* scenario = atlas.find(ScenarioId{options.id})) {
        return print(environment, options.json, report::toJson(*scenario), report::describe(atlas, *scenario));
    }
    if (const atlas::Guide* guide = atlas.find(GuideId{options.id})) {
        return print(environment, options.json, report::toJson(*guide), report::describe(atlas, *guide));
    }
    environment.complain(atlas::unknownId(atlas, options.id, "muscle, trigger point, region, scenario or guide"));
    return ExitCode::failed;
}

}  // namespace myo::cli
