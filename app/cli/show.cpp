// myoatlas show ID...
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

struct Shown {
    Json json;
    content::Document document;
};

// What the id names; nothing if it names nothing.
std::optional<Shown> shown(const Text& text, const atlas::Atlas& atlas, const std::string& id) {
    if (const atlas::Muscle* muscle = atlas.find(MuscleId{id})) {
        return Shown{muscleWithPoints(*muscle), content::muscleDocument(text, atlas, muscle->id)};
    }
    if (const auto pointId = PointId::parse(id.substr(0, id.rfind(':')))) {
        if (const atlas::TriggerPoint* point = atlas.find(*pointId)) {
            return Shown{report::toJson(*point), content::pointDocument(text, atlas, *pointId, sideOf(id))};
        }
    }
    if (const atlas::Region* region = atlas.find(RegionId{id})) {
        return Shown{regionJson(*region), content::regionDocument(text, atlas, region->id)};
    }
    if (const atlas::Scenario* scenario = atlas.find(ScenarioId{id})) {
        return Shown{report::toJson(*scenario), content::tourDocument(text, atlas, *scenario)};
    }
    if (const atlas::Guide* guide = atlas.find(GuideId{id})) {
        return Shown{report::toJson(*guide), content::guideDocument(text, atlas, *guide)};
    }
    return std::nullopt;
}

}  // namespace

int showCommand(const Environment& environment, const ShowOptions& options) {
    const auto loaded = loadEverything(environment);
    if (!loaded) {
        return environment.fail(loaded.problem());
    }
    const atlas::Atlas& atlas = loaded.value();
    std::string words;
    Json all = Json::array();
    for (const std::string& id : options.ids) {
        const std::optional<Shown> one = shown(*environment.text, atlas, id);
        if (!one) {
            return environment.refuse(atlas::unknownId(atlas, id, "muscle, trigger point, region, scenario or guide"));
        }
        if (options.json) {
            all.push_back(one->json);
        } else {
            words += (words.empty() ? "" : "\n") + report::plainText(one->document);
        }
    }
    if (options.json) {
        words = (options.ids.size() == 1 ? all.front() : all).dump(2) + "\n";
    }
    environment.out << words;
    return ExitCode::done;
}

}  // namespace myo::cli
