// Files are replaced whole or not at all.
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "core/parallel.h"
#include "core/write_file.h"
#include "support/scratch_file.h"

using namespace myo;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file is replaced and keeps its access rights; nothing is left beside it") {
    const test::ScratchFile file("kept.txt", "old");
    REQUIRE(::chmod(file.path().c_str(), 0640) == 0);
    REQUIRE(writeFile(file.path(), "new content"));
    CHECK(contentOf(file.path()) == "new content");
    struct stat status {};
    REQUIRE(::stat(file.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0640U);
    for (const auto& entry : std::filesystem::directory_iterator(file.path().parent_path())) {
        CHECK_FALSE(entry.path().string().starts_with(file.path().string() + "."));
    }
}

TEST_CASE("a link is followed") {
    const test::ScratchFile target("target.txt", "old");
    const test::ScratchFile link("link.txt");
    std::filesystem::create_symlink(target.path(), link.path());
    REQUIRE(writeFile(link.path(), "new"));
    CHECK(std::filesystem::is_symlink(link.path()));
    CHECK(contentOf(target.path()) == "new");
}

TEST_CASE("what cannot be written says so and leaves what was there") {
    CHECK(writeFile("/dev/full", "much").problem().text().find("/dev/full: the file cannot be written") == 0);
    CHECK(writeFile("/no/such/folder/file", "x").problem().text().find("/no/such/folder/file") == 0);
    CHECK_FALSE(writeFile(std::filesystem::temp_directory_path(), "x").ok());
}

TEST_CASE("a parallel loop reaches every item once and hands on what is thrown") {
    std::vector<int> hits(1000, 0);
    parallelFor(
        hits.size(), [&](std::size_t i) { ++hits[i]; }, 7);
    CHECK(hits == std::vector<int>(1000, 1));
    CHECK_THROWS_AS(parallelFor(
                        10,
                        [](std::size_t i) {
                            if (i == 3) {
                                throw std::runtime_error("three");
                            }
                        },
                        1),
                    std::runtime_error);
}
