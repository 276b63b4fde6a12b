// Clicked landmarks as TOML.
#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/toml.h"
#include "core/write_file.h"
#include "own_model/model_landmarks.h"

namespace myo::own_model {

namespace {

Diagnostic problemAt(const std::filesystem::path& file, const toml::source_region& region, std::string what,
                     std::string expected) {
    return {placeOf(region, file), std::move(what), std::move(expected), Severity::error};
}

std::optional<body::Landmarks::Key> keyOf(const std::string& id, const std::string& side) {
    for (const LandmarkPrompt& prompt : landmarkPrompts()) {
        if (id == prompt.id && side == name(prompt.side)) {
            return body::Landmarks::Key{LandmarkId(id), prompt.side};
        }
    }
    return std::nullopt;
}

std::optional<glm::vec3> coordinatesOf(const toml::array* numbers) {
    if (numbers == nullptr || numbers->size() != 3) {
        return std::nullopt;
    }
    glm::vec3 place(0.0F);
    for (std::size_t k = 0; k < 3; ++k) {
        const auto number = (*numbers)[k].value<double>();
        if (!number || !std::isfinite(static_cast<float>(*number))) {
            return std::nullopt;
        }
        place[static_cast<glm::vec3::length_type>(k)] = static_cast<float>(*number);
    }
    return place;
}

Result<ClickedLandmarks> landmarksOf(const toml::table& root, const std::filesystem::path& file) {
    const toml::array* entries = root["landmark"].as_array();
    if (entries == nullptr) {
        return problemAt(file, root.source(), "there are no landmarks", "twelve [[landmark]] entries");
    }
    ClickedLandmarks clicked;
    for (const toml::node& node : *entries) {
        const toml::table* entry = node.as_table();
        if (entry == nullptr) {
            return problemAt(file, node.source(), "this is not a landmark", "id, side and at");
        }
        const auto id = (*entry)["id"].value_or(std::string());
        const auto side = (*entry)["side"].value_or(std::string());
        const auto key = keyOf(id, side);
        if (!key) {
            return problemAt(file, node.source(), fmt::format("'{}' on side '{}' is not one of the twelve", id, side),
                             "an id and side as the program writes them");
        }
        const auto place = coordinatesOf((*entry)["at"].as_array());
        if (!place) {
            return problemAt(file, node.source(), fmt::format("{} has no place", id), "at = [x, y, z]");
        }
        if (!clicked.emplace(*key, *place).second) {
            return problemAt(file, node.source(), fmt::format("{} on this side is there twice", id), "it once");
        }
    }
    for (const LandmarkPrompt& prompt : landmarkPrompts()) {
        if (!clicked.contains({LandmarkId(prompt.id), prompt.side})) {
            return problemAt(file, entries->source(), fmt::format("{} ({}) is missing", prompt.id, name(prompt.side)),
                             "all twelve landmarks");
        }
    }
    return clicked;
}

}  // namespace

std::filesystem::path landmarkFileOf(const std::filesystem::path& model) {
    std::filesystem::path file = model;
    file += ".landmarks.toml";
    return file;
}

Result<ClickedLandmarks> readClickedLandmarks(const std::filesystem::path& file) {
    const Result<toml::table> root = readToml(file);
    return root ? landmarksOf(root.value(), file) : root.problem();
}

Result<bool> writeClickedLandmarks(const ClickedLandmarks& clicked, const std::filesystem::path& file) {
    std::string text = "# Landmarks of the model beside this file, in the model's own coordinates.\nformat = 1\n";
    for (const LandmarkPrompt& prompt : landmarkPrompts()) {
        const auto found = clicked.find({LandmarkId(prompt.id), prompt.side});
        if (found != clicked.end()) {
            const glm::vec3& p = found->second;
            text += fmt::format("\n[[landmark]]\nid = \"{}\"\nside = \"{}\"\nat = [{:#}, {:#}, {:#}]\n", prompt.id,
                                name(prompt.side), p.x, p.y, p.z);
        }
    }
    return writeFile(file, text);
}

}  // namespace myo::own_model
