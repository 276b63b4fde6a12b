#include "search/vocabulary.h"

#include <algorithm>

#include "core/edit_distance.h"

namespace myo::search {

namespace {

constexpr std::size_t longestWord = 32;

std::size_t sharedLetters(std::string_view a, std::string_view b) {
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(differ.first - a.begin());
}

// Slips rarely hit the first letter; one slip leaves little doubt of a longer word.
float qualityOf(std::size_t slips, bool sameFirstLetter, std::size_t letters) {
    constexpr std::size_t longWord = 6;
    const float one = letters >= longWord ? 0.9F : 0.8F;
    const float quality = slips <= 1 ? one : 0.55F;
    return sameFirstLetter ? quality : quality * 0.8F;
}

}  // namespace

StemId Vocabulary::add(const std::string& word, const std::string& stem) {
    const StemId id = stems_.emplace(stem, static_cast<StemId>(stems_.size())).first->second;
    surfaces_.push_back({word, id, 0});
    return id;
}

void Vocabulary::finish() {
    std::sort(surfaces_.begin(), surfaces_.end(), [](const Surface& a, const Surface& b) { return a.word < b.word; });
    const auto last = std::unique(surfaces_.begin(), surfaces_.end(),
                                  [](const Surface& a, const Surface& b) { return a.word == b.word; });
    surfaces_.erase(last, surfaces_.end());
    for (std::size_t i = 1; i < surfaces_.size(); ++i) {
        surfaces_[i].shared = sharedLetters(surfaces_[i - 1].word, surfaces_[i].word);
    }
}

std::optional<StemId> Vocabulary::find(const std::string& stem) const {
    const auto found = stems_.find(stem);
    return found == stems_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Candidate> Vocabulary::startingWith(std::string_view text) const {
    std::vector<Candidate> found;
    auto at = std::lower_bound(surfaces_.begin(), surfaces_.end(), text,
                               [](const Surface& surface, std::string_view wanted) { return surface.word < wanted; });
    for (; at != surfaces_.end() && at->word.starts_with(text); ++at) {
        const float typed = static_cast<float>(text.size()) / static_cast<float>(at->word.size());
        found.push_back({at->stem, 0.7F + 0.25F * typed});
    }
    return found;
}

std::vector<Candidate> Vocabulary::similarTo(std::string_view text, bool asPrefix) const {
    std::vector<Candidate> found;
    constexpr std::size_t shortWord = 3;
    if (text.size() < shortWord || text.size() > longestWord) {
        return found;
    }
    // Three letters resemble too much: of them only a letter left out or two swapped are taken, "nek" and "hpi".
    const auto resembles = [&](const Surface& surface) {
        if (text.size() > shortWord) {
            return true;
        }
        const bool anagram =
            surface.word.size() == text.size() && std::is_permutation(text.begin(), text.end(), surface.word.begin());
        return !asPrefix && surface.word.front() == text.front() && (anagram || surface.word.size() == text.size() + 1);
    };
    const std::size_t allowed = text.size() >= 8 ? 2 : 1;
    EditDistanceRows rows(text, longestWord);
    std::size_t filled = 0;  // rows that hold for the word before
    bool hopeless = false;   // the word before was given up at that depth
    for (const Surface& surface : surfaces_) {
        if (!hopeless || surface.shared < filled) {
            filled = std::min(filled, surface.shared);
            hopeless = false;
            const std::size_t length = std::min(surface.word.size(), longestWord);
            while (filled < length && !hopeless) {
                ++filled;
                hopeless = rows.fill(surface.word, filled) > allowed;
            }
        }
        std::size_t slips = allowed + 1;
        if (!hopeless && filled == surface.word.size()) {
            slips = rows.whole(filled);
        }
        if (asPrefix) {
            slips = std::min(slips, rows.beginning(filled));
        }
        if (slips <= allowed && resembles(surface)) {
            found.push_back({surface.stem, qualityOf(slips, surface.word.front() == text.front(), text.size())});
        }
    }
    return found;
}

}  // namespace myo::search
