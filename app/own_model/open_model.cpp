#include "own_model/open_model.h"

#include <string>
#include <system_error>

#include "own_model/model_landmarks.h"

namespace myo::own_model {

Result<RegisteredBody> openModel(const BuiltInBody& builtIn, const std::filesystem::path& file,
                                 const PlacementOptions& options, const ProgressReport& progress,
                                 const std::stop_token& stop) {
    constexpr float importShare = 0.15F;  // of the work
    const auto part = [&](float from, float to) -> ProgressReport {
        if (!progress) {
            return {};
        }
        return [&progress, from, to](float share) { progress(from + (to - from) * share); };
    };
    auto model = importModel(file, part(0.0F, importShare), stop);
    if (!model) {
        return model.problem();
    }
    const std::filesystem::path landmarkFile = landmarkFileOf(file);
    std::error_code error;
    if (!std::filesystem::exists(landmarkFile, error)) {
        return registerModel(builtIn, model.value(), options, part(importShare, 1.0F), stop);
    }
    const auto clicked = readClickedLandmarks(landmarkFile);
    if (!clicked) {
        return clicked.problem();
    }
    return bodyFromLandmarks(builtIn, model.value(), clicked.value(), options, part(importShare, 1.0F), stop);
}

}  // namespace myo::own_model
