#include "store/safe_copies.h"

#include <algorithm>
#include <set>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "store/migrations.h"

namespace myo::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t dateLetters = 10;  // of "2026-12-01T142233"
constexpr std::size_t keptDays = 10;
constexpr const char* dayPrefix = "day-";
constexpr const char* versionPrefix = "before-version-";

// The date at the end of a copy's name; empty if there is none.
std::string dateOf(const fs::path& file) {
    constexpr std::size_t letters = 17;
    const std::string stem = file.stem().string();
    const std::string end = stem.size() < letters ? std::string() : stem.substr(stem.size() - letters);
    return !end.empty() && end[dateLetters] == 'T' ? end : std::string();
}

void flushToDisk(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

void removeQuietly(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

}  // namespace

std::string fileDate(study::Moment at) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
    const std::chrono::hh_mm_ss time(
        std::chrono::floor<std::chrono::seconds>(at - std::chrono::floor<std::chrono::days>(at)));
    return fmt::format("{:04}-{:02}-{:02}T{:02}{:02}{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

SafeCopies::SafeCopies(fs::path file) : file_(std::move(file)), folder_(file_.parent_path() / "study-backups") {}

std::vector<fs::path> SafeCopies::all() const {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored)) {
        if (entry.is_regular_file(ignored) && entry.path().extension() == ".db" && !dateOf(entry.path()).empty()) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return dateOf(a) < dateOf(b); });
    return found;
}

// Under another name first, so that no copy is ever half of one.
void SafeCopies::copy(Database& database, const fs::path& to) const {
    fs::create_directories(folder_);
    const fs::path draft = fmt::format("{}.{}.tmp", to.string(), ::getpid());
    removeQuietly(draft);
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        throw fs::filesystem_error("no copy", draft, std::error_code(errno, std::generic_category()));
    }
    ::close(descriptor);
    try {
        Statement(database, "VACUUM INTO ?").bind(1, draft.string()).run();
        flushToDisk(draft);
        fs::rename(draft, to);
    } catch (...) {
        removeQuietly(draft);
        throw;
    }
}

bool SafeCopies::daily(Database& database, study::Moment now, bool again) const {
    const auto dayOf = [](const fs::path& each) { return dateOf(each).substr(0, dateLetters); };
    std::vector<fs::path> days = all();
    std::erase_if(days, [](const fs::path& each) { return !each.filename().string().starts_with(dayPrefix); });
    const std::string today = fileDate(now).substr(0, dateLetters);
    if (!again && !days.empty() && dayOf(days.back()) >= today) {
        return false;
    }
    const fs::path made = folder_ / fmt::format("{}{}.db", dayPrefix, fileDate(now));
    copy(database, made);
    std::set<std::string> kept{today};
    for (auto each = days.rbegin(); each != days.rend(); ++each) {
        if (*each != made && (kept.size() >= keptDays || !kept.insert(dayOf(*each)).second)) {
            removeQuietly(*each);
        }
    }
    return true;
}

void SafeCopies::beforeMigration(Database& database, int version, study::Moment now) const {
    copy(database, folder_ / fmt::format("{}{}-{}.db", versionPrefix, version, fileDate(now)));
}

std::optional<SafeCopies::Good> SafeCopies::newestGood() const {
    std::vector<fs::path> copies = all();
    std::reverse(copies.begin(), copies.end());
    for (const fs::path& each : copies) {
        try {
            Database database(each, OpenAs::untouched);
            checkIntegrity(database);
            const int version = versionOf(database);
            if (version >= 1 && version <= newestVersion()) {
                return Good{each, dateOf(each).substr(0, dateLetters)};
            }
        } catch (const DatabaseError&) {
            continue;  // the one before may be whole
        }
    }
    return std::nullopt;
}

fs::path SafeCopies::setAside(study::Moment now) const {
    fs::path to;
    for (int number = 1; to.empty() || fs::exists(to); ++number) {
        to = file_.parent_path() /
             fmt::format("study-damaged-{}{}.db", fileDate(now), number > 1 ? fmt::format("-{}", number) : "");
    }
    fs::rename(file_, to);
    for (const char* part : {"-wal", "-shm"}) {
        std::error_code ignored;
        fs::rename(file_.string() + part, to.string() + part, ignored);
    }
    return to;
}

void SafeCopies::restore(const Good& copy) const {
    const fs::path draft = fmt::format("{}.{}.tmp", file_.string(), ::getpid());
    fs::copy_file(copy.file, draft, fs::copy_options::overwrite_existing);
    fs::permissions(draft, fs::perms::owner_read | fs::perms::owner_write);
    flushToDisk(draft);
    fs::rename(draft, file_);
}

void checkIntegrity(Database& database, Check check) {
    const char* query = check == Check::whole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
    if (const std::string found = database.text(query); found != "ok") {
        throw DatabaseError(Fault::damaged, found);
    }
}

}  // namespace myo::store
