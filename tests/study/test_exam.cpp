// A teacher's set and what comes of it.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "study/exam.h"
#include "study/set_file.h"
#include "support/english.h"
#include "support/hostile.h"

using namespace myo;
using namespace myo::study;
using namespace std::chrono_literals;

namespace {

const atlas::Atlas& atlasForExams() {
    static const atlas::Atlas loaded =
        atlas::loadAtlas(MYOATLAS_SOURCE_DIR "/data", atlas::loadContext(MYOATLAS_SOURCE_DIR "/assets/anatomy").value())
            .atlas;
    return loaded;
}

LoadedSet read(const std::string& text) {
    return readSet(text, "exam.toml", atlasForExams());
}

std::vector<std::string> problems(const std::string& text) {
    const LoadedSet loaded = read(text);
    CHECK_FALSE(loaded.set);
    std::vector<std::string> out;
    for (const Diagnostic& finding : loaded.findings) {
        out.push_back(finding.text());
    }
    return out;
}

ExamResult taken() {
    ExamResult result;
    result.title = "Shoulder, week 3";
    result.started = Moment(1773169200000ms);
    result.ended = result.started + 12min;
    result.passMark = 0.5;
    result.answers = {{"zone:soleus.1", "zone", "soleus", "Where, \"exactly\"?", true, 0.9, 12345ms},
                      {"nerve:soleus", "nerve", "soleus", "=cmd|' /C calc'!A0", true, 0.35, 800ms},
                      {"action:soleus", "action", "soleus", "What does\nit do?", false, 0.0, 0ms}};
    return result;
}

}  // namespace

TEST_CASE("a set says what is asked, how much, how long, and what is enough") {
    const LoadedSet loaded = read(R"(title = "Shoulder"
points = ["infraspinatus.1", "soleus.1"]
muscles = ["supraspinatus"]
kinds = ["zone", "nerve"]
number = 4
minutes = 15
pass = 70
)");
    CHECK(loaded.findings.empty());
    REQUIRE(loaded.set);
    CHECK(loaded.set->title == "Shoulder");
    CHECK(loaded.set->minutes == 15min);
    CHECK(loaded.set->passMark == Approx(0.7));
    const auto cards = examCards(*test::english(), atlasForExams(), *loaded.set, 1);
    CHECK(cards.size() == 4);
    std::set<std::string> ids;
    for (const Card& card : cards) {
        CHECK(ids.insert(card.id).second);
        CHECK((card.kind == CardKind::zone || card.kind == CardKind::nerve));
    }
    ExamSet all = *loaded.set;
    all.number.reset();
    const auto one = examCards(*test::english(), atlasForExams(), all, 1);
    auto other = examCards(*test::english(), atlasForExams(), all, 2);
    CHECK(one.size() > 4);
    CHECK(one.front().id == examCards(*test::english(), atlasForExams(), all, 1).front().id);
    CHECK(std::is_permutation(one.begin(), one.end(), other.begin(), other.end(),
                              [](const Card& a, const Card& b) { return a.id == b.id; }));
}

TEST_CASE("every mistake of a set is told with line, column and the nearest id") {
    const auto found = problems(R"(title = "Shoulder"
points = ["infraspinatus.1", "solleus.1"]
muscles = ["supraspinatos"]
kinds = ["zones"]
nubmer = 4
pass = 170
minutes = "ten"
)");
    REQUIRE(found.size() == 6);
    CHECK(found[0].find("exam.toml:2:30: unknown point 'solleus.1'") == 0);
    CHECK(found[0].find("soleus.1") != std::string::npos);
    CHECK(found[1].find("exam.toml:3:12: unknown muscle 'supraspinatos'; did you mean 'supraspinatus'?") == 0);
    CHECK(found[2].find("exam.toml:4:10: unknown kind 'zones'; did you mean 'zone'?") == 0);
    CHECK(found[3].find("exam.toml:5:1: unknown key 'nubmer'; did you mean 'number'?") == 0);
    CHECK(found[4].find("exam.toml:6:8: 'pass' is out of range") == 0);
    CHECK(found[5].find("exam.toml:7:11") == 0);
}

TEST_CASE("a set that is no set is refused, whatever it is") {
    CHECK(problems("").size() >= 2);
    CHECK(problems("title = 3\nmuscles = []\n").size() == 2);
    CHECK(problems("title = \"x\"\npoints = [1, {}]\n").size() == 2);
    CHECK(problems("title = \"x").front().find("exam.toml:1") == 0);
    CHECK(problems(test::dottedKey(100000) + " = 1").size() == 1);
    CHECK(problems("title = \"x\"\nmuscles = [\"soleus\"]\nnumber = 99999999999999999999\n").size() == 1);
}

TEST_CASE("a question without an answer counts as nothing, and the mark itself is enough") {
    ExamResult result = taken();
    CHECK(result.score() == Approx(1.25 / 3.0));
    CHECK_FALSE(result.passed());
    result.answers[2].answered = true;
    result.answers[2].score = 0.25;
    CHECK(result.passed());
    CHECK_FALSE(ExamResult().passed());
}

TEST_CASE("results come back from JSON as they were") {
    CHECK(readExam(examJson(taken()), "x.json").value() == taken());
    for (const char* none : {"", "{}", "[]", R"({"title": 3})", "{\"title\": \"x\""}) {
        CHECK_FALSE(readExam(none, "x.json").ok());
    }
}

TEST_CASE("a spreadsheet reads the results as text, and runs none of it") {
    const std::string csv = examCsv(taken());
    CHECK(csv.find("card,kind,muscle,question,answered,score,seconds\r\n") == 0);
    CHECK(csv.find("zone:soleus.1,zone,soleus,\"Where, \"\"exactly\"\"?\",yes,0.900,12.3\r\n") != std::string::npos);
    CHECK(csv.find(",'=cmd|' /C calc'!A0,") != std::string::npos);
    CHECK(csv.find("\"What does\nit do?\",no,0.000,0.0\r\n") != std::string::npos);
    CHECK(dateWords(taken().started) == "2026-03-10 19:00 UTC");
}
