// The table of sentences: what is read, what is filled in, and what a broken table says.
#include <catch2/catch.hpp>

#include "core/text.h"
#include "support/scratch_file.h"

using namespace myo;

namespace {

Result<Text> textOf(const std::string& table) {
    const test::ScratchFile file("en.toml", table);
    return Text::read(file.path());
}

}  // namespace

TEST_CASE("a sentence is found by its key and filled in by name") {
    const Text text = textOf("[paint]\nhint = \"{muscle}, {side}\"\n").value();
    CHECK(text("paint.hint", {{"side", "left"}, {"muscle", "Soleus"}}) == "Soleus, left");
    CHECK(text("paint.nothing") == "paint.nothing");
    CHECK_FALSE(text.has("paint.nothing"));
}

TEST_CASE("a number chooses the plural form and gets its thousands apart") {
    const Text text = textOf("found = {one = \"{count} result\", other = \"{count} results\"}\n").value();
    CHECK(text("found", {{"count", 1}}) == "1 result");
    CHECK(text("found", {{"count", 0}}) == "0 results");
    CHECK(text("found", {{"count", 12345}}) == "12,345 results");
    CHECK(grouped(-1234567) == "-1,234,567");
}

TEST_CASE("the pseudo-language is accented, longer and in brackets, and keeps names in braces") {
    const Text text = textOf("a = \"Save {file} now\"\n").value().pseudo();
    const std::string words = text("a", {{"file", "x.png"}});
    CHECK(words.front() == '[');
    CHECK(words.back() == ']');
    CHECK(words.find("x.png") != std::string::npos);
    CHECK(words.find("Save") == std::string::npos);
    CHECK(words.find("\xC3\xA1") != std::string::npos);  // a with acute
    CHECK(pseudoWords("").empty());
    CHECK(text.language() == "en-XA");
}

TEST_CASE("a broken table is named with line and column") {
    const auto problem = [](const std::string& table) { return textOf(table).problem().text(); };
    CHECK(problem("a = 3\n").find("en.toml:1:5: 'a' is no sentence") != std::string::npos);
    CHECK(problem("[b]\na = \"{name\"\n").find(":2:5: a brace of 'b.a' has no partner") != std::string::npos);
    CHECK(problem("a = {one = \"x\"}\n").find("has no form 'other'") != std::string::npos);
    CHECK(problem("a = \"x\n").find("not valid TOML") != std::string::npos);
}

TEST_CASE("the program's own table can be read") {
    const auto text = Text::read(MYOATLAS_SOURCE_DIR "/assets/text/en.toml");
    INFO((text ? std::string() : text.problem().text()));
    REQUIRE(text.ok());
    CHECK(text.value().has("product.slogan"));
}
