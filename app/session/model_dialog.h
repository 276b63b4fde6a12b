// Opening a model of one's own: what the dialogue knows, and the words between it and whoever does the work.
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
enum class ModelStep { closed, choose, place, landmarks };

/// What is being worked at in the background.
enum class ModelWork { none, reading, placing, fitting, anatomySet, builtIn };

/// How the built-in body is laid into the model.
enum class FitWay { automatic, clicked };

/// A model that was read and stands in a frame. Never changed once made.
struct PlacedModel {
    std::string file;
    own_model::ModelPlacement frame;
    float statureMm = 0.0F;
    std::size_t fileTriangles = 0;
    std::vector<Message> notes;         ///< what was left out of the file
    own_model::ClickedLandmarks saved;  ///< from the landmark file beside the model; empty if there is none

    /// True if unit or facing could only be guessed.
    [[nodiscard]] bool unsure() const { return !frame.notes.empty(); }
};

struct ModelDialog {
    ModelStep step = ModelStep::closed;
    bool anatomySet = false;  ///< muscles and bones are looked for, not a model
    FolderListing listing;
    std::string file;                           ///< the one that is being opened
    own_model::PlacementOptions wanted;         ///< what the user knows better
    std::shared_ptr<const PlacedModel> placed;  ///< null until the file was read
    bool proceed = false;                       ///< is to be fitted at once if it is clear how it stands
    own_model::ClickedLandmarks clicks;         ///< in the file's coordinates
    std::size_t at = 0;                         ///< the landmark that is asked for; 12 = all were
    bool showFit = true;                        ///< shows the built-in body in the model, from three clicks on
    ModelWork work = ModelWork::none;
    std::string problem;  ///< one sentence on what went wrong last

    [[nodiscard]] bool open() const { return step != ModelStep::closed; }
    [[nodiscard]] bool busy() const { return work != ModelWork::none; }
    /// True while the model itself is shown in place of the body.
    [[nodiscard]] bool previewing() const {
        return placed && (step == ModelStep::place || step == ModelStep::landmarks);
    }
    [[nodiscard]] bool complete() const { return clicks.size() == own_model::landmarkPrompts().size(); }

    friend bool operator==(const ModelDialog&, const ModelDialog&) = default;
};

// What happens to the dialogue.
struct OpenModelDialog {};
struct CloseModelDialog {};
struct ChooseWhat {
    bool anatomySet;
};
struct GoToFolder {
    std::string folder;
};  ///< empty = where one was last
struct FolderListed {
    FolderListing listing;
};
struct ChooseModel {
    std::string file;
    own_model::PlacementOptions frame;
    bool proceed;
};
struct ModelPlaced {
    std::shared_ptr<const PlacedModel> model;
};
struct SetPlacement {
    own_model::PlacementOptions frame;
};
struct BackToPage {
    ModelStep step;
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
struct AcceptModel {
    FitWay way;
};
struct UseAnatomySet {
    std::string path;
};
struct UseBuiltIn {
    std::string name;
};  ///< "male" or "female"
struct BodyArrived {
    std::string sentence;
};  ///< the new body is in the library
struct ModelFailed {
    std::string sentence;
};  ///< the body stays as it was
struct CancelModelWork {};

struct ModelEvent {
    std::variant<OpenModelDialog, CloseModelDialog, ChooseWhat, GoToFolder, FolderListed, ChooseModel, ModelPlaced,
                 SetPlacement, BackToPage, StartLandmarks, GoToLandmark, LandmarkBack, SkipLandmark, RestartLandmarks,
                 ShowFit, AcceptModel, UseAnatomySet, UseBuiltIn, BodyArrived, ModelFailed, CancelModelWork>
        what;
};

// What has to be done for it; answered by the events above.
struct ListFolder {
    std::string folder;
    bool anatomySets;
};
struct ReadModel {
    std::string file;
    own_model::PlacementOptions frame;
};
struct PlaceModel {
    own_model::PlacementOptions frame;
};
struct PreviewFit {
    own_model::ClickedLandmarks clicks;
};
struct FitModel {
    own_model::PlacementOptions frame;
    own_model::ClickedLandmarks clicks;  ///< saved beside the model; empty = by itself
};
struct ReadSet {
    std::string path;
};
struct LoadBuiltIn {
    std::string name;
};
struct StopWork {};

struct ModelTask {
    std::variant<ListFolder, ReadModel, PlaceModel, PreviewFit, FitModel, ReadSet, LoadBuiltIn, StopWork> what;
};

/// True if the landmark asked for may be left to the program: its partner on the other side is known and is mirrored.
[[nodiscard]] bool canSkip(const ModelDialog& dialog);

/// "left acromion", as a key of a click.
[[nodiscard]] body::Landmarks::Key landmarkKey(std::size_t index);

}  // namespace myo::session
