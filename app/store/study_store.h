// What a learner has answered, on the disk.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text.h"
#include "study/review.h"

namespace myo::store {

/// An exam that was taken.
struct ExamRecord {
    std::string id;  ///< of no other
    study::Moment at;
    std::string title;
    std::string result;  ///< JSON, as study::examJson writes it

    friend bool operator==(const ExamRecord&, const ExamRecord&) = default;
};

struct Imported {
    std::size_t added = 0;
    std::size_t known = 0;  ///< that were there already, or had been taken back
};

/// `study.db` of a folder: the log of reviews, options and exams. All calls are for one thread.
///
/// No call fails: what cannot be written is kept in memory, counts for every reading call, and is written as soon as it
/// can be; notices() tells what is wrong and where the data is. Every answer is on the disk when add() returns, unless
/// waiting() says otherwise. Several windows may use one folder.
///
/// Beside it lie `study.lock`, and in `study-backups/` a copy of every day with answers (the newest ten) and one of
/// before each migration. A damaged file is set aside as `study-damaged-DATE.db`, the newest good copy takes its place,
/// and what can still be read of the damaged one is added. All files are readable by their owner only.
class StudyStore {
public:
    using Clock = std::function<study::Moment()>;

    /// Opens the store, or makes it. \param folder empty = nothing is kept
    /// \param clock what time it is, for names of files and for when to try again
    explicit StudyStore(std::filesystem::path folder, Clock clock = systemClock());
    /// Writes what waits, if it can be.
    ~StudyStore();
    StudyStore(const StudyStore&) = delete;
    StudyStore& operator=(const StudyStore&) = delete;
    StudyStore(StudyStore&&) = delete;
    StudyStore& operator=(StudyStore&&) = delete;

    /// All reviews, in the order in which they were given; those of other windows as of now.
    [[nodiscard]] std::vector<study::Review> reviews();
    void add(const study::Review& review);
    /// Takes a review back for good. \see study::Learner::undo
    void takeBack(const std::string& id);
    /// Reviews of another place; those that are known, or were taken back, are passed over.
    Imported import(const std::vector<study::Review>& reviews);

    [[nodiscard]] std::optional<std::string> option(const std::string& name);
    void setOption(const std::string& name, const std::string& value);

    /// The newest last.
    [[nodiscard]] std::vector<ExamRecord> exams();
    void add(const ExamRecord& exam);

    /// What happened, once each, to be told to the learner. To be asked after opening and after each answer.
    [[nodiscard]] std::vector<Message> notices();
    /// Whether reviews() holds all that is on the disk; false where notices() has told that it cannot be read.
    [[nodiscard]] bool complete() const;
    /// How many changes are in memory only.
    [[nodiscard]] std::size_t waiting() const;
    /// Tries to write what waits; at most every few seconds. To be called now and then while something waits.
    void retry();
    [[nodiscard]] std::filesystem::path file() const;

    [[nodiscard]] static Clock systemClock();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A word that no other session has, for LearnerOptions::session.
[[nodiscard]] std::string newSession();

}  // namespace myo::store
