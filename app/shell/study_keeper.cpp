#include "shell/study_keeper.h"

#include <ctime>
#include <utility>

namespace myo::shell {

namespace {

// What is done in one go beside the window.
struct Written {
    std::shared_ptr<const study::Learner> learner;  ///< from the first job only
    std::string trouble;
};

struct Change {
    std::optional<study::Review> add;
    std::string takeBack;
};

}  // namespace

struct StudyKeeper::Impl {
    std::filesystem::path folder;
    std::vector<Change> waiting;  ///< not begun yet, in their order
    std::string trouble;
    JobRunner<Written> jobs;

    explicit Impl(std::function<void()> wake) : jobs(std::move(wake)) {}
};

StudyKeeper::StudyKeeper(std::filesystem::path folder, std::shared_ptr<const Text> text,
                         std::shared_ptr<const atlas::Atlas> atlas, study::Moment now, std::function<void()> wake)
    : impl_(std::make_unique<Impl>(std::move(wake))) {
    impl_->folder = std::move(folder);
    impl_->jobs.start([text = std::move(text), atlas = std::move(atlas), now](const JobControl&) {
        study::LearnerOptions options;
        options.utcOffset = localOffset;
        auto cards = std::make_shared<const std::vector<study::Card>>(study::makeDeck(*text, *atlas));
        return Written{std::make_shared<const study::Learner>(std::move(cards), std::vector<study::Review>{},
                                                              std::move(options), now),
                       {}};
    });
}

StudyKeeper::~StudyKeeper() = default;

void StudyKeeper::keep(study::Review review) {
    impl_->waiting.push_back({std::move(review), {}});
}

void StudyKeeper::takeBack(std::string id) {
    impl_->waiting.push_back({std::nullopt, std::move(id)});
}

std::vector<session::Action> StudyKeeper::deliver() {
    std::vector<session::Action> out;
    if (const auto done = impl_->jobs.take()) {
        if (done->learner) {
            out.emplace_back(session::QuizEvent{session::QuizLearned{done->learner}});
        }
        if (done->trouble != impl_->trouble) {
            impl_->trouble = done->trouble;
            out.emplace_back(session::QuizEvent{session::QuizTrouble{done->trouble}});
        }
    }
    return out;
}

bool StudyKeeper::busy() const {
    return impl_->jobs.busy();
}

std::chrono::seconds localOffset(std::chrono::sys_seconds at) {
    const std::time_t time = std::chrono::system_clock::to_time_t(at);
    std::tm local{};
    return std::chrono::seconds(localtime_r(&time, &local) != nullptr ? local.tm_gmtoff : 0);
}

}  // namespace myo::shell
