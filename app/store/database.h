// SQLite behind a small seam: what opens closes itself, what fails throws DatabaseError. For the sources of this room;
// nothing of it reaches another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace myo::store {

/// What went wrong with a database, as far as it makes a difference.
enum class Fault {
    damaged,     ///< no database, or not a whole one
    locked,      ///< another program is writing
    readOnly,    ///< may be read, not written
    full,        ///< no space
    unreadable,  ///< cannot be opened, or the disk fails
};

class DatabaseError : public std::runtime_error {
public:
    DatabaseError(Fault fault, const std::string& what) : std::runtime_error(what), fault_(fault) {}
    [[nodiscard]] Fault fault() const { return fault_; }

private:
    Fault fault_;
};

enum class OpenAs {
    writable,   ///< made if it is not there, readable by its owner only
    readOnly,   ///< must be there
    untouched,  ///< read without a lock and without files beside it: for what nobody writes
};

/// One connection. For one thread at a time.
class Database {
public:
    /// \throw DatabaseError
    Database(const std::filesystem::path& file, OpenAs mode, int busyMs = 0);

    /// Statements without results, separated by semicolons. \throw DatabaseError
    void run(const std::string& sql);
    /// The single number that a query gives. \throw DatabaseError
    [[nodiscard]] std::int64_t number(const std::string& sql);
    /// The first text that a query gives. \throw DatabaseError
    [[nodiscard]] std::string text(const std::string& sql);
    void setBusyTimeout(int ms);

private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

/// A prepared statement. Columns count from 0, parameters from 1. \pre the database outlives it
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view value);
    /// True while there is a row. \throw DatabaseError
    bool step();
    /// To its end, and ready to be bound again.
    void run();

    [[nodiscard]] std::int64_t whole(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code) const;
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finish> statement_;
};

/// A transaction for writing that is taken back unless commit() was called.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace myo::store
