#include <set>

#include <fmt/format.h>

#include "atlas/load.h"
#include "core/table.h"

namespace myo::atlas {

namespace fs = std::filesystem;

namespace {

Result<std::vector<Landmark>> readLandmarks(const fs::path& file) {
    auto read = Table::read(file, {"id", "name", "kind", "side"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    std::vector<Landmark> landmarks;
    std::set<std::string> seen;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.text(row, "id");
        const std::string& kind = table.text(row, "kind");
        const std::string& side = table.text(row, "side");
        if (!seen.insert(id).second) {
            table.reject(row, "id", fmt::format("the landmark '{}' is there twice", id), "expected new ids");
        }
        if (kind != "bony" && kind != "surface") {
            table.reject(row, "kind", fmt::format("unknown kind '{}'", kind), "expected bony or surface");
        }
        if (side != "left" && side != "mid") {
            table.reject(row, "side", fmt::format("unknown side '{}'", side), "expected left or mid");
        }
        landmarks.push_back(
            {LandmarkId{id}, table.text(row, "name"), kind == "bony", side == "mid" ? BodySide::mid : BodySide::left});
    }
    if (table.problem()) {
        return *table.problem();
    }
    return landmarks;
}

using Pieces = std::map<MuscleId, std::vector<std::string>>;

// A muscle that joins others ("=iliacus,=psoas_major") has their pieces, named after them.
std::vector<std::string> joinedPieces(const std::vector<std::string>& members, const Pieces& pieces) {
    std::vector<std::string> joined;
    for (const std::string& member : members) {
        const std::string id = member.substr(1);
        const auto known = pieces.find(MuscleId{id});
        if (known == pieces.end() || known->second.size() <= 1) {
            joined.push_back(id);
            continue;
        }
        for (const std::string& piece : known->second) {
            std::string& name = joined.emplace_back(id);
            name.append(".").append(piece);
        }
    }
    return joined;
}

Result<Pieces> readPieces(const fs::path& file) {
    auto read = Table::read(file, {"muscle_id", "pieces"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    Pieces pieces;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.text(row, "muscle_id");
        const std::vector<std::string> names = splitList(table.text(row, "pieces"), ',');
        if (id.empty() || names.empty()) {
            table.reject(row, "muscle_id", "a muscle without id or pieces", "expected both");
        } else if (!pieces.emplace(MuscleId{id}, names).second) {
            table.reject(row, "muscle_id", fmt::format("the muscle '{}' is there twice", id), "expected new ids");
        }
    }
    if (table.problem()) {
        return *table.problem();
    }
    for (auto& [id, names] : pieces) {
        if (names.front().starts_with('=')) {
            names = joinedPieces(names, pieces);
        }
    }
    return pieces;
}

}  // namespace

Result<DataContext> loadContext(const fs::path& anatomyFolder) {
    auto landmarks = readLandmarks(anatomyFolder / "landmarks.tsv");
    if (!landmarks) {
        return landmarks.problem();
    }
    auto pieces = readPieces(anatomyFolder / "muscles.tsv");
    if (!pieces) {
        return pieces.problem();
    }
    return DataContext{std::move(landmarks).value(), std::move(pieces).value()};
}

}  // namespace myo::atlas
