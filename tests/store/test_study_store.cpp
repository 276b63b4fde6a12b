// What was answered is on the disk, or in memory until it can be.
#include <algorithm>
#include <csignal>
#include <fstream>

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "store/study_store.h"
#include "store/study_writer.h"
#include "support/english.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::store;
using namespace std::chrono_literals;
using test::review;
using test::ScratchFolder;
using test::SetClock;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> keys(StudyStore& store) {
    std::vector<std::string> out;
    for (const Message& message : store.notices()) {
        const std::string sentence = (*test::english())(message);
        CHECK(sentence != message.key);
        CHECK(sentence.find('{') == std::string::npos);
        out.push_back(message.key);
    }
    return out;
}

std::vector<std::string> ids(StudyStore& store) {
    std::vector<std::string> out;
    for (const study::Review& each : store.reviews()) {
        out.push_back(each.id);
    }
    return out;
}

using Names = std::vector<std::string>;

// Another program that uses SQLite.
class OtherProgram {
public:
    explicit OtherProgram(const fs::path& file) { REQUIRE(sqlite3_open(file.c_str(), &database_) == SQLITE_OK); }
    ~OtherProgram() { sqlite3_close(database_); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;
    void run(const char* sql) { REQUIRE(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

private:
    sqlite3* database_ = nullptr;
};

std::size_t countOf(const fs::path& folder, const std::string& beginning) {
    std::error_code none;
    const fs::directory_iterator all(folder, none);
    return static_cast<std::size_t>(std::count_if(begin(all), end(all), [&](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with(beginning) && entry.path().extension() == ".db";
    }));
}

void overwrite(const fs::path& file, std::streamoff from, std::size_t bytes) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(from);
    stream << std::string(bytes, 'x');
}

// A store with that many reviews, closed.
void fill(const fs::path& folder, int reviews, SetClock& clock) {
    StudyStore store(folder, clock.clock());
    for (int i = 0; i < reviews; ++i) {
        store.add(review(i));
    }
}

}  // namespace

TEST_CASE("what was answered is there again, to the last figure, in its order") {
    const ScratchFolder folder("study-store");
    SetClock clock;
    {
        StudyStore store(folder.path(), clock.clock());
        CHECK(store.reviews().empty());
        for (int i = 0; i < 30; ++i) {
            store.add(review(i));
        }
        store.takeBack("r29");
        store.setOption("retention", "0.85");
        store.add(ExamRecord{"e1", clock.now, "Shoulder", "{}"});
        CHECK(store.waiting() == 0);
        CHECK(keys(store).empty());
    }
    StudyStore store(folder.path(), clock.clock());
    const auto reviews = store.reviews();
    REQUIRE(reviews.size() == 29);
    for (int i = 0; i < 29; ++i) {
        CHECK(reviews[static_cast<std::size_t>(i)] == review(i));
    }
    CHECK(store.option("retention") == "0.85");
    CHECK_FALSE(store.option("unknown"));
    CHECK(store.exams() == std::vector<ExamRecord>{{"e1", clock.now, "Shoulder", "{}"}});
}

TEST_CASE("only its owner may read what was answered") {
    const ScratchFolder folder("study-rights");
    SetClock clock;
    fill(folder.path(), 3, clock);
    StudyStore store(folder.path(), clock.clock());
    store.add(review(9));
    std::size_t files = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file()) {
            INFO(entry.path().string());
            ++files;
            CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
        }
    }
    CHECK(files >= 4);  // the database, its log, the lock, a copy
}

TEST_CASE("what is imported twice is there once, and what was taken back stays away") {
    const ScratchFolder folder("study-import");
    SetClock clock;
    StudyStore store(folder.path(), clock.clock());
    store.add(review(1));
    store.add(review(2));
    store.takeBack("r2");
    const Imported first = store.import({review(1), review(2), review(3), review(4)});
    CHECK(first.added == 2);
    CHECK(first.known == 2);
    CHECK(store.import({review(3), review(4)}).added == 0);
    CHECK(ids(store) == Names{"r1", "r3", "r4"});
}

TEST_CASE("two windows write at once, and both see all of it") {
    const ScratchFolder folder("study-two");
    SetClock clock;
    StudyStore one(folder.path(), clock.clock());
    StudyStore two(folder.path(), clock.clock());
    for (int i = 0; i < 40; ++i) {
        (i % 2 == 0 ? one : two).add(review(i));
    }
    CHECK(one.reviews().size() == 40);
    CHECK(one.reviews() == two.reviews());
    CHECK(keys(one).empty());
    CHECK(keys(two).empty());
}

TEST_CASE("four processes open and write at once, and nothing is lost") {
    const ScratchFolder folder("study-four");
    SetClock clock;
    std::vector<pid_t> children;
    for (int child = 0; child < 4; ++child) {
        const pid_t pid = ::fork();
        if (pid == 0) {
            std::size_t left = 0;
            {
                StudyStore store(folder.path(), clock.clock());
                for (int i = 0; i < 25; ++i) {
                    store.add(review(child * 1000 + i));
                }
                while (store.waiting() > 0) {  // the others were busy
                    clock.now += 10s;
                    store.retry();
                }
                left = store.waiting();
            }
            ::_exit(left == 0 ? 0 : 1);
        }
        children.push_back(pid);
    }
    for (const pid_t pid : children) {
        int status = -1;
        ::waitpid(pid, &status, 0);
        CHECK(status == 0);
    }
    StudyStore store(folder.path(), clock.clock());
    CHECK(store.reviews().size() == 100);
}

TEST_CASE("while another program writes, answers wait in memory and follow when it is done") {
    const ScratchFolder folder("study-locked");
    SetClock clock;
    StudyStore store(folder.path(), clock.clock());
    store.add(review(1));
    {
        OtherProgram other(store.file());
        other.run("BEGIN IMMEDIATE");
        store.add(review(2));
        store.add(review(3));
        CHECK(store.waiting() == 2);
        CHECK(ids(store) == Names{"r1", "r2", "r3"});
        CHECK(keys(store) == Names{"store.locked"});
        other.run("ROLLBACK");
    }
    clock.now += 10s;
    store.retry();
    CHECK(store.waiting() == 0);
    CHECK(StudyStore(folder.path(), clock.clock()).reviews().size() == 3);
}

TEST_CASE("where no file may grow answers wait in memory and are written once they may") {
    const ScratchFolder folder("study-full");
    SetClock clock;
    StudyStore store(folder.path(), clock.clock());
    store.add(review(0));
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{fs::file_size(store.file().string() + "-wal"), before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    for (int i = 1; i < 50; ++i) {
        store.add(review(i));
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(store.waiting() > 0);
    CHECK(store.reviews().size() == 50);
    CHECK(keys(store) == Names{"store.unwritable"});
    clock.now += 10s;
    store.retry();
    CHECK(store.waiting() == 0);
    CHECK(StudyStore(folder.path(), clock.clock()).reviews().size() == 50);
}

TEST_CASE("a read-only file is read, and answers are kept until it can be written") {
    const ScratchFolder folder("study-read-only");
    SetClock clock;
    fill(folder.path(), 5, clock);
    const fs::path file = folder.path() / "study.db";
    fs::permissions(file, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                                       fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
    const uid_t self = ::geteuid();
    if (self == 0) {  // root may write everywhere
        REQUIRE(::seteuid(65534) == 0);
    }
    StudyStore store(folder.path(), clock.clock());
    store.add(review(5));
    CHECK(store.reviews().size() == 6);
    CHECK(store.waiting() == 1);
    CHECK(keys(store) == Names{"store.read_only"});
    REQUIRE(::seteuid(self) == 0);
    fs::permissions(folder.path(), fs::perms::owner_all);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    clock.now += 10s;
    store.retry();
    CHECK(store.waiting() == 0);
    CHECK(StudyStore(folder.path(), clock.clock()).reviews().size() == 6);
}

TEST_CASE("without a folder answers count until the program is closed") {
    StudyStore store({}, SetClock().clock());
    store.add(review(1));
    CHECK(store.reviews().size() == 1);
    CHECK(keys(store) == Names{"store.no_folder"});
}

TEST_CASE("where the folder should be lies a file: told, and answers are kept") {
    const test::ScratchFile file("study-no-folder", "text");
    SetClock clock;
    StudyStore store(file.path(), clock.clock());
    store.add(review(1));
    CHECK(store.reviews().size() == 1);
    CHECK(keys(store) == Names{"store.unwritable"});
}

TEST_CASE("the database of a newer program is left as it is") {
    const ScratchFolder folder("study-newer");
    SetClock clock;
    fill(folder.path(), 5, clock);
    const fs::path file = folder.path() / "study.db";
    OtherProgram(file).run("PRAGMA user_version = 99");
    const auto written = fs::last_write_time(file);
    {
        StudyStore store(folder.path(), clock.clock());
        store.add(review(7));
        CHECK(store.waiting() == 1);
        CHECK(keys(store) == Names{"store.newer"});
    }
    CHECK(fs::last_write_time(file) == written);
    CHECK(countOf(folder.path(), "study-damaged") == 0);
}

TEST_CASE("an older database is copied, then brought up to date with all that is in it") {
    const ScratchFolder folder("study-older");
    SetClock clock;
    {
        OtherProgram old(folder.path() / "study.db");
        old.run(
            "CREATE TABLE reviews(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, card TEXT NOT "
            "NULL, "
            "at_ms INTEGER NOT NULL, grade INTEGER NOT NULL CHECK(grade BETWEEN 1 AND 4), score REAL NOT NULL, took_ms "
            "INTEGER NOT NULL) STRICT; CREATE TABLE taken_back(id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT INTO reviews VALUES(1, 'old', 'zone:soleus.1', 1773169200000, 3, 0.8, 900);"
            "PRAGMA application_id = 1299804001; PRAGMA user_version = 1");
    }
    StudyStore store(folder.path(), clock.clock());
    CHECK(keys(store).empty());
    CHECK(ids(store) == Names{"old"});
    store.setOption("a", "b");
    CHECK(store.waiting() == 0);
    CHECK(countOf(folder.path() / "study-backups", "before-version-1-2026-03-10T200000") == 1);
}

TEST_CASE("a damaged file is set aside, and the last good copy opened with all that can still be read") {
    SetClock clock;
    const ScratchFolder folder("study-damaged");
    const fs::path file = folder.path() / "study.db";
    fill(folder.path(), 60, clock);  // a copy is made when it is closed
    const auto damage = GENERATE(0, 1, 2, 3, 4);
    INFO("damage " << damage);
    if (damage == 0) {
        overwrite(file, 0, 200);  // no database any more
    } else if (damage == 1) {
        fs::resize_file(file, 0);
    } else if (damage == 4) {
        overwrite(file, 4096, 4000);  // one page, and the program was ended as it should be
    } else if (damage == 2) {
        fs::resize_file(file, fs::file_size(file) / 2);
    } else {
        std::ofstream(file, std::ios::binary) << "a letter to grandmother";
    }
    StudyStore store(folder.path(), clock.clock());
    CHECK(store.reviews().size() == 60);
    store.add(review(60));
    CHECK(store.waiting() == 0);
    CHECK(keys(store) == Names{"store.damaged_restored"});
    CHECK(countOf(folder.path(), "study-damaged-2026-03-10T200000") == 1);
}

TEST_CASE("damage in the middle costs no answer since the last copy that can still be read") {
    SetClock clock;
    const ScratchFolder folder("study-middle");
    const fs::path file = folder.path() / "study.db";
    fill(folder.path(), 400, clock);
    for (const fs::directory_entry& copy : fs::directory_iterator(folder.path() / "study-backups")) {
        overwrite(copy.path(), 0, 300);  // the copies are no good either
    }
    const auto size = static_cast<std::streamoff>(fs::file_size(file));
    overwrite(file, size / 2, 3000);
    std::ofstream(file.string() + "-wal", std::ios::binary) << "ended by force";
    StudyStore store(folder.path(), clock.clock());
    const auto saved = store.reviews();
    CHECK(keys(store) == Names{"store.damaged_new"});
    CHECK(saved.size() > 100);
    for (const study::Review& each : saved) {
        CHECK(each == review(std::stoi(each.id.substr(1))));
    }
}

TEST_CASE("a damaged file that another window has open stays where it is") {
    SetClock clock;
    const ScratchFolder folder("study-in-use");
    fill(folder.path(), 20, clock);
    StudyStore first(folder.path(), clock.clock());
    overwrite(folder.path() / "study.db", 0, 200);
    StudyStore second(folder.path(), clock.clock());
    second.add(review(50));
    CHECK(keys(second) == Names{"store.damaged_in_use"});
    CHECK(second.waiting() == 1);
    CHECK(countOf(folder.path(), "study-damaged") == 0);
}

TEST_CASE("a file that is gone while copies lie beside it comes back") {
    SetClock clock;
    const ScratchFolder folder("study-gone");
    fill(folder.path(), 20, clock);
    fs::remove(folder.path() / "study.db");
    StudyStore store(folder.path(), clock.clock());
    CHECK(store.reviews().size() == 20);
    CHECK(keys(store) == Names{"store.lost_restored"});
}

TEST_CASE("every day with answers has its copy, ten are kept, and a copy holds that day's answers") {
    SetClock clock;
    const ScratchFolder folder("study-copies");
    for (int day = 0; day < 14; ++day) {
        StudyStore store(folder.path(), clock.clock());
        store.add(review(day));
        clock.now += std::chrono::days(1);
    }
    CHECK(countOf(folder.path() / "study-backups", "day-") == 10);
    CHECK(countOf(folder.path() / "study-backups", "day-2026-03-23") == 1);
    CHECK(countOf(folder.path() / "study-backups", "day-2026-03-13") == 0);
    fs::remove(folder.path() / "study.db");
    CHECK(StudyStore(folder.path(), clock.clock()).reviews().size() == 14);
}

TEST_CASE("ended by force at any moment: every answer that was told to be kept is there") {
    SetClock clock;
    const ScratchFolder folder("study-killed");
    int next = 0;
    for (int round = 0; round < 12; ++round) {
        int told[2];
        REQUIRE(::pipe(told) == 0);
        const pid_t pid = ::fork();
        if (pid == 0) {
            ::close(told[0]);
            StudyStore store(folder.path(), clock.clock());
            for (int i = next;; ++i) {
                store.add(review(i));
                if (store.waiting() == 0 && ::write(told[1], &i, sizeof i) != sizeof i) {
                    ::_exit(1);
                }
            }
        }
        ::close(told[1]);
        int last = next - 1;
        for (int i = 0; i < 3 + round % 5 && ::read(told[0], &last, sizeof last) == sizeof last; ++i) {
        }
        ::kill(pid, SIGKILL);
        int status = 0;
        ::waitpid(pid, &status, 0);
        while (::read(told[0], &last, sizeof last) == sizeof last) {
        }
        ::close(told[0]);
        StudyStore store(folder.path(), clock.clock());
        const auto kept = ids(store);
        CHECK(static_cast<int>(kept.size()) >= last + 1);
        for (int i = next; i <= last; ++i) {
            CHECK(std::find(kept.begin(), kept.end(), "r" + std::to_string(i)) != kept.end());
        }
        next = static_cast<int>(kept.size());
        CHECK(keys(store).empty());
    }
}

TEST_CASE("sessions have names of their own") {
    CHECK(newSession() != newSession());
}
