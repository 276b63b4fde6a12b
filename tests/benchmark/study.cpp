// What docs/study.md tells of grading, learning and keeping. Prints one JSON document for each name in the call:
// grading, learner, deck, keeping, killed.
#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "atlas/load.h"
#include "body/body.h"
#include "core/parallel.h"
#include "core/resources.h"
#include "core/text.h"
#include "jittered_zones.h"
#include "store/study_store.h"
#include "study/cards.h"
#include "study/learner.h"
#include "timing.h"

namespace {

using namespace myo;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;
using benchmark::summary;
using benchmark::timed;

struct Loaded {
    Text text;
    atlas::Atlas atlas;
    std::shared_ptr<const body::Body> body;
};

Loaded load() {
    const Resources resources = findResources(executablePath()).value();
    return {Text::read(resources.text / "en.toml").value(),
            atlas::loadAtlas(resources.data, atlas::loadContext(resources.anatomy).value()).atlas,
            std::make_shared<const body::Body>(body::loadBody(resources.bodies / "body_male.glb").value())};
}

// Who answers by the scheduler's own curve: with the chance that it gives.
Json learnedBy(const std::vector<study::Card>& deck, double retention) {
    study::LearnerOptions options;
    options.fsrs.retention = retention;
    const study::Moment start(std::chrono::sys_days(std::chrono::year{2026} / 9 / 1) + 19h);
    study::Learner learner(std::make_shared<const std::vector<study::Card>>(deck), {}, options, start);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> chance(0.0, 1.0);
    constexpr int evenings = 90;
    study::Retention spaced;  // of cards that had waited for more than a day, the least that there is
    std::vector<int> answers;
    std::vector<int> due;
    study::Moment now = start;
    for (int evening = 0; evening < evenings; ++evening) {
        now = start + std::chrono::days(evening);
        due.push_back(learner.left(now).reviews);
        answers.push_back(0);
        while (const auto next = learner.next(now)) {
            constexpr double knownBefore = 0.5;  // of cards that are new, at first sight
            const double sure = next->turn == study::Turn::fresh ? knownBefore : learner.recall(next->card, now);
            const double draw = chance(random);
            const study::Rating grade = draw > sure            ? study::Rating::again
                                        : chance(random) < 0.1 ? study::Rating::hard
                                        : chance(random) < 0.1 ? study::Rating::easy
                                                               : study::Rating::good;
            const auto waited = now - learner.memory(next->card).last;
            if (next->turn == study::Turn::review && waited > std::chrono::hours(36)) {
                ++spaced.asked;
                spaced.recalled += grade != study::Rating::again ? 1 : 0;
            }
            learner.answer(next->card, grade, sure, 10s, now);
            now += 20s;
            ++answers.back();
        }
    }
    std::map<study::Standing, int> standing;
    for (const study::Card& card : deck) {
        ++standing[learner.standing(card.id)];
    }
    const study::Retention reached = learner.retention(now, evenings);
    const auto mean = [](const std::vector<int>& of, int from) {
        return std::accumulate(of.begin() + from, of.end(), 0.0) /
               static_cast<double>(of.size() - static_cast<std::size_t>(from));
    };
    return {{"desired_retention", retention},
            {"retention", reached.share()},
            {"reviews_asked", reached.asked},
            {"retention_after_more_than_a_day", spaced.share()},
            {"cards_known", standing[study::Standing::known]},
            {"cards_learning", standing[study::Standing::learning]},
            {"cards_new", standing[study::Standing::fresh]},
            {"answers_a_day", mean(answers, 0)},
            {"due_a_day_last_30", mean(due, evenings - 30)},
            {"answers_a_day_last_30", mean(answers, evenings - 30)},
            {"most_answers_a_day", *std::max_element(answers.begin(), answers.end())}};
}

Json learners(const Loaded& loaded) {
    const auto deck = study::makeDeck(loaded.text, loaded.atlas);
    Json out = Json::array();
    for (const double retention : {0.8, 0.9, 0.95}) {
        out.push_back(learnedBy(deck, retention));
    }
    return out;
}

Json decks(const Loaded& loaded) {
    std::vector<study::Card> deck;
    const auto making = timed(20, [&](int) { deck = study::makeDeck(loaded.text, loaded.atlas); });
    const auto cards = std::make_shared<const std::vector<study::Card>>(deck);
    const study::Moment start(std::chrono::sys_days(std::chrono::year{2026} / 9 / 1) + 19h);
    std::vector<study::Review> log;
    for (int i = 0; i < 73000; ++i) {  // 200 a day for a year
        log.push_back({std::to_string(i), deck[static_cast<std::size_t>(i * 31) % deck.size()].id, start + i * 7min,
                       i % 9 == 0 ? study::Rating::again : study::Rating::good, 0.8, 5s});
    }
    const study::Moment now = log.back().at + 24h;
    std::optional<study::Learner> learner;
    const auto building = timed(5, [&](int) { learner.emplace(cards, log, study::LearnerOptions{}, now); });
    study::LearnerOptions daysOnly;  // all cards are due then, and none is in its minutes
    daysOnly.fsrs.shortTerm = false;
    learner.emplace(cards, log, daysOnly, now + std::chrono::days(365));
    const study::Moment later = now + std::chrono::days(365);
    std::size_t given = 0;
    const auto next = timed(100, [&](int) { given += learner->next(later) ? 1U : 0U; });
    return {{"cards", deck.size()},
            {"make_deck", summary(making)},
            {"learner_of_73000_reviews", summary(building)},
            {"next_card", summary(next)},
            {"given", given}};
}

study::Review numbered(int number);

// A year of 200 answers a day, opened with its checks, and one answer kept.
Json keeping() {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("myoatlas-kept-" + std::to_string(::getpid()));
    std::vector<study::Review> log;
    for (int i = 0; i < 73000; ++i) {
        log.push_back(numbered(i));
    }
    store::StudyStore(folder).import(log);
    std::size_t read = 0;
    const auto opening = timed(5, [&](int) { read += store::StudyStore(folder).reviews().size(); });
    std::optional<store::StudyStore> store(folder);
    const auto adding = timed(50, [&](int i) { store->add(numbered(100000 + i)); });
    const auto bytes = std::filesystem::file_size(store->file());
    store.reset();  // it makes its last copy
    std::filesystem::remove_all(folder);
    return {{"open_and_read_73000_reviews", summary(opening)},
            {"keep_an_answer", summary(adding)},
            {"mib", static_cast<double>(bytes) / 1048576.0},
            {"read", read}};
}

study::Review numbered(int number) {
    return {"r" + std::to_string(number),
            "zone:soleus.1",
            study::Moment(std::chrono::seconds(1773169200 + number)),
            study::Rating::good,
            0.8,
            5s};
}

// Writes answers for ever, and tells the number of each one that is kept.
[[noreturn]] void writeAnswers(const std::filesystem::path& folder, int from, int tell) {
    store::StudyStore store(folder);
    for (int i = from;; ++i) {
        store.add(numbered(i));
        if (store.waiting() == 0 && ::write(tell, &i, sizeof i) != sizeof i) {
            ::_exit(1);
        }
    }
}

Json killed() {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("myoatlas-killed-" + std::to_string(::getpid()));
    std::mt19937 random(11);
    std::uniform_int_distribution<int> moment(0, 120000);  // microseconds: opening, writing, copying
    constexpr int rounds = 300;
    int lost = 0;
    int told = 0;
    int damaged = 0;
    int next = 0;
    for (int round = 0; round < rounds; ++round) {
        int pipe[2];
        if (::pipe(pipe) != 0) {
            throw std::runtime_error("no pipe");
        }
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            writeAnswers(folder, next, pipe[1]);
        }
        ::close(pipe[1]);
        ::usleep(static_cast<useconds_t>(moment(random)));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        std::vector<int> kept;
        for (int number = 0; ::read(pipe[0], &number, sizeof number) == sizeof number;) {
            kept.push_back(number);
        }
        ::close(pipe[0]);
        store::StudyStore store(folder);
        std::set<std::string> there;
        for (const study::Review& review : store.reviews()) {
            there.insert(review.id);
        }
        for (const int number : kept) {
            ++told;
            lost += there.contains("r" + std::to_string(number)) ? 0 : 1;
        }
        damaged += store.notices().empty() ? 0 : 1;
        lost += static_cast<int>(there.size()) < next ? next - static_cast<int>(there.size()) : 0;
        next = static_cast<int>(there.size());
    }
    std::filesystem::remove_all(folder);
    return {{"kills", rounds}, {"answers_told_kept", told}, {"lost", lost}, {"openings_with_trouble", damaged}};
}

}  // namespace

int main(int count, char** words) {
    Json out = Json::object();
    for (const std::string& what : std::vector<std::string>(words + 1, words + count)) {
        if (what == "killed") {
            out[what] = killed();  // before threads begin
        }
    }
    std::optional<Loaded> loaded;
    for (const std::string& what : std::vector<std::string>(words + 1, words + count)) {
        if (what != "killed" && !loaded) {
            loaded = load();
        }
        if (what.starts_with("grading")) {  // grading:5 = of every fifth point
            const auto colon = what.find(':');
            const std::size_t each = colon == std::string::npos ? 1 : std::stoul(what.substr(colon + 1));
            out[what] = benchmark::jitteredZones(loaded->atlas, loaded->body, each);
        } else if (what == "learner") {
            out[what] = learners(*loaded);
        } else if (what == "keeping") {
            out[what] = keeping();
        } else if (what == "deck") {
            out[what] = decks(*loaded);
        }
    }
    std::cout << out.dump(2) << '\n';
    return 0;
}
