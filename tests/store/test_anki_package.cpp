// An Anki package, opened as Anki opens it: a zip with a collection of schema 11 and its media.
#include <fstream>
#include <map>
#include <sstream>

#include <zip.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "store/anki_package.h"
#include "store/database.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::store;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const study::Moment now{std::chrono::milliseconds(1773169200123)};

std::map<std::string, std::string> contentOf(const fs::path& file) {
    int code = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    REQUIRE(archive != nullptr);
    std::map<std::string, std::string> out;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t about;
        REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &about) == 0);
        std::string bytes(about.size, '\0');
        zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        REQUIRE(zip_fread(entry, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
        zip_fclose(entry);
        out[about.name] = bytes;
    }
    zip_discard(archive);
    return out;
}

void save(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::vector<std::string> columns(Database& database, const std::string& table) {
    std::vector<std::string> out;
    Statement rows(database, "SELECT name FROM pragma_table_info(?)");
    rows.bind(1, table);
    while (rows.step()) {
        out.push_back(rows.text(0));
    }
    return out;
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> out;
    for (std::string word; stream >> word;) {
        out.push_back(word);
    }
    return out;
}

std::vector<std::string> fieldsOf(const std::string& joined) {
    std::vector<std::string> out{""};
    for (const char c : joined) {
        if (c == '\x1f') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

const std::vector<study::AnkiNote>& notes() {
    static const std::vector<study::AnkiNote> all{
        {"zone:soleus.1",
         "Where is the pain of Soleus felt?<br><img src=\"myoatlas_point_soleus.1.jpg\">",
         "Heel &amp; calf<br><img src=\"myoatlas_zone_soleus.1.jpg\">",
         "Travell JG et al. 1992",
         {"myoatlas::leg", "b"}},
        {"nerve:soleus", "Which nerve?", "Tibial", "", {}}};
    return all;
}

}  // namespace

TEST_CASE("a package holds the documented tables, its media, and a card for every note") {
    const test::ScratchFolder folder("anki");
    for (const char* name : {"myoatlas_point_soleus.1.jpg", "myoatlas_zone_soleus.1.jpg"}) {
        save(folder.path() / name, std::string("picture of ") + name);
    }
    const fs::path file = folder.path() / "deck.apkg";
    REQUIRE(writeAnkiPackage(
                file, "Myoatlas", notes(),
                {folder.path() / "myoatlas_point_soleus.1.jpg", folder.path() / "myoatlas_zone_soleus.1.jpg"}, now)
                .ok());
    const auto content = contentOf(file);
    CHECK(content.size() == 4);

    const Json media = Json::parse(content.at("media"));
    REQUIRE(media.size() == 2);
    for (const auto& [number, name] : media.items()) {
        CHECK(content.at(number) == "picture of " + name.get<std::string>());
    }

    save(folder.path() / "collection.anki2", content.at("collection.anki2"));
    Database database(folder.path() / "collection.anki2", OpenAs::untouched);
    CHECK(database.text("PRAGMA integrity_check") == "ok");
    CHECK(columns(database, "col") == words("id crt mod scm ver dty usn ls conf models decks dconf tags"));
    CHECK(columns(database, "notes") == words("id guid mid mod usn tags flds sfld csum flags data"));
    CHECK(columns(database, "cards") ==
          words("id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data"));
    CHECK(columns(database, "revlog") == words("id cid usn ease ivl lastIvl factor time type"));
    CHECK(columns(database, "graves") == words("usn oid type"));

    CHECK(database.number("SELECT count(*) FROM col") == 1);
    CHECK(database.number("SELECT ver FROM col") == 11);
    CHECK(database.number("SELECT mod FROM col") == now.time_since_epoch().count());
    const Json models = Json::parse(database.text("SELECT models FROM col"));
    const Json decks = Json::parse(database.text("SELECT decks FROM col"));
    CHECK(Json::parse(database.text("SELECT conf FROM col")).contains("nextPos"));
    CHECK(Json::parse(database.text("SELECT dconf FROM col")).contains("1"));
    CHECK(decks.contains("1"));

    Statement rows(
        database,
        "SELECT notes.id, guid, mid, tags, flds, sfld, csum, did, ord, type, queue, due FROM notes JOIN cards ON "
        "nid = notes.id ORDER BY notes.id");
    std::size_t at = 0;
    while (rows.step()) {
        const study::AnkiNote& note = notes().at(at++);
        const Json& model = models.at(rows.text(2));
        const auto fields = fieldsOf(rows.text(4));
        REQUIRE(fields.size() == model["flds"].size());
        CHECK(fields[0] == note.front);
        CHECK(fields[1] == note.back);
        CHECK(rows.text(1) == "myoatlas." + note.id);
        CHECK(rows.text(5) == ankiSortField(note.front));
        CHECK(rows.whole(6) == ankiChecksum(note.front));
        CHECK(decks.at(rows.text(7))["name"] == "Myoatlas");
        CHECK(rows.whole(8) == 0);
        CHECK(rows.whole(9) == 0);
        CHECK(rows.whole(10) == 0);
        CHECK(rows.whole(11) == static_cast<std::int64_t>(at));
        for (const Json& card : model["tmpls"]) {
            for (const Json& field : model["flds"]) {
                const std::string name = "{{" + field["name"].get<std::string>() + "}}";
                const std::string sides = card["qfmt"].get<std::string>() + card["afmt"].get<std::string>();
                CHECK((sides.find(name) != std::string::npos || field["name"] == "Card"));
            }
        }
    }
    CHECK(at == notes().size());
    CHECK(database.text("SELECT tags FROM notes ORDER BY id") == " myoatlas::leg b ");
    CHECK(database.number("SELECT count(DISTINCT guid) FROM notes") == 2);
}

TEST_CASE("checksum and sort field are those of Anki: text without HTML, names of pictures kept") {
    // printf 'hello' | sha1sum: aaf4c61d...
    CHECK(ankiChecksum("hello") == 0xaaf4c61d);
    CHECK(ankiChecksum("<b>hello</b>") == 0xaaf4c61d);
    CHECK(ankiSortField("a &amp; b<br>&lt;c&gt; &quot;d&quot;") == "a & b<c> \"d\"");
    CHECK(ankiSortField("x<img src=\"y.jpg\">z") == "x y.jpg z");
    CHECK(ankiSortField("x <unclosed") == "x ");
    CHECK(ankiSortField("") == "");
}

TEST_CASE("a package that cannot be written says why, and leaves nothing") {
    const test::ScratchFolder folder("anki-bad");
    const fs::path nowhere = folder.path() / "missing" / "deck.apkg";
    const auto written = writeAnkiPackage(nowhere, "Myoatlas", notes(), {}, now);
    REQUIRE_FALSE(written.ok());
    CHECK(written.problem().place.file == nowhere.string());
    const fs::path deck = folder.path() / "deck.apkg";
    save(deck, "an older package");
    CHECK_FALSE(writeAnkiPackage(deck, "Myoatlas", notes(), {folder.path() / "missing.jpg"}, now).ok());
    std::ifstream stream(deck);
    CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "an older package");
}
