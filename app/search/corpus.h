// The texts of the atlas, cut into short phrases and indexed by their words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "search/vocabulary.h"

namespace myo::search {

/// Rarity of words that nearly every complaint has.
inline constexpr float genericRarity = 0.4F;

/// What kind of text a phrase is.
enum class Field { name, alias, latin, lay, family, report, provoke, lookAlike, action, nerve, region, synonym };

/// A name, an alias, a sentence...: found by its words in any order.
struct Phrase {
    Field field = Field::name;
    std::uint32_t owner = 0;  ///< index of the muscle, of the region (Field::region) or of the synonym
    std::uint32_t stems = 0;  ///< how many different ones it has
    float weight = 0.0F;      ///< sum of its words' rarity
    std::string text;
};

/// A point that sends pain to a region.
struct Sender {
    std::uint32_t muscle = 0;
    std::uint32_t point = 0;  ///< index within the muscle
    bool primary = false;
    /// (0..1]: primary above spillover, a usual point above a rare one, a zone of few regions above one of many.
    float strength = 0.0F;
};

/// What words mean, resolved to what the corpus holds.
struct Meaning {
    std::vector<std::vector<StemId>> words;  ///< one list for each phrase of `means`
    std::vector<std::uint32_t> regions;
    std::vector<std::uint32_t> muscles;  ///< the likeliest first
    std::string circumstance;            ///< when it hurts; its regions are hints only
    std::string quality;                 ///< how it feels
    bool nickname = false;               ///< of muscles, and nothing else
};

struct PointEntry {
    PointId id;
    bool confirmed = false;  ///< some citation of it has been confirmed
};

/// What a SearchFilter asks of a muscle.
struct FilterFacts {
    explicit FilterFacts(const atlas::Muscle& muscle);

    std::optional<atlas::BodyPart> bodyPart;
    bool selfTreatable;  ///< a lay person may press it
    bool confirmed;      ///< a citation of one of its points has been confirmed
};

struct MuscleEntry {
    MuscleId id;
    std::vector<PointEntry> points;
    FilterFacts facts;
    float usual = 1.0F;  ///< (0..1]: how usual its most usual point is
};

/// Made once from an atlas; holds copies only.
struct Corpus {
    explicit Corpus(const atlas::Atlas& atlas);

    Vocabulary vocabulary;
    std::vector<MuscleEntry> muscles;
    std::vector<RegionId> regionIds;
    std::vector<std::vector<Sender>> senders;  ///< for each region
    std::vector<Meaning> meanings;             ///< for each synonym
    std::vector<Phrase> phrases;
    std::vector<std::vector<std::uint32_t>> phrasesOf;   ///< for each stem: indices into phrases, synonyms left out
    std::vector<std::vector<std::uint32_t>> synonymsOf;  ///< for each stem: indices of phrases that are synonyms
    std::vector<float> rarity;                           ///< for each stem

private:
    void addPhrase(Field field, std::size_t owner, const std::string& text);
    void addMuscle(const atlas::Muscle& muscle);
    void addRegions(const atlas::Atlas& atlas);
    void addSenders(const atlas::Atlas& atlas);
    void addSynonyms(const atlas::Atlas& atlas);
    void weigh();

    std::vector<std::vector<StemId>> phraseStems_;
};

}  // namespace myo::search
