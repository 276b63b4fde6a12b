// export, mesh, render, sheet, validate: files that come out, and bad files that go in.
#include <catch2/catch.hpp>

#include <set>

#include <nlohmann/json.hpp>

#include "cli/process.h"
#include "support/hostile.h"

using Json = nlohmann::json;
using myo::test::dottedKey;
using myo::test::myoatlas;
using myo::test::Ran;
using myo::test::readFile;
using myo::test::Workplace;

namespace {

bool isPng(const std::filesystem::path& file) {
    return readFile(file).rfind("\x89PNG", 0) == 0;
}

// Width and height stand big-endian at byte 16 of a PNG.
std::pair<unsigned, unsigned> pngSize(const std::filesystem::path& file) {
    const std::string bytes = readFile(file);
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value * 256U + static_cast<unsigned char>(bytes.at(at + i));
        }
        return value;
    };
    return {number(16), number(20)};
}

}  // namespace

TEST_CASE("the export holds every point with zones, citations and a place in its muscle", "[files]") {
    const Workplace place;
    REQUIRE(myoatlas(place, {"export", "-o", "atlas.json"}).code == 0);
    const Json atlas = Json::parse(readFile(place.file("atlas.json")));
    CHECK(atlas["format"] == 1);
    CHECK(atlas["body"]["triangles"] >= 60000);
    std::set<std::string> regions;
    for (const Json& region : atlas["regions"]) {
        regions.insert(region["id"]);
        if (region["kind"] == "surface") {
            CHECK(region["area_mm2"] > 20.0);
        }
    }
    CHECK(regions.size() >= 118);
    for (const Json& point : atlas["points"]) {
        INFO(point["id"]);
        CHECK(point["position"][0] > -5.0);
        CHECK(point["depth_mm"] >= 0.0);
        CHECK_FALSE(point["citations"].empty());
        REQUIRE_FALSE(point["zones"].empty());
        bool primary = false;
        for (const Json& zone : point["zones"]) {
            CHECK_FALSE(zone["regions"].empty());
            primary |= zone["tier"] == "primary";
            for (const auto& [key, cover] : zone["regions"].items()) {
                CHECK(regions.contains(key.substr(0, key.find(':'))));
                CHECK(cover["covered"] <= 1.0);
            }
        }
        // A few points only have zones that some people report; then the data must say why.
        CHECK((primary || !point["evidence_note"].get<std::string>().empty()));
    }
}

TEST_CASE("without -o the export is one JSON document on standard output", "[files]") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"export"});
    CHECK(Json::parse(ran.out).contains("muscles"));
    CHECK(ran.err.empty());
}

TEST_CASE("render writes a picture of the asked size and tells its timings", "[files]") {
    const Workplace place;
    const Ran ran = myoatlas(
        place, {"render", "--point", "infraspinatus.1:right", "--size", "320x400", "--timings", "-o", "picture.png"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    REQUIRE(isPng(place.file("picture.png")));
    CHECK(pngSize(place.file("picture.png")).first == 320);
    CHECK(pngSize(place.file("picture.png")).second == 400);
    const Json timings = Json::parse(ran.out);
    CHECK(timings["ready_ms"] > 0.0);
    CHECK(timings["frame_ms"]["median"] <= timings["frame_ms"]["p99"]);
    CHECK(timings["triangles"] > 60000);
    CHECK(timings["peak_rss_mib"] > 10.0);
}

TEST_CASE("render comes close, turns, uncovers a muscle and takes every palette", "[files]") {
    const Workplace place;
    const auto bytes = [&](const std::vector<std::string>& more) {
        std::vector<std::string> call{"render", "--size", "160x200", "-o", "look.png"};
        call.insert(call.end(), more.begin(), more.end());
        REQUIRE(myoatlas(place, call).code == 0);
        return readFile(place.file("look.png"));
    };
    std::set<std::string> pictures;
    for (const char* palette : {"clinical", "calm", "contrast", "print"}) {
        pictures.insert(bytes({"--point", "soleus.1", "--palette", palette}));
    }
    CHECK(pictures.size() == 4);
    const std::string whole = bytes({"--view", "anterior"});
    CHECK(bytes({"--view", "anterior", "--turn", "40"}) != whole);
    CHECK(bytes({"--view", "anterior", "--at", "nose_tip"}) != whole);
    CHECK(bytes({"--dig", "piriformis:right"}) != bytes({"--layers", "muscles,skeleton", "--view", "posterior"}));
    CHECK(myoatlas(place, {"render", "--palette", "gaudy", "-o", "x.png"}).code == 2);
    CHECK(myoatlas(place, {"render", "--dig", "piriformis:both", "-o", "x.png"}).code == 2);
}

TEST_CASE("render takes every view and layer", "[files]") {
    const Workplace place;
    for (const char* view : {"anterior", "posterior", "left", "right", "superior", "inferior", "auto"}) {
        const std::string file = std::string(view) + ".png";
        CHECK(myoatlas(place, {"render", "--view", view, "--size", "160x200", "-o", file}).code == 0);
        CHECK(isPng(place.file(file)));
    }
    for (const char* layers : {"skin", "muscles", "skin,muscles", "regions"}) {
        CHECK(myoatlas(place, {"render", "--layers", layers, "--size", "160x200", "-o", "layers.png"}).code == 0);
    }
    CHECK(myoatlas(place, {"render", "--layers", "feathers", "-o", "x.png"}).code == 2);
    CHECK(myoatlas(place, {"render", "--size", "0x0", "-o", "x.png"}).code == 2);
    CHECK(myoatlas(place, {"render", "--size", "99999x99999", "-o", "x.png"}).code == 2);
    CHECK(myoatlas(place, {"render", "--size", "160x200", "-o", "no/such/folder/x.png"}).code == 1);
}

TEST_CASE("a sheet shows the points of the muscles asked for", "[files]") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"sheet", "--muscle", "soleus", "--size", "120x160", "-o", "sheet.png"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(isPng(place.file("sheet.png")));
    CHECK(myoatlas(place, {"sheet", "--muscle", "solius", "-o", "x.png"}).err.find("soleus") != std::string::npos);
}

TEST_CASE("a point is drawn on a file of some layers as on the whole body", "[files]") {
    const Workplace place;
    REQUIRE(myoatlas(place, {"mesh", "--layers", "skin", "-o", "skin.glb"}).code == 0);
    CHECK(readFile(place.file("skin.glb")).rfind("glTF", 0) == 0);
    const auto picture = [&](const std::string& body) {
        const Ran ran = myoatlas(
            place, {"render", "--body", body, "--point", "soleus.1:right", "--size", "120x160", "-o", "point.png"});
        INFO(ran.err);
        CHECK(ran.code == 0);
        return readFile(place.file("point.png"));
    };
    // The muscle of the point is seen through the skin where the file has it.
    REQUIRE(myoatlas(place, {"mesh", "--layers", "skin,muscles", "-o", "muscles.glb"}).code == 0);
    const std::string whole = picture("male");
    CHECK(picture("muscles.glb") == whole);
    const std::string skin = picture("skin.glb");
    CHECK(skin != whole);
    // Once more through a file, and with layers that the first one does not have.
    REQUIRE(myoatlas(place, {"mesh", "--body", "skin.glb", "--layers", "skin", "-o", "twice.glb"}).code == 0);
    CHECK(picture("twice.glb") == skin);
    CHECK(myoatlas(place, {"mesh", "--body", "skin.glb", "--layers", "muscles", "-o", "x.glb"}).code == 1);
}

TEST_CASE("a file without skin says what is missing and how to write it") {
    const Workplace place;
    REQUIRE(myoatlas(place, {"mesh", "--layers", "muscles", "-o", "muscles.glb"}).code == 0);
    const Ran ran = myoatlas(place, {"render", "--body", "muscles.glb", "-o", "x.png"});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("muscles.glb: the file has no skin") != std::string::npos);
    CHECK(ran.err.find("--layers skin") != std::string::npos);
}

TEST_CASE("a name that does not exist is a wrong call, whatever the command") {
    const Workplace place;
    const std::vector<std::vector<std::string>> calls{
        {"render", "--point", "soleus.99", "-o", "x.png"},
        {"render", "--point", "solius.1", "-o", "x.png"},
        {"render", "--at", "nowhere", "-o", "x.png"},
        {"render", "--dig", "femur", "-o", "x.png"},
        {"render", "--body", "centaur", "-o", "x.png"},
        {"sheet", "--muscle", "solius", "-o", "x.png"},
        {"sheet", "--body", "centaur", "-o", "x.png"},
        {"mesh", "--body", "centaur", "-o", "x.glb"},
        {"export", "--body", "centaur"},
        {"show", "solius"},
        {"locate", "--region", "tempel"},
        {"locate", "--region", "temple", "--body", "centaur"},
        {"search", "--part", "elbo", "pain"},
        {"--point", "solius.1"},
        {"--body", "centaur"},
        {"mesh", "--up", "y", "--facing", "y", "--body", "x.obj", "-o", "x.glb"}};
    for (const auto& call : calls) {
        const Ran ran = myoatlas(place, call);
        INFO(call.front() << " " << call[1] << ": " << ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.err.rfind("myoatlas: ", 0) == 0);
        CHECK(ran.out.empty());
    }
}

TEST_CASE("what stands on a picture is in the language asked for") {
    const Workplace place;
    const auto picture = [&](const std::string& language) {
        CHECK(myoatlas(place, {"--lang", language, "render", "--point", "soleus.1", "--size", "320x400", "-o", "p.png"})
                  .code == 0);
        return readFile(place.file("p.png"));
    };
    CHECK(picture("en") == picture("en"));
    CHECK(picture("en") != picture("en-XA"));
}

TEST_CASE("a failed write leaves what was there before") {
    const Workplace place;
    const std::vector<std::vector<std::string>> calls{
        {"render", "--size", "64x64", "-o", "locked/old"},
        {"sheet", "--muscle", "soleus", "--size", "64x64", "-o", "locked/old"},
        {"mesh", "--layers", "skin", "-o", "locked/old"},
        {"export", "-o", "locked/old"}};
    for (const auto& call : calls) {
        INFO(call.front());
        place.write("locked/old", "old");
        // The limit on the size of files makes the write fail in the middle, also for one who may write everywhere.
        const Ran ran = myoatlas(place, call, "ulimit -f 1; trap '' XFSZ; ");
        CHECK(ran.code == 1);
        CHECK(ran.err.find("locked/old") != std::string::npos);
        CHECK(readFile(place.file("locked/old")) == "old");
        CHECK(std::distance(std::filesystem::directory_iterator(place.file("locked")), {}) == 1);
    }
    CHECK(myoatlas(place, {"render", "--size", "64x64", "-o", "/dev/full"}).code == 1);
}

TEST_CASE("standard output that cannot be written is a failure, whatever the command") {
    const Workplace place;
    for (const std::vector<std::string>& call : {std::vector<std::string>{"list", "muscles"},
                                                 {"list", "points", "--json"},
                                                 {"show", "soleus"},
                                                 {"search", "calf", "--json"},
                                                 {"locate", "--region", "temple"},
                                                 {"export"},
                                                 {"--help"},
                                                 {"--version"}}) {
        const Ran ran = myoatlas(place, call, "", "/dev/full");
        INFO(call.front() << ": " << ran.err);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("standard output cannot be written") != std::string::npos);
    }
}

TEST_CASE("the built-in data are valid", "[files]") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"validate"});
    INFO(ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out.find("0 errors") != std::string::npos);
}

TEST_CASE("validate reports every error of a folder with file, line and column", "[files]") {
    const Workplace place;
    place.write("mine/muscles/upper_trapezius.toml", "id = \"upper_trapezius\"\nname = \"Trapezius\"\nnmae = \"x\"\n");
    place.write("mine/muscles/soleus.toml", "id = \"soleus\n");
    const Ran ran = myoatlas(place, {"validate", "mine"});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("upper_trapezius.toml:3:1: ") != std::string::npos);
    CHECK(ran.err.find("soleus.toml:1:") != std::string::npos);
    CHECK(myoatlas(place, {"validate", "nowhere"}).code == 1);
}

TEST_CASE("a broken file in the user's folder is reported and hides nothing", "[files]") {
    const Workplace place;
    place.write("share/myoatlas/data/muscles/soleus.toml", "id = \"soleus\"\npoints = 3\n");
    const Ran ran = myoatlas(place, {"show", "soleus"});
    CHECK(ran.code == 0);
    CHECK(ran.err.find("soleus.toml:2:") != std::string::npos);
    CHECK(ran.out.find("soleus.1") != std::string::npos);
}

TEST_CASE("a hostile file in the user's folder ends no command", "[files]") {
    const Workplace place;
    place.write("share/myoatlas/data/muscles/soleus.toml", "id = \"soleus\"\n" + dottedKey(40000) + " = 1\n");
    for (const std::vector<std::string>& call :
         {std::vector<std::string>{"show", "soleus"}, {"list", "muscles"}, {"search", "calf"}}) {
        const Ran ran = myoatlas(place, call);
        INFO(call.front());
        CHECK(ran.code == 0);
        CHECK(ran.err.find("soleus.toml:2:32: ") != std::string::npos);
    }
}

TEST_CASE("a body that is no body is a sentence", "[files]") {
    const Workplace place;
    place.write("torn.glb", "glTF\x02");
    for (const char* file : {"torn.glb", "missing.glb"}) {
        const Ran ran = myoatlas(place, {"render", "--body", file, "-o", "x.png"});
        CHECK(ran.code == 1);
        CHECK(ran.err.find(file) != std::string::npos);
    }
}

TEST_CASE("without a display the window says what to do", "[files]") {
    const Workplace place;
    const Ran ran = myoatlas(place, {});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("no window can be opened") != std::string::npos);
    CHECK(ran.err.find("render") != std::string::npos);
}

TEST_CASE("the documents made from the data are those of the data", "[files]") {
    const Workplace place;
    std::filesystem::create_directories(place.file("docs"));
    REQUIRE(myoatlas(place, {"docs", "docs"}).code == 0);
    for (const char* name : {"content.md", "evidence.md", "pain-guide.md"}) {
        INFO(name << " is stale: run build/release/myoatlas docs docs");
        CHECK(readFile(place.file(std::string("docs/") + name)) ==
              readFile(std::string(MYOATLAS_SOURCE_DIR) + "/docs/" + name));
    }
}
