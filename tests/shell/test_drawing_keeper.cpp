// What is painted outlives the program.
#include <filesystem>
#include <memory>

#include <catch2/catch.hpp>

#include "referral/drawing_file.h"
#include "shell/drawing_keeper.h"
#include "support/scratch_file.h"

using namespace myo;
namespace fs = std::filesystem;

namespace {

referral::PainDrawing drawing(int strokes) {
    referral::PainDrawing made;
    made.body = {body::BodyKind::builtIn, "male", "12"};
    for (int i = 0; i < strokes; ++i) {
        referral::PainStroke stroke;
        stroke.points = {glm::vec3(static_cast<float>(i), 2.0F, 3.0F)};
        made.strokes.push_back(std::make_shared<const referral::PainStroke>(stroke));
    }
    return made;
}

std::size_t strokesIn(const fs::path& file) {
    const auto read = referral::readDrawing(file);
    return read ? read.value().strokes.size() : 0;
}

// One life of the program.
fs::path leftBehind(const fs::path& folder) {
    return shell::DrawingKeeper(folder, {}).leftBehind();
}

}  // namespace

TEST_CASE("the newest drawing is on the disk when the program ends, and is offered at the next start") {
    const test::ScratchFolder folder("keeper");
    {
        shell::DrawingKeeper keeper(folder.path(), {});
        CHECK(keeper.leftBehind().empty());
        for (int strokes = 1; strokes <= 20; ++strokes) {
            keeper.keep(drawing(strokes));
        }
    }
    const fs::path left = leftBehind(folder.path());
    REQUIRE_FALSE(left.empty());
    CHECK(strokesIn(left) == 20);
    CHECK((fs::status(left).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(leftBehind(folder.path()) == left);  // nobody has taken it back yet
}

TEST_CASE("a drawing that was wiped away leaves nothing") {
    const test::ScratchFolder folder("keeper");
    {
        shell::DrawingKeeper keeper(folder.path(), {});
        keeper.keep(drawing(3));
        keeper.keep(drawing(0));
    }
    CHECK(leftBehind(folder.path()).empty());
}

TEST_CASE("a drawing left behind goes when it is dropped, and gives way to a newer one only") {
    const test::ScratchFolder folder("keeper");
    shell::DrawingKeeper(folder.path(), {}).keep(drawing(2));
    CHECK(strokesIn(leftBehind(folder.path())) == 2);
    shell::DrawingKeeper(folder.path(), {}).keep(drawing(5));
    CHECK(strokesIn(leftBehind(folder.path())) == 5);
    {
        shell::DrawingKeeper keeper(folder.path(), {});
        keeper.keep(drawing(4));
        keeper.dropLeftBehind();
    }
    CHECK(strokesIn(leftBehind(folder.path())) == 4);
    shell::DrawingKeeper(folder.path(), {}).dropLeftBehind();
    CHECK(leftBehind(folder.path()).empty());
}

TEST_CASE("with another body the drawing is set aside, and the new one does not take its place") {
    const test::ScratchFolder folder("keeper");
    {
        shell::DrawingKeeper keeper(folder.path(), {});
        keeper.keep(drawing(2));
        keeper.setAside();
        CHECK_FALSE(keeper.leftBehind().empty());
    }
    const fs::path left = leftBehind(folder.path());
    CHECK(strokesIn(left) == 2);
}

TEST_CASE("a folder that cannot be written is told once") {
    const test::ScratchFile file("no_folder", "a file");
    shell::DrawingKeeper keeper(file.path(), {});
    int told = 0;
    std::optional<Diagnostic> last;
    for (int strokes = 1; strokes <= 2; ++strokes) {
        keeper.keep(drawing(strokes));
        while (keeper.busy()) {
            if (const auto problem = keeper.problem()) {
                last = problem;
                ++told;
            }
        }
    }
    CHECK(told == 1);
    REQUIRE(last);
    CHECK(last->text().find("drawing.json") != std::string::npos);
}
