// Reads back what a frame shows: the letters that were drawn, from ImGui's vertices.
#pragma once

#include <string>
#include <vector>

#include <imgui.h>

namespace headless {

/// A letter on the screen.
struct DrawnLetter {
    unsigned code = 0;
    ImVec2 low, high;
    ImVec4 clip;           ///< what its draw command leaves of the window
    bool newWord = false;  ///< a blank or a new line stands before it
};

/// The letters that one window drew, in the order of drawing.
struct DrawnList {
    std::string window;  ///< name of the window
    std::vector<DrawnLetter> letters;
};

/// All letters of the last frame, window by window, without those that lie outside of their clip rectangle.
[[nodiscard]] std::vector<DrawnList> drawnLetters();

/// A code point as UTF-8.
[[nodiscard]] std::string utf8(unsigned code);

}  // namespace headless
