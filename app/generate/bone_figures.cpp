#include "generate/bone_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/table.h"
#include "generate/bone_star.h"

namespace myo::generate {

namespace {

struct KindName {
    const char* name;
    PartKind kind;
    std::size_t header;  // numbers in the header
};

constexpr std::array<KindName, 7> kinds{{{"loft", PartKind::loft, 5},
                                         {"star", PartKind::star, 5},
                                         {"relief", PartKind::relief, 9},
                                         {"beam", PartKind::beam, 3},
                                         {"ball", PartKind::ball, 6},
                                         {"drum", PartKind::drum, 1},
                                         {"field", PartKind::field, 7}}};

bool wholeBetween(double value, int low, int high) {
    return value == std::floor(value) && value >= low && value <= high;
}

// The number of figures that a part with this header has; nothing if the header makes no sense.
std::optional<std::size_t> figureCount(PartKind kind, const std::vector<double>& header) {
    constexpr int mostStations = 64;
    constexpr int mostWaves = 8;
    constexpr int mostDegree = 16;
    constexpr int mostNodes = 64;
    const auto count = [&](std::size_t i) { return static_cast<std::size_t>(header[i]); };
    switch (kind) {
        case PartKind::loft:
            if (!wholeBetween(header[0], 3, mostStations) || !wholeBetween(header[1], 0, mostWaves)) {
                return {};
            }
            return 3 * count(0) + (count(0) - 2) * (2 * count(1) + 1);
        case PartKind::star:
            if (!wholeBetween(header[0], 0, mostDegree) || !wholeBetween(header[1], 0, 1) ||
                *std::min_element(header.begin() + 2, header.end()) <= 0.0) {
                return {};
            }
            return 3 + harmonicCount(static_cast<int>(header[0]), header[1] != 0.0);
        case PartKind::relief:
            if (!wholeBetween(header[0], 3, mostStations) || !wholeBetween(header[1], 2, mostNodes) ||
                !wholeBetween(header[2], 2, mostNodes)) {
                return {};
            }
            return 7 + 2 * count(0) + 2 * count(1) * count(2);
        case PartKind::beam:
            return 10;
        case PartKind::ball:
            return 6;
        case PartKind::drum:
            return 12;
        case PartKind::field:
            if (!wholeBetween(header[0], 1, mostNodes) || !wholeBetween(header[1], 1, mostNodes) ||
                !wholeBetween(header[2], 1, mostNodes) || header[3] <= 0.0) {
                return {};
            }
            return 0;  // any number of pairs
    }
    return {};
}

class SkeletonReader {
public:
    explicit SkeletonReader(const std::filesystem::path& file) : file_(file.string()) {}

    Result<std::vector<BoneFigure>> read() {
        std::ifstream in(file_);
        if (!in) {
            return Diagnostic{{file_, 0, 0}, "the table cannot be read", "a readable tab-separated file", {}};
        }
        std::string text;
        for (line_ = 1; std::getline(in, text) && !problem_; ++line_) {
            if (!text.empty() && text.back() == '\r') {
                text.pop_back();
            }
            if (!text.empty() && text.front() != '#') {
                readLine(splitList(text, '\t'));
            }
        }
        closeBone();
        if (!problem_ && bones_.empty()) {
            blameAt(1, "the table has no bones", "rows that begin with bone and part");
        }
        if (problem_) {
            return *problem_;
        }
        return std::move(bones_);
    }

private:
    void readLine(std::vector<std::string> cells) {
        cells_ = std::move(cells);
        if (cells_[0] == "bone") {
            closeBone();
            readBone();
        } else if (cells_[0] == "part") {
            readPart();
        } else {
            reject(0, fmt::format("row of kind \"{}\"", cells_[0]), "bone or part");
        }
    }

    void readBone() {
        boneLine_ = line_;
        if (cells_.size() < 5 || cells_.size() > 6) {
            reject(0, fmt::format("{} cells", cells_.size()), "bone, name, side, step, triangles and perhaps a kind");
            return;
        }
        BoneFigure bone;
        bone.id = cells_[1];
        if (bone.id.empty() || !ids_.insert(bone.id).second) {
            reject(1, fmt::format("the name \"{}\"", bone.id), "a name of its own for every bone");
        }
        bone.side = cells_[2] == "mid" ? BodySide::mid : BodySide::left;
        if (bone.side == BodySide::left && cells_[2] != "left") {
            reject(2, fmt::format("side is \"{}\"", cells_[2]), "left or mid");
        }
        const std::vector<double> steps = numbers(3, ',');
        if (steps.size() != 1 && steps.size() != 3) {
            reject(3, fmt::format("{} steps", steps.size()), "one or three");
            return;
        }
        bone.step = steps.size() == 1 ? glm::dvec3(steps[0]) : glm::dvec3(steps[0], steps[1], steps[2]);
        constexpr double leastStep = 0.5;
        if (std::min({bone.step.x, bone.step.y, bone.step.z}) < leastStep) {
            reject(3, "the step is too fine", fmt::format("{} mm or more", leastStep));
        }
        const std::vector<double> triangles = numbers(4, ' ');
        if (triangles.size() != 1 || !wholeBetween(triangles[0], 0, 1000000)) {
            reject(4, fmt::format("triangles is \"{}\"", cells_[4]), "a whole number, 0 for as many as there are");
            return;
        }
        bone.triangles = static_cast<int>(triangles[0]);
        if (cells_.size() == 6) {
            bone.kind = body::StructureKind::cartilage;
            if (cells_[5] != "cartilage") {
                reject(5, fmt::format("kind is \"{}\"", cells_[5]), "cartilage, or nothing for a bone");
            }
        }
        bones_.push_back(std::move(bone));
    }

    void readPart() {
        if (bones_.empty()) {
            reject(0, "a part without a bone", "a row \"bone\" before it");
            return;
        }
        if (cells_.size() != 7) {
            reject(0, fmt::format("{} cells", cells_.size()), "part, name, kind, join, blend, header and figures");
            return;
        }
        PartFigure part;
        part.name = cells_[1];
        const auto* kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const KindName& k) { return cells_[2] == k.name; });
        if (kind == kinds.end()) {
            reject(2, fmt::format("kind is \"{}\"", cells_[2]), "loft, star, relief, beam, ball, drum or field");
            return;
        }
        part.kind = kind->kind;
        readJoin(part);
        part.header = header();
        part.figures = numbers(6, ' ');
        if (problem_) {
            return;
        }
        const std::optional<std::size_t> wanted =
            part.header.size() == kind->header ? figureCount(part.kind, part.header) : std::nullopt;
        if (!wanted) {
            reject(5, fmt::format("the header \"{}\"", cells_[5]), fmt::format("what a {} needs", kind->name));
            return;
        }
        if (part.kind == PartKind::field) {
            checkField(part);
        } else if (part.figures.size() != *wanted) {
            reject(6, fmt::format("{} figures", part.figures.size()), fmt::format("{}", *wanted));
        }
        bones_.back().parts.push_back(std::move(part));
    }

    void readJoin(PartFigure& part) {
        const std::vector<double> blend = numbers(4, ' ');
        if (blend.size() != 1 || blend[0] < 0.0) {
            reject(4, fmt::format("blend is \"{}\"", cells_[4]), "a radius in millimetres");
            return;
        }
        part.blend = blend[0];
        if (cells_[3] == "+") {
            part.join = Join::add;
        } else if (cells_[3] == "-") {
            part.join = Join::cut;
        } else if (cells_[3] == "!") {
            part.join = Join::assert;
        } else {
            reject(3, fmt::format("join is \"{}\"", cells_[3]), "+, - or !");
        }
        if (bones_.back().parts.empty() && (part.join == Join::cut || part.kind == PartKind::field)) {
            reject(3, "the first part takes away", "something to begin with");
        }
    }

    void checkField(const PartFigure& part) {
        const double nodes = part.header[0] * part.header[1] * part.header[2];
        if (part.figures.size() % 2 != 0) {
            reject(6, "a node without a height", "pairs of node and height");
        }
        for (std::size_t i = 0; i + 1 < part.figures.size(); i += 2) {
            if (part.figures[i] < 0.0 || part.figures[i] >= nodes || part.figures[i] != std::floor(part.figures[i])) {
                reject(6, fmt::format("node {}", part.figures[i]), fmt::format("0 .. {}", nodes - 1));
            }
        }
    }

    // Header numbers; the letters x, y and z stand for unit vectors.
    std::vector<double> header() {
        std::vector<double> result;
        std::size_t at = columnOf(5);
        for (const std::string& word : splitList(cells_[5], ' ')) {
            if (word == "x" || word == "y" || word == "z") {
                const auto axis = static_cast<std::size_t>(word[0] - 'x');
                for (std::size_t i = 0; i < 3; ++i) {
                    result.push_back(i == axis ? 1.0 : 0.0);
                }
            } else {
                result.push_back(number(word, at));
            }
            at += word.size() + 1;
        }
        return result;
    }

    std::vector<double> numbers(std::size_t cell, char separator) {
        std::vector<double> result;
        std::size_t at = columnOf(cell);
        for (const std::string& word : splitList(cells_[cell], separator)) {
            if (!word.empty()) {
                result.push_back(number(word, at));
            }
            at += word.size() + 1;
        }
        return result;
    }

    double number(const std::string& word, std::size_t column) {
        constexpr double largest = 1e5;
        const std::optional<double> value = parseNumber(word);
        if (!value || !(std::abs(*value) < largest)) {
            blameAt(column, fmt::format("\"{}\"", word), "a number");
            return 0.0;
        }
        return *value;
    }

    void closeBone() {
        if (!bones_.empty() && bones_.back().parts.empty() && !problem_) {
            line_ = boneLine_;
            blameAt(1, fmt::format("{} has no parts", bones_.back().id), "one part or more");
        }
    }

    [[nodiscard]] std::size_t columnOf(std::size_t cell) const {
        std::size_t column = 1;
        for (std::size_t i = 0; i < cell && i < cells_.size(); ++i) {
            column += cells_[i].size() + 1;
        }
        return column;
    }
    void reject(std::size_t cell, std::string what, std::string expected) {
        blameAt(columnOf(cell), std::move(what), std::move(expected));
    }
    void blameAt(std::size_t column, std::string what, std::string expected) {
        if (!problem_) {
            problem_ = Diagnostic{
                {file_, line_, static_cast<int>(column)}, std::move(what), std::move(expected), Severity::error};
        }
    }

    std::string file_;
    int line_ = 0;
    int boneLine_ = 0;
    std::vector<std::string> cells_;
    std::set<std::string> ids_;
    std::vector<BoneFigure> bones_;
    std::optional<Diagnostic> problem_;
};

}  // namespace

Result<std::vector<BoneFigure>> readSkeleton(const std::filesystem::path& file) {
    return SkeletonReader(file).read();
}

}  // namespace myo::generate
