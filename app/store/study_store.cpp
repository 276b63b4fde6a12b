#include "store/study_store.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <system_error>
#include <type_traits>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "store/database.h"
#include "store/folder_lock.h"
#include "store/migrations.h"
#include "store/safe_copies.h"

namespace myo::store {

namespace {

namespace fs = std::filesystem;
using study::Moment;
using study::Review;

constexpr int busyOnOpenMs = 2000;
constexpr int busyMs = 300;  // a window waits for it
constexpr std::size_t answersPerCopy = 100;
constexpr auto betweenTries = std::chrono::seconds(5);

struct TakeBack {
    std::string id;
};
struct SetOption {
    std::string name;
    std::string value;
};
using Change = std::variant<Review, TakeBack, SetOption, ExamRecord>;

void write(Database& database, const Review& review) {
    Statement(database,
              "INSERT INTO reviews(id, card, at_ms, grade, score, took_ms) SELECT ?1, ?2, ?3, ?4, ?5, ?6 "
              "WHERE NOT EXISTS(SELECT 1 FROM taken_back WHERE id = ?1) ON CONFLICT(id) DO NOTHING")
        .bind(1, review.id)
        .bind(2, review.card)
        .bind(3, static_cast<std::int64_t>(review.at.time_since_epoch().count()))
        .bind(4, std::clamp<std::int64_t>(static_cast<int>(review.grade), 1, 4))
        .bind(5, std::isfinite(review.score) ? review.score : 0.0)
        .bind(6, static_cast<std::int64_t>(review.took.count()))
        .run();
}

void write(Database& database, const TakeBack& change) {
    Statement(database, "INSERT OR IGNORE INTO taken_back(id) VALUES(?)").bind(1, change.id).run();
    Statement(database, "DELETE FROM reviews WHERE id = ?").bind(1, change.id).run();
}

void write(Database& database, const SetOption& change) {
    Statement(database, "INSERT OR REPLACE INTO options(name, value) VALUES(?, ?)")
        .bind(1, change.name)
        .bind(2, change.value)
        .run();
}

void write(Database& database, const ExamRecord& exam) {
    Statement(database, "INSERT OR IGNORE INTO exams(id, at_ms, title, result) VALUES(?, ?, ?, ?)")
        .bind(1, exam.id)
        .bind(2, static_cast<std::int64_t>(exam.at.time_since_epoch().count()))
        .bind(3, exam.title)
        .bind(4, exam.result)
        .run();
}

Moment momentOf(std::int64_t ms) {
    return Moment(std::chrono::milliseconds(ms));
}

Review reviewOf(const Statement& row) {
    return {row.text(0),
            row.text(1),
            momentOf(row.whole(2)),
            static_cast<study::Rating>(std::clamp<std::int64_t>(row.whole(3), 1, 4)),
            row.number(4),
            std::chrono::milliseconds(row.whole(5))};
}

constexpr const char* reviewColumns = "SELECT id, card, at_ms, grade, score, took_ms FROM reviews ORDER BY number ";

std::vector<Review> readReviews(Database& database) {
    std::vector<Review> out;
    Statement rows(database, reviewColumns);
    while (rows.step()) {
        out.push_back(reviewOf(rows));
    }
    return out;
}

std::vector<SetOption> readOptions(Database& database) {
    std::vector<SetOption> out;
    Statement rows(database, "SELECT name, value FROM options");
    while (rows.step()) {
        out.push_back({rows.text(0), rows.text(1)});
    }
    return out;
}

std::vector<ExamRecord> readExams(Database& database) {
    std::vector<ExamRecord> out;
    Statement rows(database, "SELECT id, at_ms, title, result FROM exams ORDER BY rowid");
    while (rows.step()) {
        out.push_back({rows.text(0), momentOf(rows.whole(1)), rows.text(2), rows.text(3)});
    }
    return out;
}

// What can still be read of a damaged database, from both ends up to the damage.
std::vector<Change> salvage(const fs::path& damaged) {
    std::vector<Review> found;
    std::vector<Change> out;
    for (const char* order : {"", "DESC"}) {
        std::vector<Review> part;
        try {
            Database database(damaged, OpenAs::readOnly);
            Statement rows(database, std::string(reviewColumns) + order);
            while (rows.step()) {
                part.push_back(reviewOf(rows));
            }
        } catch (const DatabaseError&) {  // NOLINT: the damage
        }
        if (*order != '\0') {
            std::reverse(part.begin(), part.end());
        }
        found.insert(found.end(), part.begin(), part.end());
    }
    std::set<std::string> known;
    for (Review& review : found) {
        if (!review.id.empty() && !review.card.empty() && known.insert(review.id).second) {
            out.emplace_back(std::move(review));
        }
    }
    try {
        Database database(damaged, OpenAs::readOnly);
        Statement back(database, "SELECT id FROM taken_back");
        while (back.step()) {
            out.emplace_back(TakeBack{back.text(0)});
        }
        for (SetOption& option : readOptions(database)) {
            out.emplace_back(std::move(option));
        }
        for (ExamRecord& exam : readExams(database)) {
            out.emplace_back(std::move(exam));
        }
    } catch (const DatabaseError&) {  // NOLINT: the damage
    }
    return out;
}

// A log that was not written back: the program before was ended by force, or another has it open.
bool endedByForce(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file.string() + "-wal", error);
    return !error && size > 0;
}

}  // namespace

struct StudyStore::Impl {
    Impl(fs::path where, Clock now) : folder(std::move(where)), clock(std::move(now)), copies(file()) { connect(); }

    [[nodiscard]] fs::path file() const { return folder / "study.db"; }

    void notice(Message message) {
        // The same trouble is told once, until it is over.
        if (trouble != message.key) {
            trouble = message.key;
            told.push_back(std::move(message));
        }
    }

    void notice(const DatabaseError& error) {
        const char* key = "store.unwritable";
        switch (error.fault()) {
            case Fault::locked:
                key = "store.locked";
                break;
            case Fault::readOnly:
                key = "store.read_only";
                break;
            case Fault::full:
                key = "store.full";
                break;
            case Fault::damaged:
                key = "store.damaged_in_use";
                break;
            case Fault::unreadable:
                break;
        }
        notice({key, {{"file", file().string()}, {"problem", std::string(error.what())}}});
    }

    void connect() {
        if (folder.empty()) {
            notice({"store.no_folder", {}});
            return;
        }
        try {
            std::error_code ignored;
            fs::create_directories(folder, ignored);
            if (!lock || !lock->held()) {
                lock.emplace(folder / "study.lock");
            }
            if (lock->contended()) {
                throw DatabaseError(Fault::locked, "another window puts the files in order");
            }
            open();
        } catch (const DatabaseError& error) {
            database.reset();
            if (error.fault() == Fault::damaged) {
                mend();
                return;
            }
            notice(error);
            readAnyway();
        } catch (const fs::filesystem_error& error) {
            database.reset();
            notice({"store.unwritable", {{"file", file().string()}, {"problem", error.code().message()}}});
        }
    }

    // \throw DatabaseError; nothing is open then
    void open() {
        std::error_code missing;
        // SQLite takes a file of no bytes for a new one; where copies lie beside it, it has lost its content.
        const bool emptied = fs::is_regular_file(file(), missing) && fs::file_size(file(), missing) == 0;
        const bool gone = !fs::exists(file(), missing);
        if ((emptied || gone) && copies.any()) {
            throw DatabaseError(Fault::damaged, "the file has lost its content");
        }
        openFile();
    }

    void openFile() {
        const bool doubt = endedByForce(file());
        auto opened = std::make_unique<Database>(file(), OpenAs::writable, busyOnOpenMs);
        const int version = versionOf(*opened);
        if (version > newestVersion()) {
            newer = true;
            notice({"store.newer", {{"file", file().string()}}});
            return;
        }
        checkIntegrity(*opened, doubt ? Check::whole : Check::quick);
        opened->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        if (version > 0 && version < newestVersion()) {
            copies.beforeMigration(*opened, version, clock());
        }
        migrate(*opened);
        Statement(*opened, reviewColumns).step();  // a table that cannot be read is told now
        opened->setBusyTimeout(busyMs);
        database = std::move(opened);
        copyDaily();
    }

    // A copy of every day, and again after many answers. One that cannot be made is no reason to stop learning: it is
    // tried again the next time.
    void copyDaily() {
        try {
            if (database->number("SELECT EXISTS(SELECT 1 FROM reviews)") != 0 &&
                copies.daily(*database, clock(), sinceCopy >= answersPerCopy)) {
                sinceCopy = 0;
            }
        } catch (const DatabaseError&) {         // NOLINT: see above
        } catch (const fs::filesystem_error&) {  // NOLINT: see above
        }
    }

    // Reads what may not be written.
    void readAnyway() {
        for (const OpenAs mode : {OpenAs::readOnly, OpenAs::untouched}) {
            try {
                Database reading(file(), mode, busyMs);
                if (versionOf(reading) >= 1 && versionOf(reading) <= newestVersion()) {
                    read = readReviews(reading);
                    options = readOptions(reading);
                    readAll = true;
                    return;
                }
            } catch (const DatabaseError&) {
                continue;
            }
        }
    }

    // The damaged file is set aside, the last good copy and what can be read of the damaged one take its place.
    void mend() {
        database.reset();
        if (!lock || !lock->takeAlone()) {
            notice({"store.damaged_in_use", {{"file", file().string()}}});
            return;
        }
        try {
            std::error_code missing;
            const bool lost = !fs::exists(file(), missing);  // perhaps the mending itself was ended by force
            const fs::path aside = lost ? fs::path() : copies.setAside(clock());
            const auto good = copies.newestGood();
            if (good) {
                copies.restore(*good);
            }
            openFile();
            const std::vector<Change> saved = lost ? std::vector<Change>() : salvage(aside);
            apply(saved);
            if (lost) {
                notice({"store.lost_restored", {{"date", good ? good->date : ""}, {"file", file().string()}}});
            } else if (good) {
                notice({"store.damaged_restored",
                        {{"aside", aside.string()}, {"date", good->date}, {"file", file().string()}}});
            } else {
                notice({"store.damaged_new",
                        {{"aside", aside.string()}, {"count", saved.size()}, {"file", file().string()}}});
            }
            trouble.clear();
        } catch (const DatabaseError& error) {
            database.reset();
            notice(error);
        } catch (const fs::filesystem_error& error) {
            notice({"store.unwritable", {{"file", file().string()}, {"problem", error.code().message()}}});
        }
        lock->share();
    }

    void apply(const std::vector<Change>& changes) const {
        Transaction transaction(*database);
        for (const Change& change : changes) {
            std::visit([&](const auto& each) { write(*database, each); }, change);
        }
        transaction.commit();
    }

    void add(Change change) {
        queue.push_back(std::move(change));
        flush();
    }

    void flush() {
        if (queue.empty() || newer) {
            return;
        }
        const Moment now = clock();
        if (!trouble.empty() && now < nextTry && now + betweenTries >= nextTry) {
            return;
        }
        nextTry = now + betweenTries;
        if (!database) {
            connect();
        }
        if (database && !tryToWrite() && !database) {
            mend();
            if (database) {
                static_cast<void>(tryToWrite());
            }
        }
    }

    // \return whether the queue is written; a damaged database is closed
    bool tryToWrite() {
        try {
            apply(queue);
            sinceCopy += queue.size();
            queue.clear();
            trouble.clear();
            copyDaily();
            return true;
        } catch (const DatabaseError& error) {
            if (error.fault() == Fault::damaged) {
                database.reset();
            } else {
                notice(error);
            }
            return false;
        }
    }

    // What a query gives, or nothing; a damaged database is mended and asked again.
    template <class Query>
    std::invoke_result_t<Query, Database&> ask(const Query& query) {
        for (int attempt = 0; attempt < 2 && database; ++attempt) {
            try {
                return query(*database);
            } catch (const DatabaseError& error) {
                if (error.fault() != Fault::damaged) {
                    notice(error);
                    break;
                }
                mend();
            }
        }
        return {};
    }

    fs::path folder;
    Clock clock;
    SafeCopies copies;
    std::optional<FolderLock> lock;
    std::unique_ptr<Database> database;  ///< null while it cannot be written
    bool newer = false;                  ///< of a newer program: left alone
    std::vector<Review> read;            ///< while it cannot be written
    bool readAll = false;                ///< likewise
    std::vector<SetOption> options;      ///< likewise
    std::vector<Change> queue;           ///< not written yet
    std::vector<Message> told;
    std::size_t sinceCopy = 0;  ///< changes written
    std::string trouble;        ///< key of what was told last, while it lasts
    Moment nextTry{};
};

StudyStore::StudyStore(fs::path folder, Clock clock)
    : impl_(std::make_unique<Impl>(std::move(folder), std::move(clock))) {}

StudyStore::~StudyStore() {
    impl_->nextTry = {};
    impl_->flush();
    if (impl_->database && impl_->sinceCopy > 0) {
        impl_->sinceCopy = answersPerCopy;
        impl_->copyDaily();
    }
}

std::vector<Review> StudyStore::reviews() {
    std::vector<Review> out = impl_->ask([](Database& database) { return readReviews(database); });
    if (!impl_->database) {
        out = impl_->read;
    }
    for (const Change& change : impl_->queue) {
        if (const auto* review = std::get_if<Review>(&change)) {
            out.push_back(*review);
        } else if (const auto* back = std::get_if<TakeBack>(&change)) {
            std::erase_if(out, [&](const Review& each) { return each.id == back->id; });
        }
    }
    return out;
}

void StudyStore::add(const Review& review) {
    impl_->add(review);
}

void StudyStore::takeBack(const std::string& id) {
    impl_->add(TakeBack{id});
}

Imported StudyStore::import(const std::vector<Review>& reviews) {
    std::set<std::string> known;
    for (const Review& review : this->reviews()) {
        known.insert(review.id);
    }
    for (const std::string& id : impl_->ask([](Database& database) {
             std::vector<std::string> ids;
             Statement rows(database, "SELECT id FROM taken_back");
             while (rows.step()) {
                 ids.push_back(rows.text(0));
             }
             return ids;
         })) {
        known.insert(id);
    }
    Imported out;
    for (const Review& review : reviews) {
        if (known.insert(review.id).second) {
            impl_->queue.emplace_back(review);
            ++out.added;
        } else {
            ++out.known;
        }
    }
    impl_->flush();
    return out;
}

std::optional<std::string> StudyStore::option(const std::string& name) {
    for (auto change = impl_->queue.rbegin(); change != impl_->queue.rend(); ++change) {
        if (const auto* set = std::get_if<SetOption>(&*change); set != nullptr && set->name == name) {
            return set->value;
        }
    }
    if (!impl_->database) {
        const auto found = std::find_if(impl_->options.begin(), impl_->options.end(),
                                        [&](const SetOption& each) { return each.name == name; });
        return found == impl_->options.end() ? std::nullopt : std::optional(found->value);
    }
    return impl_->ask([&](Database& database) -> std::optional<std::string> {
        Statement query(database, "SELECT value FROM options WHERE name = ?");
        query.bind(1, name);
        return query.step() ? std::optional(query.text(0)) : std::nullopt;
    });
}

void StudyStore::setOption(const std::string& name, const std::string& value) {
    impl_->add(SetOption{name, value});
}

std::vector<ExamRecord> StudyStore::exams() {
    std::vector<ExamRecord> out = impl_->ask([](Database& database) { return readExams(database); });
    for (const Change& change : impl_->queue) {
        if (const auto* exam = std::get_if<ExamRecord>(&change)) {
            out.push_back(*exam);
        }
    }
    return out;
}

void StudyStore::add(const ExamRecord& exam) {
    impl_->add(exam);
}

std::vector<Message> StudyStore::notices() {
    return std::exchange(impl_->told, {});
}

bool StudyStore::complete() const {
    return impl_->database || impl_->readAll || impl_->folder.empty();
}

std::size_t StudyStore::waiting() const {
    return impl_->queue.size();
}

void StudyStore::retry() {
    impl_->flush();
}

fs::path StudyStore::file() const {
    return impl_->folder.empty() ? fs::path() : impl_->file();
}

StudyStore::Clock StudyStore::systemClock() {
    return [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
}

std::string newSession() {
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

}  // namespace myo::store
