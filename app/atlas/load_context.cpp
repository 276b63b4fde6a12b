#include <set>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "atlas/load.h"
#include "atlas/loader/text_file.h"

namespace myo::atlas {

namespace fs = std::filesystem;

namespace {

// One line of a table: its fields and where they begin.
struct Row {
    std::string file;
    int line = 0;
    std::vector<std::string> fields;

    [[nodiscard]] SourcePlace place(std::size_t field) const {
        std::size_t column = 1;
        for (std::size_t i = 0; i < field && i < fields.size(); ++i) {
            column += fields[i].size() + 1;
        }
        return {file, line, static_cast<int>(column)};
    }
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

// A table of tab-separated values: comments start with #, the first other line names the columns.
class Table {
public:
    static Result<Table> read(const fs::path& file, const std::vector<std::string>& columns) {
        auto text = loader::readTextFile(file);
        if (!text) {
            return text.problem();
        }
        Table table;
        std::istringstream stream(text.value());
        Row header;
        int number = 0;
        for (std::string line; std::getline(stream, line);) {
            ++number;
            if (line.ends_with('\r')) {
                line.pop_back();
            }
            if (line.empty() || line.front() == '#') {
                continue;
            }
            Row row{file.string(), number, split(line, '\t')};
            if (header.line == 0) {
                header = row;
                continue;
            }
            if (row.fields.size() < header.fields.size()) {
                return Diagnostic{row.place(row.fields.size() - 1),
                                  fmt::format("the row has {} fields", row.fields.size()),
                                  fmt::format("expected {}, separated by tabs", header.fields.size())};
            }
            table.rows_.push_back(std::move(row));
        }
        return table.chooseColumns(header, file, columns);
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    // The field of the n-th wanted column.
    [[nodiscard]] const std::string& field(const Row& row, std::size_t n) const { return row.fields[columns_[n]]; }
    [[nodiscard]] SourcePlace place(const Row& row, std::size_t n) const { return row.place(columns_[n]); }

private:
    Result<Table> chooseColumns(const Row& header, const fs::path& file, const std::vector<std::string>& columns) {
        for (const std::string& wanted : columns) {
            std::size_t at = 0;
            while (at < header.fields.size() && header.fields[at] != wanted) {
                ++at;
            }
            if (at == header.fields.size()) {
                return Diagnostic{{file.string(), header.line, header.line > 0 ? 1 : 0},
                                  fmt::format("there is no column '{}'", wanted),
                                  fmt::format("expected the columns {}", fmt::join(columns, ", "))};
            }
            columns_.push_back(at);
        }
        return std::move(*this);
    }

    std::vector<Row> rows_;
    std::vector<std::size_t> columns_;
};

Result<std::vector<Landmark>> readLandmarks(const fs::path& file) {
    const auto table = Table::read(file, {"id", "name", "kind", "side"});
    if (!table) {
        return table.problem();
    }
    std::vector<Landmark> landmarks;
    std::set<std::string> seen;
    for (const Row& row : table.value().rows()) {
        const auto field = [&](std::size_t n) -> const std::string& { return table.value().field(row, n); };
        const auto place = [&](std::size_t n) { return table.value().place(row, n); };
        if (!seen.insert(field(0)).second) {
            return Diagnostic{place(0), fmt::format("the landmark '{}' is there twice", field(0)), "expected new ids"};
        }
        if (field(2) != "bony" && field(2) != "surface") {
            return Diagnostic{place(2), fmt::format("unknown kind '{}'", field(2)), "expected bony or surface"};
        }
        if (field(3) != "left" && field(3) != "mid") {
            return Diagnostic{place(3), fmt::format("unknown side '{}'", field(3)), "expected left or mid"};
        }
        landmarks.push_back(
            {LandmarkId{field(0)}, field(1), field(2) == "bony", field(3) == "mid" ? BodySide::mid : BodySide::left});
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
    const auto table = Table::read(file, {"muscle_id", "pieces"});
    if (!table) {
        return table.problem();
    }
    Pieces pieces;
    for (const Row& row : table.value().rows()) {
        const std::string& id = table.value().field(row, 0);
        const std::vector<std::string> names = split(table.value().field(row, 1), ',');
        if (id.empty() || names.empty()) {
            return Diagnostic{table.value().place(row, 0), "a muscle without id or pieces", "expected both"};
        }
        if (!pieces.emplace(MuscleId{id}, names).second) {
            return Diagnostic{table.value().place(row, 0), fmt::format("the muscle '{}' is there twice", id),
                              "expected new ids"};
        }
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
