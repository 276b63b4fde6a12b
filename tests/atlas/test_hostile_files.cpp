// Files that nobody meant to put there.
#include <sys/stat.h>

#include <algorithm>
#include <random>
#include <string>

#include "folder.h"
#include "support/hostile.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

namespace {

// The finding about that file; the folder's sound muscle has to survive.
Diagnostic onlyFinding(const Folder& folder, const std::string& file) {
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    CHECK(loaded.atlas.find(MuscleId{"soleus"}) != nullptr);
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings.front().place.file == folder.file(file));
    CHECK(loaded.findings.front().severity == Severity::error);
    return loaded.findings.front();
}

}  // namespace

TEST_CASE("Odd files are named and the rest is loaded") {
    const Folder folder;
    writeSound(folder);
    const std::string odd = "muscles/odd.toml";
    SECTION("empty") {
        folder.write(odd, " \n\t\n");
        CHECK(onlyFinding(folder, odd).what == "the file is empty");
    }
    SECTION("binary") {
        folder.write(odd, std::string("id = \"odd\"\0\x01\x02", 14));
        CHECK(onlyFinding(folder, odd).what == "the file is binary");
    }
    SECTION("not UTF-8") {
        folder.write(odd, "id = \"odd\"\nname = \"\xC3\xA9\xE9\"\n");
        const Diagnostic finding = onlyFinding(folder, odd);
        CHECK(finding.what.find("not UTF-8") != std::string::npos);
        CHECK(finding.place.line == 2);
        CHECK(finding.place.column == 10);
    }
    SECTION("too large") {
        folder.write(odd, std::string((4U << 20U) + 1, '#'));
        CHECK(onlyFinding(folder, odd).what.find("too large") != std::string::npos);
    }
    SECTION("a folder") {
        std::filesystem::create_directory(folder.path() / odd);
        CHECK(onlyFinding(folder, odd).what == "this is a folder");
    }
    SECTION("a pipe is not waited for") {
        REQUIRE(mkfifo(folder.file(odd).c_str(), 0600) == 0);
        CHECK(onlyFinding(folder, odd).what == "this is not a regular file");
    }
    SECTION("a link to itself") {
        std::filesystem::create_symlink("odd.toml", folder.path() / odd);
        CHECK(onlyFinding(folder, odd).what.find("cannot be read") != std::string::npos);
    }
    SECTION("a link to nothing") {
        std::filesystem::create_symlink("gone", folder.path() / odd);
        CHECK(onlyFinding(folder, odd).what == "there is no such file");
    }
    SECTION("nested beyond reason") {
        folder.write(odd, "id = " + std::string(100000, '['));
        CHECK(onlyFinding(folder, odd).what == "values are nested more than 32 deep");
    }
    SECTION("a key of more parts than a stack holds") {
        folder.write(odd, "id = \"odd\"\n" + myo::test::dottedKey(40000) + " = 1\n");
        const Diagnostic finding = onlyFinding(folder, odd);
        CHECK(finding.what == "a key has more than 16 parts");
        CHECK(finding.place.line == 2);
        CHECK(finding.place.column == 32);
    }
}

TEST_CASE("A file of nothing but errors is cut short, and says so") {
    const Folder folder;
    writeSound(folder);
    std::string keys;
    std::string anchors;
    for (int i = 0; i < 50000; ++i) {
        keys += "wrong_key_" + std::to_string(i) + " = 1\n";
        anchors += "\"nowhere_" + std::to_string(i) + "\", ";
    }
    std::string muscle = soleusText;
    muscle.insert(muscle.find("\"mastoid\""), anchors);
    muscle.insert(muscle.find("regions = [") + 11, anchors);
    folder.write("muscles/temporalis.toml", keys);
    folder.write("muscles/soleus.toml", muscle);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    CHECK(loaded.findings.size() > 1000);
    CHECK(loaded.findings.size() < 2000);
    const auto more = [](const Diagnostic& finding) { return finding.what == "there are more errors from here on"; };
    CHECK(std::count_if(loaded.findings.begin(), loaded.findings.end(), more) == 3);
}

TEST_CASE("Files of other kinds are nobody's business, misplaced ones are warned about") {
    const Folder folder;
    writeSound(folder);
    folder.write("muscles/README.md", "notes");
    folder.write("muscles/soleus.toml~", "id = ");
    folder.write("muscles/.soleus.toml", "id = ");
    CHECK(loadAtlas(folder.path(), smallContext()).findings.empty());
    folder.write("notes.toml", "x = 1");
    CHECK(loadAtlas(folder.path(), smallContext()).findings.empty());
    folder.write("soleus.toml", soleusText);
    folder.write("region.toml", regionsText);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    REQUIRE(loaded.findings.size() == 2);
    CHECK(loaded.findings[0].expected == "did you mean 'regions.toml'?");
    CHECK(loaded.findings[1].expected == "expected muscles in the folder 'muscles'");
    CHECK_FALSE(hasErrors(loaded.findings));
}

TEST_CASE("A byte order mark and Windows line ends are fine") {
    const Folder folder;
    writeSound(folder);
    std::string text = "\xEF\xBB\xBF";
    for (const char c : soleusText) {
        text += c == '\n' ? "\r\n" : std::string(1, c);
    }
    folder.write("muscles/soleus.toml", text);
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    CHECK(loaded.findings.empty());
    CHECK(loaded.atlas.muscles.size() == 1);
}

TEST_CASE("A missing or empty folder is said, not crashed on") {
    const Folder folder;
    CHECK(hasErrors(loadAtlas(folder.path() / "nowhere", smallContext()).findings));
    CHECK(hasErrors(loadAtlas(folder.path(), smallContext()).findings));
    folder.write("muscles", "a file in the folder's place");
    CHECK(hasErrors(loadAtlas(folder.path(), smallContext()).findings));
}

TEST_CASE("Whatever becomes of a file's bytes, loading ends with findings or a muscle") {
    const Folder folder;
    writeSound(folder);
    std::mt19937 random(3);
    const DataContext context = smallContext();
    for (int round = 0; round < 300; ++round) {
        std::string text = soleusText;
        for (std::size_t cut = random() % 6; cut > 0; --cut) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
                case 0:
                    text[at] = static_cast<char>(random() % 256);
                    break;
                case 1:
                    text.erase(at, random() % 20);
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 20));
            }
            if (text.empty()) {
                break;
            }
        }
        folder.write("muscles/soleus.toml", text);
        const LoadedAtlas loaded = loadAtlas(folder.path(), context);
        CHECK((hasErrors(loaded.findings) || loaded.atlas.muscles.size() == 1));
        for (const TriggerPoint* point : loaded.atlas.points()) {
            CHECK_FALSE(point->zones.empty());
            CHECK_FALSE(point->citations.empty());
        }
    }
}
