// Pain drawings as files: JSON, format 1.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"
#include "core/write_file.h"
#include "referral/pain_drawing.h"

namespace myo::referral {

/// What a file may hold at most; a drawing by hand stays far below.
struct DrawingLimits {
    static constexpr std::size_t strokes = 20000;
    static constexpr std::size_t points = 500000;                ///< of all strokes together
    static constexpr std::size_t bytes = std::size_t{64} << 20;  ///< of the file
    static constexpr float leastRadiusMm = 1.0F;
    static constexpr float mostRadiusMm = 150.0F;
};

/// `{"format": 1, "program": "myoatlas", "body": NAME, "body_kind": "built_in"|"body_file"|"own_model", "body_hash":
/// HASH, "strokes": [STROKE, ...]}`, where a body without a kind is a built-in one; a STROKE is
/// `{"level": 1..3, "radius_mm": R, "points": [[x, y, z], ...]}`, the same with `"erase": true` instead of a level,
/// or `{"level": 1..3, "region": "temple:right"}`. Millimetres in the body's frame.
[[nodiscard]] std::string drawingText(const PainDrawing& drawing);

/// Reads that text. The problem tells of broken JSON with its line, of a newer format, and of values that are missing,
/// no numbers or out of range, with the stroke they stand in; nothing is guessed. \param file names it in messages.
[[nodiscard]] Result<PainDrawing> parseDrawing(const std::string& text, const std::string& file);

/// "the body 'male'", "the model 'anna'", "the body file 'anna'": for messages of the command line.
[[nodiscard]] std::string bodyWords(const body::BodyIdentity& body);

[[nodiscard]] Result<PainDrawing> readDrawing(const std::filesystem::path& file);
/// Writes beside the file and then renames, so that a failure loses nothing of what was there.
[[nodiscard]] Result<bool> writeDrawing(const PainDrawing& drawing, const std::filesystem::path& file,
                                        FileRights rights = FileRights::usual);

/// The reason why a drawing was not painted on that body, if it was not. Needs nothing of the body but who it is.
[[nodiscard]] std::optional<Diagnostic> otherBody(const PainDrawing& drawing, const body::BodyIdentity& body,
                                                  const std::string& file);

/// The reason why a drawing cannot be shown on that body: painted on another one, regions that the atlas does not
/// have, or places far from its skin. Nothing if it fits.
[[nodiscard]] std::optional<Diagnostic> misfit(const PainDrawing& drawing, const body::BodyIdentity& body,
                                               const Referral& referral, const std::string& file);

}  // namespace myo::referral
