// Tab-separated tables of figures, with problems that name file, line and column.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace myo::anatomy {

/// A table whose first row (after comments) names the columns. Lines that start with '#' and blank lines are skipped.
/// Cells are read through a row and a column name; the first problem is kept, so that a caller may read a whole row
/// and ask for `problem()` once.
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

    /// Notes a problem at a cell, unless there is one already.
    void blame(std::size_t row, const std::string& column, std::string what, std::string expected);
    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };

    [[nodiscard]] std::size_t columnIndex(const std::string& column) const;

    std::string file_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::optional<Diagnostic> problem_;
};

/// "a,b,c" -> {"a", "b", "c"}; "" -> {}.
[[nodiscard]] std::vector<std::string> splitList(const std::string& text, char separator);

}  // namespace myo::anatomy
