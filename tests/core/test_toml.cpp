// TOML within limits: what is refused before the parser sees it, and what is not.
#include <catch2/catch.hpp>

#include <optional>

#include "core/text.h"
#include "core/toml.h"
#include "support/hostile.h"
#include "support/scratch_file.h"

using namespace myo;
using test::dottedKey;

namespace {

std::string refusal(const std::string& text) {
    const std::optional<Diagnostic> problem = beyondTomlLimits(text, "f.toml");
    return problem ? problem->text() : "";
}

}  // namespace

TEST_CASE("a key of very many parts is refused where it goes too far") {
    CHECK(refusal(dottedKey(16) + " = 1").empty());
    CHECK(refusal(dottedKey(17) + " = 1").rfind("f.toml:1:32: a key has more than 16 parts", 0) == 0);
    CHECK(refusal("\n[" + dottedKey(40000) + "]").rfind("f.toml:2:33: ", 0) == 0);
    CHECK(refusal("x = 1\n'\xC3\xA9'.\"b\" . " + dottedKey(40000) + " = 1").rfind("f.toml:2:", 0) == 0);
}

TEST_CASE("what stands in strings and comments is no key") {
    const std::string dots(500, '.');
    const std::string brackets(500, '[');
    CHECK(refusal("# " + dots + brackets).empty());
    CHECK(refusal("a = \"" + dots + "\\\"" + brackets + "\"").empty());
    CHECK(refusal("a = '" + dots + "\\'\nb = 1.5").empty());
    CHECK(refusal("a = '''\n" + dots + "'\n" + brackets + "'''").empty());
    CHECK(refusal("a = \"\"\"\n" + dots + "\\\"\"\"\n" + brackets + "\"\"\"").empty());
    CHECK(refusal("a = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5]").empty());
}

TEST_CASE("a string cannot hide the key after it") {
    for (const char* text : {"\"\"\"x\"\"\"", "\"\"\"x\"\"\"\"", "\"\"\"x\"\"\"\"\"", "'''x''''", "\"x\\\\\"", "''"}) {
        INFO(text);
        CHECK_FALSE(refusal("a = {b = " + std::string(text) + ", " + dottedKey(40000) + " = 1}").empty());
    }
}

TEST_CASE("deep brackets, long keys and long texts are refused") {
    CHECK(refusal("a = " + std::string(32, '[') + std::string(32, ']')).empty());
    CHECK_FALSE(refusal("a = " + std::string(33, '[')).empty());
    CHECK_FALSE(refusal(std::string(2000, 'a') + " = 1").empty());
    CHECK(refusal("a = \"" + std::string(200000, 'a') + "\"").empty());
    CHECK_FALSE(refusal(std::string((4U << 20U) + 1, '#')).empty());
}

TEST_CASE("a hostile table of sentences is named with line and column") {
    const test::ScratchFile file("xx.toml", dottedKey(40000) + " = \"x\"\n");
    const auto text = Text::read(file.path());
    REQUIRE_FALSE(text.ok());
    CHECK(text.problem().text().find("xx.toml:1:32: a key has more than") != std::string::npos);
}
