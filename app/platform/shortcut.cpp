#include "platform/shortcut.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace myo::platform {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 18> namedKeys = {{{GLFW_KEY_ESCAPE, "Escape"},
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
                                                                         {GLFW_KEY_F4, "F4"},
                                                                         {GLFW_KEY_F5, "F5"},
                                                                         {GLFW_KEY_F6, "F6"},
                                                                         {GLFW_KEY_F7, "F7"},
                                                                         {GLFW_KEY_F8, "F8"},
                                                                         {GLFW_KEY_ENTER, "Enter"}}};

bool isDigit(int c) {
    return c >= '0' && c <= '9';
}

bool isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isAlnum(int c) {
    return isLetter(c) || isDigit(c);
}

bool isVisibleAscii(int c) {
    return c > ' ' && c < 127;
}

int capital(int c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}

// GLFW's codes of keys that type are the characters of a US keyboard, letters as capitals.
bool types(int key) {
    return isVisibleAscii(key);
}

// What a US keyboard types with Shift; the character itself if that is a letter, or nothing is known.
int shifted(int c) {
    constexpr std::string_view plain = "1234567890-=[];'\\,./`";
    constexpr std::string_view raised = "!@#$%^&*()_+{}:\"|<>?~";
    const auto at = plain.find(static_cast<char>(c));
    return at != std::string_view::npos ? raised[at] : c;
}

// Whether a key types that letter or digit.
bool hasKeyFor(int c, const KeyLabels& labels) {
    return std::any_of(labels.begin(), labels.end(), [&](const auto& each) { return capital(each.second) == c; });
}

// The letter or digit that a key stands for.
int letterOrDigitOf(int key, const KeyLabels& labels) {
    const auto label = labels.find(key);
    if (label != labels.end() && isAlnum(label->second)) {
        return capital(label->second);
    }
    return isAlnum(key) && !hasKeyFor(key, labels) ? key : 0;
}

std::string_view nameOf(int key) {
    const auto found =
        std::find_if(namedKeys.begin(), namedKeys.end(), [&](const auto& each) { return each.first == key; });
    return found != namedKeys.end() ? found->second : std::string_view();
}

void add(std::vector<std::string>& out, const std::string& modifiers, int c) {
    const std::string shortcut = modifiers + static_cast<char>(capital(c));
    if (isVisibleAscii(c) && std::find(out.begin(), out.end(), shortcut) == out.end()) {
        out.push_back(shortcut);
    }
}

std::vector<std::string> ofCharacter(const InputEvent& event) {
    std::vector<std::string> out;
    const bool asLabelled = event.code == event.label;
    if (asLabelled && isAlnum(event.latin)) {
        add(out, {}, event.latin);
    }
    add(out, {}, event.code);
    // A digit's place with Shift or AltGr means what it types.
    if (!isAlnum(event.code) && !isDigit(event.latin) && event.latin != capital(event.label)) {
        add(out, {}, (event.mods & GLFW_MOD_SHIFT) != 0 ? shifted(event.latin) : event.latin);
    }
    return out;
}

std::vector<std::string> withControl(const InputEvent& event) {
    std::vector<std::string> out;
    const bool shift = (event.mods & GLFW_MOD_SHIFT) != 0;
    const std::string modifiers = shift ? "Ctrl+Shift+" : "Ctrl+";
    if (event.code == GLFW_KEY_KP_ADD || event.code == GLFW_KEY_KP_SUBTRACT) {
        add(out, modifiers, event.code == GLFW_KEY_KP_ADD ? '+' : '-');
        return out;
    }
    // Recordings that do not know the layout were made on a US one.
    const bool known = event.label != 0 || event.latin != 0;
    const int latin = known ? event.latin : types(event.code) ? event.code : 0;
    if (isAlnum(latin)) {
        add(out, modifiers, latin);
    }
    add(out, modifiers, event.label);
    add(out, modifiers, latin);
    const bool asOnUs = latin == event.code || event.label == event.code;
    if (shift && types(event.code) && asOnUs && !isAlnum(event.code)) {
        add(out, "Ctrl+", shifted(event.code));  // Ctrl and "+", which needs Shift there
    }
    return out;
}

}  // namespace

int latinOf(int key, const KeyLabels& labels) {
    if (!types(key)) {
        const auto label = labels.find(key);
        return label != labels.end() && isAlnum(label->second) ? capital(label->second) : 0;
    }
    if (const int c = letterOrDigitOf(key, labels); c != 0 || isAlnum(key)) {
        return c;
    }
    // A character that shares its key with a digit's place has no key of its own: French "-" is on the 6.
    const bool elsewhere = std::any_of(labels.begin(), labels.end(), [&](const auto& each) {
        return each.second == key && letterOrDigitOf(each.first, labels) == 0;
    });
    return elsewhere ? 0 : key;
}

std::vector<std::string> shortcutsOf(const InputEvent& event) {
    if (event.kind == InputKind::character) {
        return ofCharacter(event);
    }
    if (event.kind != InputKind::key || event.action == GLFW_RELEASE || (event.mods & GLFW_MOD_ALT) != 0) {
        return {};
    }
    const bool control = (event.mods & GLFW_MOD_CONTROL) != 0;
    if (const std::string_view name = nameOf(event.code); !name.empty()) {
        const bool shift = (event.mods & GLFW_MOD_SHIFT) != 0;
        return {std::string(control ? "Ctrl+" : "") + (shift ? "Shift+" : "") + std::string(name)};
    }
    // Without Ctrl a key that types is followed by its character event.
    return control ? withControl(event) : std::vector<std::string>{};
}

int textKeyOf(const InputEvent& event) {
    if (isLetter(event.latin)) {
        return event.latin;
    }
    return isLetter(event.code) && event.label != 0 ? GLFW_KEY_UNKNOWN : event.code;
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
