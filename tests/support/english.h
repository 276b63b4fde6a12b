// The program's own sentences, for tests of what a person reads.
#pragma once

#include <memory>

#include "core/text.h"

namespace myo::test {

/// assets/text/en.toml, read once per program.
[[nodiscard]] std::shared_ptr<const Text> english();
/// The same in the pseudo-language.
[[nodiscard]] std::shared_ptr<const Text> pseudoEnglish();

}  // namespace myo::test
