// What a press means as a shortcut on several layouts of the keyboard.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "platform/shortcut.h"

using namespace myo::platform;

namespace {

using Shortcuts = std::vector<std::string>;

constexpr int shift = 1;
constexpr int control = 2;
constexpr int alt = 4;

// Rows of a keyboard from the digits down, by the characters of the places on a US one.
const std::vector<std::u32string> places = {U"1234567890-=", U"QWERTYUIOP[]", U"ASDFGHJKL;'", U"ZXCVBNM,./"};

// What the keys type without Shift; a space: nothing (a key that only begins a character).
KeyLabels labelsOf(const std::vector<std::u32string>& rows) {
    KeyLabels labels;
    for (std::size_t row = 0; row < places.size(); ++row) {
        for (std::size_t i = 0; i < places[row].size(); ++i) {
            if (rows[row][i] != U' ') {
                labels[static_cast<int>(places[row][i])] = static_cast<int>(rows[row][i]);
            }
        }
    }
    return labels;
}

const KeyLabels us = labelsOf({U"1234567890-=", U"qwertyuiop[]", U"asdfghjkl;'", U"zxcvbnm,./"});
const KeyLabels german = labelsOf({U"1234567890ß ", U"qwertzuiopü+", U"asdfghjklöä", U"yxcvbnm,.-"});
const KeyLabels french = labelsOf({U"&é\"'(-è_çà)=", U"azertyuiop $", U"qsdfghjklmù", U"wxcvbn,;:!"});
const KeyLabels russian = labelsOf({U"1234567890-=", U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю."});
const KeyLabels greek = labelsOf({U"1234567890-=", U";ςερτυθιοπ[]", U"ασδφγηξκλ '", U"ζχψωβνμ,./"});
const KeyLabels dvorak = labelsOf({U"1234567890[]", U"',.pyfgcrl/=", U"aoeuidhtns-", U";qjkxbmwvz"});

InputEvent press(const KeyLabels& layout, char place, int mods) {
    InputEvent event;
    event.kind = InputKind::key;
    event.code = place;
    event.action = 1;
    event.mods = mods;
    event.label = layout.contains(place) ? layout.at(place) : 0;
    event.latin = latinOf(place, layout);
    return event;
}

InputEvent typed(const KeyLabels& layout, char place, char32_t character, int mods = 0) {
    InputEvent event = press(layout, place, mods);
    event.kind = InputKind::character;
    event.code = static_cast<int>(character);
    event.action = 0;
    return event;
}

// The key at a place of the layout, without Shift.
Shortcuts plain(const KeyLabels& layout, char place) {
    return shortcutsOf(typed(layout, place, static_cast<char32_t>(layout.at(place))));
}

}  // namespace

TEST_CASE("with Ctrl the key that types the letter counts") {
    CHECK(shortcutsOf(press(us, 'Z', control)) == Shortcuts{"Ctrl+Z"});
    CHECK(shortcutsOf(press(german, 'Y', control)) == Shortcuts{"Ctrl+Z"});
    CHECK(shortcutsOf(press(german, 'Z', control)) == Shortcuts{"Ctrl+Y"});
    CHECK(shortcutsOf(press(french, 'W', control)) == Shortcuts{"Ctrl+Z"});
    CHECK(shortcutsOf(press(french, 'A', control)) == Shortcuts{"Ctrl+Q"});
    CHECK(shortcutsOf(press(dvorak, '/', control | shift)) == Shortcuts{"Ctrl+Shift+Z"});
}

TEST_CASE("where no key types the letter the one at its place counts") {
    CHECK(shortcutsOf(press(russian, 'Z', control)) == Shortcuts{"Ctrl+Z"});
    CHECK(shortcutsOf(press(russian, 'S', control | shift)) == Shortcuts{"Ctrl+Shift+S"});
    CHECK(shortcutsOf(press(greek, 'Z', control)) == Shortcuts{"Ctrl+Z"});
    CHECK(shortcutsOf(press(greek, 'Q', control)).front() == "Ctrl+Q");
    CHECK(plain(russian, 'B') == Shortcuts{"B"});
    CHECK(plain(russian, 'Q') == Shortcuts{"Q"});
    CHECK(plain(greek, 'D') == Shortcuts{"D"});
    CHECK(plain(greek, 'Q').front() == "Q");
    CHECK(shortcutsOf(typed(russian, 'B', U'И', shift)) == Shortcuts{"B"});
}

TEST_CASE("letters without Ctrl are what is typed") {
    CHECK(plain(german, 'Y') == Shortcuts{"Z"});
    CHECK(plain(french, 'Q') == Shortcuts{"A"});
    CHECK(plain(french, ';') == Shortcuts{"M"});
    CHECK(plain(dvorak, 'X') == Shortcuts{"Q"});
    CHECK(shortcutsOf(typed(us, 'F', U'F', shift)) == Shortcuts{"F"});
}

TEST_CASE("digits work at their place where they need Shift") {
    const std::string places6 = "123456";
    for (const char digit : places6) {
        INFO(digit);
        CHECK(plain(french, digit).front() == std::string(1, digit));
        CHECK(shortcutsOf(typed(french, digit, static_cast<char32_t>(digit), shift)).front() == std::string(1, digit));
        CHECK(plain(russian, digit) == Shortcuts{std::string(1, digit)});
    }
    CHECK(shortcutsOf(press(french, '1', control)).front() == "Ctrl+1");
    CHECK(shortcutsOf(press(french, '2', control)).front() == "Ctrl+2");
}

TEST_CASE("signs are what is typed, wherever they lie") {
    CHECK(shortcutsOf(typed(us, '/', U'?', shift)).front() == "?");
    CHECK(shortcutsOf(typed(german, '-', U'?', shift)).front() == "?");
    CHECK(shortcutsOf(typed(french, 'M', U'?', shift)).front() == "?");
    CHECK(shortcutsOf(typed(russian, '7', U'?', shift)).front() == "?");
    CHECK(shortcutsOf(typed(german, '7', U'/', shift)).front() == "/");
    CHECK(plain(german, ']').front() == "+");
    CHECK(plain(german, '/').front() == "-");
    CHECK(plain(russian, '-').front() == "-");
    CHECK(plain(dvorak, '\'').front() == "-");
    CHECK(shortcutsOf(typed(german, '8', U'[')).front() == "[");  // with AltGr
    CHECK(shortcutsOf(typed(french, '5', U'[')).front() == "[");  // with AltGr
    CHECK(shortcutsOf(typed(french, '-', U']')).front() == "]");  // with AltGr
    CHECK(shortcutsOf(typed(us, '=', U'+', shift)).front() == "+");
}

TEST_CASE("signs that no key types without Shift are at their place as well") {
    CHECK(plain(russian, '[') == Shortcuts{"["});
    CHECK(plain(russian, ']') == Shortcuts{"]"});
    CHECK(shortcutsOf(typed(russian, '[', U'Х', shift)) == Shortcuts{"{"});
    CHECK(shortcutsOf(typed(russian, ',', U'Б', shift)) == Shortcuts{"<"});
    CHECK(plain(german, '[') == Shortcuts{"["});
    CHECK(plain(french, '-') == Shortcuts{")", "-"});
    CHECK(plain(french, '/') == Shortcuts{"!", "/"});
    CHECK(shortcutsOf(typed(french, '/', U'§', shift)) == Shortcuts{"?"});
    CHECK(shortcutsOf(press(french, '-', control)) == Shortcuts{"Ctrl+)", "Ctrl+-"});
    CHECK(shortcutsOf(press(french, '6', control)) == Shortcuts{"Ctrl+6", "Ctrl+-"});
}

TEST_CASE("a key that types something else does not stand for its place") {
    CHECK(plain(german, 'Z') == Shortcuts{"Y"});
    CHECK(plain(german, '-').empty());  // "-" has a key of its own
    CHECK(plain(dvorak, 'Q') == Shortcuts{"'"});
    CHECK(shortcutsOf(press(dvorak, 'Z', control)) == Shortcuts{"Ctrl+;"});
}

TEST_CASE("larger and smaller text are within reach") {
    CHECK(shortcutsOf(press(us, '=', control)) == Shortcuts{"Ctrl+="});
    CHECK(shortcutsOf(press(us, '=', control | shift)) == Shortcuts{"Ctrl+Shift+=", "Ctrl++"});
    CHECK(shortcutsOf(press(german, ']', control)).front() == "Ctrl++");
    CHECK(shortcutsOf(press(german, '/', control)).front() == "Ctrl+-");
    CHECK(shortcutsOf(press(french, '=', control)).front() == "Ctrl+=");
}

TEST_CASE("named keys are the same everywhere, and Alt makes no shortcut") {
    InputEvent left;
    left.kind = InputKind::key;
    left.code = 263;
    left.action = 1;
    left.mods = shift;
    CHECK(shortcutsOf(left) == Shortcuts{"Shift+Left"});
    left.action = 0;
    CHECK(shortcutsOf(left).empty());
    CHECK(shortcutsOf(press(us, 'Z', control | alt)).empty());
    CHECK(shortcutsOf(press(us, 'Z', 0)).empty());  // its character follows
}

TEST_CASE("text fields know keys by their letters") {
    CHECK(textKeyOf(press(german, 'Y', control)) == 'Z');
    CHECK(textKeyOf(press(french, 'Q', control)) == 'A');
    CHECK(textKeyOf(press(russian, 'C', control)) == 'C');
    CHECK(textKeyOf(press(dvorak, 'Z', control)) == -1);
    InputEvent enter;
    enter.kind = InputKind::key;
    enter.code = 257;
    CHECK(textKeyOf(enter) == 257);
}

TEST_CASE("a recording means the same whatever layout it is replayed on") {
    for (const InputEvent& event :
         {press(german, 'Y', control), typed(russian, 'B', U'и'), typed(french, '2', U'é'), press(us, 'K', control)}) {
        const auto again = fromLine(toLine(event));
        REQUIRE(again);
        CHECK(*again == event);
        CHECK(shortcutsOf(*again) == shortcutsOf(event));
    }
}

TEST_CASE("recordings without a layout are taken as made on a US one") {
    const auto key = fromLine("key 75 45 1 2");
    REQUIRE(key);
    CHECK(shortcutsOf(*key) == Shortcuts{"Ctrl+K"});
    const auto character = fromLine("character 102");
    REQUIRE(character);
    CHECK(shortcutsOf(*character) == Shortcuts{"F"});
    CHECK_FALSE(fromLine("key 75 45"));
    CHECK_FALSE(fromLine("character x"));
}
