// Events reach the window in their order, a frame's worth at a time.
#include <string>

#include <catch2/catch.hpp>

#include "platform/input_queue.h"

using namespace myo::platform;

namespace {

InputEvent character(char letter) {
    InputEvent event;
    event.kind = InputKind::character;
    event.code = letter;
    return event;
}

bool isSlash(const InputEvent& event) {
    return shortcutsOf(event) == std::vector<std::string>{"/"};
}

std::string text(const std::vector<InputEvent>& events) {
    std::string out;
    for (const InputEvent& event : events) {
        out += static_cast<char>(event.code);
    }
    return out;
}

}  // namespace

TEST_CASE("what is typed after the key that opens a text field waits for the next frame, in order") {
    InputQueue queue;
    queue.add({character('a'), character('/'), character('h')});
    queue.add({character('e'), character('y')});
    CHECK(text(queue.take(isSlash)) == "a/");
    CHECK(text(queue.take(isSlash)) == "hey");
    CHECK(queue.empty());
    CHECK(queue.take(isSlash).empty());
}

TEST_CASE("a press and a release of a button never share a frame") {
    InputQueue queue;
    InputEvent press;
    press.kind = InputKind::button;
    press.action = 1;
    InputEvent release = press;
    release.action = 0;
    queue.add({press, release});
    CHECK(queue.take(isSlash) == std::vector{press});
    CHECK(queue.take(isSlash) == std::vector{release});
}

TEST_CASE("a quick Enter after quick typing is seen down before it is up") {
    constexpr int enter = 257;
    InputEvent press;
    press.kind = InputKind::key;
    press.code = enter;
    press.action = 1;
    InputEvent release = press;
    release.action = 0;
    InputQueue queue;
    queue.add({character('e'), character('y'), press, release, character('e')});
    CHECK(queue.take(isSlash) == std::vector{character('e'), character('y'), press});
    CHECK(queue.take(isSlash) == std::vector{release, character('e')});
}

TEST_CASE("what was typed just before Ctrl went down has a frame of its own") {
    InputEvent ctrl;
    ctrl.kind = InputKind::key;
    ctrl.code = 341;
    ctrl.action = 1;
    InputQueue queue;
    queue.add({character('g'), ctrl, character('x')});
    CHECK(text(queue.take(isSlash)) == "g");
    CHECK(queue.take(isSlash).front() == ctrl);
}

TEST_CASE("keys that type share a frame, unless Ctrl is held") {
    InputEvent a;
    a.kind = InputKind::key;
    a.code = 'A';
    a.action = 1;
    InputEvent shift = a;
    shift.code = 340;
    InputEvent ctrlA = a;
    ctrlA.mods = 2;
    InputQueue queue;
    queue.add({shift, a, ctrlA, a});
    CHECK(queue.take(isSlash).size() == 3);
    CHECK(queue.take(isSlash).size() == 1);
}
