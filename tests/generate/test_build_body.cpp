// The body as the build makes it.
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "figures.h"

using namespace myo;
using namespace myo::generate;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the same figures give the same file, in another process as well", "[whole]") {
    const ScratchFile again("again.glb");
    REQUIRE(body::saveBody(buildBody(maleFigures(), "male"), again.path()));
    const std::string built = bytesOf(builtFile("male"));
    REQUIRE_FALSE(built.empty());
    CHECK((bytesOf(again.path()) == built));  // in brackets: the bytes would fill the screen
}
