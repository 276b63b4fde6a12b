// Opening a figure of one's own: what the dialogue knows, and the words between it and whoever does the work.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/glm.hpp>

#include "own_model/model_landmarks.h"
#include "session/folder_listing.h"

namespace myo::session {

/// The dialogue's pages: choose a file, see how it stands, click landmarks.
enum class FigureStep { closed, choose, place, landmarks };

/// What is being worked at in the background.
enum class FigureWork { none, reading, placing, fitting, anatomySet, builtIn };

/// How the built-in body is laid into the figure.
enum class FitWay { automatic, clicked };

/// A figure that was read and stands in a frame. Never changed once made.
struct PlacedFigure {
    std::string file;
    own_model::ModelFrame frame;
    float statureMm = 0.0F;
    std::size_t fileTriangles = 0;
    std::vector<std::string> notes;     ///< what was left out of the file, a sentence each
    own_model::ClickedLandmarks saved;  ///< from the landmark file beside the model; empty if there is none

    /// True if unit or facing could only be guessed.
    [[nodiscard]] bool unsure() const { return !frame.notes.empty(); }
};

struct FigureDialog {
    FigureStep step = FigureStep::closed;
    bool anatomySet = false;  ///< muscles and bones are looked for, not a figure
    FolderListing listing;
    std::string file;                            ///< the one that is being opened
    own_model::FrameOptions wanted;              ///< what the user knows better
    std::shared_ptr<const PlacedFigure> placed;  ///< null until the file was read
    bool goOn = false;                           ///< is to be fitted at once if it is clear how it stands
    own_model::ClickedLandmarks clicks;          ///< in the file's coordinates
    std::size_t at = 0;                          ///< the landmark that is asked for; 12 = all were
    bool showFit = true;                         ///< shows the built-in body in the figure, from three clicks on
    FigureWork work = FigureWork::none;
    std::string problem;  ///< one sentence on what went wrong last

    [[nodiscard]] bool open() const { return step != FigureStep::closed; }
    [[nodiscard]] bool busy() const { return work != FigureWork::none; }
    /// True while the figure itself is shown in place of the body.
    [[nodiscard]] bool previewing() const {
        return placed && (step == FigureStep::place || step == FigureStep::landmarks);
    }
    [[nodiscard]] bool complete() const { return clicks.size() == own_model::landmarkPrompts().size(); }

    friend bool operator==(const FigureDialog&, const FigureDialog&) = default;
};

// What happens to the dialogue.
struct OpenFigureDialog {};
struct CloseFigureDialog {};
struct ChooseWhat {
    bool anatomySet;
};
struct GoToFolder {
    std::string folder;
};  ///< empty = where one was last
struct FolderListed {
    FolderListing listing;
};
struct ReadFigure {
    std::string file;
    own_model::FrameOptions frame;
    bool goOn;
};
struct FigurePlaced {
    std::shared_ptr<const PlacedFigure> figure;
};
struct SetFrame {
    own_model::FrameOptions frame;
};
struct BackToPage {
    FigureStep step;
};
struct StartLandmarks {};
struct GoToLandmark {
    std::size_t index;
};
struct LandmarkBack {};  ///< takes the last click back
struct SkipLandmark {};  ///< \see canSkip
struct RestartLandmarks {};
struct ShowFit {
    bool on;
};
struct FitFigure {
    FitWay way;
};
struct UseAnatomySet {
    std::string path;
};
struct UseBuiltIn {
    std::string name;
};  ///< "male" or "female"
struct FigureArrived {
    std::string sentence;
};  ///< the new body is in the library
struct FigureFailed {
    std::string sentence;
};  ///< the body stays as it was
struct CancelFigureWork {};

struct FigureEvent {
    std::variant<OpenFigureDialog, CloseFigureDialog, ChooseWhat, GoToFolder, FolderListed, ReadFigure, FigurePlaced,
                 SetFrame, BackToPage, StartLandmarks, GoToLandmark, LandmarkBack, SkipLandmark, RestartLandmarks,
                 ShowFit, FitFigure, UseAnatomySet, UseBuiltIn, FigureArrived, FigureFailed, CancelFigureWork>
        what;
};

// What has to be done for it; answered by the events above.
struct ListFolder {
    std::string folder;
    bool anatomySets;
};
struct ReadModel {
    std::string file;
    own_model::FrameOptions frame;
};
struct PlaceModel {
    own_model::FrameOptions frame;
};
struct PreviewFit {
    own_model::ClickedLandmarks clicks;
};
struct FitModel {
    own_model::FrameOptions frame;
    own_model::ClickedLandmarks clicks;  ///< saved beside the model; empty = by itself
};
struct ReadSet {
    std::string path;
};
struct LoadBuiltIn {
    std::string name;
};
struct StopWork {};

struct FigureTask {
    std::variant<ListFolder, ReadModel, PlaceModel, PreviewFit, FitModel, ReadSet, LoadBuiltIn, StopWork> what;
};

/// True if the landmark asked for may be left to the program: its partner on the other side is known and is mirrored.
[[nodiscard]] bool canSkip(const FigureDialog& dialog);

/// "left acromion", as a key of a click.
[[nodiscard]] body::Landmarks::Key landmarkKey(std::size_t index);

}  // namespace myo::session
