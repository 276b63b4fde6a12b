// Decides when to draw and when to sleep.
#pragma once

#include <algorithm>

namespace myo::session {

/// Nothing is drawn while nothing changes. After a change a few more frames follow, because widgets settle one frame
/// after the input that concerns them.
class FramePacer {
public:
    /// Something happened that may change the picture.
    void touch() { left_ = settleFrames; }
    /// True if the next frame must not wait for input. \param animating something moves by itself.
    [[nodiscard]] bool wantsFrame(bool animating) const { return animating || left_ > 0; }
    void drawn() { left_ = std::max(left_ - 1, 0); }

    static constexpr int settleFrames = 3;

private:
    int left_ = settleFrames;
};

}  // namespace myo::session
