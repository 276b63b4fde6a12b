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

TEST_CASE("the same figures give the same file") {
    const ScratchFile first("first.glb");
    const ScratchFile second("second.glb");
    const SkinSettings coarse{2.5, 8000, 1};
    REQUIRE(body::saveBody(buildBody(maleFigures(), "male", coarse), first.path()));
    REQUIRE(body::saveBody(buildBody(maleFigures(), "male", coarse), second.path()));
    CHECK(bytesOf(first.path()) == bytesOf(second.path()));
}
