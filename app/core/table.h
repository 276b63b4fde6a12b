// Tab-separated tables of figures, with problems that name file, line and column.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "core/result.h"

namespace myo {

/// A table whose first row (after comments) names the columns. Lines that start with '#' and blank lines are skipped.
/// Cells are read through a row and a column name; the first problem is kept, so that a caller may read a whole row
/// and ask for `problem()` once. Numbers are read with a decimal point, whatever the locale.
class Table {
public:
    /// \pre `columns` are the names that must be present. The problem names the file and the missing column.
    static Result<Table> read(const std::filesystem::path& file, const std::vector<std::string>& columns);

    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }

    /// \pre the column is one of those asked for in read(). \throw std::out_of_range otherwise.
    [[nodiscard]] const std::string& text(std::size_t row, const std::string& column) const;
    /// A finite number, or 0 after noting a problem.
    double number(std::size_t row, const std::string& column);
    /// A whole number, or 0 after noting a problem.
    int whole(std::size_t row, const std::string& column);

    /// Where a cell begins.
    [[nodiscard]] SourcePlace place(std::size_t row, const std::string& column) const;
    /// Notes a problem at a cell, unless there is one already.
    void reject(std::size_t row, const std::string& column, std::string what, std::string expected);
    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };

    [[nodiscard]] std::size_t columnIndex(const std::string& column) const;
    std::optional<Diagnostic> addLine(const std::string& line, int number, const std::vector<std::string>& columns);

    std::string file_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::optional<Diagnostic> problem_;
};

/// "a,b,c" -> {"a", "b", "c"}; "" -> {}.
[[nodiscard]] std::vector<std::string> splitList(const std::string& text, char separator);

/// The whole text as a finite number written with a decimal point ("1.5", "-3", "2e-4"); nothing if it is not one.
[[nodiscard]] std::optional<double> parseNumber(const std::string& text);

/// Names and the three columns of each vector of a table.
struct VectorColumns {
    std::string key;
    std::string x;
    std::string y;
    std::string z;
};
/// A table of vectors by name, each once. The problem names file, line and column.
[[nodiscard]] Result<std::map<std::string, glm::dvec3>> readVectors(const std::filesystem::path& file,
                                                                    const VectorColumns& columns);

}  // namespace myo
