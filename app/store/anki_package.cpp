#include "store/anki_package.h"

#include <charconv>
#include <memory>
#include <system_error>

#include <fmt/format.h>
#include <glib.h>
#include <unistd.h>
#include <zip.h>
#include <nlohmann/json.hpp>

#include "store/database.h"

namespace myo::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Anki knows decks and note types by number; these stay, so that later packages meet the same.
constexpr std::int64_t deckId = 1'767'225'600'001;
constexpr std::int64_t modelId = 1'767'225'600'002;
constexpr char fieldSeparator = '\x1f';
constexpr zip_int64_t toItsEnd = -1;

// Schema 11, as Anki writes it.
constexpr const char* collectionTables = R"sql(
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
    ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
    left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)sql";

Json modelJson(std::int64_t seconds) {
    Json fields = Json::array();
    for (const char* name : {"Front", "Back", "Source", "Card"}) {
        fields.push_back({{"name", name},
                          {"ord", fields.size()},
                          {"sticky", false},
                          {"rtl", false},
                          {"font", "Arial"},
                          {"size", 20},
                          {"media", Json::array()}});
    }
    const Json card{
        {"name", "Card 1"},    {"ord", 0},
        {"qfmt", "{{Front}}"}, {"afmt", "{{FrontSide}}<hr id=answer>{{Back}}<div class=source>{{Source}}</div>"},
        {"bqfmt", ""},         {"bafmt", ""},
        {"did", nullptr}};
    return {{"id", modelId},
            {"name", "Myoatlas"},
            {"type", 0},
            {"mod", seconds},
            {"usn", -1},
            {"sortf", 0},
            {"did", deckId},
            {"tmpls", Json::array({card})},
            {"flds", fields},
            {"css",
             ".card {font-family: sans-serif; font-size: 20px; text-align: center; color: black; background: white;}\n"
             "img {max-width: 100%; max-height: 60vh;}\n.source {margin-top: 1em; font-size: 13px; color: #555;}\n"},
            {"latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"},
            {"latexPost", "\\end{document}"},
            {"tags", Json::array()},
            {"vers", Json::array()},
            {"req", Json::array({Json::array({0, "any", Json::array({0})})})}};
}

Json deckJson(std::int64_t id, const std::string& name, std::int64_t seconds) {
    const Json nothing = Json::array({0, 0});
    return {{"id", id},
            {"name", name},
            {"desc", ""},
            {"mod", seconds},
            {"usn", -1},
            {"conf", 1},
            {"dyn", 0},
            {"collapsed", false},
            {"browserCollapsed", false},
            {"extendNew", 10},
            {"extendRev", 50},
            {"newToday", nothing},
            {"revToday", nothing},
            {"lrnToday", nothing},
            {"timeToday", nothing}};
}

Json optionsJson(std::int64_t seconds) {
    const Json fresh{{"bury", true},
                     {"delays", Json::array({1, 10})},
                     {"initialFactor", 2500},
                     {"ints", Json::array({1, 4, 7})},
                     {"order", 1},
                     {"perDay", 20},
                     {"separate", true}};
    const Json review{{"bury", true},    {"ease4", 1.3},  {"fuzz", 0.05}, {"ivlFct", 1},
                      {"maxIvl", 36500}, {"minSpace", 1}, {"perDay", 200}};
    const Json lapse{{"delays", Json::array({10})}, {"leechAction", 0}, {"leechFails", 8}, {"minInt", 1}, {"mult", 0}};
    return {{"1",
             {{"id", 1},
              {"name", "Default"},
              {"mod", seconds},
              {"usn", -1},
              {"autoplay", true},
              {"dyn", false},
              {"maxTaken", 60},
              {"replayq", true},
              {"timer", 0},
              {"new", fresh},
              {"rev", review},
              {"lapse", lapse}}}};
}

Json configurationJson() {
    return {{"activeDecks", Json::array({1})},
            {"addToCur", true},
            {"collapseTime", 1200},
            {"curDeck", deckId},
            {"curModel", fmt::format("{}", modelId)},
            {"dueCounts", true},
            {"estTimes", true},
            {"newBury", true},
            {"newSpread", 0},
            {"nextPos", 1},
            {"sortBackwards", false},
            {"sortType", "noteFld"},
            {"timeLim", 0}};
}

void writeCollection(Database& database, const std::string& deck, const std::vector<study::AnkiNote>& notes,
                     study::Moment now) {
    const std::int64_t ms = now.time_since_epoch().count();
    const std::int64_t seconds = ms / 1000;
    Transaction transaction(database);
    database.run(collectionTables);
    const std::string number = fmt::format("{}", deckId);
    Statement(database, "INSERT INTO col VALUES(1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
        .bind(1, seconds)
        .bind(2, ms)
        .bind(3, ms)
        .bind(4, configurationJson().dump())
        .bind(5, Json{{fmt::format("{}", modelId), modelJson(seconds)}}.dump())
        .bind(6, Json{{"1", deckJson(1, "Default", seconds)}, {number, deckJson(deckId, deck, seconds)}}.dump())
        .bind(7, optionsJson(seconds).dump())
        .run();
    Statement note(database, "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
    Statement card(database, "INSERT INTO cards VALUES(?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const study::AnkiNote& each = notes[i];
        const std::int64_t id = ms + static_cast<std::int64_t>(i);
        const std::string fields =
            each.front + fieldSeparator + each.back + fieldSeparator + each.source + fieldSeparator + each.id;
        note.bind(1, id)
            .bind(2, "myoatlas." + each.id)
            .bind(3, modelId)
            .bind(4, seconds)
            .bind(5, each.tags.empty() ? std::string() : fmt::format(" {} ", fmt::join(each.tags, " ")))
            .bind(6, fields)
            .bind(7, ankiSortField(each.front))
            .bind(8, ankiChecksum(each.front))
            .run();
        card.bind(1, id).bind(2, id).bind(3, deckId).bind(4, seconds).bind(5, static_cast<std::int64_t>(i + 1)).run();
    }
    transaction.commit();
}

// A zip that is thrown away unless it was finished.
class Archive {
public:
    explicit Archive(const fs::path& file) {
        int code = 0;
        archive_ = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        if (archive_ == nullptr) {
            zip_error_t error;
            zip_error_init_with_code(&error, code);
            problem_ = zip_error_strerror(&error);
            zip_error_fini(&error);
        }
    }
    ~Archive() {
        if (archive_ != nullptr) {
            zip_discard(archive_);
        }
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    Archive(Archive&&) = delete;
    Archive& operator=(Archive&&) = delete;

    void addFile(const std::string& name, const fs::path& file, bool packed) {
        add(name, archive_ == nullptr ? nullptr : zip_source_file(archive_, file.c_str(), 0, toItsEnd), packed);
    }
    /// \pre the text outlives the archive
    void addText(const std::string& name, const std::string& text) {
        add(name, archive_ == nullptr ? nullptr : zip_source_buffer(archive_, text.data(), text.size(), 0), true);
    }
    /// Writes it. \return what went wrong; empty if nothing
    std::string finish() {
        if (problem_.empty() && zip_close(archive_) != 0) {
            problem_ = zip_strerror(archive_);
        } else if (problem_.empty()) {
            archive_ = nullptr;
        }
        return problem_;
    }

private:
    void add(const std::string& name, zip_source_t* source, bool packed) {
        if (!problem_.empty()) {
            zip_source_free(source);
            return;
        }
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            problem_ = zip_strerror(archive_);
        } else if (!packed) {  // pictures are packed already
            zip_set_file_compression(archive_, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
        }
    }

    zip_t* archive_ = nullptr;
    std::string problem_;
};

// A folder that vanishes with what is in it.
class Workshop {
public:
    Workshop() {
        std::string name = (fs::temp_directory_path() / "myoatlas-anki-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw fs::filesystem_error("no folder", name, std::error_code(errno, std::generic_category()));
        }
        path_ = name;
    }
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    Workshop(Workshop&&) = delete;
    Workshop& operator=(Workshop&&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

Diagnostic unwrittenPackage(const fs::path& file, const std::string& reason) {
    return {{file.string()},
            fmt::format("the package cannot be written ({})", reason),
            "a folder with write access and space",
            Severity::error};
}

}  // namespace

std::string ankiSortField(const std::string& field) {
    constexpr std::string_view picture = "<img src=\"";
    std::string out;
    for (std::size_t at = 0; at < field.size();) {
        if (field.compare(at, picture.size(), picture) == 0) {
            const std::size_t begin = at + picture.size();
            out += ' ' + field.substr(begin, field.find('"', begin) - begin) + ' ';
        }
        if (field[at] == '<') {
            at = std::min(field.find('>', at), field.size() - 1) + 1;
            continue;
        }
        bool entity = false;
        for (const auto& [name, character] :
             {std::pair<std::string_view, char>("&amp;", '&'), {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}) {
            if (!entity && field.compare(at, name.size(), name) == 0) {
                out += character;
                at += name.size();
                entity = true;
            }
        }
        if (!entity) {
            out += field[at++];
        }
    }
    return out;
}

std::int64_t ankiChecksum(const std::string& field) {
    const std::string text = ankiSortField(field);
    const std::unique_ptr<gchar, void (*)(gpointer)> digest(
        g_compute_checksum_for_string(G_CHECKSUM_SHA1, text.data(), static_cast<gssize>(text.size())), g_free);
    constexpr std::size_t digits = 8;
    constexpr int hexadecimal = 16;
    std::int64_t out = 0;
    std::from_chars(digest.get(), digest.get() + digits, out, hexadecimal);
    return out;
}

Result<bool> writeAnkiPackage(const fs::path& file, const std::string& deck, const std::vector<study::AnkiNote>& notes,
                              const std::vector<fs::path>& pictures, study::Moment now) {
    try {
        const Workshop workshop;
        const fs::path collection = workshop.path() / "collection.anki2";
        {
            Database database(collection, OpenAs::writable);
            writeCollection(database, deck, notes, now);
        }
        Json media = Json::object();
        for (const fs::path& picture : pictures) {
            media[fmt::format("{}", media.size())] = picture.filename().string();
        }
        const std::string names = media.dump();
        Archive archive(file);
        archive.addFile("collection.anki2", collection, true);
        archive.addText("media", names);
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            archive.addFile(fmt::format("{}", i), pictures[i], false);
        }
        if (const std::string problem = archive.finish(); !problem.empty()) {
            return unwrittenPackage(file, problem);
        }
        return true;
    } catch (const DatabaseError& error) {
        return unwrittenPackage(file, error.what());
    } catch (const fs::filesystem_error& error) {
        return unwrittenPackage(file, error.code().message());
    }
}

}  // namespace myo::store
