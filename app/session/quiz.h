// The quiz: what is asked, how it is answered on the body, and what became of it.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/glm.hpp>

#include "body/footprint.h"
#include "core/ids.h"
#include "study/answers.h"
#include "study/cards.h"
#include "study/exam.h"
#include "study/review.h"
#include "study/set_file.h"

namespace myo::study {
class Learner;
}

namespace myo::session {

/// What stands in the place of the texts and tours while one learns.
enum class QuizPage {
    closed,
    choose,     ///< a set and kinds of questions
    ask,        ///< a question waits for its answer
    told,       ///< what was right
    ended,      ///< nothing is left for now
    progress,   ///< what is known, and what is due when
    exam,       ///< what a teacher's exam is about, before it begins
    examEnded,  ///< what came of it
};

/// What is to be learned.
struct QuizSet {
    enum class Kind { everything, part, region, family, muscle, scenario, weak };
    Kind kind = Kind::everything;
    std::string id;  ///< of the part, region, family, muscle or tour; empty otherwise

    friend bool operator==(const QuizSet&, const QuizSet&) = default;
};

struct QuizQuestion {
    study::Card card;
    Side side = Side::left;            ///< on which it is asked
    std::vector<PointId> shown;        ///< look-alikes, in the order of their letters
    std::vector<std::string> choices;  ///< statements to pick from, where one may also type
    double askedSeconds = 0.0;
    int hints = 0;
};

/// An answer on its way. What is painted is the drawing's matter.
struct QuizAnswer {
    std::string words;                        ///< typed
    std::vector<MuscleId> muscles;            ///< named or clicked
    std::vector<glm::vec3> places;            ///< clicked, mm
    std::vector<std::optional<PointId>> who;  ///< for each letter
    std::vector<std::string> picked;          ///< of the choices
    std::optional<std::size_t> alone;         ///< the only letter whose zone is shown

    friend bool operator==(const QuizAnswer&, const QuizAnswer&) = default;
};

/// A sentence of what became of an answer.
struct QuizLine {
    enum class Look { plain, good, missed, extra, truth };
    Look look = Look::plain;
    std::string text;
};

struct QuizResult {
    double score = 0.0;
    bool shownOnly = false;  ///< it was asked to be shown
    study::Rating proposed = study::Rating::again;
    study::Rating rating = study::Rating::again;
    std::vector<QuizLine> lines;
    std::string headline;
    std::array<std::chrono::minutes, 4> intervals{};  ///< until it is asked again, for each rating
    body::Footprint missed;                           ///< of the true zone, told apart on the skin
    body::Footprint extra;                            ///< painted beside it
};

struct QuizBefore;

/// A teacher's exam: one question after the other, without help.
struct ExamRun {
    study::ExamSet set;
    std::vector<study::Card> cards;
    std::size_t at = 0;
    study::ExamResult result;
    std::string saved;  ///< where the result was written; empty = not yet
};

/// How well each part of the skin is known: three patches that do not overlap.
struct QuizMap {
    body::Footprint known;
    body::Footprint learning;
    body::Footprint fresh;
};

/// The quiz as a whole. What is shared is never changed once made.
struct QuizState {
    QuizPage page = QuizPage::closed;
    QuizSet set;
    std::vector<study::CardKind> kinds;             ///< asked; none = all
    std::shared_ptr<const study::Learner> learner;  ///< null until what was learned before has been read
    bool ahead = false;                             ///< also what is not due yet
    std::vector<std::string> chosen;                ///< ids of the cards of the set that this body can ask
    std::shared_ptr<const QuizQuestion> question;
    QuizAnswer answer;
    std::shared_ptr<const QuizResult> result;
    std::shared_ptr<const QuizMap> map;        ///< while progress is shown
    std::shared_ptr<const ExamRun> exam;       ///< null while none was opened
    std::string examProblem;                   ///< why a set file cannot be used; empty = it can
    std::shared_ptr<const QuizBefore> before;  ///< what the window showed before the first question
    int answered = 0;                          ///< in this sitting
    std::string trouble;                       ///< why answers cannot be kept just now; empty = they are

    /// A question is on the body, answered or not.
    [[nodiscard]] bool running() const { return question != nullptr; }
    [[nodiscard]] bool asking() const { return page == QuizPage::ask && question != nullptr; }
    /// The question is one of an exam: no hints, no answers, nothing taken back.
    [[nodiscard]] bool examining() const { return exam != nullptr && running(); }
    friend bool operator==(const QuizState&, const QuizState&) = default;
};

/// When the time of the exam that has begun is over; nothing where it has no limit.
[[nodiscard]] std::optional<study::Moment> examEnd(const QuizState& quiz);

// What happens in the quiz.
struct QuizGoTo {
    QuizPage page;
};  ///< choose or progress; closed leaves the quiz
struct QuizChoose {
    QuizSet set;
    std::vector<study::CardKind> kinds;  ///< none = all
};
struct QuizLearned {
    std::shared_ptr<const study::Learner> learner;
};  ///< what was learned before has been read
struct QuizTrouble {
    std::string sentence;
};  ///< answers cannot be kept just now, and why; empty = they are kept again
struct QuizStart {
    bool ahead = false;
};  ///< with what is chosen. \param ahead also what is not due yet
struct QuizType {
    std::string words;
};
struct QuizName {};  ///< the typed words mean a muscle: it is named
struct QuizUnname {
    std::size_t index;
};  ///< a named muscle, or else a place, is taken back
struct QuizAssign {
    std::size_t letter;
    PointId point;
};
struct QuizAlone {
    std::size_t letter;
};  ///< shows its zone alone, or all again
struct QuizPick {
    std::string statement;
};  ///< picks it, or lets it go
struct QuizHint {};
struct QuizShowMe {};  ///< gives up: the answer is shown
struct QuizSubmit {};
struct QuizRate {
    study::Rating rating;
};  ///< overrules the proposed one
struct QuizNext {};
struct QuizTakeBack {};  ///< the last answer

// A teacher's exam.
struct ExamOpen {
    std::string file;
};
struct ExamOpened {
    study::ExamSet set;
    std::vector<study::Card> cards;
};
struct ExamRefused {
    std::string sentence;
};  ///< the set file cannot be used
struct ExamBegin {};
struct ExamSkip {};  ///< this question stays without an answer
struct ExamEnd {};   ///< the rest stays without answers
struct ExamSaved {
    std::string where;
};

struct QuizEvent {
    std::variant<QuizLearned, QuizTrouble, QuizGoTo, QuizChoose, QuizStart, QuizType, QuizName, QuizUnname, QuizAssign,
                 QuizAlone, QuizPick, QuizHint, QuizShowMe, QuizSubmit, QuizRate, QuizNext, QuizTakeBack, ExamOpen,
                 ExamOpened, ExamRefused, ExamBegin, ExamSkip, ExamEnd, ExamSaved>
        what;
};

}  // namespace myo::session
