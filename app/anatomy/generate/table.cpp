#include "anatomy/generate/table.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace myo::anatomy {

std::vector<std::string> splitList(const std::string& text, char separator) {
    std::vector<std::string> parts;
    if (text.empty()) {
        return parts;
    }
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

Result<Table> Table::read(const std::filesystem::path& file, const std::vector<std::string>& columns) {
    Table table;
    table.file_ = file.string();
    std::ifstream in(file);
    if (!in) {
        return Diagnostic{{table.file_, 0, 0}, "the table can not be read", "a readable tab-separated file", {}};
    }
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string> cells = splitList(line, '\t');
        if (table.columns_.empty()) {
            table.columns_ = std::move(cells);
            for (const std::string& column : columns) {
                if (std::find(table.columns_.begin(), table.columns_.end(), column) == table.columns_.end()) {
                    return Diagnostic{{table.file_, number, 1},
                                      fmt::format("column \"{}\" is missing", column),
                                      "a first row that names the columns",
                                      Severity::error};
                }
            }
            continue;
        }
        if (cells.size() > table.columns_.size()) {
            return Diagnostic{{table.file_, number, 1},
                              fmt::format("{} cells", cells.size()),
                              fmt::format("{} cells separated by tabs", table.columns_.size()),
                              Severity::error};
        }
        cells.resize(table.columns_.size());
        table.rows_.push_back({number, std::move(cells)});
    }
    if (table.rows_.empty()) {
        return Diagnostic{{table.file_, 0, 0}, "the table is empty", "a row of column names and rows of figures", {}};
    }
    return table;
}

std::size_t Table::columnIndex(const std::string& column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) {
        throw std::out_of_range("table without column " + column);
    }
    return static_cast<std::size_t>(found - columns_.begin());
}

const std::string& Table::text(std::size_t row, const std::string& column) const {
    return rows_.at(row).cells[columnIndex(column)];
}

double Table::number(std::size_t row, const std::string& column) {
    const std::string& cell = text(row, column);
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    if (cell.empty() || *end != '\0' || !std::isfinite(value)) {
        blame(row, column, fmt::format("{} is \"{}\"", column, cell), "a number");
        return 0.0;
    }
    return value;
}

int Table::whole(std::size_t row, const std::string& column) {
    const double value = number(row, column);
    if (value != std::floor(value) || std::abs(value) > 1e6) {
        blame(row, column, fmt::format("{} is \"{}\"", column, text(row, column)), "a whole number");
        return 0;
    }
    return static_cast<int>(value);
}

void Table::blame(std::size_t row, const std::string& column, std::string what, std::string expected) {
    if (problem_) {
        return;
    }
    const std::vector<std::string>& cells = rows_.at(row).cells;
    std::size_t place = 1;
    for (std::size_t i = 0; i < columnIndex(column); ++i) {
        place += cells[i].size() + 1;
    }
    problem_ = Diagnostic{
        {file_, rows_[row].line, static_cast<int>(place)}, std::move(what), std::move(expected), Severity::error};
}

}  // namespace myo::anatomy
