#include "generate/skin_figure.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace myo::generate {

namespace {

constexpr std::array<const char*, 17> segmentNames{"trunk",   "shoulder", "head",    "leg",     "arm",   "palm",
                                                   "finger2", "finger3",  "finger4", "finger5", "thumb", "foot",
                                                   "toe1",    "toe2",     "toe3",    "toe4",    "toe5"};
constexpr std::array<const char*, 4> jointNames{"wrist", "eye", "chin", "GH"};

// The table, line by line; a row belongs to the segment or ear that was opened last.
class Reader {
public:
    explicit Reader(std::filesystem::path file) : file_(std::move(file)) {}

    std::optional<Diagnostic> read() {
        if (auto problem = readFile(file_)) {
            return problem;
        }
        return missingPart();
    }

    SkinFigure& figure() { return figure_; }

private:
    std::optional<Diagnostic> readFile(const std::filesystem::path& file) {
        const std::string name = file.string();
        std::ifstream in(file);
        if (!in) {
            return Diagnostic{{name}, "the skin figure cannot be read", "a table of cross-sections"};
        }
        std::string text;
        for (int number = 1; std::getline(in, text); ++number) {
            lines_ = file == file_ ? number : lines_;
            if (!text.empty() && text.back() == '\r') {
                text.pop_back();
            }
            if (text.empty() || text.front() == '#') {
                continue;
            }
            TableLine line(name, number, std::move(text));
            readLine(line);
            if (line.problem() || problem_) {
                return problem_ ? problem_ : line.problem();
            }
        }
        return std::nullopt;
    }

    void readLine(TableLine& line) {
        const std::string kind = line.word();
        if (kind == "joint") {
            const std::string name = line.word();
            figure_.joints[name] = line.vector();
        } else if (kind == "seg") {
            readSegment(line);
        } else if (kind == "features") {
            readFeatureFile(line);
        } else if (readFeature(kind, line, figure_.features)) {
            inEar_ = false;
        } else if (kind == "ear") {
            readEar(line);
        } else if (kind == "frame" && inEar_) {
            readEarFrame(line);
        } else if (inEar_ && kind == "rim") {
            readRim(line);
        } else if (inEar_ && (kind == "front" || kind == "back")) {
            auto& heights = kind == "front" ? figure_.ear.front : figure_.ear.rear;
            const auto row = line.numbers(static_cast<std::size_t>(figure_.ear.columns));
            heights.insert(heights.end(), row.begin(), row.end());
        } else if (!inEar_ && !figure_.segments.empty() && (kind == "frame" || kind == "deg" || kind == "st")) {
            readSegmentRow(kind, line, figure_.segments.back());
        } else {
            line.rejectLast(fmt::format("'{}' is not expected here", kind),
                            "a row of a segment, of the ear, or a feature");
        }
        line.expectEnd();
    }

    // A row that names another table, beside this one, with more features.
    void readFeatureFile(TableLine& line) {
        const std::string name = line.word();
        if (std::exchange(included_, true) || name.empty()) {
            line.rejectLast("only one table of features can be named", "features and a file name, once");
            return;
        }
        line.expectEnd();
        if (auto problem = line.problem() ? std::nullopt : readFile(file_.parent_path() / name)) {
            problem_ = std::move(problem);
        }
    }

    void readSegment(TableLine& line) {
        inEar_ = false;
        SkinSegment segment;
        segment.name = line.word();
        if (std::find(segmentNames.begin(), segmentNames.end(), segment.name) == segmentNames.end()) {
            line.rejectLast(fmt::format("there is no segment '{}'", segment.name), "trunk, shoulder, head, leg ...");
        }
        const std::string kind = line.word();
        if (kind != "mid" && kind != "left") {
            line.rejectLast(fmt::format("'{}' is no kind of segment", kind), "mid or left");
        }
        segment.midline = kind == "mid";
        segment.aspect = line.positive("the aspect");
        segment.capBefore = line.positive("the cap");
        segment.capAfter = line.positive("the cap");
        figure_.segments.push_back(std::move(segment));
    }

    static void readSegmentRow(const std::string& kind, TableLine& line, SkinSegment& segment) {
        if (kind == "frame") {
            segment.origin = line.vector();
            segment.axis = line.direction();
            segment.first = line.direction();
        } else if (kind == "deg") {
            segment.angles = line.numbers(line.left());
            const auto fall = std::adjacent_find(segment.angles.begin(), segment.angles.end(), std::greater_equal<>());
            if (segment.angles.size() < 4 || fall != segment.angles.end() || segment.angles.front() != 0.0 ||
                segment.angles.back() > (segment.midline ? 180.0 : 359.0)) {
                line.rejectLast("the angles are not a full, ascending round", "4 or more degrees from 0 upwards");
            }
        } else {
            readStation(line, segment);
        }
    }

    static void readStation(TableLine& line, SkinSegment& segment) {
        SkinStation station;
        station.along = line.number();
        if (!segment.stations.empty() && station.along <= segment.stations.back().along) {
            line.rejectLast("the station does not lie after the one before", "stations in ascending order");
        }
        station.centreA = line.number();
        station.centreB = line.number();
        station.radii = line.numbers(segment.angles.size());
        if (std::any_of(station.radii.begin(), station.radii.end(), [](double r) { return r <= 0.0; })) {
            line.rejectLast("a radius is not positive", "millimetres above 0");
        }
        segment.stations.push_back(std::move(station));
    }

    void readEar(TableLine& line) {
        inEar_ = true;
        EarFigure& ear = figure_.ear;
        const double rows = line.number();
        const double columns = line.number();
        if (!(rows >= 4.0 && rows <= 500.0 && columns >= 4.0 && columns <= 500.0)) {
            line.rejectLast("the ear's grid has an impossible size", "4 to 500 rows and columns");
            return;
        }
        ear.rows = static_cast<int>(rows);
        ear.columns = static_cast<int>(columns);
        ear.lowest = line.number();
        ear.foremost = line.number();
        ear.spacing = line.positive("the spacing");
    }

    void readEarFrame(TableLine& line) {
        figure_.ear.origin = line.vector();
        figure_.ear.up = line.direction();
        figure_.ear.back = line.direction();
        figure_.ear.outward = line.direction();
    }

    void readRim(TableLine& line) {
        figure_.ear.rim.clear();
        while (line.left() > 0 && !line.problem()) {
            const double u = line.number();
            figure_.ear.rim.emplace_back(u, line.number());
        }
        if (figure_.ear.rim.size() < 4) {
            line.rejectLast("the rim has too few points", "4 or more pairs");
        }
    }

    [[nodiscard]] std::optional<Diagnostic> missingPart() const {
        const auto missing = [&](const std::string& what, std::string expected) {
            return Diagnostic{{file_.string(), lines_ + 1, 1}, "the table ends without " + what, std::move(expected)};
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
        const auto cells = static_cast<std::size_t>(figure_.ear.rows) * static_cast<std::size_t>(figure_.ear.columns);
        if (cells == 0 || figure_.ear.front.size() != cells || figure_.ear.rear.size() != cells ||
            figure_.ear.rim.empty()) {
            return missing("a complete ear", "ear, frame, rim, and as many front and back rows as the ear announces");
        }
        return std::nullopt;
    }

    std::filesystem::path file_;
    int lines_ = 0;  // of the main table
    bool inEar_ = false;
    bool included_ = false;
    std::optional<Diagnostic> problem_;  // of the table of features
    SkinFigure figure_;
};

}  // namespace

const SkinSegment* SkinFigure::find(const std::string& name) const {
    const auto found = std::find_if(segments.begin(), segments.end(), [&](const auto& s) { return s.name == name; });
    return found == segments.end() ? nullptr : &*found;
}

Result<SkinFigure> readSkinFigure(const std::filesystem::path& file) {
    Reader reader(file);
    if (auto problem = reader.read()) {
        return *problem;
    }
    return std::move(reader.figure());
}

}  // namespace myo::generate
