// Holds the keys of the table of sentences against the sources: none is asked for in vain, none is kept in vain.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "support/english.h"

namespace fs = std::filesystem;

namespace {

const fs::path programFolder = fs::path(MYOATLAS_SOURCE_DIR) / "app";

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file);
    std::ostringstream out;
    out << stream.rdbuf();
    return out.str();
}

std::set<std::string> found(const std::string& source, const std::regex& pattern) {
    std::set<std::string> out;
    for (std::sregex_iterator match(source.begin(), source.end(), pattern), end; match != end; ++match) {
        out.insert((*match)[1]);
    }
    return out;
}

// What is handed to a table of sentences: text("a.b"), ui.text("a.b"), (*library.text)("a.b").
std::set<std::string> askedFor(const std::string& source) {
    static const std::regex call(R"re(\b[tT]ext_?\)?\(\s*"([a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+)")re");
    return found(source, call);
}

// The commands' ids: "action.<id>.name" and "action.<id>.tip" are put together from them.
std::set<std::string> commandKeys() {
    static const std::regex id(R"re("([a-z]+(?:\.[a-z]+)*)")re");
    std::set<std::string> keys;
    for (const std::string& each : found(contentOf(programFolder / "ui" / "action_table.cpp"), id)) {
        keys.insert("action." + each + ".name");
        keys.insert("action." + each + ".tip");
    }
    return keys;
}

// Every literal that could be a key: keys may also stand in a table or behind a `?`.
std::set<std::string> literals(const std::string& source) {
    static const std::regex literal(R"re("([a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+)")re");
    return found(source, literal);
}

}  // namespace

TEST_CASE("every key that the sources ask for is in the table, and every key of the table is asked for") {
    const auto text = myo::test::english();
    std::set<std::string> used = commandKeys();
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(programFolder)) {
        if (!entry.is_regular_file() || (entry.path().extension() != ".cpp" && entry.path().extension() != ".h")) {
            continue;
        }
        const std::string source = contentOf(entry.path());
        for (const std::string& key : askedFor(source)) {
            INFO(entry.path().string() << " asks for " << key);
            CHECK(text->has(key));
        }
        for (const std::string& key : literals(source)) {
            used.insert(key);
            // The sections of the documents are named nowhere else.
            INFO(entry.path().string() << " names " << key);
            CHECK((key.rfind("content.", 0) != 0 || key == "content.md" || text->has(key)));
        }
    }
    for (const std::string& key : text->keys()) {
        INFO("no source asks for " << key);
        CHECK(used.contains(key));
    }
}

TEST_CASE("a key is found in whatever way the table is reached") {
    CHECK(askedFor(R"(text("a.b") ui.text("c.d", {{"n", 1}}) (*library.text)("e.f") text_("g.h") findAction("i.j"))") ==
          std::set<std::string>{"a.b", "c.d", "e.f", "g.h"});
    CHECK(literals(R"(x ? "a.b" : "c.d_e")") == std::set<std::string>{"a.b", "c.d_e"});
}
