// Small pictures of zones for lists.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/zone_picture.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

ZonePicture pictureOf(const SidedPoint& id) {
    return zonePicture(library().body->skin(), *library().find(id), 48);
}

// How many cells of a kind there are, and the mean column of them.
std::pair<int, float> cellsOf(const ZonePicture& picture, ZoneCell kind) {
    int count = 0;
    float sum = 0.0F;
    for (const ZoneRun& run : picture.runs) {
        for (int x = run.from; run.kind == kind && x < run.to; ++x) {
            ++count;
            sum += static_cast<float>(x);
        }
    }
    return {count, count > 0 ? sum / static_cast<float>(count) : 0.0F};
}

}  // namespace

TEST_CASE("a zone's small picture shows it on the body, in its middle, and both tiers apart") {
    const ZonePicture picture = pictureOf(fixture::backPoint());
    const auto [primary, column] = cellsOf(picture, ZoneCell::primary);
    CHECK(primary > 100);
    CHECK(primary < 48 * 48 / 2);
    CHECK(column == Approx(24.0F).margin(4.0));
    int body = 0;
    for (const ZoneCell kind : {ZoneCell::shaded, ZoneCell::skin, ZoneCell::lit}) {
        body += cellsOf(picture, kind).first;
    }
    CHECK(body > primary);
    for (const ZoneRun& run : picture.runs) {
        CHECK(run.from < run.to);
        CHECK(run.to <= 48);
        CHECK(run.row < 48);
    }
}

TEST_CASE("the small pictures of left and right mirror each other; equal points give equal pictures") {
    const ZonePicture left = pictureOf(fixture::backPoint());
    const ZonePicture right = pictureOf(fixture::backPoint(Side::right));
    CHECK(left == pictureOf(fixture::backPoint()));
    const int difference = cellsOf(left, ZoneCell::primary).first - cellsOf(right, ZoneCell::primary).first;
    CHECK(std::abs(difference) < 12);
    CHECK_FALSE(left == right);
}

TEST_CASE("a point without a zone has no picture") {
    referral::ResolvedPoint none;
    CHECK(zonePicture(library().body->skin(), none, 48).runs.empty());
}
