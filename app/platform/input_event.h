// Input as plain values, so that it can be recorded and replayed.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace myo::platform {

enum class InputKind { pointer, button, wheel, key, character, resize, refresh, endOfFrame };

/// One thing that the user or the window system did. Unused fields are 0.
struct InputEvent {
    InputKind kind = InputKind::refresh;
    double x = 0.0;  ///< pointer: pixels from the window's top left; wheel: steps; resize: width in pixels
    double y = 0.0;
    int code = 0;  ///< button: 0 left, 1 right, 2 middle; key: GLFW key code; character: code point
    int scancode = 0;
    int action = 0;  ///< 1 pressed, 0 released, 2 repeated
    int mods = 0;    ///< GLFW modifier bits; character: those held with the key that typed it
    int label = 0;   ///< key, character: what the key types without Shift on its layout, a code point; 0 if nothing
    int latin = 0;   ///< key, character: the Latin character by which shortcuts know the key (latinOf), 0 if none

    friend bool operator==(const InputEvent&, const InputEvent&) = default;
};

/// One line of a recording: "pointer 10 20", "key 75 45 1 2 107 75".
[[nodiscard]] std::string toLine(const InputEvent& event);
/// Nothing if the line is not of that form.
[[nodiscard]] std::optional<InputEvent> fromLine(const std::string& line);

/// The frames of a recording, each with the events that it began with. The problem names the first line that cannot be
/// read.
using Recording = std::vector<std::vector<InputEvent>>;
[[nodiscard]] Result<Recording> readRecording(const std::filesystem::path& file);

/// Writes a recording while the window runs.
class Recorder {
public:
    /// \throw std::runtime_error if the file cannot be written.
    explicit Recorder(const std::filesystem::path& file);
    void frame(const std::vector<InputEvent>& events);

private:
    std::ofstream out_;
};

}  // namespace myo::platform
