#include "shell/study_keeper.h"

#include <ctime>
#include <utility>

#include "store/study_store.h"

namespace myo::shell {

namespace {

// What came of one go beside the window.
struct Written {
    std::shared_ptr<const study::Learner> learner;  ///< of the first only
    std::vector<Message> notices;
    std::size_t waiting = 0;  ///< changes that could not be written
};

struct Change {
    std::optional<study::Review> add;
    std::optional<store::ExamRecord> exam;
    std::string takeBack;
};

// The store is used by the worker alone; whoever is last lets it go.
void apply(store::StudyStore& store, const Change& change) {
    if (change.add) {
        store.add(*change.add);
    } else if (change.exam) {
        store.add(*change.exam);
    } else {
        store.takeBack(change.takeBack);
    }
}

}  // namespace

struct StudyKeeper::Impl {
    std::shared_ptr<const Text> text;
    std::shared_ptr<std::unique_ptr<store::StudyStore>> store =
        std::make_shared<std::unique_ptr<store::StudyStore>>();  ///< opened by the first job
    std::vector<Change> waiting;                                 ///< not begun yet, in their order
    std::string trouble;
    std::optional<JobRunner<Written>> jobs;
    bool running = false;

    void begin() {
        if (running || waiting.empty()) {
            return;
        }
        running = true;
        jobs->start([store = store, changes = std::exchange(waiting, {})](const JobControl&) {
            for (const Change& change : changes) {
                apply(**store, change);
            }
            return Written{nullptr, (*store)->notices(), (*store)->waiting()};
        });
    }
};

StudyKeeper::StudyKeeper(std::filesystem::path folder, std::shared_ptr<const Text> text,
                         std::shared_ptr<const atlas::Atlas> atlas, study::Moment now, std::function<void()> wake)
    : impl_(std::make_unique<Impl>()) {
    impl_->text = text;
    impl_->jobs.emplace(std::move(wake));
    impl_->running = true;
    impl_->jobs->start([store = impl_->store, folder = std::move(folder), text = std::move(text),
                        atlas = std::move(atlas), now](const JobControl&) {
        *store = std::make_unique<store::StudyStore>(folder);
        study::LearnerOptions options;
        options.utcOffset = localOffset;
        options.session = store::newSession();
        auto cards = std::make_shared<const std::vector<study::Card>>(study::makeDeck(*text, *atlas));
        auto learner =
            std::make_shared<const study::Learner>(std::move(cards), (*store)->reviews(), std::move(options), now);
        return Written{std::move(learner), (*store)->notices(), (*store)->waiting()};
    });
}

StudyKeeper::~StudyKeeper() {
    // What is on its way is awaited; what has not begun is written here.
    if (impl_->running) {
        static_cast<void>(impl_->jobs->await());
    }
    impl_->jobs.reset();
    if (*impl_->store) {
        for (const Change& change : impl_->waiting) {
            apply(**impl_->store, change);
        }
    }
}

void StudyKeeper::keep(study::Review review) {
    impl_->waiting.push_back({std::move(review), std::nullopt, {}});
    impl_->begin();
}

void StudyKeeper::takeBack(std::string id) {
    impl_->waiting.push_back({std::nullopt, std::nullopt, std::move(id)});
    impl_->begin();
}

void StudyKeeper::keep(const study::ExamResult& exam) {
    store::ExamRecord record;
    record.id = store::newSession();
    record.at = exam.ended;
    record.title = exam.title;
    record.result = study::examJson(exam);
    impl_->waiting.push_back({std::nullopt, std::move(record), {}});
    impl_->begin();
}

std::vector<session::Action> StudyKeeper::deliver() {
    std::vector<session::Action> out;
    if (const auto done = impl_->jobs->take()) {
        impl_->running = false;
        if (done->learner) {
            out.emplace_back(session::QuizEvent{session::QuizLearned{done->learner}});
        }
        std::string sentence;
        for (const Message& notice : done->notices) {
            sentence += (sentence.empty() ? "" : " ") + (*impl_->text)(notice);
        }
        // A trouble stays in sight until everything is on the disk again.
        if (!sentence.empty() || (done->waiting == 0 && !impl_->trouble.empty())) {
            impl_->trouble = sentence;
            out.emplace_back(session::QuizEvent{session::QuizTrouble{sentence}});
        }
        impl_->begin();
    }
    return out;
}

bool StudyKeeper::busy() const {
    return impl_->jobs->busy();
}

std::chrono::seconds localOffset(std::chrono::sys_seconds at) {
    const std::time_t time = std::chrono::system_clock::to_time_t(at);
    std::tm local{};
    return std::chrono::seconds(localtime_r(&time, &local) != nullptr ? local.tm_gmtoff : 0);
}

}  // namespace myo::shell
