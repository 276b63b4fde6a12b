// Copies of a database, and what becomes of a damaged one.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "store/database.h"
#include "study/review.h"

namespace myo::store {

/// "2026-12-01T142233", UTC.
[[nodiscard]] std::string fileDate(study::Moment at);

/// The copies of a folder's database.
class SafeCopies {
public:
    /// \param file the database; its copies lie in `study-backups/` beside it
    explicit SafeCopies(std::filesystem::path file);

    /// Makes a copy if there is none of this day. Only the newest of a day, and of the newest ten days, is kept.
    /// \param again makes one even if there is \return whether one was made
    /// \throw DatabaseError; std::filesystem::filesystem_error
    bool daily(Database& database, study::Moment now, bool again) const;
    void beforeMigration(Database& database, int version, study::Moment now) const;

    struct Good {
        std::filesystem::path file;
        std::string date;  ///< "2026-12-01"
    };
    /// The newest copy that is whole; nothing if there is none.
    [[nodiscard]] std::optional<Good> newestGood() const;
    [[nodiscard]] bool any() const { return !all().empty(); }

    /// Renames the database and what belongs to it. \pre nobody has it open. \return its new name
    [[nodiscard]] std::filesystem::path setAside(study::Moment now) const;
    /// Puts a copy in the place of the database.
    void restore(const Good& copy) const;

private:
    [[nodiscard]] std::vector<std::filesystem::path> all() const;
    void copy(Database& database, const std::filesystem::path& to) const;

    std::filesystem::path file_;
    std::filesystem::path folder_;
};

enum class Check {
    quick,  ///< every page and row
    whole,  ///< indices as well
};
/// \throw DatabaseError, damaged
void checkIntegrity(Database& database, Check check = Check::whole);

}  // namespace myo::store
