#include "session/muscle_labels.h"

#include <algorithm>
#include <map>
#include <utility>

#include "session/pick.h"
#include "session/words.h"

namespace myo::session {

namespace {

// Samples over the picture's shorter side.
constexpr int samplesAcross = 64;
constexpr int leastSamples = 3;

struct Sight {
    SidedMuscle muscle;
    std::vector<glm::vec2> seenAt;
};

// What muscle is seen where, on a grid over the picture.
std::vector<Sight> sights(const AppState& state, const Library& library) {
    const std::vector<Shown> shown = shownStructures(state, library);
    const glm::vec2 size(state.viewportPx);
    const float step = std::max(std::min(size.x, size.y) / static_cast<float>(samplesAcross), 4.0F);
    std::map<std::pair<std::string, BodySide>, Sight> found;
    for (float y = step * 0.5F; y < size.y; y += step) {
        for (float x = step * 0.5F; x < size.x; x += step) {
            const Ray ray = rayThrough(state.camera, state.viewportPx, {x, y});
            const Target target = structureAlong(state, library, shown, ray, nullptr);
            if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
                Sight& sight = found[{muscle->muscle.value, muscle->side}];
                sight.muscle = *muscle;
                sight.seenAt.emplace_back(x, y);
            }
        }
    }
    std::vector<Sight> out;
    for (auto& [key, sight] : found) {
        if (sight.seenAt.size() >= leastSamples) {
            out.push_back(std::move(sight));
        }
    }
    return out;
}

// The samples' middle as one of them, since a mean may lie beside a bent muscle, and a few others all over it.
// \param cost of each of these places
void addAnchors(const Sight& sight, float cost, std::vector<LabelAnchor>& anchors) {
    glm::vec2 mean(0.0F);
    for (const glm::vec2& at : sight.seenAt) {
        mean += at / static_cast<float>(sight.seenAt.size());
    }
    std::vector<glm::vec2> byDistance = sight.seenAt;
    std::stable_sort(byDistance.begin(), byDistance.end(), [&](const glm::vec2& a, const glm::vec2& b) {
        return glm::distance(a, mean) < glm::distance(b, mean);
    });
    constexpr std::size_t most = 12;
    const std::size_t step = std::max<std::size_t>(byDistance.size() / most, 1);
    const float middle = glm::distance(byDistance.front(), mean);
    for (std::size_t i = 0; i < byDistance.size(); i += step) {
        anchors.push_back({byDistance[i], cost + glm::distance(byDistance[i], mean) - middle});
    }
}

}  // namespace

std::vector<NamedMuscle> namedMuscles(const AppState& state, const Library& library) {
    const bool closed = shownSkin(state) == render::SkinMode::opaque && state.choice.layers.cut.axis == CutAxis::none;
    if (!state.choice.layers.labels || state.moving || closed || !library.body || !library.caster || !library.atlas) {
        return {};
    }
    std::map<std::string, std::vector<Sight>> pairs;
    for (Sight& sight : sights(state, library)) {
        pairs[sight.muscle.muscle.value].push_back(std::move(sight));
    }
    std::vector<NamedMuscle> out;
    for (const auto& [id, pair] : pairs) {
        NamedMuscle named;
        named.text = targetWords(library, SidedMuscle{pair.front().muscle.muscle, BodySide::mid});
        for (const Sight& sight : pair) {
            named.seen = std::max(named.seen, static_cast<int>(sight.seenAt.size()));
        }
        for (const Sight& sight : pair) {
            // Of a pair, one that is hardly seen is pointed at only where there is no other way.
            constexpr float hardlySeen = 200.0F;
            const bool hardly = static_cast<int>(sight.seenAt.size()) * 2 < named.seen;
            addAnchors(sight, hardly ? hardlySeen : 0.0F, named.anchors);
        }
        out.push_back(std::move(named));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const NamedMuscle& a, const NamedMuscle& b) { return a.seen > b.seen; });
    return out;
}

std::vector<MuscleLabel> muscleLabels(const AppState& state, const Library& library, LabelRoom room,
                                      const std::function<float(const std::string&)>& widthPx) {
    if (state.quiz.asking()) {
        return {};  // names would tell the answer
    }
    room.sizePx = glm::vec2(state.viewportPx);
    std::vector<NamedMuscle> named = namedMuscles(state, library);
    std::vector<LabelWish> wishes;
    wishes.reserve(named.size());
    for (NamedMuscle& muscle : named) {
        wishes.push_back({widthPx(muscle.text), std::move(muscle.anchors)});
    }
    std::vector<MuscleLabel> out;
    for (const LabelPlace& place : placeLabels(wishes, room)) {
        out.push_back({named[place.wish].text, place});
    }
    return out;
}

}  // namespace myo::session
