#include "store/study_store.h"

#include <algorithm>
#include <random>
#include <set>
#include <system_error>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "store/database.h"
#include "store/folder_lock.h"
#include "store/migrations.h"
#include "store/rows.h"
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
        checkReviews(*opened);  // a table that cannot be read is told now
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
