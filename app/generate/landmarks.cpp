#include "generate/landmarks.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/table.h"

namespace myo::generate {

Result<std::vector<LandmarkFigure>> readLandmarks(const std::filesystem::path& file) {
    Result<Table> read = Table::read(file, {"id", "name", "kind", "side", "frame", "bone", "x", "y", "z"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    std::vector<LandmarkFigure> landmarks;
    std::set<std::string> ids;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        LandmarkFigure landmark;
        landmark.id = LandmarkId(table.text(row, "id"));
        landmark.name = table.text(row, "name");
        landmark.bony = table.text(row, "kind") == "bony";
        landmark.side = table.text(row, "side") == "mid" ? BodySide::mid : BodySide::left;
        landmark.bone = table.text(row, "bone");
        landmark.position = {table.number(row, "x"), table.number(row, "y"), table.number(row, "z")};
        if (!landmark.bony && table.text(row, "kind") != "surface") {
            table.reject(row, "kind", fmt::format("kind is \"{}\"", table.text(row, "kind")), "surface or bony");
        }
        if (landmark.side == BodySide::left && table.text(row, "side") != "left") {
            table.reject(row, "side", fmt::format("side is \"{}\"", table.text(row, "side")), "left or mid");
        }
        if (table.text(row, "frame") != (landmark.bony ? "skeleton" : "skin")) {
            table.reject(row, "frame", fmt::format("frame is \"{}\"", table.text(row, "frame")),
                         "skin for a surface landmark, skeleton for a bony one");
        }
        if (!ids.insert(landmark.id.value).second) {
            table.reject(row, "id", fmt::format("landmark {} is given twice", landmark.id.value), "one row each");
        }
        landmarks.push_back(std::move(landmark));
    }
    if (table.problem()) {
        return *table.problem();
    }
    return landmarks;
}

Result<bool> readCorrections(const std::filesystem::path& file, std::vector<LandmarkFigure>& landmarks) {
    Result<Table> read = Table::read(file, {"id", "x", "y", "z"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto found = std::find_if(landmarks.begin(), landmarks.end(), [&](const LandmarkFigure& landmark) {
            return landmark.id.value == table.text(row, "id") && !landmark.bony;
        });
        if (found == landmarks.end()) {
            table.reject(row, "id", fmt::format("{} is no landmark of the skin", table.text(row, "id")),
                         "a surface landmark of landmarks.tsv");
            continue;
        }
        found->corrected = {table.number(row, "x"), table.number(row, "y"), table.number(row, "z")};
    }
    if (table.problem()) {
        return *table.problem();
    }
    return true;
}

void setPlace(body::Landmarks& landmarks, const LandmarkFigure& figure, const glm::vec3& place) {
    if (figure.side == BodySide::mid) {
        landmarks.set(figure.id, BodySide::mid, {0.0F, place.y, place.z});
    } else {
        landmarks.set(figure.id, BodySide::left, place);
        landmarks.set(figure.id, BodySide::right, mirrored(place));
    }
}

}  // namespace myo::generate
