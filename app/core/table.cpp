#include "core/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "core/text_file.h"

namespace myo {

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

std::optional<double> parseNumber(const std::string& text) {
    double value = 0.0;
    const char* begin = text.data();
    const char* const end = begin + text.size();
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') {
        ++begin;  // from_chars takes a minus sign only
    }
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

// The first line names the columns, every other one is a row.
std::optional<Diagnostic> Table::addLine(const std::string& line, int number, const std::vector<std::string>& columns) {
    std::vector<std::string> cells = splitList(line, '\t');
    if (columns_.empty()) {
        columns_ = std::move(cells);
        for (const std::string& column : columns) {
            if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
                return Diagnostic{{file_, number, 1},
                                  fmt::format("column \"{}\" is missing", column),
                                  "a first row that names the columns",
                                  Severity::error};
            }
        }
        return std::nullopt;
    }
    if (cells.size() > columns_.size()) {
        return Diagnostic{{file_, number, 1},
                          fmt::format("{} cells", cells.size()),
                          fmt::format("{} cells separated by tabs", columns_.size()),
                          Severity::error};
    }
    cells.resize(columns_.size());
    rows_.push_back({number, std::move(cells)});
    return std::nullopt;
}

Result<Table> Table::read(const std::filesystem::path& file, const std::vector<std::string>& columns) {
    const Result<std::string> content = readTextFile(file);
    if (!content) {
        return content.problem();
    }
    Table table;
    table.file_ = file.string();
    std::istringstream in(content.value());
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (auto problem = table.addLine(line, number, columns)) {
            return *std::move(problem);
        }
    }
    if (table.rows_.empty()) {
        return Diagnostic{{table.file_, 0, 0}, "the table is empty", "a row of column names and rows of figures"};
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
    const std::optional<double> value = parseNumber(cell);
    if (!value) {
        reject(row, column, fmt::format("{} is \"{}\"", column, cell), "a number");
    }
    return value.value_or(0.0);
}

int Table::whole(std::size_t row, const std::string& column) {
    const double value = number(row, column);
    if (value != std::floor(value) || std::abs(value) > 1e6) {
        reject(row, column, fmt::format("{} is \"{}\"", column, text(row, column)), "a whole number");
        return 0;
    }
    return static_cast<int>(value);
}

SourcePlace Table::place(std::size_t row, const std::string& column) const {
    const std::vector<std::string>& cells = rows_.at(row).cells;
    std::size_t begin = 1;
    for (std::size_t i = 0; i < columnIndex(column); ++i) {
        begin += cells[i].size() + 1;
    }
    return {file_, rows_[row].line, static_cast<int>(begin)};
}

void Table::reject(std::size_t row, const std::string& column, std::string what, std::string expected) {
    if (!problem_) {
        problem_ = Diagnostic{place(row, column), std::move(what), std::move(expected), Severity::error};
    }
}

Result<std::map<std::string, glm::dvec3>> readVectors(const std::filesystem::path& file, const VectorColumns& columns) {
    const auto& [key, x, y, z] = columns;
    Result<Table> read = Table::read(file, {key, x, y, z});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    std::map<std::string, glm::dvec3> vectors;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const glm::dvec3 vector{table.number(row, x), table.number(row, y), table.number(row, z)};
        if (!vectors.emplace(table.text(row, key), vector).second) {
            table.reject(row, key, "\"" + table.text(row, key) + "\" is given twice", "one row each");
        }
    }
    if (table.problem()) {
        return *table.problem();
    }
    return vectors;
}

}  // namespace myo
