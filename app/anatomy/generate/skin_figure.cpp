#include "anatomy/generate/skin_figure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace myo::anatomy {

namespace {

constexpr std::array<const char*, 17> segmentNames{"trunk",   "shoulder", "head",    "leg",     "arm",   "palm",
                                                   "finger2", "finger3",  "finger4", "finger5", "thumb", "foot",
                                                   "toe1",    "toe2",     "toe3",    "toe4",    "toe5"};
constexpr std::array<const char*, 4> jointNames{"wrist", "eye", "chin", "GH"};

// One line, cut at the tabs; reads cells in order and keeps the first problem.
class Line {
public:
    Line(std::string file, int number, std::string text)
        : file_(std::move(file)), number_(number), text_(std::move(text)) {
        std::size_t begin = 0;
        for (std::size_t tab = text_.find('\t'); tab != std::string::npos; tab = text_.find('\t', begin)) {
            cells_.emplace_back(begin, tab - begin);
            begin = tab + 1;
        }
        cells_.emplace_back(begin, text_.size() - begin);
    }

    [[nodiscard]] std::size_t left() const { return cells_.size() - next_; }
    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

    std::string word() {
        const std::string_view text = take("a word");
        return std::string(text);
    }

    double number() {
        const std::string_view text = take("a number");
        double value = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (!problem_ &&
            (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))) {
            blameLast(fmt::format("'{}' is not a finite number", text), "a number such as 12.5");
        }
        return value;
    }

    std::vector<double> numbers(std::size_t count) {
        std::vector<double> values;
        for (std::size_t i = 0; i < count && !problem_; ++i) {
            values.push_back(number());
        }
        return values;
    }

    glm::dvec3 vector() {
        const double x = number();
        const double y = number();
        return {x, y, number()};
    }

    void expectEnd() {
        if (!problem_ && left() > 0) {
            take("nothing");
            blameLast("the line has more cells than expected", fmt::format("{} cells", next_ - 1));
        }
    }

    void blameLast(std::string what, std::string expected) {
        blame(cells_[next_ == 0 ? 0 : next_ - 1].first + 1, std::move(what), std::move(expected));
    }

    void blame(std::size_t column, std::string what, std::string expected) {
        if (!problem_) {
            problem_ = Diagnostic{{file_, number_, static_cast<int>(column)}, std::move(what), std::move(expected)};
        }
    }

private:
    std::string_view take(const char* expected) {
        if (problem_) {
            return {};
        }
        if (next_ == cells_.size()) {
            blame(text_.size() + 1, "the line ends too early", expected);
            return {};
        }
        const auto [begin, length] = cells_[next_++];
        return std::string_view(text_).substr(begin, length);
    }

    std::string file_;
    int number_;
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> cells_;  // first character, length
    std::size_t next_ = 0;
    std::optional<Diagnostic> problem_;
};

// The table, line by line; a row belongs to the segment or ear that was opened last.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    std::optional<Diagnostic> read(std::istream& in) {
        std::string text;
        while (std::getline(in, text)) {
            ++line_;
            if (!text.empty() && text.back() == '\r') {
                text.pop_back();
            }
            if (text.empty() || text.front() == '#') {
                continue;
            }
            Line line(file_, line_, std::move(text));
            readLine(line);
            if (line.problem()) {
                return line.problem();
            }
        }
        return missingPart();
    }

    SkinFigure& figure() { return figure_; }

private:
    void readLine(Line& line) {
        const std::string kind = line.word();
        if (kind == "joint") {
            const std::string name = line.word();
            figure_.joints[name] = line.vector();
        } else if (kind == "seg") {
            readSegment(line);
        } else if (kind == "ear") {
            readEar(line);
        } else if (kind == "frame" && inEar_) {
            readEarFrame(line);
        } else if (inEar_ && (kind == "front" || kind == "back")) {
            auto& heights = kind == "front" ? figure_.ear.front : figure_.ear.rear;
            const auto row = line.numbers(static_cast<std::size_t>(figure_.ear.columns));
            heights.insert(heights.end(), row.begin(), row.end());
        } else if (!inEar_ && !figure_.segments.empty() && (kind == "frame" || kind == "deg" || kind == "st")) {
            readSegmentRow(kind, line, figure_.segments.back());
        } else {
            line.blameLast(fmt::format("'{}' is not expected here", kind),
                           "joint, seg, frame, deg, st, ear, front or back, each below its segment or ear");
        }
        line.expectEnd();
    }

    void readSegment(Line& line) {
        inEar_ = false;
        SkinSegment segment;
        segment.name = line.word();
        if (std::find(segmentNames.begin(), segmentNames.end(), segment.name) == segmentNames.end()) {
            line.blameLast(fmt::format("there is no segment '{}'", segment.name), "trunk, shoulder, head, leg ...");
        }
        const std::string kind = line.word();
        if (kind != "mid" && kind != "left") {
            line.blameLast(fmt::format("'{}' is no kind of segment", kind), "mid or left");
        }
        segment.midline = kind == "mid";
        segment.aspect = line.number();
        if (segment.aspect <= 0.0) {
            line.blameLast("the aspect is not positive", "a number above 0");
        }
        segment.capBefore = line.number();
        segment.capAfter = line.number();
        if (segment.capBefore <= 0.0 || segment.capAfter <= 0.0) {
            line.blameLast("a cap is not positive", "millimetres above 0");
        }
        figure_.segments.push_back(std::move(segment));
    }

    static void readSegmentRow(const std::string& kind, Line& line, SkinSegment& segment) {
        if (kind == "frame") {
            segment.origin = line.vector();
            segment.axis = unitVector(line);
            segment.first = unitVector(line);
        } else if (kind == "deg") {
            segment.angles = line.numbers(line.left());
            const auto fall = std::adjacent_find(segment.angles.begin(), segment.angles.end(), std::greater_equal<>());
            if (segment.angles.size() < 4 || fall != segment.angles.end() || segment.angles.front() != 0.0 ||
                segment.angles.back() > (segment.midline ? 180.0 : 359.0)) {
                line.blameLast("the angles are not a full, ascending round", "4 or more degrees from 0 upwards");
            }
        } else {
            readStation(line, segment);
        }
    }

    static void readStation(Line& line, SkinSegment& segment) {
        SkinStation station;
        station.along = line.number();
        if (!segment.stations.empty() && station.along <= segment.stations.back().along) {
            line.blameLast("the station does not lie after the one before", "stations in ascending order");
        }
        station.centreA = line.number();
        station.centreB = line.number();
        station.radii = line.numbers(segment.angles.size());
        if (std::any_of(station.radii.begin(), station.radii.end(), [](double r) { return r <= 0.0; })) {
            line.blameLast("a radius is not positive", "millimetres above 0");
        }
        segment.stations.push_back(std::move(station));
    }

    void readEar(Line& line) {
        inEar_ = true;
        EarFigure& ear = figure_.ear;
        const double rows = line.number();
        const double columns = line.number();
        if (!(rows >= 4.0 && rows <= 500.0 && columns >= 4.0 && columns <= 500.0)) {
            line.blameLast("the ear's grid has an impossible size", "4 to 500 rows and columns");
            return;
        }
        ear.rows = static_cast<int>(rows);
        ear.columns = static_cast<int>(columns);
        ear.lowest = line.number();
        ear.foremost = line.number();
        ear.spacing = line.number();
        if (ear.spacing <= 0.0) {
            line.blameLast("the ear's spacing is not positive", "millimetres above 0");
        }
    }

    void readEarFrame(Line& line) {
        figure_.ear.origin = line.vector();
        figure_.ear.up = unitVector(line);
        figure_.ear.back = unitVector(line);
        figure_.ear.outward = unitVector(line);
    }

    static glm::dvec3 unitVector(Line& line) {
        const glm::dvec3 v = line.vector();
        const double length = glm::length(v);
        if (std::abs(length - 1.0) > 0.01) {
            line.blameLast("the axis is not of unit length", "a direction of length 1");
            return {1.0, 0.0, 0.0};
        }
        return v / length;
    }

    [[nodiscard]] std::optional<Diagnostic> missingPart() const {
        const auto missing = [&](std::string what, std::string expected) {
            return Diagnostic{{file_, line_ + 1, 1}, "the table ends without " + what, std::move(expected)};
        };
        for (const char* name : jointNames) {
            if (!figure_.joints.contains(name)) {
                return missing(fmt::format("the joint '{}'", name), "a row: joint name x y z");
            }
        }
        for (const char* name : segmentNames) {
            const SkinSegment* segment = figure_.find(name);
            if (segment == nullptr || segment->stations.size() < 3 || segment->axis == glm::dvec3(0.0)) {
                return missing(fmt::format("a complete segment '{}'", name), "seg, frame, deg and 3 or more st rows");
            }
        }
        const auto cells = static_cast<std::size_t>(figure_.ear.rows * figure_.ear.columns);
        if (cells == 0 || figure_.ear.front.size() != cells || figure_.ear.rear.size() != cells) {
            return missing("a complete ear", "ear, frame, and as many front and back rows as the ear announces");
        }
        return std::nullopt;
    }

    std::string file_;
    int line_ = 0;
    bool inEar_ = false;
    SkinFigure figure_;
};

}  // namespace

const SkinSegment* SkinFigure::find(const std::string& name) const {
    const auto found = std::find_if(segments.begin(), segments.end(), [&](const auto& s) { return s.name == name; });
    return found == segments.end() ? nullptr : &*found;
}

Result<SkinFigure> readSkinFigure(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        return Diagnostic{{file.string()}, "the skin figure can not be read", "a table of cross-sections"};
    }
    Reader reader(file.string());
    if (auto problem = reader.read(in)) {
        return *problem;
    }
    return std::move(reader.figure());
}

}  // namespace myo::anatomy
