// The page that a client takes home: all of it is there, on one page, in letters that can be selected.
#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>

#include "content/handout.h"
#include "report/handout.h"
#include "support/english.h"
#include "support/scratch_file.h"
#include "support/shipped_atlas.h"

using namespace myo;
using namespace myo::report;
using test::shipped;

namespace {

Image greyPicture(int width, int height) {
    return {width, height, std::vector<unsigned char>(static_cast<std::size_t>(width * height) * 4U, 180)};
}

Handout handoutOf(const std::vector<SidedPoint>& points) {
    Handout handout;
    handout.document = content::handoutDocument(*test::english(), shipped(), points);
    const Image picture = greyPicture(68, 100);
    handout.pictures.assign(points.size(), {picture, picture, "the zone in words", "the muscle in words"});
    handout.version = "1";
    return handout;
}

HandoutFile made(const Handout& handout) {
    auto file = makeHandout(handout, *test::english());
    REQUIRE(file.ok());
    return std::move(file).value();
}

// What a program of the system prints about the file.
std::string toldOf(const std::string& bytes, const std::string& before, const std::string& after = "") {
    const test::ScratchFile file("handout.pdf");
    std::ofstream(file.path(), std::ios::binary) << bytes;
    const std::string command = before + " '" + file.path().string() + "' " + after + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe != nullptr);
    std::string told;
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe.get())) {
        told.append(part.data(), count);
    }
    return told;
}

// Without blanks and the hyphens of broken lines, as a page breaks its lines where it likes.
std::string bare(const std::string& words) {
    static const std::regex blanks("[\\s\\x0c\u00a0]+");
    return std::regex_replace(words, blanks, "");
}

std::vector<SidedPoint> firstPoints(std::size_t count) {
    std::vector<SidedPoint> points;
    for (const atlas::Muscle& muscle : shipped().muscles) {
        if (points.size() < count && !muscle.points.empty()) {
            points.push_back({muscle.points.front().id, Side::left});
        }
    }
    return points;
}

}  // namespace

TEST_CASE("the handout of every point is one page, in letters that can be read") {
    for (const atlas::TriggerPoint* point : shipped().points()) {
        INFO(point->id.text());
        Handout handout = handoutOf({{point->id, Side::right}});
        for (const Paper paper : {Paper::a4, Paper::letter}) {
            handout.paper = paper;
            const HandoutFile file = made(handout);
            CHECK(file.pages == 1);
            CHECK(file.textPt >= 8.5F);
            CHECK_FALSE(file.missingCharacter.has_value());
        }
    }
}

TEST_CASE("every sentence of a handout can be selected, and all letters are in the file") {
    std::size_t number = 0;
    for (const atlas::TriggerPoint* point : shipped().points()) {
        if (number++ % 10 != 0) {
            continue;
        }
        const Handout handout = handoutOf({{point->id, Side::left}});
        const HandoutFile file = made(handout);
        // In reading order: words that stand beside each other are not mixed.
        const std::string text = bare(toldOf(file.bytes, "pdftotext -raw", "-"));
        for (const content::Block& block : handout.document.blocks) {
            for (const content::Line& line : block.lines) {
                INFO(point->id.text() << ": " << line.text);
                CHECK(text.find(bare(line.text)) != std::string::npos);
            }
        }
    }
    const HandoutFile file = made(handoutOf(firstPoints(1)));
    const std::string fonts = toldOf(file.bytes, "pdffonts");
    CHECK(fonts.find("Inter") != std::string::npos);
    CHECK_FALSE(std::regex_search(fonts, std::regex("\\bno (yes|no) (yes|no)\\b")));
    CHECK_THAT(toldOf(file.bytes, "qpdf --check"), Catch::Contains("No syntax or stream encoding errors found"));
}

TEST_CASE("a handout can be heard: title, language, and words in place of pictures") {
    const HandoutFile file = made(handoutOf(firstPoints(1)));
    const std::string info = toldOf(file.bytes, "pdfinfo");
    CHECK_THAT(info, Catch::Contains("Pain from the") && Catch::Contains("Tagged:          yes"));
    const std::string parts = toldOf(file.bytes, "pdfinfo -struct-text");
    CHECK(parts.find("H1") != std::string::npos);
    CHECK(parts.find("Figure") != std::string::npos);
    const std::string plain = toldOf(file.bytes, "qpdf --qdf --object-streams=disable", "-");
    CHECK(plain.find("/Lang (en") != std::string::npos);
    CHECK(plain.find("/Alt (the zone in words)") != std::string::npos);
    CHECK(plain.find("/Alt (the muscle in words)") != std::string::npos);
}

TEST_CASE(
    "four points fit on one sheet of two sides, and what calls for a doctor stands before what one does oneself") {
    const Handout handout = handoutOf(firstPoints(4));
    const HandoutFile file = made(handout);
    CHECK(file.pages <= 2);
    const std::string text = toldOf(file.bytes, "pdftotext -raw", "-");
    const auto help = text.find("When to get help first");
    const auto yourself = text.find("What you can do");
    REQUIRE(help != std::string::npos);
    REQUIRE(yourself != std::string::npos);
    CHECK(help < yourself);
}

TEST_CASE("long names, other scripts and letters without a font leave a page that is whole") {
    Handout handout = handoutOf(firstPoints(1));
    std::string longName;
    for (int i = 0; i < 100; ++i) {
        longName += "Maria ";
    }
    handout.client = longName;
    CHECK_THAT(toldOf(made(handout).bytes, "pdftotext -raw", "-"), Catch::Contains("For Maria"));
    handout.client = "\U000F0000";  // of the private planes: no font has it
    CHECK(made(handout).missingCharacter == U'\U000F0000');
}

TEST_CASE("a practice is read, or what is wrong with its file is said with line and column") {
    const test::ScratchFile file("practice.toml");
    const auto read = [&](const std::string& content) {
        std::ofstream(file.path()) << content;
        return readPractice(file.path());
    };
    const auto practice = read("name = \"Praxis Öl\"\naddress = [\"Main St 1\", \"Town\"]\nphone = \"12\"\n");
    REQUIRE(practice.ok());
    CHECK(practice.value().name == "Praxis Öl");
    CHECK(practice.value().lines == std::vector<std::string>{"Main St 1", "Town", "12"});
    for (const auto& [content, line] : std::vector<std::pair<std::string, int>>{
             {"name = 3\n", 1},
             {"name = \"A\"\nfax = \"1\"\n", 2},
             {"name = \"A\"\naddress = [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]\n", 2},
             {"name = \"A\"\nphone = \"" + std::string(500, '9') + "\"\n", 2},
             {"name = \"A\"\nlogo = 3\n", 2},
         }) {
        INFO(content.substr(0, 40));
        const auto wrong = read(content);
        REQUIRE_FALSE(wrong.ok());
        CHECK(wrong.problem().place.line == line);
        CHECK(wrong.problem().place.column > 0);
    }
    CHECK_FALSE(read("address = \"nowhere\"\n").ok());
    CHECK_FALSE(readPractice("/no/such/file.toml").ok());
    const auto noLogo = read("name = \"A\"\nlogo = \"" + file.path().filename().string() + "\"\n");
    REQUIRE_FALSE(noLogo.ok());  // a text is no picture
    CHECK_THAT(noLogo.problem().text(), Catch::Contains("PNG or JPEG"));
}

TEST_CASE("a logo stands on the page with the practice's name") {
    Handout handout = handoutOf(firstPoints(1));
    handout.practice = Practice{"Praxis am Markt", {"Markt 1", "Tel. 12 34"}, greyPicture(300, 80)};
    const HandoutFile file = made(handout);
    CHECK(file.pages == 1);
    CHECK_THAT(toldOf(file.bytes, "pdftotext -raw", "-"),
               Catch::Contains("Praxis am Markt") && Catch::Contains("Tel. 12 34"));
    CHECK_THAT(toldOf(file.bytes, "pdfimages -list"), Catch::Contains("300") && Catch::Contains("80"));
}
