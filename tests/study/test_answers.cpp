// Answers that are not drawings: names with slips, placed points, causes, words.
#include <set>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "study/answers.h"
#include "support/built_bodies.h"

using namespace myo;
using namespace myo::study;

namespace {

const atlas::Atlas& wholeAtlas() {
    static const atlas::Atlas loaded =
        atlas::loadAtlas(MYOATLAS_SOURCE_DIR "/data", atlas::loadContext(MYOATLAS_SOURCE_DIR "/assets/anatomy").value())
            .atlas;
    return loaded;
}

std::string named(const char* typed) {
    const auto found = muscleNamed(wholeAtlas(), typed);
    return found ? found->value : "";
}

}  // namespace

TEST_CASE("a muscle is known by its names, in any order, with slips, and by no other words") {
    CHECK(named("Infraspinatus") == "infraspinatus");
    CHECK(named("  infraspinatis ") == "infraspinatus");
    CHECK(named("infrspinatus") == "infraspinatus");
    CHECK(named("Musculus soleus") == "soleus");
    CHECK(named("solues") == "soleus");
    CHECK(named("upper trapezius") == "upper_trapezius");
    CHECK(named("trapezius upper fibres") == "upper_trapezius");
    CHECK(named("supraspinatus") == "supraspinatus");
    CHECK(named("pirifromis") == "piriformis");
    CHECK(named("banana").empty());
    CHECK(named("").empty());
    CHECK(named("\xff\xfe").empty());
}

TEST_CASE("every muscle is named by its own name") {
    for (const atlas::Muscle& muscle : wholeAtlas().muscles) {
        INFO(muscle.id.value);
        CHECK(named(muscle.name.c_str()) == muscle.id.value);
    }
}

TEST_CASE("a look-alike or a part of the same muscle is worth something, anything else nothing") {
    const PointId shown = *PointId::parse("upper_trapezius.1");
    CHECK(matchMuscle(wholeAtlas(), shown, MuscleId{"upper_trapezius"}) == MuscleMatch::right);
    const auto alike = lookAlikesOf(wholeAtlas(), *wholeAtlas().find(shown));
    if (!alike.empty()) {
        CHECK(matchMuscle(wholeAtlas(), shown, alike.front().muscle) == MuscleMatch::lookAlike);
    }
    CHECK(matchMuscle(wholeAtlas(), shown, MuscleId{"soleus"}) == MuscleMatch::wrong);
    CHECK(matchMuscle(wholeAtlas(), shown, MuscleId{"no_such"}) == MuscleMatch::wrong);
    CHECK(scoreOf(MuscleMatch::right) > scoreOf(MuscleMatch::lookAlike));
    CHECK(scoreOf(MuscleMatch::family) > scoreOf(MuscleMatch::wrong));
}

TEST_CASE("placed points are matched to the nearest true point once, and measured along the skin") {
    const atlas::Muscle& muscle = *wholeAtlas().find(MuscleId{"soleus"});
    std::set<PointId> ids;
    for (const auto& point : muscle.points) {
        ids.insert(point.id);
    }
    const referral::Referral referral(wholeAtlas(), test::builtBody("male"), ids);
    std::vector<const referral::ResolvedPoint*> truth;
    std::vector<glm::vec3> exact;
    for (const PointId& id : ids) {
        truth.push_back(referral.find({id, Side::left}));
        REQUIRE(truth.back() != nullptr);
        exact.push_back(truth.back()->surface);
    }
    REQUIRE(truth.size() >= 2);

    const PointsGrade perfect = gradePoints(truth, exact, referral);
    CHECK(perfect.score > 0.99);
    CHECK(perfect.extra.empty());

    std::vector<glm::vec3> turned(exact.rbegin(), exact.rend());
    CHECK(gradePoints(truth, turned, referral).score > 0.99);

    double last = 1.0;
    for (const float mm : {20.0F, 30.0F, 45.0F}) {
        std::vector<glm::vec3> off = exact;
        for (glm::vec3& place : off) {
            place.y += mm;
        }
        const double score = gradePoints({truth.data(), 1}, {off.data(), 1}, referral).score;
        CHECK(score < last);
        CHECK(score > 0.0);
        last = score;
    }
    const std::vector<glm::vec3> one{exact.front()};
    const PointsGrade missed = gradePoints(truth, one, referral);
    CHECK(missed.score == Approx(1.0 / static_cast<double>(truth.size())).margin(0.02));
    CHECK(missed.pairs.front().placed == 0U);
    CHECK_FALSE(missed.pairs.back().placed);

    std::vector<glm::vec3> many = exact;
    many.push_back(mirrored(exact.front()));
    const PointsGrade more = gradePoints(truth, many, referral);
    CHECK(more.score < perfect.score);
    CHECK(more.extra == std::vector<std::size_t>{exact.size()});
    CHECK(gradePoints(truth, {}, referral).score == 0.0);
}

TEST_CASE("causes are graded by their places in the ranking") {
    const std::vector<MuscleId> ranking{MuscleId{"a"}, MuscleId{"b"}, MuscleId{"c"}, MuscleId{"d"}};
    const auto grade = [&](std::vector<MuscleId> answers) { return gradeCauses(ranking, MuscleId{"a"}, answers); };
    CHECK(grade({MuscleId{"a"}, MuscleId{"b"}, MuscleId{"c"}}).score == Approx(1.0));
    CHECK(grade({MuscleId{"a"}}).score == Approx(0.8));
    CHECK(grade({MuscleId{"d"}}).score < grade({MuscleId{"b"}}).score);
    CHECK(grade({MuscleId{"x"}}).score == 0.0);
    CHECK(grade({}).score == 0.0);
    const CausesGrade some = grade({MuscleId{"c"}, MuscleId{"x"}});
    CHECK(some.ranks == std::vector<std::optional<std::size_t>>{2, std::nullopt});
    CHECK(some.missed == std::vector<MuscleId>{MuscleId{"a"}, MuscleId{"b"}});
}

TEST_CASE("actions and nerves are known in one's own words") {
    const std::vector<std::string> actions{"Turns the arm outwards", "Holds the head of the humerus in the socket"};
    CHECK(gradeWords(actions, "turning the arm outward").named == std::vector<bool>{true, false});
    CHECK(gradeWords(actions, "turns arm outwards; holds humerus in socket").score == 1.0);
    CHECK(gradeWords(actions, "bends the knee").score == 0.0);
    CHECK(gradeWords(actions, "").score == 0.0);

    const atlas::Innervation nerve{"Suprascapular nerve", {"C5", "C6"}};
    CHECK(gradeNerve(nerve, "suprascapular nerve, C5 C6").score == Approx(1.0));
    CHECK(gradeNerve(nerve, "suprscapular").score == Approx(0.8));
    CHECK(gradeNerve(nerve, "ulnar nerve").score == 0.0);
    CHECK(gradeNerve(nerve, "").score == 0.0);

    const std::vector<std::string> picked{actions[0], "Bends the knee"};
    CHECK(gradePicked(actions, picked).score == Approx(0.5));
    CHECK(gradePicked(actions, actions).score == 1.0);
}

TEST_CASE("hints cost, and what took long is not easy") {
    CHECK(afterHints(1.0, 0) == 1.0);
    CHECK(proposedRating(CardKind::muscle, afterHints(1.0, 1), 5.0) == Rating::easy);
    CHECK(proposedRating(CardKind::muscle, afterHints(1.0, 2), 5.0) == Rating::good);
    CHECK(proposedRating(CardKind::muscle, 1.0, 5.0) == Rating::easy);
    CHECK(proposedRating(CardKind::muscle, 1.0, 50.0) == Rating::good);
    CHECK(proposedRating(CardKind::zone, 1.0, 50.0) == Rating::easy);
    CHECK(proposedRating(CardKind::muscle, 0.0, 1.0) == Rating::again);
}

TEST_CASE("an attachment is met within two fingers' breadths, and missed a hand's breadth away") {
    const std::vector<glm::vec3> places{{0, 0, 0}, {0, 100, 0}};
    CHECK(gradePlace(places, {5, 0, 0}).score == 1.0);
    CHECK(gradePlace(places, {40, 100, 0}).score == Approx(0.615).margin(0.01));
    CHECK(gradePlace(places, {85, 50, 0}).score == 0.0);
}
