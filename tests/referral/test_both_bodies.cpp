// Every point and zone of the atlas on both bodies that ship.
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/referral.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;

namespace {

// Which share of the skin every zone covers, by "point side tier".
std::map<std::string, double> sharesOfSkin(const Referral& referral) {
    const auto areas = referral.surface().vertexAreas();
    const double skin = std::accumulate(areas.begin(), areas.end(), 0.0);
    std::map<std::string, double> shares;
    for (const ResolvedPoint& point : referral.points()) {
        for (const ResolvedZone& zone : point.zones) {
            shares[fmt::format("{} {} {}", point.id.point.text(), point.id.side == Side::left ? "left" : "right",
                               zone.tier == atlas::Tier::primary ? "primary" : "spillover")] =
                static_cast<double>(zone.areaMm2) / skin;
        }
    }
    return shares;
}

}  // namespace

TEST_CASE("a zone covers alike shares of the male and of the female skin", "[referral]") {
    const atlas::Atlas atlas = realAtlas();
    const Referral male(atlas, realBody("male"));
    const Referral female(atlas, realBody("female"));
    CHECK(female.points().size() == 2 * atlas.points().size());
    for (const Diagnostic& finding : female.findings()) {
        INFO(finding.text());
        CHECK(finding.severity == Severity::warning);
    }
    const std::map<std::string, double> onMale = sharesOfSkin(male);
    const std::map<std::string, double> onFemale = sharesOfSkin(female);
    REQUIRE(onFemale.size() == onMale.size());
    for (const auto& [zone, share] : onMale) {
        const auto found = onFemale.find(zone);
        INFO(zone);
        REQUIRE(found != onFemale.end());
        CHECK((share > 0.0) == (found->second > 0.0));
        if (share > 0.0) {
            CHECK(found->second / share == Approx(1.0).margin(0.15));
        }
    }
}
