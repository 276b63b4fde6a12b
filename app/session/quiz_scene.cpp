#include "session/quiz_scene.h"

#include <algorithm>

#include "session/compare.h"
#include "session/quiz_grade.h"
#include "session/quiz_progress.h"

namespace myo::session {

namespace {

using study::CardKind;

constexpr std::size_t mostPaints = 8;  // the renderer's limit

render::Marker quizDot(const AppState& state, const glm::vec3& place, const glm::vec3& color, bool chosen) {
    render::Marker marker;
    marker.position = place;
    marker.color = color;
    marker.radiusPx = 7.0F * state.pixelScale;
    marker.state = chosen ? render::MarkerState::selected : render::MarkerState::normal;
    return marker;
}

void addPaint(render::RenderScene& scene, const std::shared_ptr<const body::Footprint>& patch, const glm::vec3& color,
              render::Pattern pattern, float opacity) {
    if (patch && !patch->vertices.empty() && scene.zones.size() < mostPaints) {
        scene.zones.push_back({patch, color, pattern, opacity});
    }
}

// Zones side by side, each in a hue and pattern of its own.
void addLetters(const QuizState& quiz, const Library& library, render::RenderScene& scene) {
    const QuizQuestion& question = *quiz.question;
    for (std::size_t i = 0; i < question.shown.size(); ++i) {
        if (quiz.answer.alone && *quiz.answer.alone != i) {
            continue;
        }
        const auto* point = library.find({question.shown[i], question.side});
        const auto* zone = point != nullptr ? point->zone(atlas::Tier::primary) : nullptr;
        if (zone != nullptr) {
            const CompareLook look = compareLook(i);
            addPaint(scene, zone->footprint, look.color, look.pattern, 1.0F);
        }
    }
}

// The drawing in plum below what was missed and too much: hue and pattern tell the three apart.
void addJudgedDrawing(const AppState& state, const Library& library, render::RenderScene& scene) {
    const QuizResult& result = *state.quiz.result;
    scene.zones = zonePaint(library, truePoints(*state.quiz.question, library), state.settings.palette);
    if (scene.zones.size() + 2 > mostPaints) {
        scene.zones.resize(mostPaints - 2);
    }
    const QuizColors colors = quizColors();
    addPaint(scene, std::shared_ptr<const body::Footprint>(state.quiz.result, &result.missed), colors.missed,
             render::Pattern::crossed, 1.0F);
    addPaint(scene, std::shared_ptr<const body::Footprint>(state.quiz.result, &result.extra), colors.extra,
             render::Pattern::hatched, 0.9F);
}

// What is known, being learned, and new: a hue and a pattern for each.
void addMap(const AppState& state, render::RenderScene& scene) {
    scene.markers.clear();
    scene.zones.clear();
    const auto share = [&](const body::Footprint& patch) {
        return std::shared_ptr<const body::Footprint>(state.quiz.map, &patch);
    };
    const MapLooks looks = mapLooks();
    addPaint(scene, share(state.quiz.map->fresh), looks.fresh.color, looks.fresh.pattern, 0.8F);
    addPaint(scene, share(state.quiz.map->learning), looks.learning.color, looks.learning.pattern, 0.9F);
    addPaint(scene, share(state.quiz.map->known), looks.known.color, looks.known.pattern, 0.9F);
}

void addQuestionDots(const AppState& state, const Library& library, render::RenderScene& scene) {
    const QuizQuestion& question = *state.quiz.question;
    const bool told = state.quiz.page == QuizPage::told;
    const glm::vec3 own = render::zoneHues(state.settings.palette).marker;
    const bool shown = question.card.kind == CardKind::zone ||
                       (told && (question.card.kind == CardKind::points || question.card.kind == CardKind::muscle));
    if (shown) {
        for (const referral::ResolvedPoint* point : truePoints(question, library)) {
            scene.markers.push_back(quizDot(state, point->surface, own, true));
        }
    }
    for (const glm::vec3& place : state.quiz.answer.places) {
        scene.markers.push_back(quizDot(state, place, drawingColor(), false));
    }
    if (told && (question.card.kind == CardKind::origin || question.card.kind == CardKind::insertion)) {
        // A few of the places where it attaches.
        const std::vector<glm::vec3> all = attachmentOf(question, library);
        constexpr std::size_t few = 9;
        const std::size_t step = std::max<std::size_t>(1, all.size() / few);
        for (std::size_t i = 0; i < all.size(); i += step) {
            scene.markers.push_back(quizDot(state, all[i], own, true));
        }
    }
}

}  // namespace

QuizColors quizColors() {
    return {{0.62F, 0.22F, 0.00F}, drawingColor()};
}

void addQuiz(const AppState& state, const Library& library, render::RenderScene& scene) {
    if (state.quiz.page == QuizPage::progress && state.quiz.map && isNothing(state.choice.selected)) {
        addMap(state, scene);
        return;
    }
    if (!state.quiz.running()) {
        return;
    }
    const QuizQuestion& question = *state.quiz.question;
    const bool told = state.quiz.page == QuizPage::told;
    scene.markers.clear();
    switch (question.card.kind) {
        case CardKind::zone:
            if (told && state.quiz.result) {
                addJudgedDrawing(state, library, scene);
            }
            break;  // else the drawing is there already
        case CardKind::muscle:
            scene.zones = zonePaint(library, truePoints(question, library), state.settings.palette);
            break;
        case CardKind::lookAlikes:
            scene.zones.clear();
            addLetters(state.quiz, library, scene);
            break;
        case CardKind::points:
        case CardKind::complaint:
        case CardKind::origin:
        case CardKind::insertion:
        case CardKind::action:
        case CardKind::nerve:
            scene.zones.clear();
            break;
    }
    addQuestionDots(state, library, scene);
}

std::vector<Label> quizLabels(const AppState& state, const Library& library) {
    std::vector<Label> out;
    if (!state.quiz.running() || !library.body || state.quiz.question->card.kind != CardKind::lookAlikes) {
        return out;
    }
    const QuizQuestion& question = *state.quiz.question;
    const body::Mesh& skin = library.body->skin();
    for (std::size_t i = 0; i < question.shown.size(); ++i) {
        const auto* point = library.find({question.shown[i], question.side});
        const auto* zone = point != nullptr ? point->zone(atlas::Tier::primary) : nullptr;
        const bool hidden = state.quiz.answer.alone && *state.quiz.answer.alone != i;
        if (zone == nullptr || zone->footprint->vertices.empty() || hidden) {
            continue;
        }
        glm::vec3 middle(0.0F);
        for (const std::uint32_t vertex : zone->footprint->vertices) {
            middle += skin.positions[vertex];
        }
        middle /= static_cast<float>(zone->footprint->vertices.size());
        // A zone of several patches has its middle between them; the letter stands on one.
        const auto& vertices = zone->footprint->vertices;
        const auto nearest = std::min_element(vertices.begin(), vertices.end(), [&](std::uint32_t a, std::uint32_t b) {
            return glm::distance(skin.positions[a], middle) < glm::distance(skin.positions[b], middle);
        });
        if (const auto at = project(state.camera, state.viewportPx, skin.positions[*nearest])) {
            out.push_back({at->px, std::string(1, static_cast<char>('A' + i))});
        }
    }
    return out;
}

}  // namespace myo::session
