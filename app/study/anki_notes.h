// Cards as notes of Anki: what stands on front and back, which pictures they need, and Anki's text import.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "core/text.h"
#include "study/cards.h"

namespace myo::study {

/// A picture that the atlas makes for a card.
struct CardPicture {
    enum class Shows {
        zone,    ///< where the points' pain is felt, without the points
        points,  ///< the muscle with the points on it, without their zones
        muscle,  ///< the muscle alone
    };
    std::string name;  ///< of its file: "myoatlas_zone_soleus.1.jpg"
    Shows shows = Shows::zone;
    MuscleId muscle;
    std::vector<PointId> points;

    friend bool operator==(const CardPicture&, const CardPicture&) = default;
};

/// All pictures that the cards need, each once.
[[nodiscard]] std::vector<CardPicture> picturesOf(const std::vector<Card>& cards);

struct AnkiNote {
    std::string id;      ///< of the card: what Anki knows a note by when it is imported again
    std::string front;   ///< HTML
    std::string back;    ///< HTML
    std::string source;  ///< HTML: who describes it, and how well it stands
    std::vector<std::string> tags;
};

/// The note of every card, in their order.
/// \param pictures names of those that exist; others are left out of the text
[[nodiscard]] std::vector<AnkiNote> ankiNotes(const Text& text, const atlas::Atlas& atlas,
                                              const std::vector<Card>& cards, const std::set<std::string>& pictures);

/// Anki's text import (docs.ankiweb.net/importing/text-files.html): header lines, then a line for each note with guid,
/// deck, front, back with source, and tags, separated by tabs.
[[nodiscard]] std::string ankiText(const std::string& deck, const std::vector<AnkiNote>& notes);

}  // namespace myo::study
