// Words against paint, and from where it hurts to the points that could send pain there.
#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/checks.h"
#include "referral/locate.h"
#include "referral/referral.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;
using atlas::Tier;

namespace {

const std::shared_ptr<const body::Body>& body() {
    static const std::shared_ptr<const body::Body> male = realBody();
    return male;
}

// Knee: soleus.1 primary, soleus.2 spillover, soleus.3 primary with much else; heel: piriformis.1; teeth: masseter.
const Referral& fixture() {
    static const Referral referral = [] {
        atlas::Atlas atlas = regionsOnly();
        addPoint(atlas, "soleus", {zone(Tier::primary, {dab("patella", 40.0F)}, {})});
        addPoint(
            atlas, "soleus",
            {zone(Tier::primary, {dab("achilles", 15.0F)}, {}), zone(Tier::spillover, {dab("patella", 40.0F)}, {})});
        addPoint(
            atlas, "soleus",
            {zone(Tier::primary, {dab("patella", 40.0F)}, {stroke({"thigh_upper_ant", "thigh_lower_ant"}, {50.0F})})});
        addPoint(atlas, "piriformis", {zone(Tier::primary, {dab("heel_plantar", 25.0F)}, {})});
        atlas::Zone teeth = zone(Tier::primary, {}, {});
        teeth.internal = {RegionId("lower_molars")};
        addPoint(atlas, "masseter_superficial", {teeth});
        return Referral(atlas, body());
    }();
    return referral;
}

std::vector<std::string> order(const std::vector<SidedRegion>& regions, std::size_t limit = 100) {
    std::vector<std::string> out;
    for (const LocateResult& result : locate(regions, fixture(), limit)) {
        out.push_back(result.point.text());
    }
    return out;
}

std::string texts(const Diagnostics& findings) {
    std::string all;
    for (const Diagnostic& finding : findings) {
        all += finding.text() + "\n";
    }
    return all;
}

Diagnostics check(atlas::Atlas& atlas) {
    return checkZones(atlas, Referral(atlas, body()));
}

}  // namespace

TEST_CASE("primary comes before spillover, and the specific before the spread", "[locate]") {
    const SidedRegion knee{RegionId("knee_front"), BodySide::left};
    CHECK(order({knee}) == std::vector<std::string>{"soleus.1:left", "soleus.3:left", "soleus.2:left"});
    const auto results = locate(std::vector{knee}, fixture(), 10);
    CHECK(results[0].tier == Tier::primary);
    CHECK(results[2].tier == Tier::spillover);
    CHECK(results[0].covers.at(RegionId("knee_front")) > 0.4F);
    for (const LocateResult& result : results) {
        CHECK((result.score > 0.0F && result.score <= 1.0F));
    }
    CHECK(results[2].score < 0.5F);
}

TEST_CASE("the side that hurts decides the side of the point", "[locate]") {
    CHECK(order({{RegionId("heel_plantar"), BodySide::right}}) == std::vector<std::string>{"piriformis.1:right"});
    CHECK(order({{RegionId("heel_plantar"), BodySide::left}, {RegionId("heel_plantar"), BodySide::right}}) ==
          std::vector<std::string>{"piriformis.1:left", "piriformis.1:right"});
}

TEST_CASE("regions without skin are found by name", "[locate]") {
    CHECK(order({{RegionId("lower_molars"), BodySide::left}}) ==
          std::vector<std::string>{"masseter_superficial.1:left"});
    const auto results = locate(std::vector{SidedRegion{RegionId("lower_molars"), BodySide::left}}, fixture(), 5);
    // All of it is explained; the factor is that of a point met now and then, as no occurrence is stated.
    CHECK(results.front().score == Approx(0.85F));
    CHECK(results.front().covers.at(RegionId("lower_molars")) == 1.0F);
}

TEST_CASE("a point that explains more of what hurts comes first", "[locate]") {
    const std::vector<SidedRegion> both{{RegionId("knee_front"), BodySide::left},
                                        {RegionId("anterior_thigh"), BodySide::left}};
    CHECK(order(both).front() == "soleus.3:left");
    CHECK(order(both, 1).size() == 1);
    CHECK(order(both, 0).empty());
}

TEST_CASE("nothing asked or nothing reached gives nothing", "[locate]") {
    CHECK(order({}).empty());
    CHECK(order({{RegionId("vertex"), BodySide::left}}).empty());
    CHECK(order({{RegionId("no_such_region"), BodySide::left}}).empty());
}

TEST_CASE("a zone whose words and paint agree passes", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(
        atlas, "soleus",
        {zone(Tier::primary, {dab("heel_plantar", 18.0F)}, {}, {"heel_plantar"}),
         zone(Tier::spillover, {}, {stroke({"heel_posterior", "achilles"}, {22.0F})}, {"heel_posterior", "achilles"})});
    const Diagnostics findings = check(atlas);
    INFO(texts(findings));
    CHECK(findings.empty());
}

TEST_CASE("a named region without paint is an error at the zone's place", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus", {zone(Tier::primary, {dab("heel_plantar", 20.0F)}, {}, {"heel_plantar", "temple"})})
        .zones[0]
        .place = {"soleus.toml", 40, 3};
    const Diagnostics findings = check(atlas);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].text().find("soleus.toml:40:3: soleus.1: the primary zone names 'temple:left'") == 0);
}

TEST_CASE("much paint in a region that is not named is a warning", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus",
             {zone(Tier::primary, {dab("heel_plantar", 20.0F), dab("palm_centre", 20.0F)}, {}, {"heel_plantar"})});
    const Diagnostics findings = check(atlas);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].what.find("'palm:left', which it does not name") != std::string::npos);
}

TEST_CASE("contralateral words want contralateral paint", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    atlas::Zone crossed = zone(Tier::primary, {dab("contra:masseter_mid", 16.0F)}, {});
    crossed.contraRegions = {RegionId("jaw_angle")};
    addPoint(atlas, "soleus", {crossed});
    CHECK(check(atlas).empty());
    atlas.muscles[0].points[0].zones[0].regions = {RegionId("jaw_angle")};
    atlas.muscles[0].points[0].zones[0].contraRegions.clear();
    const Diagnostics findings = check(atlas);
    INFO(texts(findings));
    CHECK(findings.size() == 2);
    CHECK(hasErrors(findings));
}

TEST_CASE("a primary zone larger than its spillover is a warning", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus",
             {zone(Tier::primary, {dab("patella", 40.0F)}, {}, {"knee_front"}),
              zone(Tier::spillover, {dab("patella", 30.0F)}, {}, {"knee_front"})});
    const Diagnostics findings = check(atlas);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].what.find("larger than the spillover") != std::string::npos);
}

TEST_CASE("a zone that paints nothing is an error unless it names an internal region", "[checks]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus", {zone(Tier::primary, {}, {})});
    CHECK(hasErrors(check(atlas)));
    atlas.muscles[0].points[0].zones[0].internal = {RegionId("ear_deep")};
    CHECK(check(atlas).empty());
}
