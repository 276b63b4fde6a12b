// The whole window's contents for one frame: panels read the state and answer with actions.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "core/text.h"
#include "session/action.h"
#include "session/library.h"
#include "session/state.h"
#include "session/zone_picture.h"
#include "ui/action_table.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace myo::ui {

/// What a frame is made from besides state and library.
struct FrameInput {
    ImTextureID picture = nullptr;       ///< the body, drawn before; bottom row first. nullptr = not yet
    float scale = 1.0F;                  ///< pixels per design pixel
    float zonesReady = 1.0F;             ///< 0..1 while zones are being resolved
    float modelReady = 0.0F;             ///< 0..1 while a model is being read or fitted
    std::string version;                 ///< of the program, for the about overlay
    std::vector<std::string> shortcuts;  ///< pressed since the last frame, e.g. "Ctrl+K"
};

/// Small pictures of zones, as they were made for one body at one size.
struct ZonePictures {
    std::shared_ptr<const referral::Referral> of;
    int cells = 0;
    std::map<std::string, session::ZonePicture> all;  ///< by the point's id
};

/// What widgets have to remember between frames; never anything that matters elsewhere.
struct Memory {
    std::string searchText;
    std::string sentText;  ///< the text that the state knows of
    int focusSeen = 0;
    int searchFrames = 0;  ///< for at most so many frames the search box may still be waiting for the keyboard
    glm::vec2 pressedAt{0.0F};
    bool dragged = false;
    glm::vec2 pointer{-1.0F};
    session::Target listHover;
    session::Target listed;  ///< what a list was scrolled to
    int listedAt = 0;
    session::Target shown;  ///< what the details were scrolled for
    std::optional<session::Tour> shownTour;
    session::CardTab shownTab = session::CardTab::pain;
    float rightInset = 0.0F;   ///< wrapped text ends so many pixels before the panel's edge
    int area = 0;              ///< which area F6 went to last
    bool walking = false;      ///< F6 was used after the mouse: a frame shows where the keyboard is
    glm::vec2 figureAt{0.0F};  ///< the body's picture's top left corner in the window, pixels
    bool brushing = false;     ///< the left button paints
    std::string drawingFile;
    std::string regionFilter;
    std::string quizWords;                                   ///< typed as an answer
    std::string examFile;                                    ///< a teacher's set, as typed
    std::string quizFilter;                                  ///< of the sets to choose from
    std::shared_ptr<const session::QuizQuestion> quizShown;  ///< the question that the panel was scrolled for
    session::QuizPage quizPage = session::QuizPage::closed;  ///< likewise
    std::string modelPath;
    /// Names and middles of the buttons of the dialogue that opens models, as they lay in the last frame.
    std::vector<std::pair<std::string, glm::vec2>> controls;
    ZonePictures pictures;
    Rect controlsAt;            ///< where the controls on the figure lie
    int legendRows = 1;         ///< as many as it ever needed at this size, so that nothing jumps under the pointer
    glm::vec2 legendFor{0.0F};  ///< the window's size, in design pixels, that they were counted for
    bool popupOpen = false;     ///< a list or menu hung open when the last frame ended: Escape closes that and no more
    session::Target menu;       ///< what the menu of the right button is about
    session::Target menuAsked;  ///< likewise, for one that opens with this frame
    bool menuWanted = false;
};

/// What the panels share while a frame is built.
struct Ui {
    const session::AppState& state;
    const session::Library& library;
    const FrameInput& input;
    const Fonts& fonts;
    const Colors& colors;
    const std::vector<ActionInfo>& commands;
    Memory& memory;
    std::vector<session::Action>& actions;

    [[nodiscard]] float px(float design) const { return design * input.scale; }
    /// A sentence of the library's table.
    [[nodiscard]] std::string text(std::string_view key, Text::Arguments arguments = {}) const {
        return (*library.text)(key, arguments);
    }
    void push(session::Action action) const { actions.push_back(std::move(action)); }
};

/// Builds the frame between ImGui::NewFrame() and ImGui::Render(). The viewport's size comes back as ResizeViewport
/// when it has changed.
[[nodiscard]] std::vector<session::Action> buildFrame(const session::AppState& state, const session::Library& library,
                                                      const FrameInput& input, const Fonts& fonts, Memory& memory);

// One file each.
void topBar(const Ui& ui, const Rect& place);
/// Stands in place of the search while one paints.
void paintPanel(const Ui& ui, const Rect& place);
/// Stands in place of the search while one learns: texts, tours, and all muscles.
void learnPanel(const Ui& ui, const Rect& place);
/// Stands in its place while one is asked, chooses what to learn, or looks at how far one has come.
void quizPanel(const Ui& ui, const Rect& place);
/// The way into the quiz, above texts and tours.
void quizDoor(const Ui& ui);
/// The parts of the quiz's panel: a question, its answer, how far one has come.
void quizQuestion(const Ui& ui);
void quizAnswer(const Ui& ui);
void quizProgress(const Ui& ui);
/// A teacher's exam: how it is opened, what it is about, what came of it.
void examField(const Ui& ui);
void examPage(const Ui& ui);
void examResult(const Ui& ui);
/// "Question 3 of 12, 14 minutes left", above an exam's question.
void examWay(const Ui& ui);
/// The brush's size, and regions by their names, for those who use no mouse.
void brushSize(const Ui& ui);
void regionChooser(const Ui& ui);
/// Stands in place of the search while a model is being opened.
void modelPanel(const Ui& ui, const Rect& place);
/// The ways in, while nothing is searched for: doors and situations.
void startPage(const Ui& ui);
/// The tours as pictures.
void situations(const Ui& ui);
/// All muscles by part of the body that pass the filters. Returns the one under the pointer.
[[nodiscard]] session::Target muscleList(const Ui& ui);
/// The landmarks that were clicked on it.
void landmarkMarks(const Ui& ui, const Rect& place);
/// The table of the pinned points, above the details.
void comparePanel(const Ui& ui);
void searchPanel(const Ui& ui, const Rect& place, bool open);
void detailsPanel(const Ui& ui, const Rect& place, bool open);
void viewport(const Ui& ui, const Rect& place);
/// Cube, depth, cut and what is drawn, at the right edge of the figure.
void viewControls(const Ui& ui, const Rect& figure);
/// Opens the menu of the right button for what is under the pointer, and shows it.
void contextMenu(const Ui& ui);
void legendBar(const Ui& ui, const Rect& place, bool compact);
/// A sentence over the figure that fades.
void noticeSheet(const Ui& ui, const Rect& figure);
/// Large words for an audience, and the pointer as a ring.
void presentation(const Ui& ui, const Rect& words);
void helpOverlay(const Ui& ui);
void evidenceOverlay(const Ui& ui);
void problemsOverlay(const Ui& ui);
void learnOverlay(const Ui& ui);
void aboutOverlay(const Ui& ui);
void settingsOverlay(const Ui& ui);
void shareOverlay(const Ui& ui);
void tourPanel(const Ui& ui);
void muscleLabels(const Ui& ui, const Rect& place);
/// What the picture leaves out, with ways to bring it back; over the view.
void viewChips(const Ui& ui, const Rect& place);

}  // namespace myo::ui
