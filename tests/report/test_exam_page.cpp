// An exam's result on one page.
#include <algorithm>

#include <stb_image.h>
#include <catch2/catch.hpp>

#include "report/exam_page.h"
#include "report/jpeg.h"
#include "support/english.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace std::chrono_literals;

namespace {

study::ExamResult taken(int questions) {
    study::ExamResult result;
    result.title = "Shoulder and arm, week 3";
    result.started = study::Moment(1773169200000ms);
    result.ended = result.started + 11min + 20s;
    result.passMark = 0.6;
    for (int i = 0; i < questions; ++i) {
        study::ExamAnswer answer;
        answer.card = "zone:soleus." + std::to_string(i);
        answer.kind = "zone";
        answer.muscle = "soleus";
        answer.prompt = "Where is the pain of Soleus, TrP" + std::to_string(i + 1) + " felt?";
        answer.answered = i % 5 != 4;
        answer.score = answer.answered ? 0.6 + 0.1 * (i % 4) : 0.0;
        result.answers.push_back(answer);
    }
    return result;
}

// Rows of the picture that are not blank, of 1754.
int inkedRows(const std::filesystem::path& file) {
    int width = 0;
    int height = 0;
    int channels = 0;
    unsigned char* pixels = stbi_load(file.c_str(), &width, &height, &channels, 1);
    REQUIRE(pixels != nullptr);
    CHECK(width == 1240);
    CHECK(height == 1754);
    int inked = 0;
    for (int y = 0; y < height; ++y) {
        const unsigned char* row = pixels + static_cast<std::ptrdiff_t>(y) * width;
        inked += std::any_of(row, row + width, [](unsigned char p) { return p < 128; }) ? 1 : 0;
        if (y > height - 60) {
            CHECK(std::all_of(row, row + width, [](unsigned char p) { return p > 250; }));  // the margin
        }
    }
    stbi_image_free(pixels);
    return inked;
}

}  // namespace

TEST_CASE("the page says title, result, date and every question, given or not") {
    const std::string page = report::examText(*test::english(), taken(5));
    for (const char* part : {"Shoulder and arm, week 3", "2026-03-10 19:00 UTC", "4 of 5 questions", "12 min", "1.",
                             "60 %", "no answer", "Where is the pain of Soleus, TrP5 felt?", "Passed: 60 % right"}) {
        INFO(page);
        CHECK(page.find(part) != std::string::npos);
    }
    study::ExamResult failed = taken(5);
    failed.passMark = 0.61;
    CHECK(report::examText(*test::english(), failed).find("Not passed: 60 % right; 61 % were needed") !=
          std::string::npos);
}

TEST_CASE("however many questions there are, they keep to one page") {
    const test::ScratchFolder folder("exam-page");
    const auto page = folder.path() / "page.png";
    int before = 0;
    for (const int questions : {0, 3, 20}) {
        REQUIRE(report::saveExamPage(*test::english(), taken(questions), page).ok());
        const int inked = inkedRows(page);
        CHECK(inked > before);
        before = inked;
    }
    for (const int questions : {60, 61, 400}) {
        REQUIRE(report::saveExamPage(*test::english(), taken(questions), page).ok());
        CHECK(inkedRows(page) > 500);
    }
    CHECK_FALSE(report::saveExamPage(*test::english(), taken(3), folder.path() / "missing" / "page.png").ok());
}

TEST_CASE("a JPEG shows the picture") {
    const test::ScratchFolder folder("jpeg");
    Image picture{32, 16, std::vector<unsigned char>(32 * 16 * 4, 255)};
    for (std::size_t i = 0; i < picture.pixels.size(); i += 4) {
        picture.pixels[i] = 200;
        picture.pixels[i + 1] = 40;
        picture.pixels[i + 2] = 60;
    }
    const auto file = folder.path() / "picture.jpg";
    REQUIRE(report::saveJpeg(picture, file).ok());
    int width = 0;
    int height = 0;
    int channels = 0;
    unsigned char* pixels = stbi_load(file.c_str(), &width, &height, &channels, 3);
    REQUIRE(pixels != nullptr);
    CHECK(width == 32);
    CHECK(height == 16);
    CHECK(std::abs(pixels[0] - 200) < 8);
    CHECK(std::abs(pixels[1] - 40) < 8);
    stbi_image_free(pixels);
    CHECK_FALSE(report::saveJpeg({}, file).ok());
}
