// The texts to read inside the product.
#include <string>

#include "folder.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

namespace {

const char* const guideTable = R"toml([[guides]]
id = "primer"
name = "A primer"
audience = "everyone"

[[guides.sections]]
title = "First"
paragraphs = ["One."]
points = ["Two.", "Three."]

[[guides.sections]]
title = "Empty"
)toml";

}  // namespace

TEST_CASE("a guide keeps its sections in order; one that says nothing is reported") {
    const Folder folder;
    writeSound(folder);
    folder.write("guides.toml", guideTable);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings[0].place.line == 11);
    CHECK(loaded.findings[0].what == "a section that says nothing");
    const Guide* guide = loaded.atlas.find(GuideId{"primer"});
    REQUIRE(guide != nullptr);
    REQUIRE(guide->sections.size() == 1);
    CHECK(guide->sections[0].points == std::vector<std::string>{"Two.", "Three."});
}
