// What the search promises, on an atlas small enough to see through.
#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "core/utf8.h"
#include "search/search_index.h"
#include "search/text.h"

using namespace myo;
using namespace myo::search;

namespace {

atlas::Region region(const std::string& id, const std::string& name, std::vector<std::string> lay) {
    atlas::Region made;
    made.id = RegionId{id};
    made.name = name;
    made.lay = std::move(lay);
    return made;
}

atlas::TriggerPoint point(const std::string& muscle, int number, std::vector<std::string> primary,
                          std::vector<std::string> spillover) {
    atlas::TriggerPoint made;
    made.id = {MuscleId{muscle}, number};
    for (const auto& [tier, ids] : {std::pair{atlas::Tier::primary, primary}, {atlas::Tier::spillover, spillover}}) {
        atlas::Zone zone;
        zone.tier = tier;
        for (const std::string& id : ids) {
            zone.regions.emplace_back(id);
        }
        made.zones.push_back(zone);
    }
    return made;
}

atlas::Muscle muscle(const std::string& id, const std::string& name, std::vector<std::string> aliases,
                     std::vector<std::string> reports, std::vector<atlas::TriggerPoint> points) {
    atlas::Muscle made;
    made.id = MuscleId{id};
    made.name = name;
    made.family = id;
    made.aliases = std::move(aliases);
    made.reports = std::move(reports);
    made.points = std::move(points);
    return made;
}

atlas::RedFlag flag(const std::string& id, atlas::Urgency urgency, std::vector<std::string> rules,
                    const std::string& say) {
    atlas::RedFlag made;
    made.id = id;
    made.urgency = urgency;
    made.rules = std::move(rules);
    made.say = say;
    return made;
}

std::vector<std::string> dangersIn(const SearchIndex& index, const std::string& query) {
    std::vector<std::string> ids;
    for (const Danger& danger : index.search(query, 5).dangers) {
        ids.push_back(danger.id);
    }
    return ids;
}

atlas::Atlas smallAtlas() {
    atlas::Atlas atlas;
    atlas.regions = {region("temple", "temple", {"side of the forehead"}),
                     region("eye_orbit", "in or behind the eye", {"behind the eye", "eyeball"}),
                     region("knee_back", "back of knee", {"behind the knee", "knee"}),
                     region("buttock", "buttock", {})};
    atlas.muscles = {
        muscle("alpha", "Alpha major", {"big alpha"}, {"Headache in the morning."},
               {point("alpha", 1, {"temple"}, {"eye_orbit"}), point("alpha", 2, {"knee_back"}, {})}),
        muscle("beta", "Beta brevis", {"bb"}, {"Stairs are hard."}, {point("beta", 1, {"eye_orbit"}, {"temple"})}),
        muscle("gamma", "Gamma", {}, {"Cramps in bed at night."}, {point("gamma", 1, {"buttock"}, {})}),
        muscle("delta", "Delta", {}, {"Turning in bed hurts."}, {point("delta", 1, {"knee_back"}, {})})};
    atlas::Synonym bum;
    bum.words = {"bum", "rear end"};
    bum.means = {"buttock"};
    atlas::Synonym nickname;
    nickname.words = {"the beast"};
    nickname.muscles = {MuscleId{"beta"}};
    atlas.synonyms = {bum, nickname};
    atlas.wordClasses = {{"headache", {"headache", "migraine"}, {}},
                         {"cannot", {"cannot", "cant", "unable", "no longer"}, {}},
                         {"numb", {"numb", "no feeling", "pins needles"}, {}},
                         {"sudden", {"sudden", "out of nowhere"}, {}}};
    atlas.redFlags = {
        flag("back", atlas::Urgency::doctor, {"back -garden"}, "See a doctor."),
        flag("worst", atlas::Urgency::ambulance, {"@headache worst", "@headache+@sudden"}, "Call an ambulance."),
        flag("old", atlas::Urgency::today, {"#over50 @headache"}, "See a doctor today."),
        flag("numb", atlas::Urgency::ambulance, {"@numb saddle"}, "Go to hospital."),
        flag("legs", atlas::Urgency::today, {"=legs+@cannot/=legs+weak -squats"}, "Be seen today.")};
    atlas.redFlags[0].coveredBy = {"numb"};
    atlas.ruleOuts = {{"knee", {RegionId{"knee_back"}}, "Rule out a clot.", {}},
                      {"any", {}, "Rule out the worst.", {}}};
    atlas.reindex();
    return atlas;
}

std::string first(const SearchIndex& index, const std::string& query) {
    const auto answer = index.search(query, 5);
    return answer.results.empty() ? "" : answer.results.front().muscle.value;
}

bool finds(const SearchAnswer& answer, const std::string& muscle) {
    return std::any_of(answer.results.begin(), answer.results.end(),
                       [&](const SearchResult& result) { return result.muscle.value == muscle; });
}

}  // namespace

TEST_CASE("A primary zone outranks a spillover zone") {
    const SearchIndex index(smallAtlas());
    CHECK(first(index, "temple") == "alpha");
    CHECK(first(index, "behind the eye") == "beta");
    const auto answer = index.search("temple", 5);
    REQUIRE(answer.results.size() == 2);
    CHECK(answer.results[0].score > answer.results[1].score);
    CHECK(answer.results[0].because.front() == Reason{ReasonKind::primaryZone, {}, RegionId{"temple"}});
    CHECK(answer.results[1].because.front() == Reason{ReasonKind::spillover, {}, RegionId{"temple"}});
}

TEST_CASE("The points given are those that send pain there, all points if no place was named") {
    const SearchIndex index(smallAtlas());
    CHECK(index.search("temple", 5).results.front().points == std::vector<PointId>{{MuscleId{"alpha"}, 1}});
    CHECK(index.search("back of the knee", 5).results.front().points.size() == 1);
    CHECK(index.search("alpha major", 5).results.front().points.size() == 2);
}

TEST_CASE("Regions are understood, a longer name above its parts") {
    const SearchIndex index(smallAtlas());
    CHECK(index.search("pain behind the eye", 5).understoodRegions == std::vector<RegionId>{RegionId{"eye_orbit"}});
    CHECK(index.search("behind the knee", 5).understoodRegions == std::vector<RegionId>{RegionId{"knee_back"}});
    CHECK(index.search("alpha", 5).understoodRegions.empty());
}

TEST_CASE("Names are found by case, order, accent, prefix, ending and slip alike") {
    const SearchIndex index(smallAtlas());
    for (const char* query :
         {"Alpha major", "MAJOR ALPHA", "álpha", "alp", "alpah", "allpha", "big alpha!", "alpha's", "  alpha\t\n"}) {
        INFO(query);
        CHECK(first(index, query) == "alpha");
    }
    CHECK(first(index, "cramping") == "gamma");
    CHECK(first(index, "cramp") == "gamma");
    CHECK(first(index, "headahce in the mornings") == "alpha");
}

TEST_CASE("Synonyms lead to words and to muscles") {
    const SearchIndex index(smallAtlas());
    CHECK(first(index, "bum") == "gamma");
    CHECK(first(index, "my rear end hurts") == "gamma");
    CHECK(first(index, "the beast") == "beta");
}

TEST_CASE("What is absent does not count for a muscle") {
    const SearchIndex index(smallAtlas());
    CHECK(finds(index.search("headache", 5), "alpha"));
    CHECK_FALSE(finds(index.search("no headache", 5), "alpha"));
    const auto answer = index.search("knee pain without headache", 5);
    CHECK(answer.results.front().muscle.value == "delta");
    CHECK(answer.understoodRegions == std::vector<RegionId>{RegionId{"knee_back"}});
    CHECK(first(index, "not the knee, the temple") == "alpha");
}

TEST_CASE("A place said to be free is told apart from one that hurts") {
    const SearchIndex index(smallAtlas());
    const auto answer = index.search("temple hurts but not the buttock", 5);
    CHECK(answer.understoodRegions == std::vector<RegionId>{RegionId{"temple"}});
    CHECK(answer.absentRegions == std::vector<RegionId>{RegionId{"buttock"}});
    CHECK(answer.absent == std::vector<std::string>{"buttock"});
    CHECK(index.search("knee pain, denies headache", 5).absent == std::vector<std::string>{"headache"});
}

TEST_CASE("What does not hurt is absent, unless the word tells when") {
    const SearchIndex index(smallAtlas());
    const auto places = [&](const std::string& query) {
        const auto answer = index.search(query, 5);
        return std::pair(answer.understoodRegions, answer.absentRegions);
    };
    const std::vector<RegionId> temple = {RegionId{"temple"}};
    const std::vector<RegionId> buttock = {RegionId{"buttock"}};
    CHECK(places("the buttock doesn't hurt but the temple does") == std::pair(temple, buttock));
    CHECK(places("temple is sore and the buttock is not painful") == std::pair(temple, buttock));
    CHECK(places("temple does not hurt at rest").first == temple);
}

TEST_CASE("Slips in short words are forgiven") {
    atlas::Atlas atlas = smallAtlas();
    atlas.regions.push_back(region("neck", "neck", {}));
    atlas.muscles[0].points[0].zones.front().regions.emplace_back("neck");
    atlas.reindex();
    const SearchIndex index(atlas);
    CHECK(first(index, "nek pain") == "alpha");
    CHECK(first(index, "enck pain") == "alpha");
    CHECK(first(index, "bmu hurts") == "gamma");
    CHECK(first(index, "tempel") == "alpha");
    CHECK(index.search("xyz", 5).results.empty());
}

TEST_CASE("The words of a synonym stand close together") {
    atlas::Atlas atlas = smallAtlas();
    atlas::Synonym reversing;
    reversing.words = {"backing car"};
    reversing.muscles = {MuscleId{"gamma"}};
    atlas.synonyms.push_back(reversing);
    const SearchIndex index(atlas);
    CHECK(first(index, "temple hurts backing the car") == "gamma");
    CHECK_FALSE(finds(index.search("back hurts at the temple driving an old car", 5), "gamma"));
}

TEST_CASE("Of two muscles with the same zone the usual one comes first") {
    atlas::Atlas atlas = smallAtlas();
    atlas.muscles.push_back(muscle("aaa", "Aaa", {}, {}, {point("aaa", 1, {"buttock"}, {})}));
    atlas.muscles.back().points.front().occurrence = atlas::Occurrence::rare;
    atlas.reindex();
    CHECK(first(SearchIndex(atlas), "buttock") == "gamma");
}

TEST_CASE("A circumstance hints at places only where none is named, and is told") {
    atlas::Atlas atlas = smallAtlas();
    atlas::Synonym sitting;
    sitting.words = {"sitting"};
    sitting.circumstance = "sitting";
    sitting.regions = {RegionId{"buttock"}};
    atlas.synonyms.push_back(sitting);
    const SearchIndex index(atlas);
    const auto alone = index.search("pain when sitting", 5);
    REQUIRE_FALSE(alone.results.empty());
    CHECK(alone.results.front().muscle.value == "gamma");
    CHECK(alone.circumstances == std::vector<std::string>{"sitting"});
    CHECK(alone.understoodRegions.empty());
    CHECK_FALSE(finds(index.search("temple pain when sitting", 5), "gamma"));
}

TEST_CASE("A muscle that never reaches the place named falls behind one that does") {
    const SearchIndex index(smallAtlas());
    CHECK(first(index, "temple cramps in bed at night") == "alpha");
}

TEST_CASE("Nerves and roots lead to what they supply") {
    atlas::Atlas atlas = smallAtlas();
    atlas.muscles[2].innervation = {"Tibial nerve", {"S1", "S2"}};
    atlas.reindex();
    const SearchIndex index(atlas);
    CHECK(first(index, "tibial nerve") == "gamma");
    CHECK(first(index, "S1") == "gamma");
}

TEST_CASE("The side of the body is told apart from other rights and lefts") {
    const SearchIndex index(smallAtlas());
    CHECK(index.search("right temple", 5).side == Side::right);
    CHECK(index.search("temple on the left", 5).side == Side::left);
    CHECK_FALSE(index.search("left and right temple", 5).side);
    CHECK_FALSE(index.search("temple hurts right now", 5).side);
    CHECK_FALSE(index.search("temple", 5).side);
    CHECK(index.search("left temple, not the right", 5).side == Side::left);
    CHECK(index.search("R temple", 5).side == Side::right);
    CHECK_FALSE(index.search("right-handed, temple hurts", 5).side);
    CHECK(index.search("both temples", 5).bothSides);
    CHECK(index.search("left and right temple", 5).bothSides);
    CHECK(first(index, "right temple") == "alpha");
}

TEST_CASE("A red flag is raised by words of its classes, in any order and form, also across sentences") {
    using Ids = std::vector<std::string>;
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "the worst migraine I ever had") == Ids{"worst"});
    CHECK(dangersIn(index, "Migraines again. This one is the worst.") == Ids{"worst"});
    CHECK(dangersIn(index, "pins and needles in the saddle") == Ids{"numb"});
    CHECK(dangersIn(index, "I can no longer trust my legs") == Ids{"legs"});
    CHECK(dangersIn(index, "headache").empty());
}

TEST_CASE("Words that a rule asks for near each other count only there") {
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "a headache out of nowhere") == std::vector<std::string>{"worst"});
    CHECK(dangersIn(index, "sudden rain made me run home to the house in town, later a headache").empty());
}

TEST_CASE("A red flag knows exact forms, exceptions and ages") {
    using Ids = std::vector<std::string>;
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "my legs are weak") == Ids{"legs"});
    CHECK(dangersIn(index, "my leg is weak").empty());
    CHECK(dangersIn(index, "legs weak after squats").empty());
    CHECK(dangersIn(index, "headache, I am 67") == Ids{"old"});
    CHECK(dangersIn(index, "headache after 60 minutes").empty());
    CHECK(dangersIn(index, "headache, I am 30").empty());
}

TEST_CASE("What is denied raises no red flag, but a phrase that says no does") {
    using Ids = std::vector<std::string>;
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "not the worst headache").empty());
    CHECK(dangersIn(index, "no headache or back trouble at 67").empty());
    CHECK(dangersIn(index, "back is fine, headache at 67") == Ids{"old"});
    CHECK(dangersIn(index, "no feeling in the saddle") == Ids{"numb"});
}

TEST_CASE("A slip of the keyboard keeps no warning away, and no English word is bent into a danger") {
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "worst migrane of all").size() == 1);
    CHECK(dangersIn(index, "a saddle and a numb number").size() == 1);
    CHECK(dangersIn(index, "the paddle is numb").empty());
}

TEST_CASE("Warnings come by urgency, at most three, without what another covers") {
    using Ids = std::vector<std::string>;
    const SearchIndex index(smallAtlas());
    CHECK(dangersIn(index, "back, weak legs, headache at 67, worst, numb saddle") == Ids{"worst", "numb", "old"});
    CHECK(dangersIn(index, "back and weak legs") == Ids{"legs", "back"});
    CHECK(dangersIn(index, "back and numb saddle") == Ids{"numb"});
}

TEST_CASE("Every answer says what must be ruled out for the place, or for any place") {
    const atlas::Atlas atlas = smallAtlas();
    const SearchIndex index(atlas);
    CHECK(index.search("behind the knee", 5).ruleOut == "Rule out a clot.");
    CHECK(index.search("temple", 5).ruleOut == "Rule out the worst.");
    CHECK(index.search("it hurts", 5).ruleOut == "Rule out the worst.");
    CHECK(ruleOutFor(atlas, {RegionId{"temple"}, RegionId{"knee_back"}}) == "Rule out a clot.");
    CHECK(ruleOutFor(atlas, {}) == "Rule out the worst.");
}

TEST_CASE("A sentence of the atlas that tells of a danger is a reason only below its warning") {
    atlas::Atlas atlas = smallAtlas();
    atlas.muscles[1].reports = {"My worst migraine is at the temple."};
    const SearchIndex index(atlas);
    const auto quoted = [&](const std::string& query) {
        const auto answer = index.search(query, 5);
        return std::any_of(answer.results.begin(), answer.results.end(), [](const SearchResult& result) {
            return std::any_of(result.because.begin(), result.because.end(), [](const Reason& reason) {
                return reason.kind == ReasonKind::report && reason.words.starts_with("My worst");
            });
        });
    };
    CHECK(quoted("my worst migraine is at the temple"));
    CHECK_FALSE(quoted("migraine at the temple"));
}

TEST_CASE("The same words bring the same answer, scores fall and lie within (0..1], the limit holds") {
    const SearchIndex index(smallAtlas());
    for (const char* query : {"temple", "knee", "bed", "headache behind the eye", "a", "alpha beta gamma delta"}) {
        INFO(query);
        const auto one = index.search(query, 10);
        const auto two = SearchIndex(smallAtlas()).search(query, 10);
        REQUIRE(one.results.size() == two.results.size());
        for (std::size_t i = 0; i < one.results.size(); ++i) {
            CHECK(one.results[i].muscle == two.results[i].muscle);
            CHECK(one.results[i].score == two.results[i].score);
            CHECK(one.results[i].score > 0.0F);
            CHECK(one.results[i].score <= 1.0F);
            CHECK((i == 0 || one.results[i].score <= one.results[i - 1].score));
        }
        CHECK(index.search(query, 1).results.size() <= 1);
        CHECK(index.search(query, 0).results.empty());
    }
}

TEST_CASE("Empty, endless and garbled queries are answered") {
    const SearchIndex index(smallAtlas());
    for (const std::string& query : {std::string(), std::string("   "), std::string("?!,.'"), std::string(1, '\0'),
                                     std::string("the of and"), std::string("no"), std::string(10000, 'a')}) {
        CHECK(index.search(query, 5).results.empty());
    }
    std::string longQuery;
    while (longQuery.size() < 10000) {
        longQuery += "temple \x01\xFF\xC3 knee ";
    }
    const auto answer = index.search(longQuery, 5);
    CHECK(answer.results.size() >= 2);
    CHECK(answer.query.size() <= 1000);
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        std::string bytes(random() % 80, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 256);
        }
        const std::string shown = index.search(bytes, 5).query;
        for (std::string_view rest = shown; !rest.empty();) {
            const auto length = firstCharacter(rest).length;
            REQUIRE(length > 0);
            rest.remove_prefix(length);
        }
    }
}

TEST_CASE("An empty atlas can be searched") {
    const SearchIndex index{atlas::Atlas{}};
    CHECK(index.search("temple", 5).results.empty());
}

TEST_CASE("Forms of a word share a stem, names that only look like forms keep theirs") {
    const Stemmer stem;
    CHECK(stem("aches") == stem("aching"));
    CHECK(stem("ached") == stem("ache"));
    CHECK(stem("running") == stem("runs"));
    CHECK(stem("stairs") == stem("stair"));
    CHECK(stem("teeth") == stem("tooth"));
    CHECK(stem("squatting") == stem("squat"));
    CHECK(stem("stiffness") == stem("stiff"));
    CHECK(stem("trapezius") == "trapezius");
    CHECK(stem("soleus") != stem("sole"));
    CHECK(stem("lateral") != stem("later"));
}
