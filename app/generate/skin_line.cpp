#include "generate/skin_line.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace myo::generate {

TableLine::TableLine(std::string file, int number, std::string text)
    : file_(std::move(file)), number_(number), text_(std::move(text)) {
    std::size_t begin = 0;
    for (std::size_t tab = text_.find('\t'); tab != std::string::npos; tab = text_.find('\t', begin)) {
        cells_.push_back({begin, tab - begin});
        begin = tab + 1;
    }
    cells_.push_back({begin, text_.size() - begin});
}

std::string_view TableLine::take(const char* expected) {
    if (problem_) {
        return {};
    }
    if (next_ == cells_.size()) {
        reject(text_.size() + 1, "the line ends too early", expected);
        return {};
    }
    const Cell& cell = cells_[next_++];
    return std::string_view(text_).substr(cell.begin, cell.length);
}

std::string TableLine::word() {
    return std::string(take("a word"));
}

double TableLine::number() {
    const std::string_view text = take("a number");
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool read = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    if (!problem_ && !(read && std::isfinite(value))) {
        rejectLast(fmt::format("'{}' is not a finite number", text), "a number such as 12.5");
    }
    return problem_ ? 0.0 : value;
}

double TableLine::positive(const std::string& what) {
    const double value = number();
    if (value <= 0.0) {
        rejectLast(what + " is not positive", "a number above 0");
    }
    return value;
}

std::vector<double> TableLine::numbers(std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count && !problem_; ++i) {
        values.push_back(number());
    }
    return values;
}

glm::dvec3 TableLine::vector() {
    const double x = number();
    const double y = number();
    return {x, y, number()};
}

glm::dvec3 TableLine::direction() {
    const glm::dvec3 v = vector();
    const double length = glm::length(v);
    if (std::abs(length - 1.0) > 0.01) {
        rejectLast("the direction is not of unit length", "three numbers of length 1");
        return {1.0, 0.0, 0.0};
    }
    return v / length;
}

void TableLine::expectEnd() {
    if (!problem_ && left() > 0) {
        const std::size_t expected = next_;
        take("nothing");
        rejectLast("the line has more cells than expected", fmt::format("{} cells", expected));
    }
}

void TableLine::rejectLast(std::string what, std::string expected) {
    reject(cells_[next_ == 0 ? 0 : next_ - 1].begin + 1, std::move(what), std::move(expected));
}

void TableLine::reject(std::size_t column, std::string what, std::string expected) {
    if (!problem_) {
        problem_ = Diagnostic{{file_, number_, static_cast<int>(column)}, std::move(what), std::move(expected)};
    }
}

}  // namespace myo::generate
