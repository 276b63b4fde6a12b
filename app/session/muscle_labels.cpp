#include "session/muscle_labels.h"

#include <algorithm>
#include <map>
#include <ranges>
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

// The sample nearest to the mean: a mean may lie beside a bent muscle.
glm::vec2 anchorOf(const Sight& sight) {
    glm::vec2 mean(0.0F);
    for (const glm::vec2& at : sight.seenAt) {
        mean += at / static_cast<float>(sight.seenAt.size());
    }
    return *std::min_element(sight.seenAt.begin(), sight.seenAt.end(), [&](const glm::vec2& a, const glm::vec2& b) {
        return glm::distance(a, mean) < glm::distance(b, mean);
    });
}

void arrangeColumn(std::vector<MuscleLabel>& column, float heightPx, float rowPx) {
    const auto room = static_cast<std::size_t>(std::max(heightPx / rowPx, 0.0F));
    std::stable_sort(column.begin(), column.end(), [](const auto& a, const auto& b) { return a.seen > b.seen; });
    column.resize(std::min(column.size(), room));
    std::stable_sort(column.begin(), column.end(),
                     [](const auto& a, const auto& b) { return a.anchorPx.y < b.anchorPx.y; });
    float lowest = rowPx * 0.5F;
    for (MuscleLabel& label : column) {
        label.middlePx = std::max(label.anchorPx.y, lowest);
        lowest = label.middlePx + rowPx;
    }
    float highest = heightPx - rowPx * 0.5F;
    for (MuscleLabel& label : column | std::views::reverse) {
        label.middlePx = std::min(label.middlePx, highest);
        highest = label.middlePx - rowPx;
    }
}

}  // namespace

std::vector<MuscleLabel> arranged(std::vector<MuscleLabel> labels, float heightPx, float rowPx) {
    const auto middle = std::stable_partition(labels.begin(), labels.end(), [](const auto& l) { return l.leftColumn; });
    std::vector<MuscleLabel> left(labels.begin(), middle);
    std::vector<MuscleLabel> right(middle, labels.end());
    arrangeColumn(left, heightPx, rowPx);
    arrangeColumn(right, heightPx, rowPx);
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

std::vector<MuscleLabel> muscleLabels(const AppState& state, const Library& library, float rowPx) {
    const bool closed = shownSkin(state) == render::SkinMode::opaque && state.choice.layers.cut.axis == CutAxis::none;
    if (!state.choice.layers.labels || state.moving || closed || !library.body || !library.caster || !library.atlas) {
        return {};
    }
    const float middle = static_cast<float>(state.viewportPx.x) * 0.5F;
    // A pair is named once, on the side where more of it is seen or, of equals, where there is more room.
    std::map<std::string, MuscleLabel> byName;
    int balance = 0;
    for (const Sight& sight : sights(state, library)) {
        MuscleLabel label;
        label.muscle = sight.muscle;
        label.text = targetWords(*library.atlas, SidedMuscle{sight.muscle.muscle, BodySide::mid});
        label.anchorPx = anchorOf(sight);
        label.leftColumn = label.anchorPx.x < middle;
        label.seen = static_cast<int>(sight.seenAt.size());
        const auto [known, fresh] = byName.try_emplace(sight.muscle.muscle.value, label);
        if (fresh) {
            balance += label.leftColumn ? 1 : -1;
            continue;
        }
        const bool alike = std::abs(known->second.seen - label.seen) * 4 < known->second.seen + label.seen;
        const bool roomier = known->second.leftColumn != label.leftColumn && (balance > 0) == known->second.leftColumn;
        if (alike ? roomier : label.seen > known->second.seen) {
            balance += (label.leftColumn ? 1 : -1) - (known->second.leftColumn ? 1 : -1);
            known->second = label;
        }
    }
    std::vector<MuscleLabel> labels;
    labels.reserve(byName.size());
    for (auto& [name, label] : byName) {
        labels.push_back(std::move(label));
    }
    return arranged(std::move(labels), static_cast<float>(state.viewportPx.y), rowPx);
}

}  // namespace myo::session
