#include "cli/study_choice.h"

#include "atlas/point_argument.h"

namespace myo::cli {

Result<study::DeckChoice> studyChoiceOf(const StudyChoice& options, const atlas::Atlas& atlas) {
    study::DeckChoice choice;
    for (const std::string& name : options.parts) {
        const auto part = atlas::parseBodyPart(name);
        if (!part) {
            return part.problem();
        }
        choice.parts.push_back(part.value());
    }
    for (const std::string& name : options.muscles) {
        if (atlas.find(MuscleId{name}) == nullptr) {
            return atlas::unknownId(atlas, name, "muscle");
        }
        choice.muscles.push_back(MuscleId{name});
    }
    if (!options.scenario.empty()) {
        const atlas::Scenario* scenario = atlas.find(ScenarioId{options.scenario});
        if (scenario == nullptr) {
            return atlas::unknownId(atlas, options.scenario, "scenario");
        }
        for (const atlas::ScenarioStep& step : scenario->steps) {
            choice.points.push_back(step.point);
        }
    }
    return choice;
}

}  // namespace myo::cli
