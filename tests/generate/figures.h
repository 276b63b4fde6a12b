// What the tests of the generator share: the project's figures, read once per program.
#pragma once

#include "generate/build_body.h"
#include "support/built_bodies.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

namespace myo::generate {

using namespace test;  // NOLINT(google-build-using-namespace): a test's own words

[[nodiscard]] const BodyFigures& maleFigures();
[[nodiscard]] const BodyFigures& femaleFigures();

}  // namespace myo::generate
