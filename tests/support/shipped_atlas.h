// The atlas that the program ships, read once for all that only look at it.
#pragma once

#include "atlas/load.h"

namespace myo::test {

inline const atlas::Atlas& shipped() {
    static const atlas::Atlas loaded =
        atlas::loadAtlas(MYOATLAS_SOURCE_DIR "/data", atlas::loadContext(MYOATLAS_SOURCE_DIR "/assets/anatomy").value())
            .atlas;
    return loaded;
}

}  // namespace myo::test
