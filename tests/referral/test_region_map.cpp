// The partition of the skin: complete, symmetric, and with every landmark in the region an anatomist expects.
#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/region_map.h"
#include "referral/topology.h"
#include "shapes.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;

namespace {

struct Partition {
    std::shared_ptr<const body::Body> body;
    atlas::Atlas atlas;
    Surface surface;
    RegionMap map;

    explicit Partition(const std::string& name)
        : body(realBody(name)), atlas(regionsOnly()), surface(body->skin()), map(atlas, *body, surface) {}
};

// Made once: a body takes longer to load than to ask.
const Partition& partition(const std::string& name) {
    static const Partition male("male");
    static const Partition female("female");
    return name == "male" ? male : female;
}

// The share of each region's area in its largest connected patch.
std::vector<float> largestPatchShares(const Partition& p) {
    const Topology& topology = p.surface.topology();
    const auto& region = p.map.regionOfVertex();
    std::vector<char> seen(region.size(), 0);
    std::vector<float> largest(p.map.regions().size(), 0.0F);
    std::vector<float> all(largest.size(), 0.0F);
    for (std::uint32_t start = 0; start < region.size(); ++start) {
        if (seen[start] != 0) {
            continue;
        }
        float area = 0.0F;
        std::vector<std::uint32_t> open{start};
        seen[start] = 1;
        while (!open.empty()) {
            const std::uint32_t v = open.back();
            open.pop_back();
            area += p.surface.vertexAreas()[v];
            for (const std::uint32_t half : topology.around(v)) {
                for (const std::uint32_t next : {topology.to(half), topology.from(Topology::previous(half))}) {
                    if (seen[next] == 0 && region[next] == region[v]) {
                        seen[next] = 1;
                        open.push_back(next);
                    }
                }
            }
        }
        largest[region[start]] = std::max(largest[region[start]], area);
        all[region[start]] += area;
    }
    for (std::size_t i = 0; i < largest.size(); ++i) {
        largest[i] /= all[i];
    }
    return largest;
}

}  // namespace

TEST_CASE("every patch of skin belongs to a region, and every region has skin", "[regions]") {
    for (const std::string name : {"male", "female"}) {
        INFO(name);
        const Partition& p = partition(name);
        for (const Diagnostic& finding : p.map.findings()) {
            FAIL_CHECK(finding.text());
        }
        for (const std::uint16_t region : p.map.regionOfVertex()) {
            REQUIRE(region < p.map.regions().size());
        }
        float sum = 0.0F;
        for (std::size_t i = 0; i < p.map.regions().size(); ++i) {
            INFO(p.map.regions()[i].text());
            CHECK(p.map.areaMm2(i) > 300.0F);
            CHECK(p.map.areaMm2(i) < 80000.0F);
            sum += p.map.areaMm2(i);
        }
        float skin = 0.0F;
        for (const float area : p.surface.vertexAreas()) {
            skin += area;
        }
        CHECK(sum == Approx(skin).epsilon(1e-3));
    }
}

TEST_CASE("the atlas has the 105 surface and 14 internal regions, paired but for the midline ones", "[regions]") {
    const atlas::Atlas atlas = regionsOnly();
    const auto surface = std::count_if(atlas.regions.begin(), atlas.regions.end(),
                                       [](const atlas::Region& r) { return r.kind == atlas::RegionKind::surface; });
    CHECK(atlas.regions.size() == 119);
    const Partition& p = partition("male");
    const auto midline = std::count_if(p.map.regions().begin(), p.map.regions().end(),
                                       [](const SidedRegion& r) { return r.side == BodySide::mid; });
    CHECK(p.map.regions().size() == static_cast<std::size_t>(2 * surface - midline));
    for (const char* id : {"sternum", "sacrum", "coccyx", "genitals", "perineum", "suprapubic_bladder"}) {
        CHECK(p.map.indexOf({RegionId(id), BodySide::mid}).has_value());
    }
}

TEST_CASE("left and right regions are mirror images", "[regions]") {
    const Partition& p = partition("male");
    REQUIRE_FALSE(p.body->skinMirror.empty());
    for (std::size_t i = 0; i < p.map.regions().size(); ++i) {
        INFO(p.map.regions()[i].text());
        CHECK(p.map.areaMm2(i) == Approx(p.map.areaMm2(p.map.mirrorOf(i))).epsilon(1e-3));
    }
    const auto& region = p.map.regionOfVertex();
    const auto& positions = p.body->skin().positions;
    for (std::size_t v = 0; v < region.size(); ++v) {
        if (std::abs(positions[v].x) > 0.01F) {
            REQUIRE(region[p.body->skinMirror[v]] == p.map.mirrorOf(region[v]));
            const BodySide side = p.map.regions()[region[v]].side;
            REQUIRE(side != (positions[v].x > 0.0F ? BodySide::right : BodySide::left));
        }
    }
}

TEST_CASE("a region is one patch; only the small toes are apart", "[regions]") {
    for (const std::string name : {"male", "female"}) {
        const Partition& p = partition(name);
        const std::vector<float> shares = largestPatchShares(p);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (p.map.regions()[i].region.value.starts_with("lesser_toes")) {
                continue;
            }
            INFO(name << " " << p.map.regions()[i].text());
            CHECK(shares[i] > 0.9F);
        }
    }
}

TEST_CASE("landmarks lie in the regions that they are the landmarks of", "[regions]") {
    const std::map<std::string, std::string> expected{{"vertex", "vertex"},
                                                      {"inion", "occiput"},
                                                      {"temple", "temple"},
                                                      {"forehead_mid", "forehead"},
                                                      {"eyebrow_mid", "eyebrow"},
                                                      {"eye_centre", "eye_orbit"},
                                                      {"mastoid", "mastoid"},
                                                      {"ear_lobe", "ear_auricle"},
                                                      {"cheek", "cheek_maxillary"},
                                                      {"tmj", "tmj"},
                                                      {"mandible_angle", "jaw_angle"},
                                                      {"chin", "chin"},
                                                      {"thyroid_cartilage", "throat_anterior_neck"},
                                                      {"neck_side_c4", "lateral_neck"},
                                                      {"c5_spinous", "posterior_neck"},
                                                      {"acromion", "acromion"},
                                                      {"deltoid_anterior", "anterior_shoulder"},
                                                      {"infraspinous_fossa", "scapula_over"},
                                                      {"scapula_spine_root", "scapula_medial_border"},
                                                      {"t4_spinous", "interscapular"},
                                                      {"paraspinal_t9", "thoracic_paraspinal"},
                                                      {"t12_spinous", "thoracolumbar_lower"},
                                                      {"paraspinal_l3", "lumbar_paraspinal"},
                                                      {"waist_lateral", "flank"},
                                                      {"sacrum_mid", "sacrum"},
                                                      {"psis", "si_joint"},
                                                      {"coccyx", "coccyx"},
                                                      {"sternum_mid", "sternum"},
                                                      {"nipple", "precordial_breast"},
                                                      {"axilla_mid", "lateral_chest"},
                                                      {"epigastrium", "upper_abdomen"},
                                                      {"umbilicus", "mid_abdomen"},
                                                      {"rlq", "lower_abdomen"},
                                                      {"inguinal_mid", "groin"},
                                                      {"biceps_mid", "anterior_upper_arm"},
                                                      {"triceps_mid", "posterior_upper_arm"},
                                                      {"cubital_fossa", "antecubital"},
                                                      {"lateral_epicondyle", "lateral_epicondyle"},
                                                      {"olecranon", "olecranon"},
                                                      {"forearm_volar_mid", "volar_forearm"},
                                                      {"wrist_dorsal", "dorsal_wrist"},
                                                      {"palm_centre", "palm"},
                                                      {"hand_dorsum_mid", "dorsum_hand"},
                                                      {"first_web_dorsal", "thumb_web_dorsal"},
                                                      {"thumb_tip", "thumb"},
                                                      {"index_tip", "index_finger"},
                                                      {"middle_tip", "middle_finger"},
                                                      {"ring_tip", "ring_finger"},
                                                      {"little_tip", "little_finger"},
                                                      {"greater_trochanter", "greater_trochanter"},
                                                      {"asis", "hip_anterior"},
                                                      {"gluteal_fold", "lower_buttock"},
                                                      {"thigh_mid_ant", "anterior_thigh"},
                                                      {"thigh_mid_med", "medial_thigh"},
                                                      {"thigh_mid_lat", "lateral_thigh"},
                                                      {"thigh_mid_post", "posterior_thigh"},
                                                      {"patella", "knee_front"},
                                                      {"popliteal_centre", "knee_back"},
                                                      {"calf_mid_post", "calf_mid"},
                                                      {"achilles", "achilles"},
                                                      {"lateral_malleolus", "lateral_malleolus"},
                                                      {"medial_malleolus", "medial_malleolus"},
                                                      {"heel_plantar", "heel_plantar"},
                                                      {"arch_plantar", "sole_mid"},
                                                      {"mt1_head_plantar", "first_mt_head"},
                                                      {"mt3_head_plantar", "metatarsal_heads"},
                                                      {"foot_dorsum_mid", "dorsum_foot"}};
    for (const std::string name : {"male", "female"}) {
        const Partition& p = partition(name);
        for (const auto& [landmark, region] : expected) {
            for (const Side side : {Side::left, Side::right}) {
                const auto place = p.body->landmarks.find(LandmarkId(landmark), side);
                INFO(name << " " << landmark);
                REQUIRE(place.has_value());
                const SidedRegion* found = p.map.at(p.surface.snap(*place));
                REQUIRE(found != nullptr);
                CHECK(found->region.value == region);
            }
        }
    }
}

TEST_CASE("a larger seed radius reaches further, and no paired region crosses the midline", "[regions]") {
    body::Body body;
    body.structures.push_back({"skin", BodySide::mid, body::StructureKind::skin, 1, {}, sphere(50.0F, 5)});
    body.landmarks.set(LandmarkId("up"), BodySide::left, {35.0F, 35.0F, 0.0F});
    body.landmarks.set(LandmarkId("up"), BodySide::right, {-35.0F, 35.0F, 0.0F});
    body.landmarks.set(LandmarkId("down"), BodySide::left, {35.0F, -35.0F, 0.0F});
    body.landmarks.set(LandmarkId("down"), BodySide::right, {-35.0F, -35.0F, 0.0F});
    const Surface surface(body.skin());
    const auto areaOfUp = [&](float radius) {
        atlas::Atlas atlas;
        atlas.regions.resize(2);
        atlas.regions[0].id = RegionId("up");
        atlas.regions[0].seeds = {dab("up", radius)};
        atlas.regions[1].id = RegionId("down");
        atlas.regions[1].seeds = {dab("down", 10.0F)};
        const RegionMap map(atlas, body, surface);
        REQUIRE(map.findings().empty());
        for (std::size_t v = 0; v < body.skin().positions.size(); ++v) {
            const BodySide side = map.regions()[map.regionOfVertex()[v]].side;
            REQUIRE(side == (body.skin().positions[v].x >= -1e-3F ? BodySide::left : BodySide::right));
        }
        return map.areaMm2(0);
    };
    const float even = areaOfUp(10.0F);
    CHECK(even == Approx(pi * 50.0F * 50.0F).epsilon(0.02));
    CHECK(areaOfUp(20.0F) > even * 1.1F);
}

TEST_CASE("a seed without a landmark is reported with the region's place", "[regions]") {
    body::Body body;
    body.structures.push_back({"skin", BodySide::mid, body::StructureKind::skin, 1, {}, sphere(50.0F, 3)});
    atlas::Atlas atlas;
    atlas.regions.resize(1);
    atlas.regions[0].id = RegionId("lost");
    atlas.regions[0].place = {"regions.toml", 12, 3};
    atlas.regions[0].seeds = {dab("nowhere", 10.0F)};
    const RegionMap map(atlas, body, Surface(body.skin()));
    REQUIRE(map.findings().size() == 2);
    CHECK(map.findings()[0].text() == "regions.toml:12:3: this body has no landmark 'nowhere'");
    CHECK(map.findings()[1].what.find("'lost' has no seed") != std::string::npos);
    CHECK(map.regionOfVertex().front() == RegionMap::none);
}
