// Painting where it hurts: the brush, the drawing with its history, and what it says.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "referral/pain_drawing.h"
#include "session/pain_answer.h"

namespace myo::session {

/// A drawing and its skin, as undo brings them back. Never changed once made.
struct DrawingVersion {
    referral::PainDrawing drawing;
    referral::PaintedSkin skin;
};

/// A stroke on its way: from the press to the release.
struct GrowingStroke {
    std::vector<glm::vec3> points;
    std::optional<glm::vec2> lastPx;  ///< where the pointer was on the skin last
    referral::PaintedSkin skin;       ///< with what is painted so far

    friend bool operator==(const GrowingStroke&, const GrowingStroke&) = default;
};

struct PaintState {
    bool on = false;
    float radiusMm = 14.0F;
    int level = 2;
    bool erase = false;
    bool mirror = false;
    std::shared_ptr<const DrawingVersion> now;  ///< null = nothing was ever painted
    std::optional<GrowingStroke> growing;
    std::vector<std::shared_ptr<const DrawingVersion>> past;
    std::vector<std::shared_ptr<const DrawingVersion>> future;
    std::string leftFile;  ///< the drawing with which the program was ended the last time; "" = none, or dealt with
    std::shared_ptr<const PainAnswer> answer;  ///< to what is on the skin now; null = nothing painted

    static constexpr float leastRadius = 4.0F;
    static constexpr float mostRadius = 50.0F;
    static constexpr std::size_t longestHistory = 100;

    /// What is on the skin, with the stroke on its way.
    [[nodiscard]] referral::PaintedSkin skin() const;
    [[nodiscard]] std::size_t strokes() const { return now ? now->drawing.strokes.size() : 0; }
    /// True if it is the same drawing version: the history is compared by identity.
    friend bool operator==(const PaintState&, const PaintState&) = default;
};

}  // namespace myo::session
