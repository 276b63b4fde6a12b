// Names of muscles beside the picture: on a small body, as a layout of its own, and on both figures from all sides.
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include <glm/gtc/constants.hpp>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "fixture.h"
#include "session/muscle_labels.h"
#include "session/pick.h"
#include "session/words.h"

using namespace myo;
using namespace myo::session;

namespace {

LabelRoom roomOf(const glm::vec2& size) {
    LabelRoom room;
    room.sizePx = size;
    room.rowPx = 22.0F;
    room.heightPx = 19.0F;
    room.marginPx = 8.0F;
    room.dotPx = 5.0F;
    return room;
}

float widthOf(const std::string& text) {
    return std::min(6.5F * static_cast<float>(text.size()), 200.0F) + 12.0F;
}

bool overlap(const LabelBox& a, const LabelBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

// The line is walked instead of computed, so that the test does not repeat the code.
bool runsThrough(const LabelBox& box, const glm::vec2& from, const glm::vec2& to) {
    constexpr int steps = 400;
    for (int i = 0; i <= steps; ++i) {
        const glm::vec2 at = glm::mix(from, to, static_cast<float>(i) / steps);
        if (at.x > box.low.x && at.x < box.high.x && at.y > box.low.y && at.y < box.high.y) {
            return true;
        }
    }
    return false;
}

float apart(const LabelBox& box, const glm::vec2& place) {
    return glm::distance(glm::clamp(place, box.low, box.high), place);
}

void checkReadable(const std::vector<LabelPlace>& places, const LabelRoom& room) {
    for (const LabelPlace& label : places) {
        CHECK(std::abs(label.anchorPx.x - label.fromPx.x) <= 0.6F * room.sizePx.x);
        CHECK(label.box.low.x >= 0.0F);
        CHECK(label.box.low.y >= 0.0F);
        CHECK(label.box.high.x <= room.sizePx.x);
        CHECK(label.box.high.y <= room.sizePx.y);
        for (const LabelPlace& other : places) {
            // Three pixels: the dot's own radius, at least.
            CHECK(apart(label.box, other.anchorPx) > 3.0F);
            if (&label != &other) {
                CHECK_FALSE(overlap(label.box, other.box));
                CHECK_FALSE(runsThrough(label.box, other.fromPx, other.anchorPx));
            }
        }
    }
}

// A name that was left out would have fitted into a row that is still empty.
bool dropped(const LabelWish& wish, const std::vector<LabelPlace>& places, const LabelRoom& room) {
    const int rows = static_cast<int>(room.sizePx.y / room.rowPx);
    const float top = (room.sizePx.y - static_cast<float>(rows) * room.rowPx) * 0.5F;
    for (int row = 0; row < rows; ++row) {
        for (const bool left : {true, false}) {
            const float middle = top + (static_cast<float>(row) + 0.5F) * room.rowPx;
            const float x = left ? room.marginPx : room.sizePx.x - room.marginPx - wish.widthPx;
            std::vector<LabelPlace> with = places;
            with.emplace_back();
            LabelPlace& tried = with.back();
            tried.box = {{x, middle - room.heightPx * 0.5F}, {x + wish.widthPx, middle + room.heightPx * 0.5F}};
            tried.fromPx = {left ? tried.box.high.x : tried.box.low.x, middle};
            for (const LabelAnchor& anchor : wish.anchors) {
                tried.anchorPx = anchor.px;
                const float ahead = left ? anchor.px.x - tried.fromPx.x : tried.fromPx.x - anchor.px.x;
                bool fits = ahead > 8.0F && ahead < 0.6F * room.sizePx.x;
                for (std::size_t i = 0; i + 1 < with.size() && fits; ++i) {
                    // A little more room than is asked of names that are there.
                    fits = !overlap(tried.box, places[i].box) && apart(tried.box, places[i].anchorPx) > 8.0F &&
                           apart(places[i].box, anchor.px) > 8.0F &&
                           !runsThrough({tried.box.low - 1.0F, tried.box.high + 1.0F}, places[i].fromPx,
                                        places[i].anchorPx) &&
                           !runsThrough({places[i].box.low - 1.0F, places[i].box.high + 1.0F}, tried.fromPx, anchor.px);
                }
                if (fits) {
                    return true;
                }
            }
        }
    }
    return false;
}

std::shared_ptr<const body::Body> figure(const char* name) {
    const std::filesystem::path share = std::filesystem::path(MYOATLAS_BUILD_DIR) / "share" / "myoatlas";
    auto body = body::loadBody(share / "bodies" / (std::string("body_") + name + ".glb"));
    REQUIRE(body);
    return std::make_shared<const body::Body>(std::move(body).value());
}

// As in a close view of that place, or of the whole body.
AppState view(const Library& library, int turn, int distance) {
    constexpr std::array<const char*, 4> places{"patella", "c7_spinous", "radial_styloid", "umbilicus"};
    AppState state = fixture::start(library);
    state.viewportPx = {615, 641};
    for (const Action& action : {Action{ShowLabels{true}}, Action{SetDepth{turn % 3 + 1}}, Action{Tick{99.0}}}) {
        state = update(std::move(state), action, library).state;
    }
    state.moving = false;
    state.flight.reset();
    state.camera.yaw = static_cast<float>(turn) * glm::two_pi<float>() / 24.0F;
    state.camera.pitch = static_cast<float>(turn % 5 - 2) * 0.15F;
    state.camera.target = library.bounds.centre();
    state.camera.distanceMm = 3200.0F;
    if (distance > 0) {
        const std::string place = places.at(static_cast<std::size_t>(turn) % places.size());
        for (const auto& [key, at] : library.body->landmarks.all()) {
            if (key.first.value == place && key.second != BodySide::right) {
                state.camera.target = at;
            }
        }
        state.camera.distanceMm = distance == 1 ? 1100.0F : 420.0F;
    }
    return state;
}

}  // namespace

TEST_CASE("labels name what is in sight, never twice, and point at what a click there would hit") {
    const Library library = fixture::library();
    AppState state =
        fixture::after(fixture::start(library), {ShowPoints{false}, SetDepth{1}, ShowLabels{true}, Tick{9.0}}, library);
    state.camera = {{70.0F, 1100.0F, 109.0F}, 0.0F, 0.0F, 900.0F};
    std::set<std::string> names;
    for (const MuscleLabel& label : muscleLabels(state, library, roomOf({}), widthOf)) {
        CHECK(names.insert(label.text).second);
        const Target hit = pick(state, library, label.place.anchorPx);
        REQUIRE(std::holds_alternative<SidedMuscle>(hit));
        const MuscleId id = std::get<SidedMuscle>(hit).muscle;
        CHECK(targetWords(library, SidedMuscle{id, BodySide::mid}) == label.text);
    }
    CHECK(names.contains("Front muscle"));
    state = fixture::after(state, {SetDepth{0}, Tick{19.0}}, library);
    CHECK(muscleLabels(state, library, roomOf({}), widthOf).empty());
}

TEST_CASE("where one column has no room left, names go to the other, and those who choose first stay") {
    const LabelRoom room = roomOf({600.0F, 440.0F});
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 40; ++i) {
        // All of them nearer to the left edge, well below each other.
        wishes.push_back(
            {90.0F, {{{220.0F + static_cast<float>(i % 4) * 20.0F, 10.0F * static_cast<float>(i) + 20.0F}, 0.0F}}});
    }
    const auto places = placeLabels(wishes, room);
    checkReadable(places, room);
    const auto left = std::count_if(places.begin(), places.end(), [](const LabelPlace& p) { return p.left; });
    CHECK(left >= 15);
    CHECK(static_cast<long>(places.size()) - left >= 15);
    const auto first = std::find_if(places.begin(), places.end(), [](const LabelPlace& p) { return p.wish == 0; });
    CHECK(first != places.end());
    CHECK(placeLabels(wishes, roomOf({600.0F, 10.0F})).empty());
}

TEST_CASE("names in both figures: none overlaps, hides a dot or is crossed, and none is left out that has room") {
    const std::filesystem::path share = std::filesystem::path(MYOATLAS_BUILD_DIR) / "share" / "myoatlas";
    const auto context = atlas::loadContext(share / "anatomy");
    REQUIRE(context);
    Library library;
    library.atlas = std::make_shared<const atlas::Atlas>(atlas::loadAtlas(share / "data", context.value()).atlas);
    for (const char* name : {"male", "female"}) {
        library.setBody(figure(name));
        library.caster = std::make_shared<const body::RayCaster>(library.body->structures);
        std::size_t shown = 0;
        std::size_t seen = 0;
        for (int turn = 0; turn < 24; ++turn) {
            for (const int distance : {0, 1, 2}) {
                INFO(name << " turn " << turn << " distance " << distance);
                const AppState state = view(library, turn, distance);
                const LabelRoom room = roomOf(glm::vec2(state.viewportPx));
                std::vector<LabelWish> wishes;
                for (const NamedMuscle& muscle : namedMuscles(state, library)) {
                    wishes.push_back({widthOf(muscle.text), muscle.anchors});
                }
                const auto places = placeLabels(wishes, room);
                checkReadable(places, room);
                shown += places.size();
                seen += wishes.size();
                for (std::size_t i = 0; i < wishes.size(); ++i) {
                    if (std::none_of(places.begin(), places.end(), [&](const auto& p) { return p.wish == i; })) {
                        CHECK_FALSE(dropped(wishes[i], places, room));
                    }
                }
            }
        }
        INFO(name << ": " << shown << " of " << seen);
        CHECK(seen > 800);
        CHECK(shown * 10 > seen * 9);
    }
}
