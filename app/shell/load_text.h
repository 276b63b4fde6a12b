// The language that a person reads.
#pragma once

#include <memory>
#include <string>

#include "atlas/atlas.h"
#include "core/resources.h"
#include "core/text.h"

namespace myo::shell {

/// The atlas as a person reads it in that language: in the pseudo-language pseudo, else as it is written.
[[nodiscard]] std::shared_ptr<const atlas::Atlas> shownAtlas(std::shared_ptr<const atlas::Atlas> written,
                                                             const Text& text);

/// The table of a language: "en", or "en-XA" for the pseudo-language of the tests. The problem names the languages that
/// there are.
[[nodiscard]] Result<std::shared_ptr<const Text>> loadText(const Resources& resources, const std::string& language);

}  // namespace myo::shell
