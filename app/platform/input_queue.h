// Input that waits for its frame.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "platform/input_event.h"
#include "platform/shortcut.h"

namespace myo::platform {

/// Hands events out in their order, as many at a time as one frame can take in.
class InputQueue {
public:
    void add(const std::vector<InputEvent>& events) { waiting_.insert(waiting_.end(), events.begin(), events.end()); }
    void clear() { waiting_.clear(); }
    [[nodiscard]] bool empty() const { return waiting_.empty(); }

    /// The next frame's events, oldest first. At most one press or release of a button and one press of a key that
    /// types nothing, or a quick click or Enter would fall between two frames; and no Ctrl after what was typed, as
    /// text fields take nothing while it is held. \param endsFrame true for an event after which others mean something
    /// else, such as the key that leads into a text field: what follows has to wait for the next frame.
    [[nodiscard]] std::vector<InputEvent> take(const std::function<bool(const InputEvent&)>& endsFrame) {
        std::vector<InputEvent> now;
        bool typed = false;
        while (!waiting_.empty() && !(typed && pressesControl(waiting_.front()))) {
            now.push_back(waiting_.front());
            waiting_.pop_front();
            typed = typed || now.back().kind == InputKind::character;
            if (now.back().kind == InputKind::button || pressesCommandKey(now.back()) || endsFrame(now.back())) {
                break;
            }
        }
        return now;
    }

private:
    std::deque<InputEvent> waiting_;
};

}  // namespace myo::platform
