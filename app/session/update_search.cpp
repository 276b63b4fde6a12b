// Search actions: words, filters, and the result that is taken.
#include <algorithm>
#include <utility>

#include "content/search_words.h"
#include "session/camera_views.h"
#include "session/updater.h"
#include "session/visibility.h"

namespace myo::session {

namespace {

constexpr std::size_t mostResults = 30;

}  // namespace

void Updater::searchAgain() {
    SearchState& search = state_.search;
    search.rows.clear();
    search.warnings.clear();
    search.ruleOut.clear();
    search.understood.clear();
    search.advice.clear();
    search.side.reset();
    search.highlighted = 0;
    search.leftOut = 0;
    search.previewing = false;
    if (!library_.search || !library_.atlas || search.text.empty()) {
        return;
    }
    // The filter picks from all results, as it has to say how many it left out.
    const std::size_t limit = search.filter.any() ? library_.atlas->muscles.size() : mostResults;
    search::SearchAnswer answer = library_.search->search(search.text, limit);
    search.understood = content::understoodWords(*library_.text, *library_.atlas, answer);
    search.side = answer.side;
    for (search::SearchResult& result : answer.results) {
        const atlas::Muscle* muscle = library_.atlas->find(result.muscle);
        if (muscle != nullptr && !passes(search.filter, *muscle, library_.body.get())) {
            ++search.leftOut;
        } else if (search.rows.size() < mostResults) {
            search.rows.push_back(
                {std::move(result.muscle), std::move(result.points), result.score, std::move(result.because)});
        }
    }
    if (answer.results.empty()) {
        search.advice = content::adviceWithoutResults(*library_.text, answer);
    }
    for (search::Danger& danger : answer.dangers) {
        search.warnings.push_back(std::move(danger.say));
    }
    search.ruleOut = std::move(answer.ruleOut);
    search.previewing = !search.rows.empty();
}

void Updater::turnToPreview() {
    const auto preview = previewedPoint(state_);
    const referral::ResolvedPoint* point = preview ? library_.find(*preview) : nullptr;
    if (point == nullptr || !state_.atHome || !library_.body || point->zones.empty()) {
        return;
    }
    glm::vec3 facing(0.0F);
    const std::vector<glm::vec3>& normals = library_.body->skin().normals;
    for (const std::uint32_t vertex : point->zones.front().footprint->vertices) {
        facing += normals[vertex];
    }
    const SnapView side = facing.z < 0.0F ? SnapView::posterior : SnapView::anterior;
    flyTo(snapView(side, library_.bounds, state_.viewportPx));
    state_.atHome = true;
}

void Updater::on(const SetSearchText& action) {
    if (action.text == state_.search.text) {
        return;
    }
    state_.search.text = action.text;
    state_.lastPanel = Panel::search;
    searchAgain();
    turnToPreview();
}

void Updater::on(const MoveHighlight& action) {
    const auto last = static_cast<int>(state_.search.rows.size()) - 1;
    state_.search.highlighted = std::clamp(state_.search.highlighted + action.step, 0, std::max(last, 0));
    state_.search.previewing = last >= 0;
    turnToPreview();
}

void Updater::on(const TakeResult& action) {
    const int index = action.index < 0 ? state_.search.highlighted : action.index;
    if (index < 0 || static_cast<std::size_t>(index) >= state_.search.rows.size()) {
        return;
    }
    state_.search.highlighted = index;
    const SearchState::Row row = state_.search.rows[static_cast<std::size_t>(index)];
    const auto* now = std::get_if<SidedPoint>(&state_.choice.selected);
    const Side side = state_.search.side.value_or(now != nullptr ? now->side : Side::left);
    const atlas::Muscle* muscle = library_.atlas ? library_.atlas->find(row.muscle) : nullptr;
    if (!row.points.empty()) {
        select(SidedPoint{row.points.front(), side}, true);
    } else if (muscle != nullptr && !muscle->points.empty()) {
        select(SidedPoint{muscle->points.front().id, side}, true);
    } else {
        select(SidedMuscle{row.muscle, toBodySide(side)}, true);
    }
}

void Updater::on(const FocusSearch& /*action*/) {
    if (state_.model.open()) {
        return;  // the dialogue has the place of the search, and a field of its own
    }
    closeQuiz();
    if (state_.paint.on) {
        on(SetPainting{false});
    }
    if (state_.presenting) {
        on(SetMode{Mode::explore});
    }
    state_.learning = false;
    state_.searchOpen = true;
    state_.lastPanel = Panel::search;
    state_.overlay = Overlay::none;
    ++state_.search.focusRequests;
}

void Updater::on(const SetFilter& action) {
    state_.search.filter = action.filter;
    searchAgain();
}

void Updater::on(const OpenFilters& action) {
    state_.search.filtersOpen = action.open;
    state_.searchOpen = state_.searchOpen || action.open;
    if (action.open) {
        state_.lastPanel = Panel::search;
    }
}

}  // namespace myo::session
