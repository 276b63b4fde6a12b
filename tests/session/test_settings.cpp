// The settings file: never in the way of a start.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "session/settings.h"
#include "support/hostile.h"

using namespace myo::session;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("myoatlas_settings_" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

std::string read(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("settings come back as they were saved") {
    const Folder folder;
    const fs::path file = folder.path / "deep" / "settings.toml";
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
        for (const PaletteChoice palette :
             {PaletteChoice::clinical, PaletteChoice::calm, PaletteChoice::contrast, PaletteChoice::print}) {
            for (const float scale : {0.75F, 1.25F, 2.5F}) {
                const Settings settings{theme, palette, scale, theme == ThemeChoice::dark};
                REQUIRE(saveSettings(settings, file).ok());
                const LoadedSettings loaded = loadSettings(file);
                CHECK_FALSE(loaded.problem);
                CHECK(loaded.settings == settings);
            }
        }
    }
}

TEST_CASE("a missing file is a first start without a complaint") {
    const Folder folder;
    const LoadedSettings loaded = loadSettings(folder.path / "none.toml");
    CHECK_FALSE(loaded.problem);
    CHECK(loaded.settings == Settings{});
}

TEST_CASE("broken, newer and hostile files give defaults and a sentence, and stay as they are") {
    const Folder folder;
    const fs::path file = folder.path / "settings.toml";
    const std::string nested(20000, '[');
    for (const std::string& text :
         {std::string("format = "), std::string("format = 1\ntheme = \"neon\""), std::string("format = 99\n"),
          std::string("theme = \"dark\""), std::string("format = 1\nui_scale = 1e30"),
          std::string("format = 1\nui_scale = nan"), std::string("format = 1\nui_scale = \"big\""),
          std::string("format = 1\npalette = 7"), std::string("\0\xFF\xFE\x80", 4), "x = " + nested,
          std::string(100000, 'a'), myo::test::dottedKey(40000) + " = 1"}) {
        std::ofstream(file, std::ios::binary) << text;
        const LoadedSettings loaded = loadSettings(file);
        INFO(text.substr(0, 40));
        REQUIRE(loaded.problem);
        CHECK(loaded.settings == Settings{});
        CHECK(loaded.problem->text().find("settings.toml") != std::string::npos);
        CHECK(read(file) == text);
    }
}

TEST_CASE("a folder in the place of the file is said to be none") {
    const Folder folder;
    CHECK(loadSettings(folder.path).problem);
    CHECK_FALSE(saveSettings({}, folder.path).ok());
}
