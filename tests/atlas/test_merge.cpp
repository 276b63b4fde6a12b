// A user's own folder over the built-in atlas.
#include <string>

#include "folder.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

namespace {

std::string replaced(std::string text, const std::string& find, const std::string& replace) {
    const auto at = text.find(find);
    REQUIRE(at != std::string::npos);
    return text.replace(at, find.size(), replace);
}

LoadedAtlas builtIn() {
    const Folder folder;
    writeSound(folder);
    return loadAtlas(folder.path(), smallContext());
}

}  // namespace

TEST_CASE("A user's muscle replaces the built-in one, may name built-in sources, and new ones are added") {
    const Folder user;
    user.write("muscles/soleus.toml", replaced(soleusText, "name = \"Soleus\"", "name = \"My soleus\""));
    std::string own = replaced(soleusText, "id = \"soleus\"", "id = \"my_muscle\"");
    own = replaced(own, "{ along = 0.5, across = 0.5 }", "{ at = \"temple\", depth = 5 }");
    user.write("muscles/my_muscle.toml", own);
    const LoadedAtlas merged = mergeUserData(builtIn(), user.path(), smallContext());
    CHECK(merged.findings.empty());
    REQUIRE(merged.atlas.muscles.size() == 2);
    CHECK(merged.atlas.find(MuscleId{"soleus"})->name == "My soleus");
    CHECK(merged.atlas.find(PointId{MuscleId{"my_muscle"}, 1}) != nullptr);
    CHECK(merged.atlas.regions.size() == 3);
}

TEST_CASE("A faulty entry of the user never hides the built-in one") {
    const Folder user;
    SECTION("broken TOML") {
        user.write("muscles/soleus.toml", "id = \"soleus");
    }
    SECTION("an unknown landmark") {
        user.write("muscles/soleus.toml", replaced(soleusText, "\"mastoid\"]", "\"mastoyd\"]"));
    }
    SECTION("an unknown source") {
        user.write("muscles/soleus.toml", replaced(soleusText, "source = \"book\"", "source = \"diary\""));
    }
    SECTION("an unknown key") {
        user.write("muscles/soleus.toml", "nonsense = 1\n" + soleusText);
    }
    const LoadedAtlas merged = mergeUserData(builtIn(), user.path(), smallContext());
    CHECK(hasErrors(merged.findings));
    REQUIRE(merged.atlas.find(MuscleId{"soleus"}) != nullptr);
    CHECK(merged.atlas.find(MuscleId{"soleus"})->name == "Soleus");
    CHECK(merged.atlas.find(PointId{MuscleId{"soleus"}, 1}) != nullptr);
}

TEST_CASE("A user's region and source replace and add") {
    const Folder user;
    user.write("regions.toml",
               "[[regions]]\nid = \"temple\"\nname = \"my temple\"\nzone = \"head\"\nkind = \"surface\"\n"
               "seeds = [{ at = \"temple\", radius = 5 }]\n");
    user.write("citations.toml", "[[citations]]\nid = \"diary\"\nauthors = \"Me\"\ntitle = \"Diary\"\n");
    const LoadedAtlas merged = mergeUserData(builtIn(), user.path(), smallContext());
    CHECK(merged.findings.empty());
    CHECK(merged.atlas.find(RegionId{"temple"})->name == "my temple");
    CHECK(merged.atlas.regions.size() == 3);
    CHECK(merged.atlas.find(CitationId{"diary"}) != nullptr);
    CHECK(merged.atlas.find(CitationId{"book"}) != nullptr);
}

TEST_CASE("An empty folder of the user changes nothing") {
    const Folder user;
    const LoadedAtlas before = builtIn();
    const LoadedAtlas merged = mergeUserData(before, user.path(), smallContext());
    CHECK(merged.findings.empty());
    CHECK(merged.atlas.muscles.size() == before.atlas.muscles.size());
    CHECK(merged.atlas.regions.size() == before.atlas.regions.size());
}
