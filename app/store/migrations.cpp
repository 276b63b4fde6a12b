#include "store/migrations.h"

#include <array>

#include <fmt/format.h>

namespace myo::store {

namespace {

constexpr std::int64_t applicationId = 0x4D796F61;  // "Myoa"

// Numbered from 1; never changed once published.
constexpr std::array<const char*, 2> migrations{
    // Answers in the order in which they were given. What was taken back keeps its id, so that an older export does
    // not bring it back.
    R"sql(
CREATE TABLE reviews(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    card TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    grade INTEGER NOT NULL CHECK(grade BETWEEN 1 AND 4),
    score REAL NOT NULL,
    took_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE taken_back(id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
)sql",
    R"sql(
CREATE TABLE options(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE exams(id TEXT PRIMARY KEY NOT NULL, at_ms INTEGER NOT NULL, title TEXT NOT NULL, result TEXT NOT NULL) STRICT;
)sql"};

}  // namespace

int newestVersion() {
    return static_cast<int>(migrations.size());
}

int versionOf(Database& database) {
    const auto version = database.number("PRAGMA user_version");
    const auto id = database.number("PRAGMA application_id");
    const bool empty = version == 0 && id == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty && (id != applicationId || version < 1)) {
        throw DatabaseError(Fault::damaged, "not a database of this program");
    }
    return static_cast<int>(version);
}

void migrate(Database& database) {
    if (versionOf(database) >= newestVersion()) {
        return;
    }
    Transaction transaction(database);
    const int from = versionOf(database);  // again: another window may have been faster
    for (int i = from; i < newestVersion(); ++i) {
        database.run(migrations.at(static_cast<std::size_t>(i)));
    }
    if (from < newestVersion()) {
        database.run(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", applicationId, newestVersion()));
    }
    transaction.commit();
}

}  // namespace myo::store
