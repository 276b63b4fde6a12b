// The language that a person reads.
#pragma once

#include <memory>
#include <string>

#include "core/resources.h"
#include "core/text.h"

namespace myo::shell {

/// The table of a language: "en", or "en-XA" for the pseudo-language of the tests. The problem names the languages that
/// there are.
[[nodiscard]] Result<std::shared_ptr<const Text>> loadText(const Resources& resources, const std::string& language);

}  // namespace myo::shell
