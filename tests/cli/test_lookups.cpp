// list, show, search, locate: what a script or a person at a terminal gets.
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "atlas/load.h"
#include "cli/process.h"
#include "content/documents.h"
#include "core/content_hash.h"
#include "support/english.h"

using namespace myo;
using Json = nlohmann::json;
using myo::test::myoatlas;
using myo::test::Ran;
using myo::test::Workplace;

TEST_CASE("help and version answer on standard output") {
    const Workplace place;
    const Ran help = myoatlas(place, {"--help"});
    CHECK(help.code == 0);
    for (const char* command : {"list", "show", "search", "locate", "render", "sheet", "mesh", "export", "validate"}) {
        CHECK(help.out.find(command) != std::string::npos);
    }
    const Ran version = myoatlas(place, {"--version"});
    CHECK(version.code == 0);
    CHECK(version.out.rfind("myoatlas ", 0) == 0);
}

TEST_CASE("a wrong call ends with exit code 2 and a word about it") {
    const Workplace place;
    for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{
             {"list", "bones"}, {"list"}, {"fly"}, {"render", "--view", "sideways", "-o", "x.png"}, {"search"}}) {
        const Ran ran = myoatlas(place, call);
        CHECK(ran.code == 2);
        CHECK(ran.err.rfind("myoatlas: ", 0) == 0);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
        CHECK(ran.out.empty());
    }
    CHECK(myoatlas(place, {"fly", "--high"}).err.find("'fly' is not expected") != std::string::npos);
}

TEST_CASE("list gives one row each, as text and as JSON") {
    const Workplace place;
    for (const char* what : {"muscles", "points", "regions", "landmarks", "citations"}) {
        const Ran text = myoatlas(place, {"list", what});
        const Ran json = myoatlas(place, {"list", what, "--json"});
        REQUIRE(text.code == 0);
        REQUIRE(json.code == 0);
        const Json rows = Json::parse(json.out);
        CHECK(rows.size() >= 5);
        CHECK(static_cast<std::size_t>(std::count(text.out.begin(), text.out.end(), '\n')) == rows.size());
        CHECK(rows[0].contains("id"));
    }
}

TEST_CASE("show tells about muscles, points and regions") {
    const Workplace place;
    const Ran muscle = myoatlas(place, {"show", "soleus"});
    REQUIRE(muscle.code == 0);
    CHECK(muscle.out.find("Soleus") != std::string::npos);
    CHECK(muscle.out.find("soleus.1") != std::string::npos);
    CHECK(muscle.out.find("FMA22542") != std::string::npos);
    const auto flags = muscle.out.find("RED FLAGS");
    const auto care = muscle.out.find("SELF-CARE");
    REQUIRE(flags != std::string::npos);
    REQUIRE(care != std::string::npos);
    CHECK(flags < care);
    for (const char* said :
         {"Musculus soleus", "deep calf muscle", "Tibial nerve (S1 and S2)", "Origin: Back of", "soleus.1  TrP1",
          "nearly everyone", "never how strongly", "not yet confirmed", "Dry needling", "Symptom checker"}) {
        INFO(said);
        CHECK(muscle.out.find(said) != std::string::npos);
    }

    const Json point = Json::parse(myoatlas(place, {"show", "soleus.1", "--json"}).out);
    CHECK(point["muscle"] == "soleus");
    CHECK_FALSE(point["citations"].empty());
    const Ran region = myoatlas(place, {"show", "heel_plantar"});
    CHECK(region.out.find("soleus.1") != std::string::npos);
}

TEST_CASE("show tells about several in turn, or about none if one is unknown") {
    const Workplace place;
    const std::string both = myoatlas(place, {"show", "soleus", "heel_plantar"}).out;
    CHECK(both == myoatlas(place, {"show", "soleus"}).out + "\n" + myoatlas(place, {"show", "heel_plantar"}).out);
    const Json json = Json::parse(myoatlas(place, {"show", "soleus", "heel_plantar", "--json"}).out);
    REQUIRE(json.size() == 2);
    CHECK(json[0]["id"] == "soleus");
    CHECK(json[1]["id"] == "heel_plantar");
    const Ran wrong = myoatlas(place, {"show", "soleus", "solius"});
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, Catch::Contains("solius"));
}

TEST_CASE("show tells about guided tours and texts") {
    const Workplace place;
    const Ran primer = myoatlas(place, {"show", "primer"});
    REQUIRE(primer.code == 0);
    CHECK(primer.out.find("disputed") != std::string::npos);
    CHECK(primer.out.find("Call an ambulance") != std::string::npos);
    for (const Json& row : Json::parse(myoatlas(place, {"list", "scenarios", "--json"}).out)) {
        const Ran tour = myoatlas(place, {"show", row["id"]});
        CHECK(tour.out.find("RED FLAGS") < tour.out.find("THE TOUR"));
    }
    CHECK(Json::parse(myoatlas(place, {"show", "session", "--json"}).out)["sections"].size() >= 5);
}

TEST_CASE("show says of a point what the details of the window say") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const atlas::Atlas atlas =
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas;
    const auto words = [](const std::string& text) {  // without the breaks between lines
        std::istringstream stream(text);
        std::string out;
        for (std::string word; stream >> word;) {
            out += word + " ";
        }
        return out;
    };
    const Workplace place;
    const std::string shown = words(myoatlas(place, {"show", "soleus.1:right"}).out);
    const content::Document document =
        content::pointDocument(*myo::test::english(), atlas, {MuscleId{"soleus"}, 1}, Side::right);
    CHECK(shown.rfind(document.title, 0) == 0);
    std::size_t from = 0;
    for (const content::Block& block : document.blocks) {
        for (const content::Line& line : block.lines) {
            for (const std::string& said : {line.label, line.text, line.note}) {
                INFO(said);
                CHECK(shown.find(words(said).substr(0, words(said).size() - (said.empty() ? 0 : 1))) !=
                      std::string::npos);
            }
            const std::size_t at = shown.find(line.text.substr(0, 20), from);
            INFO(line.text);
            REQUIRE(at != std::string::npos);  // in the same order
            from = at;
        }
    }
}

TEST_CASE("an unknown id gets the nearest one") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"show", "soleuss"});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.rfind("myoatlas: ", 0) == 0);
    CHECK(ran.err.find("did you mean 'soleus'") != std::string::npos);
    CHECK(myoatlas(place, {"render", "--point", "piriformes.1", "-o", "x.png"}).err.find("piriformis") !=
          std::string::npos);
}

TEST_CASE("search understands symptoms and misspelt names") {
    const Workplace place;
    const auto first = [&](const std::string& words) {
        const Json answer = Json::parse(myoatlas(place, {"search", words, "--json", "--limit", "5"}).out);
        std::vector<std::string> muscles;
        for (const Json& row : answer["results"]) {
            muscles.push_back(row["muscle"]);
            CHECK(row["score"] > 0.0);
            CHECK(row["score"] <= 1.0);
            CHECK_FALSE(row["because"].empty());
        }
        CHECK(muscles.size() <= 5);
        return muscles;
    };
    CHECK(first("pirifromis").front() == "piriformis");
    CHECK(first("lev scap").front() == "levator_scapulae");
    const auto heel = first("bottom of my heel hurts");
    CHECK(std::find(heel.begin(), heel.end(), "soleus") != heel.end());
    CHECK(first("qwxzv").empty());
}

TEST_CASE("search tells what it understood and keeps to its filters") {
    const Workplace place;
    const Ran told = myoatlas(place, {"search", "burning in my right kneecap on stairs, not in the groin"});
    CHECK(told.code == 0);
    for (const char* line : {"understood: place: front of knee (right)\n", "understood: when: on stairs\n",
                             "understood: feels: burning\n", "understood: not there: groin\n"}) {
        INFO(line);
        CHECK(told.out.find(line) != std::string::npos);
    }
    const Json json = Json::parse(myoatlas(place, {"search", "left temple, no headache", "--json"}).out);
    CHECK(json["side"] == "left");
    CHECK(json["absent"] == Json::array({"headache"}));
    CHECK(myoatlas(place, {"search", "it hurts"}).out.find("paint it on the figure") != std::string::npos);

    const Json hips = Json::parse(myoatlas(place, {"search", "hip pain", "--part", "hip", "--json"}).out);
    REQUIRE_FALSE(hips["results"].empty());
    for (const Json& row : hips["results"]) {
        const std::string muscle = row["muscle"];
        CHECK(myoatlas(place, {"show", muscle, "--json"}).out.find("\"hip\"") != std::string::npos);
    }
    const Ran nose = myoatlas(place, {"search", "pain", "--part", "nose"});
    CHECK(nose.code == 2);
    CHECK(nose.err.find("one of abdomen, arm") != std::string::npos);
    const auto muscles = [&](const std::vector<std::string>& call) {
        std::vector<std::string> found;
        const Json answer = Json::parse(myoatlas(place, call).out);
        for (const Json& row : answer["results"]) {
            found.push_back(row["muscle"]);
        }
        return found;
    };
    const auto all = muscles({"search", "throat", "--json", "--limit", "30"});
    const auto safe = muscles({"search", "throat", "--json", "--limit", "30", "--self-care"});
    CHECK(std::find(all.begin(), all.end(), "longus_colli") != all.end());
    CHECK(std::find(safe.begin(), safe.end(), "longus_colli") == safe.end());
    CHECK(safe.size() < all.size());
}

TEST_CASE("locate ranks points on the side that hurts") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"locate", "--region", "heel_plantar:right", "--json", "--limit", "3"});
    REQUIRE(ran.code == 0);
    const Json answer = Json::parse(ran.out);
    CHECK(answer["regions"] == Json::array({"heel_plantar:right"}));
    REQUIRE_FALSE(answer["results"].empty());
    CHECK(answer["results"][0]["side"] == "right");
    CHECK(answer["results"][0]["covers"].contains("heel_plantar"));
    double before = 1.0;
    for (const Json& row : answer["results"]) {
        CHECK(row["score"] <= before);
        before = row["score"];
    }
    CHECK(myoatlas(place, {"locate", "--region", "heal_plantar"}).code == 2);
}

TEST_CASE("locate takes a painted drawing and says why, what else, and which points are enough") {
    const Workplace place;
    place.write("heel.json",
                R"({"format": 1, "body": "male", "strokes": [{"level": 2, "region": "heel_plantar:right"}]})");
    const Ran ran = myoatlas(place, {"locate", "--drawing", "heel.json", "--json", "--limit", "4"});
    REQUIRE(ran.code == 0);
    const Json answer = Json::parse(ran.out);
    CHECK(answer["regions"] == Json::array({"heel_plantar:right"}));
    REQUIRE_FALSE(answer["results"].empty());
    CHECK(answer["results"].size() <= 4);
    CHECK(answer["results"][0]["point"] == "soleus.1");
    CHECK(answer["results"][0]["side"] == "right");
    CHECK(answer["results"][0]["covers"]["heel_plantar"] > 0.2);
    CHECK(answer["results"][0]["tier"] == "primary");
    CHECK(answer["smallest_set"]["points"].size() == 1);
    CHECK_FALSE(answer["cautions"].empty());
    const Ran text = myoatlas(place, {"locate", "--drawing", "heel.json"});
    CHECK(text.out.find("CAUTION") < text.out.find("soleus.1:right"));
    CHECK(text.out.find("% of what you painted") != std::string::npos);
}

TEST_CASE("pain down the side of the leg warns of nerve roots before it names a muscle") {
    const Workplace place;
    place.write("leg.json", R"({"format": 1, "body": "female", "strokes": [{"level": 3, "region": "lateral_thigh:left"},
                               {"level": 2, "region": "lateral_leg:left"}]})");
    const Json answer = Json::parse(myoatlas(place, {"locate", "--drawing", "leg.json", "--json"}).out);
    CHECK(answer["results"][0]["muscle"] == "gluteus_minimus_anterior");
    // What is more urgent may stand above it.
    CHECK(std::any_of(answer["cautions"].begin(), answer["cautions"].end(), [](const Json& caution) {
        return caution.get<std::string>().find("nerve root") != std::string::npos;
    }));
}

TEST_CASE("a drawing that cannot be used is refused with a sentence that names the file") {
    const Workplace place;
    const std::string good = R"({"format": 1, "body": "male", "strokes": [{"level": 2, "region": "temple:left"}]})";
    place.write("good.json", good);
    place.write("cut.json", good.substr(0, good.size() / 2));
    place.write("nan.json",
                R"({"format": 1, "body": "male", "strokes": [{"level": 2, "radius_mm": 9, "points": [[NaN, 0, 0]]}]})");
    place.write("newer.json", R"({"format": 7, "body": "male", "strokes": []})");
    place.write("empty.json", R"({"format": 1, "body": "male", "strokes": []})");
    place.write("martian.json", R"({"format": 1, "body": "martian", "strokes": []})");
    for (const char* file : {"cut.json", "nan.json", "newer.json", "empty.json", "martian.json", "missing.json"}) {
        const Ran ran = myoatlas(place, {"locate", "--drawing", file, "--json"});
        INFO(file << ": " << ran.err);
        CHECK(ran.code == 1);
        CHECK(ran.out.empty());
        CHECK(ran.err.rfind("myoatlas: ", 0) == 0);
        CHECK(ran.err.find(file) != std::string::npos);
    }
    const Ran other = myoatlas(place, {"locate", "--drawing", "good.json", "--body", "female"});
    CHECK(other.code == 1);
    CHECK(other.err.find("painted on the body 'male'") != std::string::npos);
    // Said before a model is read and fitted for it, which takes long: this one is not even one.
    place.write("anna.obj", "no model at all");
    const Ran model = myoatlas(place, {"locate", "--drawing", "good.json", "--body", "anna.obj"});
    CHECK(model.code == 1);
    CHECK(model.err.find("this is the model 'anna'") != std::string::npos);
    CHECK(myoatlas(place, {"locate"}).code == 2);
    CHECK(myoatlas(place, {"locate", "--drawing", ""}).code == 2);
    CHECK(myoatlas(place, {"locate", "--drawing", "good.json", "--region", "temple"}).code == 2);
}

TEST_CASE("a drawing over the whole body is answered, with a word about it") {
    const Workplace place;
    std::string strokes;
    const Json atlas = Json::parse(myoatlas(place, {"export"}).out);
    for (const Json& region : atlas["regions"]) {
        if (region["area_mm2"] > 0.0) {
            const std::string id = region["id"].get<std::string>() + ":" + region["side"].get<std::string>();
            strokes += (strokes.empty() ? "" : ",") + (R"({"level": 2, "region": ")" + id + "\"}");
        }
    }
    place.write("all.json", R"({"format": 1, "body": "male", "strokes": [)" + strokes + "]}");
    const Ran ran = myoatlas(place, {"locate", "--drawing", "all.json", "--json"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(Json::parse(ran.out)["note"].get<std::string>().find("doctor") != std::string::npos);
}

TEST_CASE("the body of a drawing is a name, and never opens a file") {
    const Workplace place;
    REQUIRE(myoatlas(place, {"mesh", "--layers", "skin,muscles,skeleton", "-o", "male.glb"}).code == 0);
    const std::string stroke = R"("strokes": [{"level": 2, "region": "temple:left"}]})";
    for (const char* name : {"male.glb", "./male.glb", "../someones/model.glb", "body_male.glb"}) {
        place.write("names_a_file.json", R"({"format": 1, "body": ")" + std::string(name) + "\", " + stroke);
        const Ran ran = myoatlas(place, {"locate", "--drawing", "names_a_file.json", "--json"});
        INFO(name << ": " << ran.err);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("there is no body named") != std::string::npos);
        CHECK(ran.out.empty());
    }
    place.write("own.json",
                R"({"format": 1, "body": "male.glb", "body_kind": "own_model", "body_hash": "01", )" + stroke);
    const Ran own = myoatlas(place, {"locate", "--drawing", "own.json"});
    CHECK(own.code == 1);
    CHECK(own.err.find("--body FILE") != std::string::npos);
}

TEST_CASE("a drawing on a file is located on that file, by what is in it") {
    const Workplace place;
    REQUIRE(myoatlas(place, {"mesh", "--layers", "skin,muscles,skeleton", "-o", "male.glb"}).code == 0);
    const std::string file = myo::test::readFile(place.file("male.glb"));
    ContentHash hash;
    hash.add(file);
    const auto drawing = [&](const std::string& print) {
        return R"({"format": 1, "body": "male", "body_kind": "body_file", "body_hash": ")" + print +
               R"(", "strokes": [{"level": 2, "region": "temple:left"}]})";
    };
    place.write("good.json", drawing(hash.text()));
    place.write("other.json", drawing("0123456789abcdef"));
    const Ran good = myoatlas(place, {"locate", "--drawing", "good.json", "--body", "male.glb", "--json"});
    INFO(good.err);
    CHECK(good.code == 0);
    const Ran other = myoatlas(place, {"locate", "--drawing", "other.json", "--body", "male.glb"});
    CHECK(other.code == 1);
    CHECK(other.err.find("another one of that name") != std::string::npos);
    const Ran builtIn = myoatlas(place, {"locate", "--drawing", "good.json", "--body", "male"});
    CHECK(builtIn.code == 1);
    CHECK(builtIn.err.find("body file 'male'") != std::string::npos);
}
