// Nothing overlaps and nothing is cut off, from small to large windows.
#include <cmath>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "headless.h"
#include "ui/layout.h"

using namespace myo;
using namespace myo::session;

namespace {

// Texts as long as a diligent clinician writes them.
const Library& longWinded() {
    static const Library shared = [] {
        Library library = fixture::library();
        auto atlas = std::make_shared<atlas::Atlas>(*library.atlas);
        for (atlas::Muscle& muscle : atlas->muscles) {
            muscle.name += ", with a name that goes on and on until it has to be wrapped more than once";
            for (int i = 0; i < 20; ++i) {
                muscle.redFlags.push_back(
                    "A warning sign that is described at length, with everything that goes with it, "
                    "and Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente besides");
                muscle.reports.push_back("It hurts when I do this, and that, and even when I do nothing at all");
            }
        }
        library.atlas = atlas;
        for (int i = 0; i < 40; ++i) {
            library.problems.push_back({{"muscles/some_muscle_with_a_long_name.toml", 12, 34},
                                        "the landmark 'nowhere' does not exist",
                                        "did you mean 'somewhere'?"});
        }
        return library;
    }();
    return shared;
}

bool overlap(const ImGuiWindow& a, const ImGuiWindow& b) {
    constexpr float slack = 1.0F;
    return a.Pos.x + a.Size.x > b.Pos.x + slack && b.Pos.x + b.Size.x > a.Pos.x + slack &&
           a.Pos.y + a.Size.y > b.Pos.y + slack && b.Pos.y + b.Size.y > a.Pos.y + slack;
}

}  // namespace

TEST_CASE("every panel lies within the window, beside the others, and shows its contents in full width") {
    struct Case {
        glm::vec2 size;
        float scale;
    };
    for (const auto& [size, scale] :
         {Case{{1024, 640}, 1.0F}, Case{{1024, 640}, 1.5F}, Case{{1024, 640}, 2.0F}, Case{{1280, 800}, 1.0F},
          Case{{1920, 1080}, 1.25F}, Case{{2560, 1440}, 2.0F}, Case{{3840, 2160}, 1.0F}, Case{{3840, 2160}, 2.0F}}) {
        headless::Screen screen(longWinded(), size, scale);
        for (const Overlay sheet :
             {Overlay::none, Overlay::help, Overlay::evidence, Overlay::problems, Overlay::settings, Overlay::share}) {
            for (const Target& target :
                 {Target{}, Target{fixture::frontPoint()}, Target{SidedMuscle{MuscleId{"back_muscle"}, BodySide::left}},
                  Target{SidedRegion{RegionId{"belly"}, BodySide::left}}}) {
                screen.act(Select{target});
                screen.state.overlay = sheet;
                screen.frames(4);
                INFO(size.x << "x" << size.y << " at " << scale << ", sheet " << static_cast<int>(sheet) << ", "
                            << idText(target));
                std::vector<ImGuiWindow*> panels;
                for (ImGuiWindow* window : headless::shownWindows()) {
                    INFO(window->Name);
                    CHECK(window->Pos.x >= 0.0F);
                    CHECK(window->Pos.y >= 0.0F);
                    CHECK(window->Pos.x + window->Size.x <= size.x + 0.5F);
                    CHECK(window->Pos.y + window->Size.y <= size.y + 0.5F);
                    CHECK(window->ContentSize.x <= window->Size.x + 0.5F);
                    const std::string name = window->Name;
                    const bool panel = name[0] == '#' && name.find('/') == std::string::npos;
                    // The controls lie on the figure.
                    if (panel && name != "##shade" && name != "##controls") {
                        panels.push_back(window);
                    }
                    // What does not scroll has to fit in height as well.
                    if (panel && (window->Flags & ImGuiWindowFlags_NoScrollbar) != 0) {
                        CHECK(window->ContentSize.y <= window->Size.y + 0.5F);
                    }
                }
                for (std::size_t i = 0; i < panels.size(); ++i) {
                    for (std::size_t j = i + 1; j < panels.size(); ++j) {
                        INFO(panels[i]->Name << " and " << panels[j]->Name);
                        CHECK_FALSE(overlap(*panels[i], *panels[j]));
                    }
                }
            }
        }
    }
}

TEST_CASE("where there is room for one panel only, the one used last stays open") {
    AppState state = firstState({});
    const glm::vec2 small(1024.0F, 640.0F);
    CHECK(ui::layoutOf(small, 1.0F, state, 1).leftOpen);
    // Nothing to tell: the figure has the room of the right panel.
    CHECK_FALSE(ui::layoutOf(small, 1.0F, state, 1).rightOpen);
    CHECK(ui::layoutOf(small, 1.0F, state, 1).right.size.x == 0.0F);
    state.choice.selected = fixture::frontPoint();
    CHECK(ui::layoutOf(small, 1.0F, state, 1).leftOpen);
    CHECK(ui::layoutOf(small, 1.0F, state, 1).rightOpen);
    state.lastPanel = Panel::details;
    ui::Layout narrow = ui::layoutOf(small, 1.5F, state, 1);
    CHECK_FALSE(narrow.leftOpen);
    CHECK(narrow.rightOpen);
    state.lastPanel = Panel::search;
    narrow = ui::layoutOf(small, 1.5F, state, 1);
    CHECK(narrow.leftOpen);
    CHECK_FALSE(narrow.rightOpen);
}

TEST_CASE("the areas tile the window without gaps") {
    const AppState state = firstState({});
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
        for (const glm::vec2 size : {glm::vec2(1024, 640), glm::vec2(1366, 768), glm::vec2(3840, 2160)}) {
            const ui::Layout layout = ui::layoutOf(size, scale, state, 2);
            CHECK(layout.top.end().y == layout.viewport.at.y);
            CHECK(layout.left.end().x == layout.viewport.at.x);
            CHECK(layout.viewport.end().x == layout.right.at.x);
            CHECK(layout.right.end().x == size.x);
            CHECK(layout.viewport.end().y == layout.legend.at.y);
            CHECK(layout.legend.end().y == size.y);
            CHECK(layout.viewport.size.y > 100.0F);
        }
    }
}

TEST_CASE("the ranking of what was painted is in sight in a small window; in a high one the warnings stand open") {
    // A row answers to the pointer where it is seen.
    Library library = longWinded();
    library.matcher = std::make_shared<const referral::Matcher>(*library.referral);
    const auto firstRow = [&](const glm::vec2& size) {
        headless::Screen screen(library, size, 1.0F);
        screen.act(SetPainting{true});
        screen.act(PaintRegion{{RegionId{"chest"}, BodySide::left}});
        screen.frames(3);
        REQUIRE(screen.state.paint.answer);
        REQUIRE_FALSE(screen.state.paint.answer->cautions.empty());
        REQUIRE_FALSE(screen.state.paint.answer->rows.empty());
        for (float y = 50.0F; y < size.y; y += 4.0F) {
            ImGui::GetIO().MousePos = ImVec2(100.0F, y);
            screen.frames(2);
            if (!isNothing(screen.state.hovered)) {
                return y;
            }
        }
        return size.y;
    };
    const float low = firstRow({1024, 640});
    CHECK(low < 330.0F);
    CHECK(firstRow({1280, 1000}) > low + 20.0F);
}

TEST_CASE("the swatch of the primary zone is told from a light and from a dark panel in every palette") {
    const Library library = fixture::library();
    const auto luminance = [](ImU32 packed) {
        const ImVec4 color = ImGui::ColorConvertU32ToFloat4(packed);
        const auto linear = [](float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
        return 0.2126F * linear(color.x) + 0.7152F * linear(color.y) + 0.0722F * linear(color.z);
    };
    const auto contrast = [](float a, float b) { return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F); };
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
        for (int palette = 0; palette < 4; ++palette) {
            headless::Screen screen(library, {1280, 800}, 1.0F);
            screen.act(SetTheme{theme});
            screen.act(SetPalette{static_cast<PaletteChoice>(palette)});
            screen.act(Select{fixture::frontPoint()});
            screen.frames(3);
            const ImGuiWindow* legend = ImGui::FindWindowByName("##legend");
            REQUIRE(legend != nullptr);
            // The swatch comes first in the bar, before any letters; what is drawn last at its rim is what is seen.
            const auto ofSwatch = [](const ImDrawVert& vertex) {
                return vertex.pos.x > 10.0F && vertex.pos.x < 36.0F && vertex.col >> 24U == 255U;
            };
            float left = 36.0F;
            for (const ImDrawVert& vertex : legend->DrawList->VtxBuffer) {
                left = ofSwatch(vertex) ? std::min(left, vertex.pos.x) : left;
            }
            float rim = -1.0F;
            for (const ImDrawVert& vertex : legend->DrawList->VtxBuffer) {
                rim = ofSwatch(vertex) && vertex.pos.x < left + 1.0F ? luminance(vertex.col) : rim;
            }
            REQUIRE(rim >= 0.0F);
            const float panel = luminance(ImGui::ColorConvertFloat4ToU32(ui::colorsOf(theme).panel));
            INFO("theme " << static_cast<int>(theme) << ", palette " << palette);
            CHECK(contrast(rim, panel) >= 3.0F);
        }
    }
}

TEST_CASE("words are read on their ground, light and dark") {
    const auto luminance = [](const ImVec4& color) {
        const auto linear = [](float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
        return 0.2126F * linear(color.x) + 0.7152F * linear(color.y) + 0.0722F * linear(color.z);
    };
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
        const ui::Colors c = ui::colorsOf(theme);
        const std::vector<std::tuple<const char*, ImVec4, ImVec4>> pairs{
            {"text on panel", c.text, c.panel},
            {"text on raised", c.text, c.raised},
            {"text on chosen", c.text, c.accentSoft},
            {"dim on panel", c.dim, c.panel},
            {"dim on raised", c.dim, c.raised},
            {"dim on chosen", c.dim, c.accentSoft},
            {"link on panel", c.accent, c.panel},
            {"words on accent", c.onAccent, c.accent},
            {"amber on panel", c.caution, c.panel},
            {"amber on chosen", c.caution, c.accentSoft},
            {"amber on its ground", c.caution, c.cautionSoft},
            {"text on amber", c.text, c.cautionSoft},
            {"red on its ground", c.danger, c.dangerSoft},
            {"text on red", c.text, c.dangerSoft},
        };
        for (const auto& [name, ink, ground] : pairs) {
            const float a = luminance(ink);
            const float b = luminance(ground);
            INFO((theme == ThemeChoice::light ? "light, " : "dark, ") << name);
            CHECK((std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F) >= 4.5F);
        }
    }
}

TEST_CASE("the legend needs no more room with a zone than before, so that nothing jumps when one is chosen twice") {
    headless::Screen screen(longWinded(), {1024, 640}, 1.0F);
    screen.act(Select{fixture::frontPoint()});
    screen.frames(4);
    const float height = ImGui::FindWindowByName("##legend")->Size.y;
    screen.act(Select{});
    screen.frames(4);
    CHECK(ImGui::FindWindowByName("##legend")->Size.y == height);
}

TEST_CASE("without the icon font words stand in place of the signs") {
    ImGui::CreateContext();
    CHECK_FALSE(ui::loadFonts(*ImGui::GetIO().Fonts, 1.0F, ui::findInter(), {}).icons);
    ImGui::DestroyContext();
}
