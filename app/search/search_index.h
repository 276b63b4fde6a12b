// From words, as a person types them, to muscles: names, Latin, everyday words, places and complaints.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"

namespace myo::search {

/// What a muscle has in common with the words of a query.
enum class ReasonKind {
    name,
    alias,
    latin,
    lay,
    family,
    report,     ///< people say so
    provoke,    ///< brings it on
    lookAlike,  ///< may be taken for it
    action,
    nerve,
    primaryZone,
    spillover,
    linked,  ///< a diagnosis or complaint it is linked with
};

struct Reason {
    ReasonKind kind = ReasonKind::name;
    std::string words;  ///< the atlas' words that fit; empty for a zone
    RegionId region;    ///< of a zone

    friend bool operator==(const Reason&, const Reason&) = default;
};

struct SearchResult {
    MuscleId muscle;
    std::vector<PointId> points;  ///< those that send pain to the places asked for; all if none was named
    float score = 0.0F;           ///< (0..1]
    std::vector<Reason> because;  ///< why it is here, the weightiest reason first
};

/// Something that words a person said may point to, and that must be ruled out before any muscle is looked at.
struct Danger {
    std::string id;  ///< of the red flag
    atlas::Urgency urgency = atlas::Urgency::doctor;
    std::string say;         ///< what it may be, and what to do
    bool confirmed = false;  ///< a citation of it has been confirmed
    std::vector<CitationId> sources;
};

struct SearchAnswer {
    std::string query;                        ///< as asked, at most 1000 bytes of valid UTF-8
    std::vector<RegionId> understoodRegions;  ///< places that the words name, in the atlas' order
    std::optional<Side> side;                 ///< "right temple": the person's right
    bool bothSides = false;                   ///< "both knees"
    bool scattered = false;                   ///< the words name several places far apart
    std::vector<RegionId> absentRegions;      ///< places said to be free: "not in the leg"
    std::vector<std::string> absent;          ///< words of what is said to be absent: "headache"
    std::vector<std::string> circumstances;   ///< when it hurts: "on stairs"
    std::vector<std::string> qualities;       ///< how it feels: "burning"
    std::vector<std::string> unknown;         ///< words that mean nothing here: "xqzzy"
    std::vector<Danger> dangers;              ///< to be shown before any result: at most three, the most urgent first
    std::string ruleOut;                      ///< what must be ruled out for the places named, or for any place
    std::vector<SearchResult> results;        ///< best first; equal scores by id
};

/// Which muscles may be among the results, on the command line and in the window.
struct SearchFilter {
    std::optional<atlas::BodyPart> bodyPart;  ///< of the muscle; nothing = any
    bool selfTreatable = false;               ///< only those that a lay person may press
    bool confirmed = false;                   ///< only points with a citation that has been confirmed

    friend bool operator==(const SearchFilter&, const SearchFilter&) = default;
};

/// True if the muscle may be among the results.
[[nodiscard]] bool passes(const SearchFilter& filter, const atlas::Muscle& muscle);

/// What must be ruled out for pain in these places: the sentence for the first of them that has one, else the one for
/// all places; empty if the atlas has none.
[[nodiscard]] std::string ruleOutFor(const atlas::Atlas& atlas, const std::vector<RegionId>& regions);

/// Built once from an atlas, which it does not keep; searched from any thread. Answers to the same words are the same.
///
/// It is an index of its own rather than an SQLite full-text table: the ranking weighs whose PRIMARY zone claims a
/// place over whose spillover does, words must match through typing errors and while they are being typed, and the
/// atlas is a few thousand short phrases that fit into memory. A full-text table would give none of the three, and
/// would add its own copy of the text.
class SearchIndex {
public:
    explicit SearchIndex(const atlas::Atlas& atlas);
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;

    /// Any text is fine, also an empty, very long or garbled one; only its first 1000 bytes and 40 words count.
    [[nodiscard]] SearchAnswer search(std::string_view query, std::size_t limit, const SearchFilter& filter = {}) const;

private:
    struct Content;
    std::unique_ptr<const Content> content_;
};

}  // namespace myo::search
