#include "session/quiz_grade.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "content/search_words.h"
#include "content/words.h"
#include "session/words.h"
#include "study/grade.h"

namespace myo::session {

namespace {

using study::CardKind;
using Look = QuizLine::Look;

constexpr float insidePatch = 0.5F;
constexpr std::size_t mostRanked = 8;

std::vector<float> strengthsOf(const body::Footprint& patch, std::size_t count) {
    std::vector<float> out(count, 0.0F);
    for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
        out[patch.vertices[i]] = patch.strengths[i];
    }
    return out;
}

// What of one patch lies outside another, with an edge as soft as theirs.
body::Footprint without(const std::vector<float>& whole, const std::vector<float>& part) {
    body::Footprint out;
    for (std::uint32_t v = 0; v < whole.size(); ++v) {
        const float left = std::min(whole[v], 1.0F - part[v]);
        if (left > 0.0F) {
            out.vertices.push_back(v);
            out.strengths.push_back(left);
        }
    }
    const bool seen = std::any_of(out.strengths.begin(), out.strengths.end(), [](float s) { return s >= insidePatch; });
    return seen ? out : body::Footprint{};
}

// One answer on its way to a result.
class Grader {
public:
    Grader(const AppState& state, const Library& library)
        : question_(*state.quiz.question), answer_(state.quiz.answer), state_(state), library_(library) {}

    QuizResult graded() {
        double score = 0.0;
        switch (question_.card.kind) {
            case CardKind::zone:
                score = zone();
                break;
            case CardKind::muscle:
                score = muscle();
                break;
            case CardKind::points:
                score = points();
                break;
            case CardKind::complaint:
                score = complaint();
                break;
            case CardKind::lookAlikes:
                score = lookAlikes();
                break;
            case CardKind::origin:
            case CardKind::insertion:
                score = place();
                break;
            case CardKind::action:
            case CardKind::nerve:
                score = words();
                break;
        }
        out_.score = study::afterHints(score, question_.hints);
        out_.proposed =
            study::proposedRating(question_.card.kind, out_.score, state_.nowSeconds - question_.askedSeconds);
        out_.rating = out_.proposed;
        out_.headline = text("quiz.score", {{"percent", std::lround(out_.score * 100.0)}});
        truth();
        return std::move(out_);
    }

    QuizResult shown() {
        out_.shownOnly = true;
        out_.headline = text("quiz.shown");
        truth();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string text(std::string_view key, Text::Arguments arguments = {}) const {
        return (*library_.text)(key, arguments);
    }
    void say(Look look, std::string words) { out_.lines.push_back({look, std::move(words)}); }

    // A region by its name; with its side where that is not the one that was asked about.
    [[nodiscard]] std::string regionsWords(const std::vector<SidedRegion>& regions) const {
        std::vector<std::string> names;
        for (const SidedRegion& region : regions) {
            const bool plain = region.side == BodySide::mid || region.side == toBodySide(question_.side);
            names.push_back(plain ? content::regionName(*library_.atlas, region.region)
                                  : content::regionWords(*library_.text, *library_.atlas, region));
        }
        return content::joined(*library_.text, names);
    }
    [[nodiscard]] std::string name(const MuscleId& id) const { return content::muscleName(*library_.atlas, id); }
    [[nodiscard]] std::string pointName(const PointId& id) const {
        return content::pointWords(*library_.text, *library_.atlas, id, std::nullopt);
    }

    void tier(const study::TierGrade& grade, const char* met, const char* missed, const char* extra) {
        if (grade.asked) {
            say(grade.covered >= 0.65 ? Look::good : Look::plain,
                text(met, {{"percent", std::lround(grade.covered * 100.0)}}));
        }
        if (!grade.missed.empty()) {
            say(Look::missed, text(missed, {{"regions", regionsWords(grade.missed)}}));
        }
        if (!grade.extra.empty()) {
            say(Look::extra, text(extra, {{"regions", regionsWords(grade.extra)}}));
        }
    }

    double zone() {
        const auto* point = library_.find({question_.card.points.front(), question_.side});
        if (point == nullptr) {
            return 0.0;
        }
        const referral::PaintedSkin skin = state_.paint.skin();
        const study::ZoneGrade grade = study::gradeZones(*point, skin, *library_.referral);
        tier(grade.primary, "quiz.primary_met", "quiz.primary_missed", "quiz.primary_extra");
        tier(grade.spillover, "quiz.spillover_met", "quiz.spillover_missed", "quiz.spillover_extra");
        const std::size_t count = library_.referral->surface().vertexCount();
        std::vector<float> painted(count, 0.0F);
        for (const auto& level : skin.levels) {
            const std::vector<float> strengths = strengthsOf(*level, count);
            std::transform(painted.begin(), painted.end(), strengths.begin(), painted.begin(),
                           [](float a, float b) { return std::min(1.0F, a + b); });
        }
        std::vector<float> all(count, 0.0F);
        for (const referral::ResolvedZone& zone : point->zones) {
            const std::vector<float> strengths = strengthsOf(*zone.footprint, count);
            std::transform(all.begin(), all.end(), strengths.begin(), all.begin(),
                           [](float a, float b) { return std::max(a, b); });
        }
        const auto* primary = point->zone(atlas::Tier::primary);
        out_.missed = without(primary != nullptr ? strengthsOf(*primary->footprint, count) : all, painted);
        out_.extra = without(painted, all);
        return grade.score;
    }

    double muscle() {
        if (answer_.muscles.empty()) {
            return 0.0;
        }
        const MuscleId& named = answer_.muscles.back();
        const study::MuscleMatch match = study::matchMuscle(*library_.atlas, question_.card.points.front(), named);
        switch (match) {
            case study::MuscleMatch::right:
                say(Look::good, text("quiz.muscle_right", {{"muscle", name(named)}}));
                break;
            case study::MuscleMatch::lookAlike:
                say(Look::missed, text("quiz.muscle_alike", {{"muscle", name(named)}}));
                break;
            case study::MuscleMatch::family:
                say(Look::missed, text("quiz.muscle_family", {{"muscle", name(named)}}));
                break;
            case study::MuscleMatch::wrong:
                say(Look::extra, text("quiz.muscle_wrong", {{"muscle", name(named)}}));
                break;
        }
        return study::scoreOf(match);
    }

    double points() {
        const auto truth = truePoints(question_, library_);
        const study::PointsGrade grade = study::gradePoints(truth, answer_.places, *library_.referral);
        for (const study::PointsGrade::Pair& pair : grade.pairs) {
            const atlas::TriggerPoint* point = library_.atlas->find(pair.point.point);
            const std::string label = point != nullptr ? content::pointLabel(*library_.text, *point) : std::string();
            if (pair.placed) {
                say(pair.offMm <= 25.0F ? Look::good : Look::missed,
                    text("quiz.point_off",
                         {{"point", label}, {"distance", distanceWords(*library_.text, pair.offMm)}}));
            } else {
                say(Look::missed, text("quiz.point_missed", {{"point", label}}));
            }
        }
        if (!grade.extra.empty()) {
            say(Look::extra, text("quiz.points_extra", {{"count", grade.extra.size()}}));
        }
        return grade.score;
    }

    // Why the search puts a muscle there.
    [[nodiscard]] std::string because(const search::SearchResult& result) const {
        const auto reasons = tellingReasons(library_.atlas->find(result.muscle), result.because);
        return reasons.empty() ? std::string() : content::reasonWords(*library_.text, *library_.atlas, reasons.front());
    }

    double complaint() {
        const auto* own = library_.atlas->find(question_.card.muscle);
        const auto number = static_cast<std::size_t>(
            std::max(1, std::atoi(question_.card.id.substr(question_.card.id.rfind('.') + 1).c_str())));
        search::SearchAnswer found;
        if (library_.search && own != nullptr && number <= own->reports.size()) {
            found = library_.search->search(own->reports[number - 1], mostRanked);
        }
        std::vector<MuscleId> ranking;
        for (const search::SearchResult& result : found.results) {
            ranking.push_back(result.muscle);
        }
        const study::CausesGrade grade = study::gradeCauses(ranking, question_.card.muscle, answer_.muscles);
        for (std::size_t i = 0; i < answer_.muscles.size(); ++i) {
            const std::string muscle = name(answer_.muscles[i]);
            if (grade.ranks[i]) {
                say(Look::good, text("quiz.cause_ranked", {{"muscle", muscle},
                                                           {"rank", *grade.ranks[i] + 1},
                                                           {"reason", because(found.results[*grade.ranks[i]])}}));
            } else if (answer_.muscles[i] == question_.card.muscle) {
                say(Look::good, text("quiz.muscle_right", {{"muscle", muscle}}));
            } else {
                say(Look::extra, text("quiz.cause_unlikely", {{"muscle", muscle}}));
            }
        }
        for (const MuscleId& missed : grade.missed) {
            const auto place = std::find(ranking.begin(), ranking.end(), missed) - ranking.begin();
            say(Look::missed,
                text("quiz.cause_missed",
                     {{"muscle", name(missed)}, {"reason", because(found.results[static_cast<std::size_t>(place)])}}));
        }
        return grade.score;
    }

    double lookAlikes() {
        std::vector<PointId> answers;
        for (std::size_t i = 0; i < question_.shown.size(); ++i) {
            const bool said = i < answer_.who.size() && answer_.who[i];
            answers.push_back(said ? *answer_.who[i] : PointId{});
            const std::string letter(1, static_cast<char>('A' + i));
            const bool right = said && *answer_.who[i] == question_.shown[i];
            say(right ? Look::good : Look::missed,
                text(right ? "quiz.letter_right" : "quiz.letter_wrong",
                     {{"letter", letter}, {"point", pointName(question_.shown[i])}}));
        }
        return study::gradeAssignment(question_.shown, answers);
    }

    double place() {
        const std::vector<glm::vec3> attachment = attachmentOf(question_, library_);
        if (attachment.empty() || answer_.places.empty()) {
            return 0.0;
        }
        const study::PlaceGrade grade = study::gradePlace(attachment, answer_.places.back());
        say(grade.score >= 0.65 ? Look::good : Look::missed,
            text("quiz.place_off", {{"distance", distanceWords(*library_.text, grade.offMm)}}));
        return grade.score;
    }

    double words() {
        const atlas::Muscle* muscle = library_.atlas->find(question_.card.muscle);
        if (muscle == nullptr) {
            return 0.0;
        }
        const bool nerve = question_.card.kind == CardKind::nerve;
        const std::vector<std::string> statements =
            nerve ? std::vector<std::string>{question_.card.answer} : muscle->actions;
        study::WordsGrade grade;
        if (!answer_.picked.empty()) {
            grade = study::gradePicked(statements, answer_.picked);
        } else if (nerve) {
            grade = study::gradeNerve(muscle->innervation, answer_.words);
        } else {
            grade = study::gradeWords(statements, answer_.words);
        }
        for (std::size_t i = 0; i < statements.size() && i < grade.named.size(); ++i) {
            say(grade.named[i] ? Look::good : Look::missed,
                text(grade.named[i] ? "quiz.statement_named" : "quiz.statement_missed",
                     {{"statement", statements[i]}}));
        }
        return grade.score;
    }

    // What is right, with the test that tells look-alikes apart.
    void truth() {
        if (question_.card.kind != CardKind::lookAlikes) {
            say(Look::truth, question_.card.answer);
            return;
        }
        for (std::size_t i = 0; i < question_.shown.size(); ++i) {
            const PointId& id = question_.shown[i];
            const atlas::Muscle* muscle = library_.atlas->find(id.muscle);
            const atlas::TriggerPoint* point = library_.atlas->find(id);
            if (muscle == nullptr || point == nullptr) {
                continue;
            }
            const std::string letter(1, static_cast<char>('A' + i));
            const std::string provoked = muscle->provokes.empty() ? std::string() : muscle->provokes.front();
            say(Look::truth, text(provoked.empty() ? "quiz.test_press" : "quiz.test", {{"letter", letter},
                                                                                       {"point", pointName(id)},
                                                                                       {"provokes", provoked},
                                                                                       {"place", point->location}}));
        }
    }

    const QuizQuestion& question_;
    const QuizAnswer& answer_;
    const AppState& state_;
    const Library& library_;
    QuizResult out_;
};

std::string beginningOf(const std::string& words, std::size_t count) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < count && end != std::string::npos; ++i) {
        end = words.find(' ', end + (i > 0 ? 1 : 0));
    }
    return end == std::string::npos ? std::string() : words.substr(0, end);
}

}  // namespace

QuizResult gradeAnswer(const AppState& state, const Library& library) {
    return Grader(state, library).graded();
}

QuizResult shownAnswer(const AppState& state, const Library& library) {
    return Grader(state, library).shown();
}

std::string hintWords(const QuizQuestion& question, const Library& library, int number) {
    const Text& text = *library.text;
    const atlas::Muscle* muscle = library.atlas ? library.atlas->find(question.card.muscle) : nullptr;
    if (muscle == nullptr || number < 0 || number >= mostHints) {
        return {};
    }
    const auto part = [&] {
        return muscle->bodyPart ? text("quiz.hint_part", {{"part", content::bodyPartName(text, *muscle->bodyPart)}})
                                : std::string();
    };
    switch (question.card.kind) {
        case CardKind::zone: {
            const atlas::TriggerPoint* point = library.atlas->find(question.card.points.front());
            std::vector<std::string> names;
            for (const atlas::Zone& zone : point != nullptr ? point->zones : std::vector<atlas::Zone>{}) {
                for (const RegionId& region : zone.regions) {
                    names.push_back(content::regionName(*library.atlas, region));
                }
            }
            if (names.empty()) {
                return {};
            }
            return number == 0 ? text("quiz.hint_count", {{"count", names.size()}})
                               : text("quiz.hint_region", {{"region", names.front()}});
        }
        case CardKind::muscle:
        case CardKind::complaint:
            return number == 0 ? part() : text("quiz.hint_letter", {{"letter", muscle->name.substr(0, 1)}});
        case CardKind::points: {
            const auto index = static_cast<std::size_t>(number);
            const atlas::TriggerPoint* point =
                index < question.card.points.size() ? library.atlas->find(question.card.points[index]) : nullptr;
            return point != nullptr ? point->location : std::string();
        }
        case CardKind::lookAlikes:
            return number == 0 && !question.shown.empty()
                       ? text("quiz.hint_alike", {{"point", content::pointWords(text, *library.atlas,
                                                                                question.shown.front(), std::nullopt)}})
                       : std::string();
        case CardKind::origin:
        case CardKind::insertion:
        case CardKind::action:
        case CardKind::nerve: {
            const std::string begin = beginningOf(question.card.answer, number == 0 ? 1 : 3);
            return begin.empty() ? std::string() : text("quiz.hint_begins", {{"words", begin}});
        }
    }
    return {};
}

std::string distanceWords(const Text& text, float mm) {
    constexpr float spot = 8.0F;
    constexpr float finger = 18.0F;
    constexpr float hand = 85.0F;
    if (mm <= spot) {
        return text("quiz.on_the_spot");
    }
    if (mm < hand * 0.4F) {
        return text("quiz.fingers", {{"count", std::max(1L, std::lround(mm / finger))}});
    }
    if (mm < hand * 0.75F) {
        return text("quiz.half_hand");
    }
    return text("quiz.hands", {{"count", std::max(1L, std::lround(mm / hand))}});
}

std::vector<glm::vec3> attachmentOf(const QuizQuestion& question, const Library& library) {
    std::vector<glm::vec3> out;
    const body::Structure* muscle =
        library.body ? library.body->find(question.card.muscle.value, toBodySide(question.side)) : nullptr;
    if (muscle == nullptr) {
        return out;
    }
    constexpr float end = 0.06F;  // share of a fibre that counts as its end
    const body::Mesh& mesh = muscle->mesh;
    for (std::size_t v = 0; v < mesh.fibreCoordinates.size() && v < mesh.positions.size(); ++v) {
        const float along = mesh.fibreCoordinates[v].y;
        if (question.card.kind == CardKind::origin ? along <= end : along >= 1.0F - end) {
            out.push_back(mesh.positions[v]);
        }
    }
    return out;
}

std::vector<const referral::ResolvedPoint*> truePoints(const QuizQuestion& question, const Library& library) {
    std::vector<const referral::ResolvedPoint*> out;
    for (const PointId& id : question.card.points) {
        if (const auto* point = library.find({id, question.side})) {
            out.push_back(point);
        }
    }
    return out;
}

}  // namespace myo::session
