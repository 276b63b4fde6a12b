// The note on how sure referred-pain patterns are at all.
#include <string>

#include "folder.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

namespace {

// A number without a source in line 8, and a source that nobody knows in line 13.
const char* const noteTable = R"toml([[paragraphs]]
id = "first"
text = "Nothing is sure."

[[paragraphs]]
id = "second"

text = "Of 363 patients some agreed."

[[paragraphs]]
id = "third"
text = "Critics disagree."
citations = [ { source = "nobody", where = "Abstract" } ]
)toml";

}  // namespace

TEST_CASE("the note on evidence is read in order; a number without a source and an unknown source are reported") {
    const Folder folder;
    writeSound(folder);
    folder.write("evidence.toml", noteTable);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    std::string all;
    for (const Diagnostic& finding : loaded.findings) {
        all += finding.text() + "\n";
    }
    INFO(all);
    REQUIRE(loaded.findings.size() == 2);
    CHECK(all.find("evidence.toml:8:8: a number that no source stands behind") != std::string::npos);
    CHECK(all.find("evidence.toml:13:26: unknown citation 'nobody'") != std::string::npos);
    REQUIRE(loaded.atlas.evidence.size() == 3);
    CHECK(loaded.atlas.evidence[0].text == "Nothing is sure.");
    CHECK(loaded.atlas.evidence[2].citations.empty());
}

TEST_CASE("a paragraph of one's own takes the place of the built-in one unless it is broken") {
    const Folder base;
    writeSound(base);
    base.write("evidence.toml", "[[paragraphs]]\nid = \"a\"\ntext = \"Built in.\"\n");
    const LoadedAtlas builtIn = loadAtlas(base.path(), smallContext());
    REQUIRE(builtIn.findings.empty());
    const Folder own;
    own.write("evidence.toml",
              "[[paragraphs]]\nid = \"a\"\ntext = \"Mine.\"\n\n[[paragraphs]]\nid = \"b\"\ntext = \"New.\"\n");
    const LoadedAtlas merged = mergeUserData(builtIn, own.path(), smallContext());
    REQUIRE(merged.atlas.evidence.size() == 2);
    CHECK(merged.atlas.evidence[0].text == "Mine.");
    own.write("evidence.toml", "[[paragraphs]]\nid = \"a\"\ntext = \"7 of mine.\"\n");
    const LoadedAtlas faulty = mergeUserData(builtIn, own.path(), smallContext());
    CHECK(faulty.atlas.evidence[0].text == "Built in.");
}
