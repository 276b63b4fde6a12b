// Points and zones on the real body: what is painted, on which side, and what is said about bad data.
#include <algorithm>
#include <mutex>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/brush.h"
#include "referral/coverage.h"
#include "referral/referral.h"
#include "referral/resolve.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;
using atlas::Tier;

namespace {

const std::shared_ptr<const body::Body>& shippedBody() {
    static const std::shared_ptr<const body::Body> male = realBody();
    return male;
}

const atlas::Atlas& shippedAtlas() {
    static const atlas::Atlas atlas = realAtlas();
    return atlas;
}

const Referral& shipped() {
    static const Referral referral(shippedAtlas(), shippedBody());
    return referral;
}

// The regions that one painted zone touches at all, however faintly.
std::set<std::string> touched(const std::vector<atlas::Dab>& dabs, const std::vector<atlas::Stroke>& strokes) {
    Diagnostics findings;
    const auto brush = layOut(dabs, strokes, shippedBody()->landmarks, shipped().surface(), Side::left, {}, findings);
    REQUIRE(findings.empty());
    std::set<std::string> out;
    for (const std::uint32_t v :
         shipped().surface().airbrush(brush, edgeSoftness(brush, shipped().surface())).vertices) {
        out.insert(shipped().regions().regions()[shipped().regions().regionOfVertex()[v]].text());
    }
    return out;
}

}  // namespace

TEST_CASE("everything that ships is resolved on both sides", "[referral]") {
    const atlas::Atlas& atlas = shippedAtlas();
    CHECK(shipped().points().size() == 2 * atlas.points().size());
    CHECK(std::is_sorted(shipped().points().begin(), shipped().points().end(),
                         [](const ResolvedPoint& a, const ResolvedPoint& b) { return a.id < b.id; }));
    for (const Diagnostic& finding : shipped().findings()) {
        INFO(finding.text());
        CHECK(finding.severity == Severity::warning);
    }
    CHECK(shipped().footprintBytes() < 20'000'000);
}

TEST_CASE("a few points resolved by themselves lie as among all", "[referral]") {
    const PointId soleus = *PointId::parse("soleus.1");
    const PointId trapezius = *PointId::parse("upper_trapezius.1");
    const Referral few(shippedAtlas(), shippedBody(), {soleus, trapezius});
    REQUIRE(few.points().size() == 4);
    for (const ResolvedPoint& point : few.points()) {
        const ResolvedPoint* among = shipped().find(point.id);
        REQUIRE(among != nullptr);
        CHECK(point.surface == among->surface);
        REQUIRE(point.zones.size() == among->zones.size());
        for (std::size_t i = 0; i < point.zones.size(); ++i) {
            CHECK(*point.zones[i].footprint == *among->zones[i].footprint);
        }
    }
}

TEST_CASE("the right side is the exact mirror image of the left", "[referral]") {
    for (const ResolvedPoint& left : shipped().points()) {
        if (left.id.side != Side::left) {
            continue;
        }
        const ResolvedPoint* right = shipped().find({left.id.point, Side::right});
        REQUIRE(right != nullptr);
        REQUIRE(right->position == mirrored(left.position));
        REQUIRE(right->zones.size() == left.zones.size());
        for (std::size_t i = 0; i < left.zones.size(); ++i) {
            REQUIRE(*mirroredFootprint(*left.zones[i].footprint, shippedBody()->skinMirror) ==
                    *right->zones[i].footprint);
            REQUIRE(left.zones[i].areaMm2 == right->zones[i].areaMm2);
        }
    }
}

TEST_CASE("a body without a mirror table gets the same picture on the right", "[referral]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus",
             {zone(Tier::primary, {dab("heel_plantar", 20.0F)}, {stroke({"achilles", "calf_mid_post"}, {15.0F})})});
    auto lopsided = std::make_shared<body::Body>(*shippedBody());
    lopsided->skinMirror.clear();
    const Referral direct(atlas, lopsided);
    const Referral byMirror(atlas, shippedBody());
    const ResolvedPoint* a = direct.find({{MuscleId("soleus"), 1}, Side::right});
    const ResolvedPoint* b = byMirror.find({{MuscleId("soleus"), 1}, Side::right});
    REQUIRE((a != nullptr && b != nullptr));
    CHECK(glm::distance(a->position, b->position) < 0.5F);
    REQUIRE(a->zones[0].coverage.size() == b->zones[0].coverage.size());
    CHECK(a->zones[0].areaMm2 == Approx(b->zones[0].areaMm2).epsilon(0.01));
    CHECK(a->zones[0].coverage.front().region == b->zones[0].coverage.front().region);
    CHECK(a->zones[0].coverage.front().region.side == BodySide::right);
}

TEST_CASE("zones are sound: sorted, 0..1, and their shares add up", "[referral]") {
    for (const ResolvedPoint& point : shipped().points()) {
        CHECK(point.outsideMuscleMm <= farthestOutsideMuscle);
        CHECK(point.depthMm == Approx(glm::distance(point.position, point.surface)).margin(0.01));
        CHECK(point.zones.size() <= 2);
        for (const ResolvedZone& zone : point.zones) {
            INFO(point.id.text());
            const body::Footprint& patch = *zone.footprint;
            REQUIRE(patch.vertices.size() == patch.strengths.size());
            REQUIRE(std::is_sorted(patch.vertices.begin(), patch.vertices.end()));
            REQUIRE(std::all_of(patch.strengths.begin(), patch.strengths.end(),
                                [](float s) { return s > 0.0F && s <= 1.0F; }));
            REQUIRE((zone.areaMm2 > 0.0F || !zone.internal.empty()));
            float shares = 0.0F;
            for (const ResolvedZone::Coverage& coverage : zone.coverage) {
                REQUIRE((coverage.covered > 0.0F && coverage.covered <= 1.0F));
                shares += coverage.share;
            }
            if (zone.areaMm2 > 0.0F) {
                CHECK(shares == Approx(1.0F).margin(0.005));
            }
        }
    }
}

TEST_CASE("no zone reaches further than its brush", "[referral]") {
    const atlas::Atlas& atlas = shippedAtlas();
    for (const atlas::TriggerPoint* point : atlas.points()) {
        for (const atlas::Zone& zone : point->zones) {
            Diagnostics findings;
            const auto brush = layOut(zone.dabs, zone.strokes, shippedBody()->landmarks, shipped().surface(),
                                      Side::left, zone.place, findings);
            if (brush.empty()) {
                continue;
            }
            const float softness = edgeSoftness(brush, shipped().surface());
            const auto patch = shipped().surface().airbrush(brush, softness);
            for (const std::uint32_t v : patch.vertices) {
                const glm::vec3& place = shippedBody()->skin().positions[v];
                REQUIRE(std::any_of(brush.begin(), brush.end(), [&](const BrushPoint& b) {
                    return glm::distance(place, b.at.position) <= b.radiusMm + 0.5F * softness + 0.01F;
                }));
            }
        }
    }
}

TEST_CASE("a zone on the arm never reaches the trunk", "[referral]") {
    const auto regions = touched({}, {stroke({"upper_arm_medial_mid", "medial_epicondyle"}, {40.0F})});
    CHECK(regions.contains("medial_upper_arm:left"));
    for (const char* trunk : {"lateral_chest:left", "flank:left", "precordial_breast:left", "posterior_lower_ribs:left",
                              "scapula_over:left", "iliac_crest:left", "greater_trochanter:left"}) {
        CHECK_FALSE(regions.contains(trunk));
    }
}

TEST_CASE("a finger does not stain its neighbours, nor a thigh the other", "[referral]") {
    const auto finger = touched({dab("ring_tip", 10.0F)}, {stroke({"pip4", "ring_tip"}, {12.0F})});
    CHECK(finger.contains("ring_finger:left"));
    CHECK_FALSE(finger.contains("middle_finger:left"));
    CHECK_FALSE(finger.contains("little_finger:left"));
    for (const std::string& region : touched({dab("thigh_mid_med", 60.0F)}, {})) {
        CHECK(region.ends_with(":left"));
    }
    const auto toe = touched({dab("hallux_tip", 14.0F)}, {});
    CHECK_FALSE(toe.contains("lesser_toes_dorsal:left"));
}

TEST_CASE("contralateral paint lies on the other side", "[referral]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus", {zone(Tier::spillover, {dab("contra:masseter_mid", 15.0F)}, {})});
    const Referral referral(atlas, shippedBody());
    const auto* left = referral.find({{MuscleId("soleus"), 1}, Side::left});
    const auto* right = referral.find({{MuscleId("soleus"), 1}, Side::right});
    REQUIRE((left != nullptr && right != nullptr));
    CHECK(left->zones[0].coverage.front().region.text() == "jaw_angle:right");
    CHECK(right->zones[0].coverage.front().region.text() == "jaw_angle:left");
}

TEST_CASE("zones of one tier are one, tiers stay apart, internal regions are kept once", "[referral]") {
    atlas::Atlas atlas = regionsOnly();
    atlas::Zone teeth = zone(Tier::primary, {dab("masseter_mid", 12.0F)}, {});
    teeth.internal = {RegionId("upper_molars"), RegionId("ear_deep")};
    atlas::Zone ear = zone(Tier::primary, {dab("temple", 12.0F)}, {});
    ear.internal = {RegionId("ear_deep")};
    addPoint(atlas, "masseter_superficial", {teeth, ear, zone(Tier::spillover, {dab("tmj", 25.0F)}, {})});
    const Referral referral(atlas, shippedBody());
    const auto* point = referral.find({{MuscleId("masseter_superficial"), 1}, Side::left});
    REQUIRE(point != nullptr);
    REQUIRE(point->zones.size() == 2);
    const ResolvedZone* primary = point->zone(Tier::primary);
    REQUIRE(primary != nullptr);
    CHECK(primary->internal == std::vector<RegionId>{RegionId("upper_molars"), RegionId("ear_deep")});
    const auto covers = [&](const char* region) {
        return std::any_of(primary->coverage.begin(), primary->coverage.end(),
                           [&](const auto& c) { return c.region.text() == region; });
    };
    CHECK(covers("temple:left"));
    CHECK(covers("jaw_angle:left"));
    CHECK(primary->areaMm2 == Approx(2.0 * 3.14159 * 12.0 * 12.0).epsilon(0.12));
}

TEST_CASE("internal regions glow on the skin of their side", "[referral]") {
    const auto left = shipped().glow({RegionId("ear_deep"), BodySide::left});
    const auto right = shipped().glow({RegionId("ear_deep"), BodySide::right});
    REQUIRE((left && right));
    REQUIRE_FALSE(left->vertices.empty());
    CHECK(*mirroredFootprint(*left, shippedBody()->skinMirror) == *right);
    CHECK(shippedBody()->skin().positions[left->vertices.front()].x > 40.0F);
    CHECK(shipped().glow({RegionId("pelvic_internal"), BodySide::mid}) != nullptr);
    CHECK(shipped().glow({RegionId("temple"), BodySide::left}) == nullptr);
    const atlas::Atlas& atlas = shippedAtlas();
    for (const atlas::Region& region : atlas.regions) {
        if (region.kind == atlas::RegionKind::internal) {
            const auto glow = shipped().glow({region.id, region.midline ? BodySide::mid : BodySide::left});
            INFO(region.id.value);
            REQUIRE(glow != nullptr);
            CHECK(glow->vertices.size() > 5);
        }
    }
}

TEST_CASE("what cannot be placed is left out and reported with its place", "[referral]") {
    atlas::Atlas atlas = regionsOnly();
    addPoint(atlas, "soleus", {zone(Tier::primary, {dab("heel_plantar", 15.0F), dab("wishbone", 10.0F)}, {})})
        .zones[0]
        .place = {"soleus.toml", 30, 3};
    addPoint(atlas, "soleus", {}).position = atlas::AnchorPosition{anchor("wishbone"), 10.0F};
    addPoint(atlas, "soleus", {}).position = atlas::AnchorPosition{anchor("forehead_mid"), 2.0F};
    addPoint(atlas, "soleus", {}).position = atlas::FibrePosition{"", 0.5F, 0.5F, 99};
    addPoint(atlas, "not_a_muscle", {});
    const Referral referral(atlas, shippedBody());
    std::string all;
    for (const Diagnostic& finding : referral.findings()) {
        all += finding.text() + "\n";
    }
    INFO(all);
    CHECK(all.find("soleus.toml:30:3: this body has no landmark 'wishbone'") != std::string::npos);
    CHECK(all.find("soleus.2: this body has no landmark 'wishbone'") != std::string::npos);
    CHECK(all.find("mm outside its muscle") != std::string::npos);
    CHECK(all.find("soleus.4: no fibre of 'soleus'") != std::string::npos);
    CHECK(all.find("this body has no muscle 'not_a_muscle'") != std::string::npos);
    const auto* first = referral.find({{MuscleId("soleus"), 1}, Side::left});
    REQUIRE(first != nullptr);
    CHECK(first->zones[0].coverage.front().region.text() == "heel_plantar:left");
    CHECK(referral.find({{MuscleId("soleus"), 2}, Side::left}) == nullptr);
    REQUIRE(referral.find({{MuscleId("soleus"), 3}, Side::left}) != nullptr);
    CHECK(referral.find({{MuscleId("soleus"), 3}, Side::left})->outsideMuscleMm > 500.0F);
    CHECK(referral.find({{MuscleId("not_a_muscle"), 1}, Side::left}) == nullptr);
}

TEST_CASE("a stroke that runs a long way round is reported", "[referral]") {
    Diagnostics findings;
    const std::vector<atlas::Stroke> strokes{stroke({"thigh_mid_med", "contra:thigh_mid_med"}, {20.0F})};
    const auto brush = layOut({}, strokes, shippedBody()->landmarks, shipped().surface(), Side::left, {}, findings);
    CHECK_FALSE(brush.empty());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].what.find("along the skin") != std::string::npos);
}

TEST_CASE("one point alone is what it is among all", "[referral]") {
    const atlas::Atlas& atlas = shippedAtlas();
    const atlas::TriggerPoint& point = *atlas.points().front();
    Diagnostics findings;
    const auto alone =
        resolvePoint(point, Side::left, *shippedBody(), shipped().surface(), &shipped().regions(), findings);
    REQUIRE(alone.has_value());
    const ResolvedPoint* among = shipped().find({point.id, Side::left});
    REQUIRE(among != nullptr);
    CHECK(alone->position == among->position);
    REQUIRE(alone->zones.size() == among->zones.size());
    for (std::size_t i = 0; i < alone->zones.size(); ++i) {
        CHECK(*alone->zones[i].footprint == *among->zones[i].footprint);
    }
    const auto quick = resolvePoint(point, Side::left, *shippedBody(), shipped().surface(), nullptr, findings);
    REQUIRE(quick.has_value());
    CHECK(quick->zones.front().coverage.empty());
    CHECK(quick->zones.front().areaMm2 == among->zones.front().areaMm2);
}

TEST_CASE("progress rises to 1, and a stop request ends the work early", "[referral]") {
    const atlas::Atlas& atlas = shippedAtlas();
    std::mutex mutex;
    std::vector<float> seen;
    std::stop_source stop;
    const Referral stopped(
        atlas, shippedBody(),
        [&](float progress) {
            const std::lock_guard lock(mutex);
            seen.push_back(progress);
            stop.request_stop();
        },
        stop.get_token());
    CHECK_FALSE(seen.empty());
    CHECK(stopped.points().size() < shipped().points().size());
    seen.clear();
    const Referral complete(atlas, shippedBody(), [&](float progress) {
        const std::lock_guard lock(mutex);
        seen.push_back(progress);
    });
    CHECK(seen.size() == atlas.points().size());
    CHECK(*std::max_element(seen.begin(), seen.end()) == 1.0F);
    CHECK(*std::min_element(seen.begin(), seen.end()) > 0.0F);
    CHECK(complete.points().size() == shipped().points().size());
}

TEST_CASE("the union of two patches keeps the stronger paint", "[referral]") {
    const body::Footprint a{{1, 4, 7}, {0.2F, 0.9F, 0.5F}};
    const body::Footprint b{{0, 4, 8}, {0.3F, 0.4F, 1.0F}};
    const body::Footprint both{{0, 1, 4, 7, 8}, {0.3F, 0.2F, 0.9F, 0.5F, 1.0F}};
    CHECK(unite(a, b) == both);
    CHECK(unite(b, a) == both);
    CHECK(unite(a, {}) == a);
}
