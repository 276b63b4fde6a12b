// Holds the include lines of app/ against the arrows of docs/architecture.md.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path sourceRoot = fs::path(MYOATLAS_SOURCE_DIR) / "app";

// folder -> folders (or single headers) that it may include, besides itself
using Arrows = std::map<std::string, std::set<std::string>>;

const Arrows& arrows() {
    static const Arrows allowed{
        {"core", {}},
        {"atlas", {"core"}},
        {"body", {"core"}},
        {"generate", {"core", "body"}},
        {"own_model", {"core", "body"}},
        {"referral", {"core", "atlas", "body"}},
        {"search", {"core", "atlas"}},
        {"content", {"core", "atlas", "referral", "search"}},
        {"study", {"core", "atlas", "referral", "content"}},
        {"store", {"core", "study"}},
        {"session",
         {"core", "atlas", "body", "own_model", "referral", "search", "content", "study", "render/scene.h",
          "render/palette.h"}},
        {"render", {"core", "body"}},
        {"ui", {"core", "atlas", "body", "own_model", "referral", "search", "content", "study", "session"}},
        {"report", {"core", "atlas", "body", "referral", "search", "content", "study", "session"}},
        {"platform", {"core"}},
        {"shell",
         {"core", "atlas", "body", "own_model", "referral", "search", "content", "study", "store", "session", "render",
          "ui", "report", "platform"}},
        {"cli",
         {"core", "atlas", "body", "own_model", "referral", "search", "content", "study", "store", "session", "render",
          "report", "platform", "shell"}},
    };
    return allowed;
}

std::vector<std::string> quotedIncludes(std::istream& source) {
    static const std::regex line(R"(^\s*#\s*include\s*"([^"]+)\")");
    std::vector<std::string> found;
    std::smatch match;
    for (std::string text; std::getline(source, text);) {
        if (std::regex_search(text, match, line)) {
            found.push_back(match[1]);
        }
    }
    return found;
}

// The sentence that says what is wrong with an include; empty if the arrow is in the picture.
std::string problemWith(const std::string& folder, const std::string& include) {
    const auto slash = include.find('/');
    const std::string target = include.substr(0, slash);
    if (slash == std::string::npos || !arrows().contains(target)) {
        return include + " is not written from app/ on";
    }
    const auto from = arrows().find(folder);
    if (from == arrows().end()) {
        return folder + " is not a room of the house";
    }
    if (target == folder || from->second.contains(target) || from->second.contains(include)) {
        return {};
    }
    return folder + " may not include " + include;
}

bool isSource(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".h";
}

}  // namespace

TEST_CASE("every include of app/ follows an arrow of the architecture") {
    std::size_t files = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sourceRoot)) {
        const fs::path relative = fs::relative(entry.path(), sourceRoot);
        if (!entry.is_regular_file() || !isSource(relative) || !relative.has_parent_path()) {
            continue;
        }
        ++files;
        std::ifstream source(entry.path());
        for (const std::string& include : quotedIncludes(source)) {
            INFO(relative.string() << " includes " << include);
            CHECK(problemWith(relative.begin()->string(), include).empty());
        }
    }
    CHECK(files > 50);
}

TEST_CASE("third-party libraries stay in their rooms") {
    const std::map<std::string, std::set<std::string>> rooms{
        {"toml++", {"core", "atlas", "own_model", "study", "session", "report"}},
        {"assimp", {"own_model"}},
        {"Eigen", {"generate", "own_model"}},
        {"meshoptimizer.h", {"generate", "own_model"}},
        {"embree3", {"body"}},
        {"utf8proc.h", {"core"}},
        {"libstemmer.h", {"search"}},
        {"nlohmann", {"core", "body", "referral", "study", "store", "report", "cli"}},
        {"stb_image.h", {"core"}},
        {"stb_image_write.h", {"report"}},
        {"GLFW", {"platform"}},
        {"backends", {"platform"}},
        {"imgui.h", {"ui", "platform"}},
        {"imgui_internal.h", {"ui"}},
        {"imgui_stdlib.h", {"ui"}},
        {"imgui_freetype.h", {"ui"}},
        {"misc", {"ui"}},
        {"pango", {"report"}},
        {"qpdf", {"report"}},
        {"cairo", {"report"}},
        {"CLI", {"cli"}},
        {"sqlite3.h", {"store"}},
        {"zip.h", {"store"}},
        {"glib.h", {"store"}},
        {"epoxy", {"render", "platform"}},
    };
    std::set<std::string> used;
    const std::regex line(R"(^\s*#\s*include\s*<([A-Za-z0-9+_]+(?:\.h(?:pp)?)?)[/>])");
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sourceRoot)) {
        const fs::path relative = fs::relative(entry.path(), sourceRoot);
        if (!entry.is_regular_file() || !isSource(relative)) {
            continue;
        }
        std::ifstream source(entry.path());
        for (std::string text; std::getline(source, text);) {
            std::smatch match;
            if (!std::regex_search(text, match, line) || !rooms.contains(match[1])) {
                continue;
            }
            INFO(relative.string() << " includes " << match[1]);
            used.insert(match[1]);
            CHECK(rooms.at(match[1]).contains(relative.begin()->string()));
        }
    }
    CHECK(used.size() > 10);
}

TEST_CASE("the ways of the generator and of own models stay apart from what runs") {
    CHECK_FALSE(problemWith("session", "generate/skin.h").empty());
    CHECK_FALSE(problemWith("own_model", "generate/skin.h").empty());
    CHECK_FALSE(problemWith("render", "own_model/rig.h").empty());
    CHECK_FALSE(problemWith("cli", "ui/theme.h").empty());
    CHECK_FALSE(problemWith("shell", "cli/commands.h").empty());
}

TEST_CASE("an include against the arrows is found") {
    std::istringstream source("#include <vector>\n#include \"ui/theme.h\"\n  # include \"core/ids.h\"\n");
    const std::vector<std::string> includes = quotedIncludes(source);
    REQUIRE(includes == std::vector<std::string>{"ui/theme.h", "core/ids.h"});
    CHECK_FALSE(problemWith("atlas", includes[0]).empty());
    CHECK(problemWith("atlas", includes[1]).empty());
    CHECK_FALSE(problemWith("ui", "render/scene.h").empty());
    CHECK_FALSE(problemWith("session", "render/renderer.h").empty());
}
