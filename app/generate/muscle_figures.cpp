#include "generate/muscle_figures.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/table.h"

namespace myo::generate {

namespace {

using PieceKey = std::pair<std::string, std::string>;  // muscle, piece

struct Cells {
    std::map<std::pair<int, int>, Station> stations;  // by strip and station
    std::size_t firstRow = 0;
};

Station readStation(Table& table, std::size_t row) {
    Station station;
    station.centre = {table.number(row, "x"), table.number(row, "y"), table.number(row, "z")};
    station.across = {table.number(row, "wx"), table.number(row, "wy"), table.number(row, "wz")};
    station.halfWidth = table.number(row, "half_width");
    station.halfThickness = table.number(row, "half_thickness");
    if (station.halfWidth < 0.0) {
        table.reject(row, "half_width", "the half width is negative", "0 or more millimetres");
    }
    if (station.halfThickness < 0.0) {
        table.reject(row, "half_thickness", "the half thickness is negative", "0 or more millimetres");
    }
    return station;
}

std::map<PieceKey, Cells> readCells(Table& table) {
    std::map<PieceKey, Cells> pieces;
    for (std::size_t row = 0; row < table.rowCount() && !table.problem(); ++row) {
        const PieceKey key{table.text(row, "muscle_id"), table.text(row, "piece")};
        const std::pair<int, int> place{table.whole(row, "bundle"), table.whole(row, "station")};
        auto [piece, isNew] = pieces.try_emplace(key);
        if (isNew) {
            piece->second.firstRow = row;
        }
        if (!piece->second.stations.emplace(place, readStation(table, row)).second) {
            table.reject(row, "station", "the station is given twice", "one row per piece, bundle and station");
        }
    }
    return pieces;
}

PieceFigure makePiece(const PieceKey& key, const Cells& cells, Table& table) {
    PieceFigure piece;
    piece.name = key.second;
    for (const auto& [place, station] : cells.stations) {
        piece.strips = std::max(piece.strips, place.first + 1);
        piece.stations = std::max(piece.stations, place.second + 1);
        piece.grid.push_back(station);
    }
    const std::size_t expected = static_cast<std::size_t>(piece.strips) * static_cast<std::size_t>(piece.stations);
    const bool startsAtZero = cells.stations.begin()->first == std::pair{0, 0};
    if (!startsAtZero || piece.stations < 2 || cells.stations.size() != expected) {
        table.reject(cells.firstRow, "station", fmt::format("piece {} of {} is not a full grid", key.second, key.first),
                     "bundles from 0 with the same number of stations, 2 or more");
    }
    return piece;
}

std::vector<double> readInscriptions(Table& muscles, std::size_t row) {
    std::vector<double> shares;
    for (const std::string& text : splitList(muscles.text(row, "inscriptions"), ',')) {
        double share = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
        if (error != std::errc{} || end != text.data() + text.size() || !(share > 0.0 && share < 1.0)) {
            muscles.reject(row, "inscriptions", fmt::format("\"{}\" is no share of a fibre", text),
                           "numbers between 0 and 1");
            break;
        }
        shares.push_back(share);
    }
    return shares;
}

double readShare(Table& table, std::size_t row, const std::string& column) {
    const double share = table.number(row, column);
    if (share < 0.0 || share > 1.0) {
        table.reject(row, column, "the share is out of range", "a number from 0 to 1");
    }
    return share;
}

MuscleFigure readMuscle(Table& muscles, std::size_t row, const std::map<PieceKey, Cells>& cells, Table& fascicles) {
    MuscleFigure muscle;
    muscle.id = muscles.text(row, "muscle_id");
    muscle.tendonAtOrigin = readShare(muscles, row, "tendon_origin_fraction");
    muscle.tendonAtInsertion = readShare(muscles, row, "tendon_insertion_fraction");
    muscle.inAtlas = muscles.whole(row, "in_atlas_list") == 1;
    muscle.depthLayer = muscles.whole(row, "depth_layer");
    if (muscle.depthLayer < 1 || muscle.depthLayer > 4) {
        muscles.reject(row, "depth_layer", "the layer is out of range", "1 (superficial) to 4 (deepest)");
    }
    muscle.inscriptions = readInscriptions(muscles, row);
    muscle.covers = splitList(muscles.text(row, "covers"), ',');
    for (const std::string& name : splitList(muscles.text(row, "pieces"), ',')) {
        if (name.starts_with("=")) {
            muscle.aliasOf.push_back(name.substr(1));
            continue;
        }
        const auto found = cells.find({muscle.id, name});
        if (found == cells.end()) {
            muscles.reject(row, "pieces", fmt::format("piece \"{}\" has no stations", name),
                           "a piece of this muscle in the table of fascicles");
            continue;
        }
        muscle.pieces.push_back(makePiece(found->first, found->second, fascicles));
    }
    if (muscle.pieces.empty() == muscle.aliasOf.empty()) {
        muscles.reject(row, "pieces", "neither pieces nor an alias", "names of pieces, or =id,=id");
    }
    return muscle;
}

}  // namespace

Result<std::vector<MuscleFigure>> readMuscleFigures(const std::filesystem::path& fascicles,
                                                    const std::filesystem::path& muscles) {
    Result<Table> stationTable = Table::read(fascicles, {"muscle_id", "piece", "bundle", "station", "x", "y", "z", "wx",
                                                         "wy", "wz", "half_width", "half_thickness"});
    if (!stationTable) {
        return stationTable.problem();
    }
    Result<Table> muscleTable =
        Table::read(muscles, {"muscle_id", "pieces", "tendon_origin_fraction", "tendon_insertion_fraction",
                              "inscriptions", "depth_layer", "covers", "in_atlas_list"});
    if (!muscleTable) {
        return muscleTable.problem();
    }
    const std::map<PieceKey, Cells> cells = readCells(stationTable.value());
    std::vector<MuscleFigure> figures;
    std::set<std::string> ids;
    for (std::size_t row = 0; row < muscleTable.value().rowCount(); ++row) {
        figures.push_back(readMuscle(muscleTable.value(), row, cells, stationTable.value()));
        for (const std::string& member : figures.back().aliasOf) {
            if (!ids.contains(member)) {
                muscleTable.value().reject(row, "pieces", fmt::format("alias of unknown muscle \"{}\"", member),
                                           "a muscle in a row above");
            }
        }
        if (!ids.insert(figures.back().id).second) {
            muscleTable.value().reject(row, "muscle_id", "the muscle is given twice", "one row per muscle");
        }
    }
    for (const Table* table : {&stationTable.value(), &muscleTable.value()}) {
        if (table->problem()) {
            return *table->problem();
        }
    }
    return figures;
}

}  // namespace myo::generate
