#include "store/database.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace myo::store {

namespace {

namespace fs = std::filesystem;

Fault faultOf(int code, std::string_view what) {
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Fault::damaged;
        case SQLITE_ERROR:
            // Every database of ours has them; any other error of this kind is no fault of the file.
            return what.starts_with("no such table") || what.starts_with("no such column") ? Fault::damaged
                                                                                           : Fault::unreadable;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return Fault::locked;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return Fault::readOnly;
        case SQLITE_FULL:
            return Fault::full;
        default:
            return Fault::unreadable;
    }
}

[[noreturn]] void fail(sqlite3* database, int code) {
    const std::string what = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    throw DatabaseError(faultOf(code, what), what);
}

void require(sqlite3* database, int code) {
    if (code != SQLITE_OK) {
        fail(database, code);
    }
}

// SQLite gives a new file the usual rights, and the files beside it those of the file.
void makePrivate(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
    } else if (errno == ENOSPC || errno == EDQUOT) {
        throw DatabaseError(Fault::full, std::generic_category().message(errno));
    }
}

// A path as the part of a URI.
std::string escaped(const fs::path& file) {
    std::string out;
    for (const char c : fs::absolute(file).string()) {
        out += c == '?' || c == '#' || c == '%' ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                                : std::string(1, c);
    }
    return out;
}

}  // namespace

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Database::Database(const fs::path& file, OpenAs mode, int busyMs) {
    if (mode == OpenAs::writable) {
        makePrivate(file);
    }
    const int flags = (mode == OpenAs::writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX;
    const std::string uri = fmt::format("file:{}{}", escaped(file), mode == OpenAs::untouched ? "?immutable=1" : "");
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    require(opened, code);
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    setBusyTimeout(busyMs);
    // SQLite opens what may not be written for reading, without a word.
    if (mode == OpenAs::writable && sqlite3_db_readonly(opened, "main") == 1) {
        throw DatabaseError(Fault::readOnly, "the file may not be written");
    }
}

void Database::setBusyTimeout(int ms) {
    sqlite3_busy_timeout(database_.get(), ms);
}

void Database::run(const std::string& sql) {
    require(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const std::string& sql) {
    Statement query(*this, sql);
    return query.step() ? query.whole(0) : 0;
}

std::string Database::text(const std::string& sql) {
    Statement query(*this, sql);
    return query.step() ? query.text(0) : std::string();
}

void Statement::Finish::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(Database& database, std::string_view sql) : database_(database.database_.get()) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
    statement_.reset(prepared);
    check(code);
}

void Statement::check(int code) const {
    require(database_, code);
}

Statement& Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    check(sqlite3_bind_double(statement_.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view value) {
    check(sqlite3_bind_text(statement_.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        fail(database_, code);
    }
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    check(sqlite3_reset(statement_.get()));
}

std::int64_t Statement::whole(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::number(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_) {
        try {
            database_.run("ROLLBACK");
        } catch (const DatabaseError&) {  // NOLINT: SQLite has rolled back by itself
        }
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace myo::store
