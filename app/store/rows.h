// What is kept, to and from the tables of the store. For the sources of this room.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "store/database.h"
#include "store/study_store.h"
#include "study/review.h"

namespace myo::store {

struct TakeBack {
    std::string id;
};
struct SetOption {
    std::string name;
    std::string value;
};
/// One thing to be written.
using Change = std::variant<study::Review, TakeBack, SetOption, ExamRecord>;

void write(Database& database, const study::Review& review);
void write(Database& database, const TakeBack& change);
void write(Database& database, const SetOption& change);
void write(Database& database, const ExamRecord& exam);

/// In the order in which they were given. \throw DatabaseError, as all that follow but salvage()
[[nodiscard]] std::vector<study::Review> readReviews(Database& database);
/// Reads as much as tells whether there is a table to read.
void checkReviews(Database& database);
[[nodiscard]] std::vector<SetOption> readOptions(Database& database);
[[nodiscard]] std::vector<ExamRecord> readExams(Database& database);

/// What can still be read of a damaged database, from both ends up to the damage.
[[nodiscard]] std::vector<Change> salvage(const std::filesystem::path& damaged);

}  // namespace myo::store
