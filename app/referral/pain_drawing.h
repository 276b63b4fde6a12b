// A drawing of where it hurts: strokes as a person painted them, and the skin that they colour.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "body/body_identity.h"
#include "body/footprint.h"
#include "core/ids.h"
#include "referral/referral.h"

namespace myo::referral {

/// How much it hurts, in words of the drawing: 1 a little, 2 a lot, 3 worst.
inline constexpr int painLevels = 3;

/// One stroke of the brush, or a whole region chosen by its name.
struct PainStroke {
    int level = 2;           ///< 1..painLevels
    float radiusMm = 12.0F;  ///< of the brush, measured along the skin
    bool erase = false;      ///< takes paint of every level away
    /// Places on the skin, mm. Each is a touch of the brush; nothing is filled in between two of them.
    std::vector<glm::vec3> points;
    /// Paints this region instead; a region without skin stands for the skin on which its glow lies.
    std::optional<SidedRegion> region;

    friend bool operator==(const PainStroke&, const PainStroke&) = default;
};

/// A plain value. Strokes are shared between the versions that undo keeps, and never null.
struct PainDrawing {
    body::BodyIdentity body;  ///< that was painted on
    std::vector<std::shared_ptr<const PainStroke>> strokes;

    /// True if both say the same, stroke for stroke.
    friend bool operator==(const PainDrawing& a, const PainDrawing& b);
};

/// The skin under a drawing: per level the painted patch, never null. Where levels meet, the strengths add to at
/// most 1.
struct PaintedSkin {
    std::array<std::shared_ptr<const body::Footprint>, painLevels> levels;

    PaintedSkin();
    /// True if nothing is painted at half strength or more.
    [[nodiscard]] bool empty() const;
    friend bool operator==(const PaintedSkin& a, const PaintedSkin& b);
};

/// Width of the soft edge of a brush of that radius, mm. It depends on the radius alone, so that touches painted one
/// by one give the same skin as the whole stroke at once.
[[nodiscard]] float brushSoftness(float radiusMm);

/// The skin after some more strokes. Regions that the body does not have, and places that are no numbers, are skipped.
[[nodiscard]] PaintedSkin paintOver(const PaintedSkin& skin, std::span<const std::shared_ptr<const PainStroke>> strokes,
                                    const Referral& referral);
[[nodiscard]] PaintedSkin paintOver(const PaintedSkin& skin, const PainStroke& stroke, const Referral& referral);

/// The skin under a whole drawing.
[[nodiscard]] PaintedSkin resolveDrawing(const PainDrawing& drawing, const Referral& referral);

/// The stroke on the other side of the body.
[[nodiscard]] PainStroke mirroredStroke(const PainStroke& stroke);

/// Regions of which at least a tenth is painted, or that hold at least a tenth of the paint; most paint first.
[[nodiscard]] std::vector<SidedRegion> paintedRegions(const PaintedSkin& skin, const Referral& referral);

}  // namespace myo::referral
