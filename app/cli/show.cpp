// myoatlas show ID
#include <optional>
#include <ostream>

#include <nlohmann/json.hpp>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "content/documents.h"
#include "report/export_json.h"
#include "report/text_document.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

Json regionJson(const atlas::Region& region) {
    return {{"id", region.id.value},       {"name", region.name},
            {"clinical", region.clinical}, {"lay", region.lay},
            {"zone", region.zone},         {"kind", region.kind == atlas::RegionKind::surface ? "surface" : "internal"},
            {"midline", region.midline}};
}

// The side of "soleus.3:left"; nothing without one.
std::optional<Side> sideOf(const std::string& id) {
    const auto colon = id.rfind(':');
    return colon != std::string::npos ? parseSide(std::string_view(id).substr(colon + 1)) : std::nullopt;
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
    const Text& text = *environment.text;
    const auto print = [&](const Json& json, const content::Document& document) {
        environment.out << (options.json ? json.dump(2) + "\n" : report::plainText(document));
        return ExitCode::done;
    };
    if (const atlas::Muscle* muscle = atlas.find(MuscleId{options.id})) {
        return print(muscleWithPoints(*muscle), content::muscleDocument(text, atlas, muscle->id));
    }
    if (const auto id = PointId::parse(options.id.substr(0, options.id.rfind(':')))) {
        if (const atlas::TriggerPoint* point = atlas.find(*id)) {
            return print(report::toJson(*point), content::pointDocument(text, atlas, *id, sideOf(options.id)));
        }
    }
    if (const atlas::Region* region = atlas.find(RegionId{options.id})) {
        return print(regionJson(*region), content::regionDocument(text, atlas, region->id));
    }
    if (const atlas::Scenario* scenario = atlas.find(ScenarioId{options.id})) {
        return print(report::toJson(*scenario), content::tourDocument(text, atlas, *scenario));
    }
    if (const atlas::Guide* guide = atlas.find(GuideId{options.id})) {
        return print(report::toJson(*guide), content::guideDocument(text, atlas, *guide));
    }
    return environment.refuse(atlas::unknownId(atlas, options.id, "muscle, trigger point, region, scenario or guide"));
}

}  // namespace myo::cli
