#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "skin_fixture.h"

namespace {

using namespace myo;
using namespace myo::generate;

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

// A folder with the male figure and its features, of which single lines can be spoilt.
class Figure {
public:
    explicit Figure(const std::string& name)
        : folder_(std::filesystem::path(MYOATLAS_BUILD_DIR) / "test_skin_figure" / name),
          lines_(linesOf(skins::figureFile("male"))) {
        std::filesystem::create_directories(folder_);
        std::filesystem::copy_file(skins::figureFile("features"), folder_ / "skin_features.tsv",
                                   std::filesystem::copy_options::overwrite_existing);
    }
    ~Figure() { std::filesystem::remove_all(folder_); }
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    // Number (from 1) of the first line that starts so.
    [[nodiscard]] int lineThatStarts(const std::string& start) const {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].starts_with(start)) {
                return static_cast<int>(i) + 1;
            }
        }
        throw std::logic_error("no line starts with " + start);
    }
    std::string& line(int number) { return lines_.at(static_cast<std::size_t>(number) - 1); }
    void truncateAfter(int number) { lines_.resize(static_cast<std::size_t>(number)); }
    [[nodiscard]] std::filesystem::path features() const { return folder_ / "skin_features.tsv"; }
    [[nodiscard]] int lineCount() const { return static_cast<int>(lines_.size()); }

    [[nodiscard]] Result<SkinFigure> read() const {
        std::ofstream out(folder_ / "skin.tsv");
        for (const std::string& line : lines_) {
            out << line << '\n';
        }
        out.close();
        return readSkinFigure(folder_ / "skin.tsv");
    }

private:
    std::filesystem::path folder_;
    std::vector<std::string> lines_;
};

// Replaces the n-th cell (from 0) and returns the column at which it begins (from 1).
int spoil(std::string& line, int cell, const std::string& text) {
    std::size_t begin = 0;
    for (int i = 0; i < cell; ++i) {
        begin = line.find('\t', begin) + 1;
    }
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    line.replace(begin, end - begin, text);
    return static_cast<int>(begin) + 1;
}

}  // namespace

TEST_CASE("both figures are read completely", "[skin]") {
    const auto figure = readSkinFigure(skins::figureFile(GENERATE("male", "female")));
    REQUIRE(figure.ok());
    CHECK(figure.value().segments.size() == 17);
    CHECK(figure.value().segments.front().name == "trunk");
    CHECK(figure.value().joints.at("GH").x > 100.0);
    CHECK(figure.value().features.nails.size() == 10);
    for (const SkinSegment& segment : figure.value().segments) {
        for (const SkinStation& station : segment.stations) {
            REQUIRE(station.radii.size() == segment.angles.size());
        }
    }
}

TEST_CASE("a figure that is not there is named", "[skin]") {
    const auto figure = readSkinFigure("no/such/skin.tsv");
    REQUIRE_FALSE(figure.ok());
    CHECK(figure.problem().place.file == "no/such/skin.tsv");
}

TEST_CASE("a spoilt number is reported with line and column", "[skin]") {
    const auto [start, cell, text] = GENERATE(table<std::string, int, std::string>({{"st\t", 5, "nan"},
                                                                                    {"st\t", 4, "1e999"},
                                                                                    {"st\t", 7, "12,5"},
                                                                                    {"st\t", 6, "-3"},
                                                                                    {"joint\t", 3, ""},
                                                                                    {"frame\t", 4, "0.5"},
                                                                                    {"deg\t", 3, "2"},
                                                                                    {"seg\t", 2, "right"},
                                                                                    {"seg\t", 3, "0"},
                                                                                    {"ear\t", 1, "1e9"},
                                                                                    {"place\t", 11, "0"},
                                                                                    {"tube\t", 1, "moon"}}));
    Figure figure("spoilt");
    const int number = figure.lineThatStarts(start);
    const int column = spoil(figure.line(number), cell, text);
    const auto read = figure.read();
    REQUIRE_FALSE(read.ok());
    INFO(read.problem().text());
    CHECK(read.problem().place.line == number);
    // A radius, an axis or an angle is judged with its row: there the column is that of the row's last such cell.
    CHECK(read.problem().place.column >= column);
    CHECK_FALSE(read.problem().what.empty());
    CHECK_FALSE(read.problem().expected.empty());
}

TEST_CASE("a row with too few or too many cells is reported at its end", "[skin]") {
    Figure figure("count");
    const int number = figure.lineThatStarts("st\t");
    std::string& line = figure.line(number);
    SECTION("too few") {
        line.erase(line.rfind('\t'));
        const auto read = figure.read();
        REQUIRE_FALSE(read.ok());
        CHECK(read.problem().place.line == number);
        CHECK(read.problem().place.column == static_cast<int>(line.size()) + 1);
    }
    SECTION("too many") {
        const int column = static_cast<int>(line.size()) + 2;
        line += "\t1";
        const auto read = figure.read();
        REQUIRE_FALSE(read.ok());
        CHECK(read.problem().place.line == number);
        CHECK(read.problem().place.column == column);
    }
}

TEST_CASE("a truncated figure names what is absent", "[skin]") {
    const auto [start, absent] =
        GENERATE(table<std::string, std::string>({{"joint\telbow", "wrist"}, {"seg\ttoe5", "toe5"}, {"ear\t", "ear"}}));
    Figure figure("truncated");
    figure.truncateAfter(figure.lineThatStarts(start));
    const auto read = figure.read();
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().place.line == figure.lineCount() + 1);
    CHECK(read.problem().what.find(absent) != std::string::npos);
}

TEST_CASE("an unknown row is reported", "[skin]") {
    Figure figure("unknown");
    figure.line(figure.lineThatStarts("deg\t")).replace(0, 3, "dge");
    const auto read = figure.read();
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().what.find("dge") != std::string::npos);
}

TEST_CASE("a mistake in the shared features names their file", "[skin]") {
    Figure figure("features");
    std::ofstream(figure.features()) << "# features\ndent\teye\t1.0\t0.8\t1\t2\n";
    const auto read = figure.read();
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().place.file == figure.features().string());
    CHECK(read.problem().place.line == 2);
    CHECK(read.problem().place.column == 21);
}
