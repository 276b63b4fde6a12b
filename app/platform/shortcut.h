// What a press of a key means as a shortcut, on any layout of the keyboard.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/input_event.h"

namespace myo::platform {

/// GLFW key code -> the character (code point) that the key types without Shift on the present layout. Keys that type
/// none, or only begin one, are left out.
using KeyLabels = std::map<int, int>;

/// The Latin character, capital if a letter, by which shortcuts know a key: the letter or digit that it types, or else
/// the character of its place on a US keyboard if the layout has no key for that one: so that no command is out of
/// reach on a Cyrillic or Greek layout, or where digits need Shift. 0 if it is known by what it types only. \param key
/// GLFW key code. With empty labels: the place on a US keyboard.
[[nodiscard]] int latinOf(int key, const KeyLabels& labels);

/// The shortcuts that a key or character event can mean, the likeliest first, e.g. {"Ctrl+K"}, {"F"}, {"?"},
/// {"Shift+Left"}; none if it means none. The first of them that is a shortcut of any command is meant.
/// Characters come from character events, so that they follow the layout; everything with Ctrl and all named keys come
/// from key events.
[[nodiscard]] std::vector<std::string> shortcutsOf(const InputEvent& event);

/// The key code by which a text field knows the key of a key event: its Latin letter's, so that Ctrl+C and its like
/// follow the layout; -1 for a key that has a letter's place but is no letter here; else the key's own.
[[nodiscard]] int textKeyOf(const InputEvent& event);

/// Whether a Ctrl key goes down.
[[nodiscard]] bool pressesControl(const InputEvent& event);

/// Whether a key goes down that types no character: Enter, Backspace, an arrow, or any key held with Ctrl.
[[nodiscard]] bool pressesCommandKey(const InputEvent& event);

}  // namespace myo::platform
