#include "session/quiz_deck.h"

#include <algorithm>
#include <set>

#include "atlas/known_keys.h"
#include "atlas/point_argument.h"
#include "content/words.h"
#include "session/quiz_grade.h"
#include "study/learner.h"

namespace myo::session {

namespace {

study::DeckChoice pointsNaming(const atlas::Atlas& atlas, const RegionId& region) {
    study::DeckChoice out;
    for (const atlas::TriggerPoint* point : atlas.points()) {
        const bool named = std::any_of(point->zones.begin(), point->zones.end(), [&](const atlas::Zone& zone) {
            return std::find(zone.regions.begin(), zone.regions.end(), region) != zone.regions.end() ||
                   std::find(zone.internal.begin(), zone.internal.end(), region) != zone.internal.end();
        });
        if (named) {
            out.points.push_back(point->id);
        }
    }
    return out;
}

study::DeckChoice choiceOf(const QuizSet& set, const atlas::Atlas& atlas) {
    study::DeckChoice out;
    switch (set.kind) {
        case QuizSet::Kind::part:
            if (const auto part = atlas::parseBodyPart(set.id)) {
                out.parts = {part.value()};
            }
            break;
        case QuizSet::Kind::region:
            out = pointsNaming(atlas, RegionId{set.id});
            break;
        case QuizSet::Kind::family:
            for (const atlas::Muscle& muscle : atlas.muscles) {
                if (muscle.family == set.id) {
                    out.muscles.push_back(muscle.id);
                }
            }
            break;
        case QuizSet::Kind::muscle:
            out.muscles = {MuscleId{set.id}};
            break;
        case QuizSet::Kind::scenario:
            if (const atlas::Scenario* scenario = atlas.find(ScenarioId{set.id})) {
                for (const atlas::ScenarioStep& step : scenario->steps) {
                    out.points.push_back(step.point);
                }
            }
            break;
        case QuizSet::Kind::everything:
        case QuizSet::Kind::weak:
            break;
    }
    return out;
}

// Cards of single points belong to a set of points only with all their points.
bool within(const study::Card& card, const study::DeckChoice& choice, const atlas::Atlas& atlas) {
    const atlas::Muscle* muscle = atlas.find(card.muscle);
    if (muscle == nullptr || !choice.holds(*muscle)) {
        return false;
    }
    const bool single = card.kind == study::CardKind::zone || card.kind == study::CardKind::muscle ||
                        card.kind == study::CardKind::lookAlikes;
    return choice.points.empty() || !single || card.points.empty() ||
           std::find(choice.points.begin(), choice.points.end(), card.points.front()) != choice.points.end();
}

// Whether this body can show what is asked. While its zones are not known yet, every body can.
bool askable(const study::Card& card, const Library& library) {
    if (!library.referral || !library.body) {
        return true;
    }
    QuizQuestion question;
    question.card = card;
    const bool places = card.kind == study::CardKind::origin || card.kind == study::CardKind::insertion;
    if (places) {
        return !attachmentOf(question, library).empty();
    }
    const auto points = truePoints(question, library);
    const bool painted = card.kind == study::CardKind::zone || card.kind == study::CardKind::muscle ||
                         card.kind == study::CardKind::lookAlikes;
    const auto onSkin = [](const referral::ResolvedPoint* point) {
        return std::any_of(point->zones.begin(), point->zones.end(),
                           [](const referral::ResolvedZone& zone) { return !zone.footprint->vertices.empty(); });
    };
    return points.size() == card.points.size() && (!painted || std::all_of(points.begin(), points.end(), onSkin));
}

}  // namespace

std::vector<std::string> cardsOf(const QuizState& quiz, const Library& library, study::Moment now) {
    std::vector<std::string> out;
    if (!quiz.learner || !library.atlas) {
        return out;
    }
    const study::DeckChoice choice = choiceOf(quiz.set, *library.atlas);
    std::set<std::string> weak;
    if (quiz.set.kind == QuizSet::Kind::weak) {
        const std::vector<std::string> cards = quiz.learner->weakCards(now);
        weak.insert(cards.begin(), cards.end());
    }
    for (const study::Card& card : quiz.learner->cards()) {
        const bool asked =
            quiz.kinds.empty() || std::find(quiz.kinds.begin(), quiz.kinds.end(), card.kind) != quiz.kinds.end();
        const bool inSet =
            quiz.set.kind == QuizSet::Kind::weak ? weak.contains(card.id) : within(card, choice, *library.atlas);
        if (asked && inSet && askable(card, library)) {
            out.push_back(card.id);
        }
    }
    return out;
}

std::vector<NamedSet> setsOf(const Library& library, QuizSet::Kind kind) {
    std::vector<NamedSet> out;
    const auto add = [&](const std::string& id) {
        const QuizSet set{kind, id};
        out.push_back({set, setWords(library, set)});
    };
    std::set<std::string> seen;
    const atlas::Atlas& atlas = *library.atlas;
    switch (kind) {
        case QuizSet::Kind::everything:
        case QuizSet::Kind::weak:
            add("");
            break;
        case QuizSet::Kind::part:
            for (const auto& word : atlas::bodyPartWords) {
                add(std::string(word.text));
            }
            break;
        case QuizSet::Kind::region:
            for (const atlas::Region& region : atlas.regions) {
                if (!pointsNaming(atlas, region.id).points.empty()) {
                    add(region.id.value);
                }
            }
            break;
        case QuizSet::Kind::family:
            for (const atlas::Muscle& muscle : atlas.muscles) {
                if (!muscle.family.empty() && seen.insert(muscle.family).second) {
                    add(muscle.family);
                }
            }
            break;
        case QuizSet::Kind::muscle:
            for (const atlas::Muscle& muscle : atlas.muscles) {
                add(muscle.id.value);
            }
            break;
        case QuizSet::Kind::scenario:
            for (const atlas::Scenario& scenario : atlas.scenarios) {
                add(scenario.id.value);
            }
            break;
    }
    return out;
}

std::string setWords(const Library& library, const QuizSet& set) {
    const Text& text = *library.text;
    const atlas::Atlas& atlas = *library.atlas;
    switch (set.kind) {
        case QuizSet::Kind::everything:
            return text("quiz.set.everything");
        case QuizSet::Kind::weak:
            return text("quiz.set.weak");
        case QuizSet::Kind::part:
            if (const auto part = atlas::parseBodyPart(set.id)) {
                return content::capitalised(content::bodyPartName(text, part.value()));
            }
            break;
        case QuizSet::Kind::region:
            return content::capitalised(content::regionName(atlas, RegionId{set.id}));
        case QuizSet::Kind::family: {
            // A family is called by its only muscle, or by its id in words.
            const atlas::Muscle* only = nullptr;
            int count = 0;
            for (const atlas::Muscle& muscle : atlas.muscles) {
                if (muscle.family == set.id) {
                    only = &muscle;
                    ++count;
                }
            }
            if (count == 1) {
                return only->name;
            }
            std::string words = set.id;
            std::replace(words.begin(), words.end(), '_', ' ');
            return content::capitalised(words);
        }
        case QuizSet::Kind::muscle:
            return content::muscleName(atlas, MuscleId{set.id});
        case QuizSet::Kind::scenario:
            if (const atlas::Scenario* scenario = atlas.find(ScenarioId{set.id})) {
                return scenario->name;
            }
            break;
    }
    return set.id;
}

}  // namespace myo::session
