#include "cli/window_status.h"

#include <stdexcept>

#include <fmt/format.h>

#include "session/pick.h"

namespace myo::cli {

WindowStatus::WindowStatus(const std::string& file) {
    if (!file.empty()) {
        out_.open(file);
        if (!out_) {
            throw std::runtime_error("the status file " + file + " can not be written");
        }
    }
}

void WindowStatus::line(const std::string& text) {
    if (out_.is_open()) {
        out_ << text << std::endl;
    }
}

void WindowStatus::ready() {
    line("ready");
}

void WindowStatus::changed(const session::AppState& state, const session::Library& library) {
    if (library.referral && !zonesReady_) {
        zonesReady_ = true;
        line("zones ready");
    }
    if (!(state.search.rows == last_.search.rows)) {
        std::string text = "results";
        for (const auto& row : state.search.rows) {
            text += " " + row.muscle.value;
        }
        line(text);
    }
    if (!(state.choice.selected == last_.choice.selected)) {
        line("selected " + (session::isNothing(state.choice.selected) ? "nothing" : idText(state.choice.selected)));
    }
    if (state.notice != last_.notice && !state.notice.empty()) {
        line("notice " + state.notice);
    }
    last_ = state;
}

void WindowStatus::idle(const session::AppState& state, const session::Library& library, const glm::vec2& origin,
                        int frames) {
    if (!out_.is_open() || frames == lastIdle_) {
        return;
    }
    lastIdle_ = frames;
    for (const session::ShownPoint& shown : session::shownPoints(state, library)) {
        const glm::vec2 at = origin + shown.screen.px;
        line(fmt::format("point {} {:.0f} {:.0f}", shown.point->id.text(), at.x, at.y));
    }
    line(fmt::format("idle {}", frames));
}

}  // namespace myo::cli
