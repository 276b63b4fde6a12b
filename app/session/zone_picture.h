// A small picture of where a point's pain is felt, for lists: plain cells, so that it can be drawn without a renderer.
#pragma once

#include <cstdint>
#include <vector>

#include "body/body.h"
#include "referral/referral.h"

namespace myo::session {

/// What a cell shows; nothing is drawn where the body is not.
enum class ZoneCell : std::uint8_t { nothing, shaded, skin, lit, spillover, primary };

/// Cells of one kind beside each other: from..to - 1.
struct ZoneRun {
    std::uint8_t row = 0;
    std::uint8_t from = 0;
    std::uint8_t to = 0;
    ZoneCell kind = ZoneCell::nothing;

    friend bool operator==(const ZoneRun&, const ZoneRun&) = default;
};

struct ZonePicture {
    int cells = 0;  ///< on a side
    std::vector<ZoneRun> runs;

    friend bool operator==(const ZonePicture&, const ZonePicture&) = default;
};

/// The part of the body with the point's zones, from the side on which most of the primary one lies: its front, back,
/// left, right, from above or below. Spillover is a stipple of cells. A point without a zone gives no run.
/// \param cells 8..128 on a side. \pre skin is the one on which the point was resolved.
[[nodiscard]] ZonePicture zonePicture(const body::Mesh& skin, const referral::ResolvedPoint& point, int cells);

}  // namespace myo::session
