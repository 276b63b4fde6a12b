// Small parts that panels share.
#pragma once

#include <string>
#include <vector>

#include "ui/interface.h"

namespace myo::ui {

/// A fixed, borderless window that fills the place. \return false if nothing has to be drawn; endPanel() in any case.
bool beginPanel(const char* name, const Rect& place, ImGuiWindowFlags more = 0);
/// One that floats over the figure.
bool beginFloating(const char* name, const Rect& place, ImGuiWindowFlags more = 0);
void endPanel();
/// A panel's first line: its title, and a button at the right end. \return true if the button was pressed.
bool panelHead(const Ui& ui, const std::string& title, const std::string& button, const std::string& hint);

/// Words for an item whose identity does not hang on them: another language, or another number, is the same item.
[[nodiscard]] std::string labelled(const std::string& words, const char* id);
/// Words with line breaks where they would be wider than that, for items that do not wrap by themselves.
[[nodiscard]] std::string folded(const std::string& words, float widthPx);
/// The first of two that fits into a field of that width, else the second.
[[nodiscard]] std::string fitting(const std::string& full, const std::string& brief, float widthPx);
/// A box to tick whose words run over several lines where they have to.
bool checkbox(const Ui& ui, const std::string& words, const char* id, bool* on);
/// A heading that opens and closes what is below it; its words likewise.
bool foldingHeader(const Ui& ui, const std::string& words, const char* id, ImGuiTreeNodeFlags flags = 0);

/// A hint with the keys that do the same: "Larger brush  [Ctrl+Up]".
[[nodiscard]] std::string withKeys(const std::string& words, const std::string& keys);

/// A sign with its words, the sign alone, or the words alone where there is no icon font.
[[nodiscard]] std::string signWords(const Ui& ui, const char* icon, const std::string& words);
[[nodiscard]] std::string signAlone(const Ui& ui, const char* icon, const std::string& words);

/// One of several things of which one is so.
struct Segment {
    std::string words;
    const char* id = "";
    std::string hint;
    bool on = false;
    bool enabled = true;
};
/// Side by side, in rows where they do not fit beside each other. \return the one that was pressed, or -1.
int segments(const Ui& ui, const char* id, const std::vector<Segment>& all);
[[nodiscard]] float segmentsWidth(const Ui& ui, const std::vector<Segment>& all);

/// Words in a rounded frame, such as how well a pattern is known.
void badge(const Ui& ui, const std::string& words, const ImVec4& color);
/// A bar that is filled to that share (0..1).
void shareBar(const Ui& ui, float share, float widthPx);

/// A button for a command: its name, tooltip with shortcut, greyed out when disabled, pressed when active.
/// \param words instead of the command's name, unless empty.
void commandButton(const Ui& ui, const char* id, const std::string& words = {});
/// Design width of such a button with the current font.
[[nodiscard]] float buttonWidth(const Ui& ui, const std::string& label);

/// A thin line from one pixel to another, over the whole window.
void hairline(const Ui& ui, const glm::vec2& from, const glm::vec2& to);
/// Draws the outline that fields and boxes need; between push and pop.
void pushOutline(const Ui& ui);
void popOutline();
/// A button in the accent colour.
bool primaryButton(const Ui& ui, const std::string& label);
/// Text that leads somewhere. \return true when it was clicked or chosen by keyboard.
bool link(const Ui& ui, const std::string& label);

void wrapped(const Ui& ui, ImFont* font, const ImVec4& color, const std::string& text);
/// A tooltip with wrapped text for the last item.
void tooltip(const Ui& ui, const std::string& text);

/// A swatch as the zone of that tier looks on the skin: solid, or stippled.
void swatch(const Ui& ui, const glm::vec2& at, float size, atlas::Tier tier);
void swatch(const Ui& ui, const glm::vec2& at, float size, atlas::Tier tier, session::PaletteChoice palette);
/// A keycap like [Ctrl] in the help.
void keycap(const Ui& ui, const std::string& key);

/// Lays items of a row out from left to right and starts a new row when one does not fit.
class Flow {
public:
    Flow(float leftPx, float widthPx, float gapPx) : left_(leftPx), width_(widthPx), gap_(gapPx) {}
    /// Moves the cursor to where an item of that width goes.
    void item(float widthPx);
    [[nodiscard]] int rows() const { return rows_; }

private:
    float left_;
    float width_;
    float gap_;
    float used_ = 0.0F;
    int rows_ = 0;
};

/// A sentence to be read first, on a tinted ground, in the current font.
void cautionBox(const Ui& ui, const std::string& text);
/// A warning by its rank: an emergency red and with a sign, what has to be seen today amber, the rest quiet.
void warningBox(const Ui& ui, const std::string& text, atlas::Urgency urgency);
/// A row of two or three lines that is one button. \return true if chosen.
bool listRow(const Ui& ui, int id, const std::string& title, const std::string& second, bool highlighted);

/// Tells which row of a list the pointer or the keyboard is on, when it is another than in the frame before.
void pushHover(const Ui& ui, const session::Target& hovered);

/// A rail in place of a closed panel. \return true if it was opened.
bool closedRail(const Ui& ui, const char* name, const Rect& place, const std::string& hint, bool opensToRight);
/// A sheet over the window; call endOverlay() if it returned true. \param title may be labelled().
bool beginOverlay(const Ui& ui, const std::string& title, float designWidth);
void endOverlay();
/// A sheet that hangs below the bar at the top, at its right end; likewise.
bool beginPopover(const Ui& ui, const std::string& title, float designWidth);

}  // namespace myo::ui
