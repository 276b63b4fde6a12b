// The handlers behind update(), one overload per action. Internal to the session.
#pragma once

#include <vector>

#include "session/update.h"

namespace myo::session {

class Updater {
public:
    Updater(AppState state, const Library& library) : state_(std::move(state)), library_(library) {}

    void on(const Tick& action);
    void on(const ResizeViewport& action);
    void on(const LibraryChanged& action);

    void on(const Orbit& action);
    void on(const Pan& action);
    void on(const Zoom& action);
    void on(const ZoomMiddle& action);
    void on(const Snap& action);
    void on(const LookFrom& action);
    void on(const ResetView& action);
    void on(const ShowSelection& action);

    void on(const PointerMoved& action);
    void on(const PointerLeft& action);
    void on(const Click& action);
    void on(const Select& action);
    void on(const SelectNeighbour& action);
    void on(const SwapSide& action);
    void on(const SetBothSides& action);
    void on(const ChooseSide& action);
    void on(const HoverTarget& action);

    void on(const SetSkin& action);
    void on(const SetPeeled& action);
    void on(const ShowPoints& action);
    void on(const ShowBones& action);
    void on(const SetDepth& action);
    void on(const ShowLabels& action);
    void on(const SetCut& action);
    void on(const HideMuscle& action);
    void on(const GhostMuscle& action);
    void on(const IsolateMuscle& action);
    void on(const DigToMuscle& action);
    void on(const ShowAllMuscles& action);
    void on(const ForgetMuscleViews& action);

    void on(const OpenGuide& action);
    void on(const StartTour& action);
    void on(const StepTour& action);
    void on(const PlayTour& action);
    void on(const EndTour& action);
    void on(const QuizOnTour& action);

    void on(const SetPainting& action);
    void on(const BrushDown& action);
    void on(const BrushTo& action);
    void on(const BrushUp& action);
    void on(const PaintRegion& action);
    void on(const SetBrush& action);
    void on(const ClearDrawing& action);
    void on(const SaveDrawing& action);
    void on(const OpenDrawing& action);
    void on(const DrawingOpened& action);
    void on(const DrawingLeft& action);
    void on(const RestoreDrawing& action);
    void on(const ForgetDrawing& action);
    void on(const PinPoint& action);
    void on(const CompareRivals& action);
    void on(const EndComparison& action);

    void on(const SetSearchText& action);
    void on(const MoveHighlight& action);
    void on(const TakeResult& action);
    void on(const FocusSearch& action);
    void on(const SetFilter& action);
    void on(const OpenFilters& action);

    void on(const OpenPanel& action);
    void on(const SetMode& action);
    void on(const StepOn& action);
    void on(const ShowAsked& action);
    void on(const SetCardTab& action);
    void on(const ShowOverlay& action);
    void on(const Back& action);
    void on(const SetTheme& action);
    void on(const SetPalette& action);
    void on(const SetUiScale& action);
    void on(const SetReducedMotion& action);
    void on(const Undo& action);
    void on(const Redo& action);
    void on(const SavePicture& action);
    void on(const Quit& action);
    void on(const SetNotice& action);

    void on(const ModelEvent& event);

    void on(const QuizEvent& event);

    [[nodiscard]] Update finish() && { return {std::move(state_), std::move(effects_)}; }

private:
    [[nodiscard]] Aabb targetLimits() const;
    /// Shows the whole body as long as nobody has moved the camera.
    void goHome();
    /// Ends a flight where it is; from now on the camera is in somebody's hands.
    void land();
    void flyTo(const Camera& wanted);
    /// A hand moves the camera there at once, or as near as the body lets it.
    void moveBy(const Camera& camera);
    /// A hand turns or shifts the camera: where the body is in the way, the eye slides along it, and back.
    void slideBy(Camera camera);
    [[nodiscard]] Camera outside(const Camera& camera) const;
    [[nodiscard]] Camera cameraNow() const;
    [[nodiscard]] Camera viewOfSelection() const;
    [[nodiscard]] bool known(const Target& target) const;
    /// Makes `choice` the current one and remembers the last one for undo; without a difference nothing happens.
    void choose(Choice choice);
    void select(const Target& wanted, bool travel);
    /// Switches every chosen muscle's membership in a list of the muscle views.
    void toggleChosen(std::vector<SidedMuscle> MuscleViews::*list);
    void goToTourStep();
    /// A tour that plays goes on when its stop has been read.
    void playOn();
    void restore(std::vector<Choice>& from, std::vector<Choice>& to);
    [[nodiscard]] bool canPaint() const;
    /// The brush's stroke through these places.
    [[nodiscard]] referral::PainStroke brushStroke(std::vector<glm::vec3> points) const;
    void answerDrawing();
    // Something else is on the skin: it is kept, and answered.
    void drawingChanged();
    void keepDrawing(DrawingVersion version);
    void addStrokes(std::vector<std::shared_ptr<const referral::PainStroke>> strokes,
                    const referral::PaintedSkin& skin);
    /// Undoes or redoes a stroke. \return false if one is not painting.
    bool travelDrawing(bool back);
    void searchAgain();
    /// Turns a body that nobody has turned yet to the side where the best result's zone is felt.
    void turnToPreview();
    void saveSettings();

    // Of the quiz.
    void onQuiz(const QuizLearned& event);
    void onQuiz(const QuizTrouble& event);
    void onQuiz(const QuizGoTo& event);
    void onQuiz(const QuizChoose& event);
    void onQuiz(const QuizStart& event);
    void onQuiz(const QuizType& event);
    void onQuiz(const QuizName& event);
    void onQuiz(const QuizUnname& event);
    void onQuiz(const QuizAssign& event);
    void onQuiz(const QuizAlone& event);
    void onQuiz(const QuizPick& event);
    void onQuiz(const QuizHint& event);
    void onQuiz(const QuizShowMe& event);
    void onQuiz(const QuizSubmit& event);
    void onQuiz(const QuizRate& event);
    void onQuiz(const QuizNext& event);
    void onQuiz(const QuizTakeBack& event);
    void onQuiz(const ExamOpen& event);
    void onQuiz(const ExamOpened& event);
    void onQuiz(const ExamRefused& event);
    void onQuiz(const ExamBegin& event);
    void onQuiz(const ExamSkip& event);
    void onQuiz(const ExamEnd& event);
    void onQuiz(const ExamSaved& event);
    /// Takes an exam's answer down and goes on to the next question. \param score nothing = not answered
    void examAnswered(std::optional<double> score);
    /// Ends an exam whose time is over.
    void watchExam();
    void askCard(const study::Card& card);
    /// Layers, camera and brush for the question.
    void showQuestion();
    void tell(QuizResult result);
    /// Names a muscle, or takes it back where several are asked for.
    void nameMuscle(const MuscleId& muscle);
    /// \return false if no question is asked
    bool clickAnswer(const glm::vec2& px);
    /// The window as it was before the quiz.
    void leaveQuestion();
    void closeQuiz();
    void closeSkin();
    /// Writes the answer to the question down, as of now.
    void keepAnswer(study::Rating rating);
    /// \return the card of the answer that was taken back
    std::optional<std::string> takeAnswerBack();
    /// Closes the topmost thing of the quiz. \return false if it is closed.
    bool quizBack();

    // Of the dialogue that opens models.
    void onModel(const OpenModelDialog& event);
    void onModel(const CloseModelDialog& event);
    void onModel(const ChooseWhat& event);
    void onModel(const GoToFolder& event);
    void onModel(const FolderListed& event);
    void onModel(const ChooseModel& event);
    void onModel(const ModelPlaced& event);
    void onModel(const SetPlacement& event);
    void onModel(const BackToPage& event);
    void onModel(const StartLandmarks& event);
    void onModel(const GoToLandmark& event);
    void onModel(const LandmarkBack& event);
    void onModel(const SkipLandmark& event);
    void onModel(const RestartLandmarks& event);
    void onModel(const ShowFit& event);
    void onModel(const AcceptModel& event);
    void onModel(const UseAnatomySet& event);
    void onModel(const UseBuiltIn& event);
    void onModel(const BodyArrived& event);
    void onModel(const ModelFailed& event);
    void onModel(const CancelModelWork& event);
    /// Has something done in the background.
    void ask(ModelWork work, ModelTask task);
    /// A click on a model that is being opened. \return false if there is none.
    bool clickLandmark(const glm::vec2& px);
    void setLandmark(const glm::vec3& place);
    void landmarksChanged();
    void leavePreview();
    /// \return false if the dialogue is closed.
    bool modelBack();

    AppState state_;
    const Library& library_;
    std::vector<Effect> effects_;
};

}  // namespace myo::session
