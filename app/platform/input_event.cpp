#include "platform/input_event.h"

#include <array>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace myo::platform {

namespace {

constexpr std::array<std::string_view, 8> kindNames = {"pointer",   "button", "wheel",   "key",
                                                       "character", "resize", "refresh", "frame"};

// Older recordings end before the layout's part.
void readLayout(std::istringstream& in, InputEvent& event) {
    if (!in.eof()) {
        in >> event.label >> event.latin;
    }
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
            out << ' ' << event.code << ' ' << event.scancode << ' ' << event.action << ' ' << event.mods << ' '
                << event.label << ' ' << event.latin;
            break;
        case InputKind::character:
            out << ' ' << event.code << ' ' << event.mods << ' ' << event.label << ' ' << event.latin;
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
            readLayout(in, event);
            break;
        case InputKind::character:
            in >> event.code;
            if (!in.eof()) {
                in >> event.mods;
                readLayout(in, event);
            }
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

}  // namespace myo::platform
