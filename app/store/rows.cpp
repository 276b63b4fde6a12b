#include "store/rows.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace myo::store {

namespace fs = std::filesystem;
using study::Review;

namespace {

study::Moment momentOf(std::int64_t ms) {
    return study::Moment(std::chrono::milliseconds(ms));
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

}  // namespace

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

std::vector<Review> readReviews(Database& database) {
    std::vector<Review> out;
    Statement rows(database, reviewColumns);
    while (rows.step()) {
        out.push_back(reviewOf(rows));
    }
    return out;
}

void checkReviews(Database& database) {
    Statement(database, reviewColumns).step();
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

}  // namespace myo::store
