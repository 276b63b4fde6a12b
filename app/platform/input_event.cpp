#include "platform/input_event.h"

#include <array>
#include <cctype>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace myo::platform {

namespace {

constexpr std::array<std::string_view, 8> kindNames = {"pointer",   "button", "wheel",   "key",
                                                       "character", "resize", "refresh", "frame"};

constexpr std::array<std::pair<int, std::string_view>, 15> namedKeys = {{{GLFW_KEY_ESCAPE, "Escape"},
                                                                         {GLFW_KEY_LEFT, "Left"},
                                                                         {GLFW_KEY_RIGHT, "Right"},
                                                                         {GLFW_KEY_UP, "Up"},
                                                                         {GLFW_KEY_DOWN, "Down"},
                                                                         {GLFW_KEY_HOME, "Home"},
                                                                         {GLFW_KEY_END, "End"},
                                                                         {GLFW_KEY_PAGE_UP, "PageUp"},
                                                                         {GLFW_KEY_PAGE_DOWN, "PageDown"},
                                                                         {GLFW_KEY_F1, "F1"},
                                                                         {GLFW_KEY_F2, "F2"},
                                                                         {GLFW_KEY_F3, "F3"},
                                                                         {GLFW_KEY_F6, "F6"},
                                                                         {GLFW_KEY_KP_ADD, "+"},
                                                                         {GLFW_KEY_KP_SUBTRACT, "-"}}};

std::string keyName(const InputEvent& event, bool ctrl) {
    for (const auto& [code, name] : namedKeys) {
        const bool typed = code == GLFW_KEY_KP_ADD || code == GLFW_KEY_KP_SUBTRACT;
        if (event.code == code && (ctrl || !typed)) {
            return std::string(name);
        }
    }
    // Without Ctrl a printable key is followed by its character event.
    if (ctrl && event.code > 32 && event.code < 127) {
        return std::string(1, static_cast<char>(event.code));
    }
    return {};
}

}  // namespace

std::string toLine(const InputEvent& event) {
    std::ostringstream out;
    out << kindNames.at(static_cast<std::size_t>(event.kind));
    switch (event.kind) {
        case InputKind::pointer:
        case InputKind::wheel:
        case InputKind::resize:
            out << ' ' << event.x << ' ' << event.y;
            break;
        case InputKind::button:
            out << ' ' << event.code << ' ' << event.action << ' ' << event.mods;
            break;
        case InputKind::key:
            out << ' ' << event.code << ' ' << event.scancode << ' ' << event.action << ' ' << event.mods;
            break;
        case InputKind::character:
            out << ' ' << event.code;
            break;
        case InputKind::refresh:
        case InputKind::endOfFrame:
            break;
    }
    return out.str();
}

std::optional<InputEvent> fromLine(const std::string& line) {
    std::istringstream in(line);
    std::string name;
    in >> name;
    InputEvent event;
    std::size_t kind = 0;
    while (kind < kindNames.size() && kindNames.at(kind) != name) {
        ++kind;
    }
    if (kind == kindNames.size()) {
        return std::nullopt;
    }
    event.kind = static_cast<InputKind>(kind);
    switch (event.kind) {
        case InputKind::pointer:
        case InputKind::wheel:
        case InputKind::resize:
            in >> event.x >> event.y;
            break;
        case InputKind::button:
            in >> event.code >> event.action >> event.mods;
            break;
        case InputKind::key:
            in >> event.code >> event.scancode >> event.action >> event.mods;
            break;
        case InputKind::character:
            in >> event.code;
            break;
        case InputKind::refresh:
        case InputKind::endOfFrame:
            break;
    }
    return in.fail() ? std::nullopt : std::optional(event);
}

Result<Recording> readRecording(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        return Diagnostic{{file.string()}, "the recording cannot be read", "a file written by --record"};
    }
    Recording frames(1);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const auto event = fromLine(line);
        if (!event) {
            return Diagnostic{{file.string(), number, 1}, "this is not an input event", "e.g. \"pointer 10 20\""};
        }
        if (event->kind == InputKind::endOfFrame) {
            frames.emplace_back();
        } else {
            frames.back().push_back(*event);
        }
    }
    return frames;
}

Recorder::Recorder(const std::filesystem::path& file) : out_(file) {
    if (!out_) {
        throw std::runtime_error("the recording " + file.string() + " cannot be written");
    }
}

void Recorder::frame(const std::vector<InputEvent>& events) {
    if (events.empty()) {
        return;
    }
    for (const InputEvent& event : events) {
        out_ << toLine(event) << '\n';
    }
    out_ << toLine({InputKind::endOfFrame}) << std::endl;
}

std::string shortcutOf(const InputEvent& event) {
    if (event.kind == InputKind::character) {
        return event.code > 32 && event.code < 127
                   ? std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(event.code))))
                   : std::string();
    }
    if (event.kind != InputKind::key || event.action == GLFW_RELEASE || (event.mods & GLFW_MOD_ALT) != 0) {
        return {};
    }
    const bool ctrl = (event.mods & GLFW_MOD_CONTROL) != 0;
    const std::string key = keyName(event, ctrl);
    if (key.empty()) {
        return {};
    }
    const bool shift = (event.mods & GLFW_MOD_SHIFT) != 0;
    return std::string(ctrl ? "Ctrl+" : "") + (shift ? "Shift+" : "") + key;
}

bool pressesControl(const InputEvent& event) {
    return event.kind == InputKind::key && event.action == GLFW_PRESS &&
           (event.code == GLFW_KEY_LEFT_CONTROL || event.code == GLFW_KEY_RIGHT_CONTROL);
}

bool pressesCommandKey(const InputEvent& event) {
    if (event.kind != InputKind::key || event.action != GLFW_PRESS) {
        return false;
    }
    const bool modifier = event.code >= GLFW_KEY_LEFT_SHIFT && event.code <= GLFW_KEY_RIGHT_SUPER;
    const bool named = event.code >= GLFW_KEY_ESCAPE && !modifier;
    return named || (!modifier && (event.mods & GLFW_MOD_CONTROL) != 0);
}

}  // namespace myo::platform
