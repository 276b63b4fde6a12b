// A row of a list of what could be the cause.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets.h"

namespace myo::ui {

struct ResultRow {
    std::string title;                ///< in everyday words
    std::string second;               ///< the anatomical name; empty = none
    std::string reason;               ///< one line; empty = none
    std::optional<float> share;       ///< how well it fits, 0..1
    std::string standing;             ///< where the pattern is not a proven one, in a word or two; empty = it is
    const char* sign = nullptr;       ///< beside it
    std::optional<SidedPoint> point;  ///< whose zone is shown as a small picture
    bool marked = false;              ///< the keys are on it
    bool chosen = false;
};

/// The names of a muscle: its everyday one first.
[[nodiscard]] ResultRow rowOf(const Ui& ui, const MuscleId& muscle);
/// Adds a badge where the point's pattern is unverified, disputed or drawn by analogy.
void addStanding(const Ui& ui, const PointId& point, ResultRow& row);
/// The sign of a standing.
[[nodiscard]] const char* standingSign(atlas::EvidenceStatus status);

/// One button with all of it. \return true if chosen.
bool resultRow(const Ui& ui, int id, const ResultRow& row);

}  // namespace myo::ui
