// Every kind of error in a data folder: where it is said to be, and what is said.
#include <algorithm>
#include <string>
#include <vector>

#include "folder.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

namespace {

struct Slip {
    const char* name;
    const char* file;
    const char* find;
    const char* replace;
    int line;
    int column;
    const char* says;      ///< part of what is wrong
    const char* expected;  ///< part of what was expected
};

const std::vector<Slip> slips = {
    {"unknown key", "muscles/soleus.toml", "family =", "famly = \"x\"\nfamily =", 3, 1,
     "unknown key 'famly' in a muscle", "did you mean 'family'?"},
    {"unknown key in a zone", "muscles/soleus.toml", "tier =", "colour = 1\n  tier =", 12, 3,
     "unknown key 'colour' in a zone", "tier"},
    {"missing key", "muscles/soleus.toml", "name = \"Soleus\"\n", "", 1, 1, "a muscle without 'name'", "name"},
    {"missing id", "muscles/soleus.toml", "id = \"soleus\"\n", "", 1, 1, "a muscle without 'id'", "id"},
    {"wrong type", "muscles/soleus.toml", "name = \"Soleus\"", "name = 7", 2, 8, "'name' is a number",
     "a text in quotes"},
    {"empty text", "muscles/soleus.toml", "name = \"Soleus\"", "name = \" \"", 2, 8, "'name' is empty", "a text"},
    {"list entry of a wrong type", "muscles/soleus.toml", "family =", "aliases = [\"a\", 3]\nfamily =", 3, 17,
     "'aliases' is a number", "a text in quotes"},
    {"no list", "muscles/soleus.toml", "family =", "aliases = \"a\"\nfamily =", 3, 11, "'aliases' is a text", "a list"},
    {"no id", "muscles/soleus.toml", "id = \"soleus\"", "id = \"Sole us\"", 1, 6, "'Sole us' is no id",
     "a-z, 0-9 and _"},
    {"id and file differ", "muscles/soleus.toml", "id = \"soleus\"", "id = \"temporalis\"", 1, 6,
     "the id 'temporalis' differs from the file's name", "expected 'soleus'"},
    {"unknown body part", "muscles/soleus.toml", "\"leg\"", "\"tail\"", 4, 13, "unknown body_part 'tail'", "forearm"},
    {"FMA id without its prefix", "muscles/soleus.toml", "family =", "fma = \"22542\"\nfamily =", 3, 7,
     "'22542' is no fma id", "FMA2660"},
    {"FMA id with a blank", "muscles/soleus.toml", "family =", "fma = \"FMA 22542\"\nfamily =", 3, 7,
     "'FMA 22542' is no fma id", "FMA"},
    {"FMA id without a number", "muscles/soleus.toml", "family =", "fma = \"FMA\"\nfamily =", 3, 7,
     "'FMA' is no fma id", "FMA"},
    {"TA98 instead of TA2", "muscles/soleus.toml", "family =", "ta2 = \"A04.7.02.047\"\nfamily =", 3, 7,
     "'A04.7.02.047' is no ta2 id", "a number"},
    {"alias twice", "muscles/soleus.toml", "family =", "aliases = [\"Calf\", \"calf\"]\nfamily =", 3, 20,
     "the alias 'calf' is there twice", "once"},
    {"unknown satellite", "muscles/soleus.toml", "family =", "satellites = [\"temporalis\", \"temporallis\"]\nfamily =",
     3, 29, "unknown muscle 'temporallis'", "did you mean 'temporalis'?"},
    {"unknown look-alike kind", "muscles/soleus.toml", "[[points]]",
     "[[look_alikes]]\nname = \"a\"\nkind = \"magic\"\ntell = \"b\"\n[[points]]", 8, 8, "unknown kind 'magic'",
     "nerve_root"},
    {"newer format", "muscles/soleus.toml", "id =", "format = 2\nid =", 1, 10, "written in format 2", "newer version"},
    {"broken TOML", "muscles/soleus.toml", "family = \"soleus\"", "family = \"soleus", 3, 17, "not valid TOML",
     "mended"},
    {"key twice", "muscles/soleus.toml", "family =", "name = \"x\"\nfamily =", 3, 8, "not valid TOML", "mended"},
    {"unknown landmark", "muscles/soleus.toml", "\"mastoid\"]", "\"mastoyd\"]", 15, 34, "unknown landmark 'mastoyd'",
     "did you mean 'mastoid'?"},
    {"unknown landmark on the way", "muscles/soleus.toml", "\"mastoid\"]", "\"temple > nowhere @ 0.5\"]", 15, 34,
     "unknown landmark 'nowhere'", "list landmarks"},
    {"no anchor", "muscles/soleus.toml", "\"mastoid\"]", "\"temple > mastoid\"]", 15, 34, "share of the way is missing",
     "a > b @ 0.4"},
    {"stroke without radius", "muscles/soleus.toml", ", radius = 12 }", " }", 15, 14, "a stroke without 'radius'",
     "radius"},
    {"radii do not fit", "muscles/soleus.toml", "radius = 12", "radius = [1, 2, 3]", 15, 55, "3 radii for 2 anchors",
     "expected one, or 2"},
    {"radius of 0", "muscles/soleus.toml", "radius = 12", "radius = 0", 15, 55, "'radius' is 0", "above 0"},
    {"radius below 0", "muscles/soleus.toml", "radius = 12", "radius = [4, -2]", 15, 59, "'radius' is -2",
     "from 0 to 200"},
    {"radius too large", "muscles/soleus.toml", "radius = 12", "radius = 201", 15, 55, "'radius' is 201",
     "from 0 to 200"},
    {"radius is no number", "muscles/soleus.toml", "radius = 12", "radius = nan", 15, 55, "'radius' is nan",
     "from 0 to 200"},
    {"stroke of one anchor", "muscles/soleus.toml", "[\"temple\", \"mastoid\"]", "[\"temple\"]", 15, 23,
     "a stroke with only one anchor", "at least two"},
    {"zone without paint", "muscles/soleus.toml",
     "  internal = [\"ear_deep\"]\n  strokes = [{ path = [\"temple\", \"mastoid\"], radius = 12 }]\n  dabs = [{ at = "
     "\"temple\", radius = 10 }]\n",
     "", 11, 3, "a zone without paint", "strokes, dabs or internal"},
    {"dab without place", "muscles/soleus.toml", "at = \"temple\", radius = 10", "radius = 10", 16, 11,
     "a dab without 'at'", "at"},
    {"unknown tier", "muscles/soleus.toml", "\"primary\"", "\"secondary\"", 12, 10, "unknown tier 'secondary'",
     "spillover"},
    {"unknown region", "muscles/soleus.toml", "regions = [\"temple\"]", "regions = [\"tempel\"]", 13, 14,
     "unknown region 'tempel'", "did you mean 'temple'?"},
    {"internal region among the others", "muscles/soleus.toml", "regions = [\"temple\"]", "regions = [\"ear_deep\"]",
     13, 14, "the region 'ear_deep' is internal", "under 'internal'"},
    {"surface region as internal", "muscles/soleus.toml", "[\"ear_deep\"]", "[\"temple\"]", 14, 15,
     "the region 'temple' lies on the skin", "under 'regions'"},
    {"point without zone", "muscles/soleus.toml", "location = \"low\"", "location = \"low\"\nzones = []", 0, 0,
     "not valid TOML", ""},
    {"point without citation", "muscles/soleus.toml", "citations = [{ source = \"book\", where = \"p. 1\" }]\n", "", 6,
     1, "a trigger point without 'citations'", "citations"},
    {"empty citations", "muscles/soleus.toml", "[{ source = \"book\", where = \"p. 1\" }]", "[]", 10, 13,
     "'citations' is empty", "at least one"},
    {"citation without where", "muscles/soleus.toml", ", where = \"p. 1\"", "", 10, 14, "a citation without 'where'",
     "where"},
    {"unknown citation", "muscles/soleus.toml", "source = \"book\"", "source = \"bok\"", 10, 25,
     "unknown citation 'bok'", "did you mean 'book'?"},
    {"unknown verification", "muscles/soleus.toml", "where = \"p. 1\"", "where = \"p. 1\", verification = \"sure\"", 10,
     64, "unknown verification 'sure'", "disputed"},
    {"share beyond the muscle", "muscles/soleus.toml", "along = 0.5", "along = 1.5", 9, 22, "'along' is 1.5",
     "from 0 to 1"},
    {"unknown piece", "muscles/soleus.toml", "along = 0.5", "piece = \"man\", along = 0.5", 9, 22,
     "'soleus' has no piece 'man'", "did you mean 'main'?"},
    {"depth below 0", "muscles/soleus.toml", "{ along = 0.5, across = 0.5 }", "{ at = \"temple\", depth = -1 }", 9, 37,
     "'depth' is -1", "from 0 to 200"},
    {"region without place", "regions.toml", "seeds = [{ at = \"mastoid\", radius = 20 }]\n", "", 9, 1,
     "the region 'mastoid' has no place", "seeds"},
    {"unknown kind of region", "regions.toml", "\"internal\"", "\"inner\"", 20, 8, "unknown kind 'inner'", "internal"},
    {"region twice", "regions.toml", "id = \"mastoid\"", "id = \"temple\"", 9, 1, "the region 'temple' is there twice",
     "regions.toml:1"},
    {"citation of the future", "citations.toml", "title =", "year = 3000\ntitle =", 4, 8, "'year' is 3000",
     "whole number"},
};

std::string replaced(std::string text, const std::string& find, const std::string& replace) {
    const auto at = text.find(find);
    REQUIRE(at != std::string::npos);
    return text.replace(at, find.size(), replace);
}

const std::string& soundText(const std::string& file) {
    return file == "regions.toml" ? regionsText : file == "citations.toml" ? citationsText : soleusText;
}

std::string allTexts(const Diagnostics& findings) {
    std::string all;
    for (const Diagnostic& finding : findings) {
        all += finding.text() + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("A sound folder has no findings") {
    const Folder folder;
    writeSound(folder);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    INFO(allTexts(loaded.findings));
    CHECK(loaded.findings.empty());
    REQUIRE(loaded.atlas.find(PointId{MuscleId{"soleus"}, 1}) != nullptr);
}

TEST_CASE("Every kind of error is said with its file, line and column and with what was expected") {
    for (const Slip& slip : slips) {
        INFO(slip.name);
        const Folder folder;
        writeSound(folder);
        folder.write(slip.file, replaced(soundText(slip.file), slip.find, slip.replace));
        const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
        INFO(allTexts(loaded.findings));
        REQUIRE(hasErrors(loaded.findings));
        const auto found = std::find_if(loaded.findings.begin(), loaded.findings.end(), [&](const Diagnostic& finding) {
            return finding.what.find(slip.says) != std::string::npos;
        });
        REQUIRE(found != loaded.findings.end());
        CHECK(found->place.file == folder.file(slip.file));
        CHECK(found->expected.find(slip.expected) != std::string::npos);
        if (slip.line > 0) {
            CHECK(found->place.line == slip.line);
            CHECK(found->place.column == slip.column);
        }
    }
}

TEST_CASE("All errors of a folder are said in one go, in the order of the files") {
    const Folder folder;
    writeSound(folder);
    std::string muscle = replaced(soleusText, "\"leg\"", "\"tail\"");
    muscle = replaced(muscle, "\"mastoid\"]", "\"mastoyd\"]");
    muscle = replaced(muscle, "source = \"book\"", "source = \"bok\"");
    folder.write("muscles/soleus.toml", muscle);
    folder.write("muscles/broken.toml", "id = ");
    folder.write("regions.toml", replaced(regionsText, "\"internal\"", "\"inner\""));
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    const std::string all = allTexts(loaded.findings);
    INFO(all);
    CHECK(all.find("unknown body_part 'tail'") != std::string::npos);
    CHECK(all.find("unknown landmark 'mastoyd'") != std::string::npos);
    CHECK(all.find("unknown citation 'bok'") != std::string::npos);
    CHECK(all.find("broken.toml:1:") != std::string::npos);
    CHECK(all.find("unknown kind 'inner'") != std::string::npos);
    CHECK(std::is_sorted(loaded.findings.begin(), loaded.findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
    }));
    CHECK(loadAtlas(folder.path(), smallContext()).findings == loaded.findings);
}

TEST_CASE("What is broken is left out, the rest stays") {
    const Folder folder;
    writeSound(folder);
    const std::string second = soleusText.substr(soleusText.find("[[points]]"));
    folder.write("muscles/soleus.toml", replaced(soleusText, "\"mastoid\"]", "\"mastoyd\"]") + second);
    folder.write("muscles/temporalis.toml", "name = \"Temporalis\"\n");
    const Atlas atlas = loadAtlas(folder.path(), smallContext()).atlas;
    REQUIRE(atlas.muscles.size() == 1);
    CHECK(atlas.find(PointId{MuscleId{"soleus"}, 1}) == nullptr);
    const TriggerPoint* sound = atlas.find(PointId{MuscleId{"soleus"}, 2});
    REQUIRE(sound != nullptr);
    CHECK(sound->zones.size() == 1);
}

TEST_CASE("A source or region that is broken itself is no second error where it is named") {
    const Folder folder;
    writeSound(folder);
    folder.write("citations.toml", replaced(citationsText, "title = \"A book\"\n", ""));
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    INFO(allTexts(loaded.findings));
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings.front().what == "a source without 'title'");
}

TEST_CASE("Synonyms, red flags and scenarios are checked like the rest") {
    const Folder folder;
    writeSound(folder);
    folder.write("synonyms.toml",
                 "[[synonyms]]\nwords = [\"bum\"]\n\n[[synonyms]]\nwords = [\"x\"]\nregions = [\"tempel\"]\n");
    folder.write(
        "red_flags.toml",
        "[[classes]]\nid = \"sudden\"\nwords = [\"sudden\"]\n\n[[red_flags]]\nid = \"a\"\nurgency = \"soon\"\n"
        "rules = [\"@suden head\"]\nsay = \"b\"\n\n[[rule_outs]]\nid = \"x\"\nregions = [\"tempel\"]\nsay = \"c\"\n");
    folder.write("scenarios.toml",
                 "[[scenarios]]\nid = \"desk\"\nname = \"a\"\nsummary = \"b\"\n"
                 "steps = [{ point = \"soleus.1\", reason = \"r\" }, { point = \"soleus.9\", reason = \"r\" }]\n");
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    const std::string all = allTexts(loaded.findings);
    INFO(all);
    CHECK(all.find("synonyms.toml:1:1: a synonym that means nothing") != std::string::npos);
    CHECK(all.find("synonyms.toml:6:12: unknown region 'tempel'") != std::string::npos);
    CHECK(all.find("red_flags.toml:7:11: unknown urgency 'soon'") != std::string::npos);
    CHECK(all.find("red_flags.toml:8:10: unknown class 'suden'; did you mean 'sudden'?") != std::string::npos);
    CHECK(all.find("red_flags.toml:13:12: unknown region 'tempel'") != std::string::npos);
    CHECK(all.find("scenarios.toml:5:58: unknown trigger point 'soleus.9'") != std::string::npos);
    REQUIRE(loaded.atlas.scenarios.size() == 1);
    CHECK(loaded.atlas.scenarios.front().steps.size() == 1);
}
