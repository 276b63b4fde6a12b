#include "anatomy/muscle_pieces.h"

#include <algorithm>

#include <fmt/format.h>

#include "anatomy/generate/table.h"

namespace myo::anatomy {

Result<MusclePieces> MusclePieces::read(const std::filesystem::path& musclesTable) {
    Result<Table> read = Table::read(musclesTable, {"muscle_id", "pieces", "in_atlas_list"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    MusclePieces all;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.text(row, "muscle_id");
        if (table.whole(row, "in_atlas_list") == 1) {
            all.atlasList_.push_back(id);
        }
        all.pieces_[id] = splitList(table.text(row, "pieces"), ',');
    }
    if (table.problem()) {
        return *table.problem();
    }
    std::sort(all.atlasList_.begin(), all.atlasList_.end());
    for (auto& [id, names] : all.pieces_) {
        if (names.empty() || names.front().front() != '=') {
            continue;
        }
        std::vector<std::string> joined;
        for (const std::string& name : names) {
            const std::string member = name.substr(1);
            const std::vector<std::string>& own = all.of(member);
            for (const std::string& piece : own) {
                joined.push_back(own.size() == 1 ? member : fmt::format("{}.{}", member, piece));
            }
        }
        names = std::move(joined);
    }
    return all;
}

const std::vector<std::string>& MusclePieces::of(const std::string& muscle) const {
    const auto found = pieces_.find(muscle);
    return found == pieces_.end() ? none_ : found->second;
}

std::optional<int> MusclePieces::index(const std::string& muscle, const std::string& piece) const {
    const std::vector<std::string>& names = of(muscle);
    if (names.empty()) {
        return std::nullopt;
    }
    if (piece.empty()) {
        return 0;
    }
    const auto found = std::find(names.begin(), names.end(), piece);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<int>(found - names.begin());
}

}  // namespace myo::anatomy
