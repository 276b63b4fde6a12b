// Times what a user waits for, against a baseline in the same run. Prints one JSON document.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <glm/gtx/intersect.hpp>
#include <nlohmann/json.hpp>

#include "atlas/load.h"
#include "body/body.h"
#include "body/ray_caster.h"
#include "core/resources.h"
#include "drawings.h"
#include "referral/locate.h"
#include "referral/referral.h"
#include "search/search_index.h"
#include "timing.h"

namespace {

using namespace myo;
using Json = nlohmann::ordered_json;
using benchmark::summary;
using benchmark::timed;

std::vector<Ray> raysAtTheBody(const Aabb& bounds) {
    std::vector<Ray> rays;
    for (int i = 0; i < 32; ++i) {
        for (int j = 0; j < 32; ++j) {
            const glm::vec3 share((static_cast<float>(i) + 0.5F) / 32.0F, (static_cast<float>(j) + 0.5F) / 32.0F, 0.0F);
            const glm::vec3 place = bounds.low + (bounds.high - bounds.low) * share;
            rays.push_back({{place.x, place.y, 2000.0F}, {0.0F, 0.0F, -1.0F}});
        }
    }
    return rays;
}

// The baseline: every triangle of the skin tried.
bool bruteForce(const body::Mesh& skin, const Ray& ray) {
    bool hit = false;
    for (const Triangle& t : skin.triangles) {
        glm::vec2 barycentric{0.0F};
        float distance = 0.0F;
        hit |= glm::intersectRayTriangle(ray.origin, ray.direction, skin.positions[t[0]], skin.positions[t[1]],
                                         skin.positions[t[2]], barycentric, distance);
    }
    return hit;
}

Json picking(const body::Body& body) {
    const body::RayCaster caster(body.structures);
    const std::vector<Ray> rays = raysAtTheBody(body.skin().bounds());
    std::size_t hits = 0;
    const auto fast = timed(1024, [&](int i) { hits += caster.cast(rays[static_cast<std::size_t>(i)]) ? 1U : 0U; });
    const auto slow =
        timed(64, [&](int i) { hits += bruteForce(body.skin(), rays[static_cast<std::size_t>(i) * 16U]); });
    return {{"caster", summary(fast)},
            {"brute_force_on_skin_alone", summary(slow)},
            {"ratio_of_medians", slow[slow.size() / 2] / fast[fast.size() / 2]},
            {"hits", hits}};
}

// Every prefix of each query, as a person types it.
Json searching(const atlas::Atlas& atlas) {
    const search::SearchIndex index(atlas);
    const std::vector<std::string> queries{"headache behind the eye",
                                           "can't turn my head",
                                           "heel pain first steps in the morning",
                                           "pirifromis",
                                           "lev scap",
                                           "pins and needles in thumb",
                                           "pain down the outside of the leg",
                                           "tennis elbow",
                                           "right temple no headache",
                                           "low back pain when i get up"};
    std::vector<std::string> typed;
    for (const std::string& query : queries) {
        for (std::size_t length = 1; length <= query.size(); ++length) {
            typed.push_back(query.substr(0, length));
        }
    }
    std::size_t results = 0;
    const auto times = timed(static_cast<int>(typed.size()) * 4, [&](int i) {
        results += index.search(typed[static_cast<std::size_t>(i) % typed.size()], 20).results.size();
    });
    return {{"keystroke", summary(times)}, {"results", results}};
}

Json resolving(const atlas::Atlas& atlas, const std::shared_ptr<const body::Body>& body) {
    std::shared_ptr<const referral::Referral> last;
    const auto all = timed(3, [&](int) { last = std::make_shared<const referral::Referral>(atlas, body); });
    std::vector<std::vector<SidedRegion>> questions;
    for (const SidedRegion& region : last->regions().regions()) {
        questions.push_back({region});
    }
    std::size_t found = 0;
    const auto locating = timed(static_cast<int>(questions.size()), [&](int i) {
        found += referral::locate(questions[static_cast<std::size_t>(i)], *last, 20).size();
    });
    return {{"resolve_all_zones", summary(all)},
            {"points_both_sides", last->points().size()},
            {"footprints_mib", static_cast<double>(last->footprintBytes()) / 1048576.0},
            {"locate_one_region", summary(locating)},
            {"located", found},
            {"drawings", benchmark::drawingReport(atlas, *body, *last)}};
}

}  // namespace

int main() {
    const Resources resources = findResources(executablePath()).value();
    const atlas::DataContext context = atlas::loadContext(resources.anatomy).value();
    atlas::LoadedAtlas loaded;
    const auto loading = timed(5, [&](int) { loaded = atlas::loadAtlas(resources.data, context); });
    std::shared_ptr<const body::Body> body;
    const auto opening = timed(5, [&](int) {
        body = std::make_shared<const body::Body>(body::loadBody(resources.bodies / "body_male.glb").value());
    });
    const Json report{{"load_data", summary(loading)},     {"muscles", loaded.atlas.muscles.size()},
                      {"load_body", summary(opening)},     {"pick", picking(*body)},
                      {"search", searching(loaded.atlas)}, {"referral", resolving(loaded.atlas, body)}};
    std::cout << report.dump(2) << '\n';
    return 0;
}
