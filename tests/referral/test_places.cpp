// Where points lie, against what their own text says: the level of the spine, and the side from which a hand reaches.
#include <algorithm>
#include <optional>
#include <regex>
#include <string>

#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/resolve.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;

namespace {

struct Bench {
    atlas::Atlas atlas = realAtlas();
    std::shared_ptr<const body::Body> body = realBody();
    Surface surface{body->skin()};

    [[nodiscard]] ResolvedPoint resolved(const atlas::TriggerPoint& point, Side side = Side::left) const {
        Diagnostics findings;
        const auto out = resolvePoint(point, side, *body, surface, nullptr, findings);
        REQUIRE(out.has_value());
        return *out;
    }
    [[nodiscard]] ResolvedPoint resolved(const std::string& id, Side side = Side::left) const {
        const auto point = PointId::parse(id);
        REQUIRE(point.has_value());
        REQUIRE(atlas.find(*point) != nullptr);
        return resolved(*atlas.find(*point), side);
    }
    [[nodiscard]] glm::vec3 landmark(const std::string& id) const {
        const auto place = body->landmarks.find(LandmarkId{id}, Side::left);
        REQUIRE(place.has_value());
        return *place;
    }
};

const Bench& bench() {
    static const Bench made;
    return made;
}

struct Level {
    float low = 0.0F;
    float high = 0.0F;
};

// How high a vertebra stands: from the tip of its spine to its transverse process, or the latter alone.
Level levelOf(const std::string& vertebra, bool transverseOnly) {
    std::string id = vertebra;
    id[0] = static_cast<char>(id[0] - 'A' + 'a');
    const float wing = bench().landmark(id + "_transverse_process").y;
    if (transverseOnly || id == "c1") {
        return {wing, wing};
    }
    const float spine = bench().landmark(id + "_spinous_process").y;
    return {std::min(wing, spine), std::max(wing, spine)};
}

// The span of all vertebrae that a text names; nothing if it names none.
std::optional<Level> levelsIn(const std::string& text) {
    static const std::regex vertebra("\\b(C[1-7]|T[1-9]|T1[0-2]|L[1-5])\\b");
    const bool transverse = text.find("transverse process") != std::string::npos;
    std::optional<Level> all;
    for (auto it = std::sregex_iterator(text.begin(), text.end(), vertebra); it != std::sregex_iterator(); ++it) {
        const Level one = levelOf(it->str(), transverse);
        all = all ? Level{std::min(all->low, one.low), std::max(all->high, one.high)} : one;
    }
    return all;
}

}  // namespace

TEST_CASE("a point lies at the level of the spine that its text names", "[places]") {
    constexpr float tolerance = 12.0F;
    int checked = 0;
    for (const atlas::TriggerPoint* point : bench().atlas.points()) {
        // A place between a vertebra and the skull is above the vertebra.
        const bool belowSkull = point->location.find("occiput") != std::string::npos;
        if (const auto level = levelsIn(point->location); level && !belowSkull) {
            const float height = bench().resolved(*point).position.y;
            INFO(point->id.text() << " at " << height << ": " << point->location);
            CHECK(height > level->low - tolerance);
            CHECK(height < level->high + tolerance);
            ++checked;
        }
    }
    CHECK(checked > 20);
}

TEST_CASE("the dot of a deep point lies where the palpating hand stands", "[places]") {
    struct Expected {
        const char* point;
        glm::vec3 place;
        float within;
    };
    const Expected table[] = {
        {"levator_scapulae.1", {65.0F, 1472.0F, -26.0F}, 20.0F},    // in front of the edge of trapezius
        {"iliopsoas.1", {95.0F, 815.0F, 110.0F}, 15.0F},            // front of the thigh, outside the femoral pulse
        {"tibialis_posterior.1", {95.0F, 345.0F, -118.0F}, 25.0F},  // through the calf, upper third
        {"subscapularis.1", {155.0F, 1265.0F, -20.0F}, 15.0F},      // in the armpit
        {"soleus.1", {68.0F, 145.0F, -85.0F}, 25.0F},               // about 14 cm above the floor of the heel
        {"popliteus.1", {60.0F, 395.0F, -80.0F}, 30.0F},            // behind the inner edge of the tibia
    };
    for (const Expected& one : table) {
        const glm::vec3 dot = bench().resolved(one.point).surface;
        INFO(one.point << " at " << dot.x << ", " << dot.y << ", " << dot.z);
        CHECK(glm::distance(dot, one.place) < one.within);
    }
}

TEST_CASE("a side of approach puts the dot on the skin of that side, and mirrors it", "[places]") {
    using Approach = atlas::ApproachSide;
    int checked = 0;
    for (const atlas::TriggerPoint* point : bench().atlas.points()) {
        const Approach side = point->approach.side;
        if (side != Approach::anterior && side != Approach::posterior) {
            continue;
        }
        ++checked;
        const ResolvedPoint left = bench().resolved(*point);
        INFO(point->id.text());
        const glm::vec3 way = left.surface - left.position;
        CHECK((side == Approach::anterior ? way.z : -way.z) > 0.99F * glm::length(way));
        const ResolvedPoint right = bench().resolved(*point, Side::right);
        CHECK(right.surface.x == Approx(-left.surface.x).margin(1.0F));
    }
    CHECK(checked > 15);
    const ResolvedPoint medial = bench().resolved("flexor_digitorum_longus.1", Side::right);
    CHECK(medial.surface.x > medial.position.x);
}

TEST_CASE("what no finger reaches has no dot on the skin", "[places]") {
    CHECK_FALSE(bench().resolved("rectus_capitis_anterior.1").reachable);
    CHECK(bench().resolved("upper_trapezius.1").reachable);
    for (const atlas::TriggerPoint* point : bench().atlas.points()) {
        const bool saysSo = point->location.find("out of reach") != std::string::npos;
        INFO(point->id.text());
        CHECK((!saysSo || point->approach.side == atlas::ApproachSide::outOfReach));
    }
}
