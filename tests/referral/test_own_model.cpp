#include <algorithm>
#include <cmath>
#include <map>

#include <catch2/catch.hpp>

#include "own_model/mesh_clean.h"
#include "own_model/register_model.h"
#include "real_body.h"
#include "referral/referral.h"

using namespace myo;
using namespace myo::testing;

namespace {

// Another person: coarser skin, 6 % slimmer and a little bent, in centimetres, z up.
glm::vec3 another(const glm::vec3& p) {
    const glm::vec3 slim(p.x * 0.94F, p.y, p.z * 0.94F);
    const glm::vec3 bent = slim + glm::vec3(0.0F, 0.0F, 8.0F * std::sin(p.y * 0.004F));
    return glm::vec3(bent.x, -bent.z, bent.y) * 0.1F;
}

using Coverage = std::map<std::pair<atlas::Tier, std::string>, float>;

Coverage coverageOf(const referral::ResolvedPoint& point) {
    Coverage covered;
    for (const referral::ResolvedZone& zone : point.zones) {
        for (const auto& entry : zone.coverage) {
            covered[{zone.tier, entry.region.text()}] = entry.covered;
        }
    }
    return covered;
}

}  // namespace

TEST_CASE("zones cover the same regions on a person's own model") {
    const auto male = realBody();
    const auto joints = body::readJoints(MYOATLAS_SOURCE_DIR "/assets/anatomy/joints_male.tsv");
    REQUIRE(joints.ok());
    own_model::ForeignModel model;
    model.file = "another.obj";
    model.skin = own_model::simplified(male->skin(), 40'000);
    for (glm::vec3& p : model.skin.positions) {
        p = another(p);
    }
    auto own = own_model::registerModel(own_model::BuiltInBody(male, joints.value()), model);
    REQUIRE(own.ok());
    CHECK(!own.value().quality.poor());

    const atlas::Atlas atlas = realAtlas();
    const referral::Referral before(atlas, male);
    const referral::Referral after(atlas, std::make_shared<const body::Body>(std::move(own.value().body)));
    CHECK(after.points().size() == before.points().size());
    double sum = 0.0;
    std::size_t count = 0;
    std::size_t far = 0;
    for (const referral::ResolvedPoint& point : before.points()) {
        const referral::ResolvedPoint* moved = after.find(point.id);
        INFO(point.id.text());
        REQUIRE(moved != nullptr);
        CHECK(moved->zones.size() == point.zones.size());
        Coverage all = coverageOf(point);
        const Coverage other = coverageOf(*moved);
        all.insert(other.begin(), other.end());
        const Coverage own = coverageOf(point);
        for (const auto& [key, ignored] : all) {
            const auto at = [&](const Coverage& coverage) {
                const auto found = coverage.find(key);
                return found == coverage.end() ? 0.0F : found->second;
            };
            const float difference = std::abs(at(own) - at(other));
            sum += static_cast<double>(difference);
            far += difference > 0.15F ? 1 : 0;
            ++count;
        }
    }
    REQUIRE(count > 1000);
    CHECK(sum / static_cast<double>(count) < 0.03);
    CHECK(static_cast<double>(far) < 0.05 * static_cast<double>(count));
}
