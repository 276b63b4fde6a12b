// What is learned, on its way between the quiz and the disk.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "core/job_runner.h"
#include "core/text.h"
#include "session/action.h"
#include "study/exam.h"
#include "study/learner.h"

namespace myo::shell {

/// Reads the log of answers and makes the cards beside the window, and writes every answer down as it is given. Called
/// from the main thread.
class StudyKeeper {
public:
    /// \param folder where the log is kept; empty = nowhere
    /// \param now by the calendar
    /// \param wake called from the worker when there is something to deliver
    StudyKeeper(std::filesystem::path folder, std::shared_ptr<const Text> text,
                std::shared_ptr<const atlas::Atlas> atlas, study::Moment now, std::function<void()> wake);
    ~StudyKeeper();
    StudyKeeper(const StudyKeeper&) = delete;
    StudyKeeper& operator=(const StudyKeeper&) = delete;
    StudyKeeper(StudyKeeper&&) = delete;
    StudyKeeper& operator=(StudyKeeper&&) = delete;

    void keep(study::Review review);
    void takeBack(std::string id);
    void keep(const study::ExamResult& exam);
    /// What the session is to be told: the learner once the log is read, and whether answers can be kept.
    [[nodiscard]] std::vector<session::Action> deliver();
    /// True while something is on its way from or to the disk.
    [[nodiscard]] bool busy() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// How far local time is ahead of UTC at a moment, on this machine.
[[nodiscard]] std::chrono::seconds localOffset(std::chrono::sys_seconds at);

}  // namespace myo::shell
