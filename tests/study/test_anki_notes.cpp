// Cards as notes of Anki.
#include <algorithm>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "study/anki_notes.h"
#include "support/english.h"

using namespace myo;
using namespace myo::study;

namespace {

const atlas::Atlas& atlasForNotes() {
    static const atlas::Atlas loaded =
        atlas::loadAtlas(MYOATLAS_SOURCE_DIR "/data", atlas::loadContext(MYOATLAS_SOURCE_DIR "/assets/anatomy").value())
            .atlas;
    return loaded;
}

}  // namespace

TEST_CASE("every note has front, back and source, and shows no picture that does not exist") {
    const auto deck = makeDeck(*test::english(), atlasForNotes());
    std::set<std::string> names;
    for (const CardPicture& picture : picturesOf(deck)) {
        CHECK(names.insert(picture.name).second);
        CHECK(picture.name.find_first_of(" /\\\"") == std::string::npos);
    }
    CHECK(names.size() > 500);
    const auto with = ankiNotes(*test::english(), atlasForNotes(), deck, names);
    const auto without = ankiNotes(*test::english(), atlasForNotes(), deck, {});
    REQUIRE(with.size() == deck.size());
    for (std::size_t i = 0; i < deck.size(); ++i) {
        INFO(deck[i].id);
        CHECK(with[i].id == deck[i].id);
        CHECK_FALSE(with[i].front.empty());
        CHECK_FALSE(with[i].source.empty());
        CHECK(with[i].back.find("<img src=\"myoatlas_") != std::string::npos);
        CHECK((without[i].front + without[i].back).find("<img") == std::string::npos);
        CHECK(std::all_of(with[i].tags.begin(), with[i].tags.end(),
                          [](const std::string& tag) { return tag.find(' ') == std::string::npos; }));
    }
}

TEST_CASE("no front shows what is asked") {
    const auto deck = makeDeck(*test::english(), atlasForNotes());
    std::set<std::string> names;
    for (const CardPicture& picture : picturesOf(deck)) {
        names.insert(picture.name);
    }
    for (const AnkiNote& note : ankiNotes(*test::english(), atlasForNotes(), deck, names)) {
        INFO(note.id);
        if (note.id.starts_with("zone:")) {
            CHECK(note.front.find("myoatlas_zone") == std::string::npos);
            CHECK(note.back.find("myoatlas_zone") != std::string::npos);
        } else if (note.id.starts_with("muscle:")) {
            CHECK(note.front.find("myoatlas_point") == std::string::npos);
        } else if (note.id.starts_with("points:")) {
            CHECK(note.front.find("myoatlas_point") == std::string::npos);
            CHECK(note.back.find("myoatlas_points_") != std::string::npos);
        }
    }
}

TEST_CASE("the text for Anki's import has a header, and five columns in every line") {
    const auto deck = makeDeck(*test::english(), atlasForNotes());
    const auto notes = ankiNotes(*test::english(), atlasForNotes(), deck, {});
    std::istringstream text(ankiText("Myoatlas", notes));
    std::set<std::string> ids;
    std::size_t rows = 0;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with('#')) {
            CHECK(rows == 0);
            continue;
        }
        ++rows;
        CHECK(std::count(line.begin(), line.end(), '\t') == 4);
        CHECK(line.find('"') == std::string::npos);
        CHECK(ids.insert(line.substr(0, line.find('\t'))).second);
    }
    CHECK(rows == deck.size());
    CHECK(ankiText("D", {}).find("#separator:tab\n#html:true\n") == 0);
    CHECK(ankiText("D", {}).find("#deck column:2\n") != std::string::npos);
}
