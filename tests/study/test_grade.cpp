// How drawings of a zone are graded: the true one, jittered ones, wrong sides and wrong tiers.
#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "referral/coverage.h"
#include "referral/topology.h"
#include "study/grade.h"
#include "support/built_bodies.h"
#include "support/shipped_atlas.h"

using namespace myo;
using namespace myo::study;

namespace {

using test::shipped;

const referral::Referral& resolved() {
    static const referral::Referral referral(
        shipped(), test::builtBody("male"),
        std::set<PointId>{*PointId::parse("upper_trapezius.1"), *PointId::parse("soleus.1"),
                          *PointId::parse("infraspinatus.1"), *PointId::parse("gluteus_minimus_posterior.1")});
    return referral;
}

const referral::ResolvedPoint& point(const char* id, Side side = Side::left) {
    return *resolved().find({*PointId::parse(id), side});
}

std::shared_ptr<const body::Footprint> zone(const referral::ResolvedPoint& of, atlas::Tier tier) {
    const referral::ResolvedZone* found = of.zone(tier);
    return found != nullptr ? found->footprint : std::make_shared<const body::Footprint>();
}

// The primary zone as paint of a level, the spillover likewise.
referral::PaintedSkin drawn(std::shared_ptr<const body::Footprint> primary,
                            std::shared_ptr<const body::Footprint> spillover) {
    referral::PaintedSkin skin;
    skin.levels[1] = std::move(primary);
    skin.levels[0] = std::move(spillover);
    return skin;
}

// The zone as one would paint it worse and worse: moved along the body until only that share of it is met.
body::Footprint moved(const body::Footprint& patch, float mm) {
    const auto& places = resolved().surface().topology().positions();
    std::vector<char> in(places.size(), 0);
    for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
        if (patch.strengths[i] >= 0.5F) {
            const auto at = resolved().surface().snap(places[patch.vertices[i]] + glm::vec3(0.0F, -mm, 0.0F));
            const Triangle& triangle = resolved().surface().topology().triangles()[at.triangle];
            for (int corner = 0; corner < 3; ++corner) {
                in[triangle[static_cast<std::size_t>(corner)]] = 1;
            }
        }
    }
    body::Footprint out;
    for (std::uint32_t v = 0; v < in.size(); ++v) {
        if (in[v] != 0) {
            out.vertices.push_back(v);
            out.strengths.push_back(1.0F);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("the zone itself is right, nothing is nothing, and the other side is wrong") {
    for (const char* id : {"upper_trapezius.1", "soleus.1", "infraspinatus.1"}) {
        const auto& left = point(id);
        const auto& right = point(id, Side::right);
        const auto perfect =
            gradeZones(left, drawn(zone(left, atlas::Tier::primary), zone(left, atlas::Tier::spillover)), resolved());
        INFO(id);
        CHECK(perfect.score > 0.97);
        CHECK(perfect.rating == Rating::easy);
        CHECK(perfect.primary.missed.empty());
        CHECK(perfect.primary.extra.empty());
        CHECK(gradeZones(left, {}, resolved()).score == 0.0);
        const auto wrong =
            gradeZones(left, drawn(zone(right, atlas::Tier::primary), zone(right, atlas::Tier::spillover)), resolved());
        CHECK(wrong.score < 0.1);
        CHECK(wrong.rating == Rating::again);
        CHECK_FALSE(wrong.primary.missed.empty());
        CHECK_FALSE(wrong.primary.extra.empty());
    }
}

TEST_CASE("what was left out and what was too much are told by region") {
    const auto& trapezius = point("upper_trapezius.1");
    const auto& heel = point("soleus.1");
    const auto grade = gradeZones(trapezius,
                                  drawn(std::make_shared<const body::Footprint>(referral::unite(
                                            *zone(trapezius, atlas::Tier::primary), *zone(heel, atlas::Tier::primary))),
                                        zone(trapezius, atlas::Tier::spillover)),
                                  resolved());
    CHECK(grade.primary.missed.empty());
    REQUIRE_FALSE(grade.primary.extra.empty());
    CHECK(grade.primary.extra.front().region.value.find("heel") != std::string::npos);
    CHECK(grade.score < 0.9);
}

TEST_CASE("one level for both tiers is accepted, exchanged tiers are not") {
    const auto& of = point("infraspinatus.1");
    const auto both = std::make_shared<const body::Footprint>(
        referral::unite(*zone(of, atlas::Tier::primary), *zone(of, atlas::Tier::spillover)));
    const auto one = gradeZones(of, drawn(both, std::make_shared<const body::Footprint>()), resolved());
    CHECK(one.score > 0.9);
    const auto exchanged =
        gradeZones(of, drawn(zone(of, atlas::Tier::spillover), zone(of, atlas::Tier::primary)), resolved());
    CHECK(exchanged.score < one.score - 0.25);
    CHECK(exchanged.rating < Rating::good);
}

TEST_CASE("the further a zone is painted from its place, the worse the score") {
    for (const char* id : {"upper_trapezius.1", "infraspinatus.1", "gluteus_minimus_posterior.1"}) {
        const auto& of = point(id);
        double before = 2.0;
        for (const float mm : {0.0F, 6.0F, 14.0F, 25.0F, 45.0F}) {
            const auto paint = std::make_shared<const body::Footprint>(moved(*zone(of, atlas::Tier::primary), mm));
            const double score = gradeZones(of, drawn(paint, zone(of, atlas::Tier::spillover)), resolved()).score;
            INFO(id << " moved by " << mm);
            CHECK(score < before);
            before = score;
        }
    }
}
