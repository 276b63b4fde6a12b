// The pictures of cards, made without a window.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "cli/environment.h"
#include "study/anki_notes.h"

namespace myo::cli {

/// Draws the pictures as JPEG files of 512x640 into a folder. Those of muscles and points that the body does not have
/// are left out. \return the files that were made, in the order of the pictures
[[nodiscard]] Result<std::vector<std::filesystem::path>> drawCardPictures(
    const Environment& environment, std::shared_ptr<const atlas::Atlas> atlas, std::shared_ptr<const body::Body> body,
    const std::vector<study::CardPicture>& pictures, const std::filesystem::path& folder);

}  // namespace myo::cli
