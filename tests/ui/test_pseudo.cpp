// The window in the pseudo-language: every sentence comes from the table, and none is cut off.
#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include <catch2/catch.hpp>

#include "atlas/pseudo.h"
#include "drawn_text.h"
#include "headless.h"
#include "session/model_view.h"
#include "study/learner.h"

using namespace myo;
using namespace myo::session;
using headless::DrawnLetter;
using headless::DrawnList;

namespace {

// Searched in English, shown in the pseudo-language, with a tour and a guide.
const Library& libraryWithTour() {
    static const Library shared = [] {
        Library out = fixture::library();
        atlas::Atlas atlas = *out.atlas;
        atlas::Scenario tour;
        tour.id = ScenarioId{"egg_trouble"};
        tour.name = "Egg trouble";
        tour.summary = "The egg hurts in front and behind";
        tour.redFlags = {"A crack that grows"};
        tour.steps = {{fixture::frontPoint().point, "It is in front", "Keep it warm"},
                      {fixture::backPoint().point, "It is behind", "Keep it still"}};
        atlas.scenarios = {tour};
        atlas::Guide guide;
        guide.id = GuideId{"primer"};
        guide.name = "Primer";
        guide.audience = atlas::Audience::everyone;
        guide.sections = {{{}, "What it is", {"A first paragraph."}, {"A point"}, {}}};
        atlas.guides = {guide};
        atlas.reindex();
        out.matcher = std::make_shared<const referral::Matcher>(*out.referral);
        out.atlas = std::make_shared<const atlas::Atlas>(atlas::pseudo(std::move(atlas)));
        out.text = test::pseudoEnglish();
        return out;
    }();
    return shared;
}

struct View {
    const char* name;
    std::function<void(headless::Screen&)> show;
};

std::shared_ptr<const PlacedModel> digitsOnlyModel() {
    auto model = std::make_shared<PlacedModel>();
    model->file = "/1.2";
    model->statureMm = 1800.0F;
    model->fileTriangles = 24000;
    return model;
}

void openModel(headless::Screen& screen) {
    screen.act(ModelEvent{OpenModelDialog{}});
    FolderListing listing;
    listing.folder = "/1";
    listing.parent = "/";
    listing.folders = {"1", "2"};
    listing.files = {"1.2"};
    screen.act(ModelEvent{FolderListed{listing}});
}

void placeModel(headless::Screen& screen) {
    openModel(screen);
    screen.act(ModelEvent{ChooseModel{"1.2", {}, false}});
    screen.act(ModelEvent{ModelPlaced{digitsOnlyModel()}});
}

void paintChest(headless::Screen& screen) {
    screen.act(SetPainting{true});
    screen.act(PaintRegion{{RegionId{"chest"}, BodySide::left}});
    screen.act(PaintRegion{{RegionId{"belly"}, BodySide::left}});
}

// A quiz of one kind of question, with nothing learned yet.
void openQuiz(headless::Screen& screen, study::CardKind kind) {
    auto deck = std::make_shared<const std::vector<study::Card>>(
        study::makeDeck(*libraryWithTour().text, *libraryWithTour().atlas));
    const study::Moment now(std::chrono::seconds(1796155200));
    screen.act(Tick{1.0, now});
    screen.act(QuizEvent{QuizLearned{
        std::make_shared<const study::Learner>(deck, std::vector<study::Review>{}, study::LearnerOptions{}, now)}});
    screen.act(QuizEvent{QuizGoTo{QuizPage::choose}});
    screen.act(QuizEvent{QuizChoose{{}, {kind}}});
}

void askQuiz(headless::Screen& screen, study::CardKind kind) {
    openQuiz(screen, kind);
    screen.act(QuizEvent{QuizStart{}});
    screen.act(QuizEvent{QuizHint{}});
}

const std::vector<View>& views() {
    static const std::vector<View> all{
        {"start", [](headless::Screen&) {}},
        {"settings", [](headless::Screen& screen) { screen.act(ShowOverlay{Overlay::settings}); }},
        {"share", [](headless::Screen& screen) { screen.act(ShowOverlay{Overlay::share}); }},
        {"learning", [](headless::Screen& screen) { screen.act(SetMode{Mode::learn}); }},
        {"quiz's choice", [](headless::Screen& screen) { openQuiz(screen, study::CardKind::zone); }},
        {"quiz: paint", [](headless::Screen& screen) { askQuiz(screen, study::CardKind::zone); }},
        {"quiz: name", [](headless::Screen& screen) { askQuiz(screen, study::CardKind::complaint); }},
        {"quiz: place", [](headless::Screen& screen) { askQuiz(screen, study::CardKind::points); }},
        {"quiz's answer",
         [](headless::Screen& screen) {
             askQuiz(screen, study::CardKind::zone);
             screen.act(QuizEvent{QuizSubmit{}});
         }},
        {"quiz's end",
         [](headless::Screen& screen) {
             askQuiz(screen, study::CardKind::points);
             screen.act(QuizEvent{QuizGoTo{QuizPage::ended}});
         }},
        {"progress",
         [](headless::Screen& screen) {
             openQuiz(screen, study::CardKind::zone);
             screen.act(QuizEvent{QuizGoTo{QuizPage::progress}});
         }},
        {"exam",
         [](headless::Screen& screen) {
             openQuiz(screen, study::CardKind::zone);
             study::ExamSet set;
             set.title = libraryWithTour().atlas->muscles.front().name;
             set.minutes = std::chrono::minutes(5);
             screen.act(QuizEvent{ExamOpened{set, screen.state.quiz.learner->cards()}});
         }},
        {"exam's result",
         [](headless::Screen& screen) {
             openQuiz(screen, study::CardKind::zone);
             study::ExamSet set;
             set.title = libraryWithTour().atlas->muscles.front().name;
             set.minutes = std::chrono::minutes(5);
             screen.act(QuizEvent{ExamOpened{set, {screen.state.quiz.learner->cards().front()}}});
             screen.act(QuizEvent{ExamBegin{}});
             screen.act(QuizEvent{ExamSkip{}});
         }},
        {"presenting",
         [](headless::Screen& screen) {
             screen.act(Select{fixture::frontPoint()});
             screen.act(SetMode{Mode::present});
         }},
        {"kept back",
         [](headless::Screen& screen) {
             screen.act(SetMode{Mode::present});
             screen.state.keptBack = fixture::frontPoint();
         }},
        {"finding",
         [](headless::Screen& screen) {
             screen.act(Select{fixture::frontPoint()});
             screen.act(SetCardTab{CardTab::find});
         }},
        {"doubting",
         [](headless::Screen& screen) {
             screen.act(Select{fixture::frontPoint()});
             screen.act(SetCardTab{CardTab::evidence});
         }},
        {"told",
         [](headless::Screen& screen) { screen.act(SetNotice{(*libraryWithTour().text)("session.widespread")}); }},
        {"dark", [](headless::Screen& screen) { screen.act(SetTheme{ThemeChoice::dark}); }},
        {"results", [](headless::Screen& screen) { screen.act(SetSearchText{"back musc"}); }},
        {"filters",
         [](headless::Screen& screen) {
             screen.act(OpenFilters{true});
             screen.act(SetFilter{{{atlas::BodyPart::chest, false, true}, DepthChoice::superficial}});
         }},
        {"nothing left",
         [](headless::Screen& screen) {
             screen.act(SetSearchText{"back musc"});
             screen.act(SetFilter{{{atlas::BodyPart::hand, false, false}, DepthChoice::any}});
         }},
        {"point", [](headless::Screen& screen) { screen.act(Select{fixture::frontPoint()}); }},
        {"region",
         [](headless::Screen& screen) {
             screen.act(Select{SidedRegion{RegionId{"belly"}, BodySide::left}});
         }},
        {"cut",
         [](headless::Screen& screen) {
             Cut cut;
             cut.axis = CutAxis::coronal;
             screen.act(SetCut{cut});
         }},
        {"painting", [](headless::Screen& screen) { screen.act(SetPainting{true}); }},
        {"painted", paintChest},
        {"comparison",
         [](headless::Screen& screen) {
             screen.act(PinPoint{fixture::frontPoint()});
             screen.act(PinPoint{fixture::backPoint()});
         }},
        {"tour", [](headless::Screen& screen) { screen.act(StartTour{ScenarioId{"egg_trouble"}}); }},
        {"tour's stop",
         [](headless::Screen& screen) {
             screen.act(StartTour{ScenarioId{"egg_trouble"}});
             screen.act(StepTour{1});
         }},
        {"help", [](headless::Screen& screen) { screen.act(ShowOverlay{Overlay::help}); }},
        {"evidence", [](headless::Screen& screen) { screen.act(ShowOverlay{Overlay::evidence}); }},
        {"guide", [](headless::Screen& screen) { screen.act(OpenGuide{GuideId{"primer"}}); }},
        {"about", [](headless::Screen& screen) { screen.act(ShowOverlay{Overlay::about}); }},
        {"model", openModel},
        {"anatomy set",
         [](headless::Screen& screen) {
             openModel(screen);
             screen.act(ModelEvent{ChooseWhat{true}});
         }},
        {"model at work",
         [](headless::Screen& screen) {
             openModel(screen);
             screen.act(ModelEvent{ChooseModel{"1.2", {}, false}});
         }},
        {"model's place", placeModel},
        {"landmarks",
         [](headless::Screen& screen) {
             placeModel(screen);
             screen.act(ModelEvent{StartLandmarks{}});
         }},
        {"closed panels",
         [](headless::Screen& screen) {
             screen.act(OpenPanel{Panel::search, false});
             screen.act(OpenPanel{Panel::details, false});
         }},
    };
    return all;
}

struct Size {
    glm::vec2 window;
    float scale;
};
const std::vector<Size> sizes{{{1024, 640}, 1.0F}, {{1024, 640}, 1.75F}, {{1440, 900}, 1.0F}, {{1440, 900}, 1.75F}};

// What stays as it is in every language: the product's name, names of keys, units, and "et al.".
const std::set<std::string>& sameEverywhere() {
    static const std::set<std::string> words{"Myoatlas", "et",  "al",   "Ctrl",   "Shift",    "Left",
                                             "Right",    "Up",  "Down", "PageUp", "PageDown", "Home",
                                             "F",        "Esc", "mm",   "Escape", "Space"};
    return words;
}

// What a person typed: in the language in which the atlas is written.
const std::set<std::string>& searched() {
    static const std::set<std::string> words{"back", "musc", "Back", "muscle"};
    return words;
}

bool isPlain(unsigned code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

// The words with a plain letter in them, but single letters: these are keys.
std::vector<std::string> plainWords(const DrawnList& list) {
    std::vector<std::string> out;
    std::string word;
    bool accented = false;
    const auto close = [&] {
        if (word.size() > 1 && !accented && !sameEverywhere().contains(word)) {
            out.push_back(word);
        } else if (accented && !word.empty()) {
            out.push_back("partly " + word);
        }
        word.clear();
        accented = false;
    };
    for (const DrawnLetter& letter : list.letters) {
        if (letter.newWord || (!isPlain(letter.code) && letter.code < 0xC0U)) {
            close();
        }
        if (isPlain(letter.code)) {
            word += headless::utf8(letter.code);
        }
    }
    close();
    return out;
}

std::string around(const DrawnList& list, std::size_t at) {
    std::string out;
    for (std::size_t i = at; i < std::min(at + 40, list.letters.size()); ++i) {
        out += (list.letters[i].newWord && i > at ? " " : "") + headless::utf8(list.letters[i].code);
    }
    return out;
}

// A list that scrolls may end in the middle of a string.
bool scrolls(const std::string& name) {
    const ImGuiWindow* window = ImGui::FindWindowByName(name.c_str());
    return window != nullptr && window->ScrollMax.y > 0.0F;
}

bool insideAcross(const DrawnLetter& letter) {
    return letter.low.x >= letter.clip.x - 1.0F && letter.high.x <= letter.clip.z + 1.0F;
}
bool insideUpright(const DrawnLetter& letter) {
    return letter.low.y >= letter.clip.y - 2.0F && letter.high.y <= letter.clip.w + 2.0F;
}

// A bracket that is the name of a key stands alone on its cap.
bool isKey(const DrawnList& list, std::size_t at) {
    if (list.window.find("###help") == std::string::npos) {
        return false;
    }
    const auto apart = [&](std::size_t a, std::size_t b) {
        if (a >= list.letters.size() || b >= list.letters.size()) {
            return true;
        }
        const DrawnLetter& left = list.letters[a];
        const DrawnLetter& right = list.letters[b];
        const float em = right.high.y - right.low.y;
        return std::abs(left.high.y - right.high.y) > em || right.low.x < left.low.x || right.low.x - left.high.x > em;
    };
    return apart(at - 1, at) && apart(at, at + 1);
}

// Strings of which not both brackets are in sight.
std::vector<std::string> cutOff(const DrawnList& list) {
    std::vector<std::string> out;
    std::vector<std::size_t> open;
    const bool scrolling = scrolls(list.window);
    for (std::size_t i = 0; i < list.letters.size(); ++i) {
        const DrawnLetter& letter = list.letters[i];
        if ((letter.code != '[' && letter.code != ']') || isKey(list, i)) {
            continue;
        }
        if (!insideAcross(letter) || (!scrolling && !insideUpright(letter))) {
            out.push_back("outside: " + around(list, letter.code == '[' ? i : i - std::min<std::size_t>(i, 30)));
        }
        if (letter.code == '[') {
            open.push_back(i);
        } else if (!open.empty()) {
            open.pop_back();
        } else if (!scrolling) {
            out.push_back("no beginning: " + around(list, i - std::min<std::size_t>(i, 30)));
        }
    }
    for (const std::size_t i : open) {
        // What begins in the last lines of a list that scrolls goes on below them.
        const float lastLines = 8.0F * ImGui::GetIO().Fonts->Fonts[0]->FontSize;
        const bool atEnd = scrolling && list.letters[i].high.y > list.letters[i].clip.w - lastLines;
        if (!atEnd) {
            out.push_back("no end: " + around(list, i));
        }
    }
    return out;
}

// Strings that begin on top of another one. Names at dots of the body float and may touch.
std::vector<std::string> onTop(const DrawnList& list) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < list.letters.size() && list.window != "##figure"; ++i) {
        const DrawnLetter& start = list.letters[i];
        const bool covers =
            start.code == '[' &&
            std::any_of(
                list.letters.begin(), list.letters.begin() + static_cast<std::ptrdiff_t>(i),
                [&](const DrawnLetter& other) {
                    const float across = std::min(start.high.x, other.high.x) - std::max(start.low.x, other.low.x);
                    const float down = std::min(start.high.y, other.high.y) - std::max(start.low.y, other.low.y);
                    return across > 1.0F && down > 0.3F * (start.high.y - start.low.y);
                });
        if (covers) {
            out.push_back(around(list, i));
        }
    }
    return out;
}

std::set<std::string> complaints(const std::function<std::vector<std::string>(const DrawnList&)>& judge) {
    std::set<std::string> out;
    for (const auto& [size, scale] : sizes) {
        headless::Screen screen(libraryWithTour(), size, scale);
        const AppState first = screen.state;
        for (const View& view : views()) {
            screen.state = first;
            view.show(screen);
            screen.frames(5);
            for (const DrawnList& list : headless::drawnLetters()) {
                for (const std::string& word : judge(list)) {
                    out.insert(std::to_string(static_cast<int>(size.x)) + " at " + std::to_string(scale).substr(0, 4) +
                               ", " + view.name + ", " + list.window + ": " + word);
                }
            }
        }
    }
    return out;
}

std::string lines(const std::set<std::string>& all) {
    std::string out;
    for (const std::string& line : all) {
        out += line + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("letters are read back from what a frame draws") {
    headless::Screen screen(libraryWithTour(), {1024, 640}, 1.0F);
    screen.frames(3);
    std::string top;
    for (const DrawnList& list : headless::drawnLetters()) {
        if (list.window == "##top") {
            for (const DrawnLetter& letter : list.letters) {
                top += headless::utf8(letter.code);
            }
        }
    }
    CHECK(top.find("Myoatlas") == 0);
    CHECK(top.find("[Ļéáŕñ") != std::string::npos);
}

TEST_CASE("every letter of the pseudo-language is in the font") {
    headless::Screen screen(libraryWithTour(), {1024, 640}, 1.0F);
    const std::string all = pseudoWords("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char* at = all.c_str();
    while (*at != '\0') {
        unsigned code = 0;
        at += ImTextCharFromUtf8(&code, at, nullptr);
        for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) {
            INFO(headless::utf8(code));
            CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
        }
    }
}

TEST_CASE("every sentence that the window shows is in the table of sentences") {
    std::set<std::string> unused = searched();
    const std::set<std::string> plain = complaints([&](const DrawnList& list) {
        std::vector<std::string> out;
        for (const std::string& word : plainWords(list)) {
            const bool known = searched().contains(word);
            unused.erase(word);
            if (!known) {
                out.push_back(word);
            }
        }
        return out;
    });
    INFO(lines(plain));
    CHECK(plain.empty());
    // An exception that nothing needs would hide the next sentence.
    INFO("not needed: " << lines(unused));
    CHECK(unused.empty());
}

TEST_CASE("no sentence is cut off, though it is two fifths longer") {
    const std::set<std::string> cut = complaints(cutOff);
    INFO(lines(cut));
    CHECK(cut.empty());
}

TEST_CASE("no sentence runs into another one") {
    const std::set<std::string> covered = complaints(onTop);
    INFO(lines(covered));
    CHECK(covered.empty());
}
