// The atlas in the pseudo-language of the tests.
#pragma once

#include "atlas/atlas.h"

namespace myo::atlas {

/// The same atlas with every field that a person reads in the pseudo-language en-XA (core/text.h); ids, and words that
/// stand for a choice (body part, kind, audience), stay as they are. People's names and nerve roots are accented
/// without brackets, as they are taken apart and put together again. It is for showing only: a search index is built
/// from the atlas as written, as people type what they know.
[[nodiscard]] Atlas pseudo(Atlas atlas);

}  // namespace myo::atlas
