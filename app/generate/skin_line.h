// One line of a table whose rows have different forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/glm.hpp>

#include "core/diagnostic.h"

namespace myo::generate {

/// A line cut at its tabs. Cells are taken one after the other; the first problem is kept with its column, and after
/// it every number is 0, so that a caller may take a whole row and ask for `problem()` once.
class TableLine {
public:
    TableLine(std::string file, int number, std::string text);

    /// Cells that have not been taken yet.
    [[nodiscard]] std::size_t left() const { return cells_.size() - next_; }
    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

    std::string word();
    /// A finite number.
    double number();
    /// A finite number above 0; `what` names it in the problem.
    double positive(const std::string& what);
    std::vector<double> numbers(std::size_t count);
    glm::dvec3 vector();
    /// A vector of length 1 (within a hundredth), normalised.
    glm::dvec3 direction();
    /// Notes a problem if cells are left.
    void expectEnd();

    /// Notes a problem at the cell that was taken last, unless there is one already.
    void rejectLast(std::string what, std::string expected);

private:
    std::string_view take(const char* expected);
    void reject(std::size_t column, std::string what, std::string expected);

    struct Cell {
        std::size_t begin;
        std::size_t length;
    };

    std::string file_;
    int number_;
    std::string text_;
    std::vector<Cell> cells_;
    std::size_t next_ = 0;
    std::optional<Diagnostic> problem_;
};

}  // namespace myo::generate
