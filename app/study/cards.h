// The cards that can be made of the atlas: what is asked, and what is right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "core/text.h"

namespace myo::study {

/// What a card asks, and how it is answered on the body.
enum class CardKind {
    zone,        ///< a point is shown: paint where its pain is felt
    muscle,      ///< a zone is shown: click or name the muscle
    points,      ///< a muscle is shown: place its points
    complaint,   ///< a person's words: name the muscles that could be meant
    lookAlikes,  ///< zones side by side: say which is which, and what tells them apart
    origin,      ///< click where the muscle begins
    insertion,   ///< click where it ends
    action,      ///< say what it does
    nerve,       ///< say what supplies it
};

/// "zone", "muscle", "points", "complaint", "look_alikes", "origin", "insertion", "action", "nerve".
[[nodiscard]] std::string_view kindName(CardKind kind);
[[nodiscard]] std::optional<CardKind> parseCardKind(std::string_view name);

struct Card {
    std::string
        id;  ///< stable, whatever the words: "zone:soleus.1", "points:soleus", "look_alikes:soleus.1+plantaris.1"
    CardKind kind = CardKind::zone;
    MuscleId muscle;              ///< that is learned
    std::vector<PointId> points;  ///< shown or asked for
    std::string prompt;
    std::string answer;
};

/// What is to be learned. All of it where nothing is said.
struct DeckChoice {
    std::vector<atlas::BodyPart> parts;
    std::vector<MuscleId> muscles;
    std::vector<PointId> points;  ///< of a scenario, say
    std::vector<CardKind> kinds;

    [[nodiscard]] bool holds(const atlas::Muscle& muscle) const;
    /// True for a card of a whole deck that belongs to the choice.
    [[nodiscard]] bool holds(const atlas::Atlas& atlas, const Card& card) const;
};

/// Every card of the choice, in the order of the atlas: muscle by muscle, its points first. Muscles without points have
/// cards about their anatomy only; nothing is asked that the data do not answer.
[[nodiscard]] std::vector<Card> makeDeck(const Text& text, const atlas::Atlas& atlas, const DeckChoice& choice = {});

/// Points whose patterns are taken for one another: of other muscles, whose zones name most of the same regions; at
/// most two, the nearest first. By the regions that the literature names, so no body is needed.
[[nodiscard]] std::vector<PointId> lookAlikesOf(const atlas::Atlas& atlas, const atlas::TriggerPoint& point);

}  // namespace myo::study
