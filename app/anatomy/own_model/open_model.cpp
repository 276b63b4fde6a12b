#include "anatomy/own_model/open_model.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>

#include "anatomy/body_format.h"
#include "anatomy/own_model/model_landmarks.h"

namespace myo::anatomy {

bool isBuiltBody(const std::filesystem::path& file) {
    // Header of 12 bytes, then length and type of the JSON chunk.
    constexpr std::size_t headerBytes = 20;
    constexpr std::uint32_t mostJson = 64U << 20U;
    std::ifstream in(file, std::ios::binary);
    std::string header(headerBytes, '\0');
    if (!in.read(header.data(), headerBytes) || !header.starts_with("glTF")) {
        return false;
    }
    std::uint32_t length = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        length |= static_cast<std::uint32_t>(static_cast<unsigned char>(header[12 + k])) << (8 * k);
    }
    std::string json(std::min(length, mostJson), '\0');
    in.read(json.data(), static_cast<std::streamsize>(json.size()));
    json.resize(static_cast<std::size_t>(in.gcount()));
    return json.find("\"" + format::landmarkPrefix) != std::string::npos;
}

Result<RegisteredBody> openModel(const BuiltInFigure& figure, const std::filesystem::path& file,
                                 const FrameOptions& options, const ProgressReport& progress,
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
        return registerModel(figure, model.value(), options, part(importShare, 1.0F), stop);
    }
    const auto clicked = readClickedLandmarks(landmarkFile);
    if (!clicked) {
        return clicked.problem();
    }
    return bodyFromLandmarks(figure, model.value(), clicked.value(), options, part(importShare, 1.0F), stop);
}

}  // namespace myo::anatomy
