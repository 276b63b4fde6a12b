// What was read from one file, before its references to other entries have been checked.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/load.h"

namespace myo::atlas::loader {

/// An id that an entry names, to be looked up when every file has been read.
struct Reference {
    enum class To { surfaceRegion, internalRegion, anyRegion, citation, muscle, point, wordClass };
    To to = To::anyRegion;
    std::string id;
    SourcePlace place;
};

/// An entry as read. A faulty one has at least one error in it: it is used, but never over a built-in entry.
template <class Value>
struct Entry {
    Value value;
    bool faulty = false;
    std::vector<Reference> references;
};

struct Content {
    std::vector<Entry<Muscle>> muscles;
    std::vector<Entry<Region>> regions;
    std::vector<Entry<Citation>> citations;
    std::vector<Entry<Scenario>> scenarios;
    std::vector<Entry<Guide>> guides;
    std::vector<Entry<Synonym>> synonyms;
    std::vector<Entry<WordClass>> wordClasses;
    std::vector<Entry<RedFlag>> redFlags;
    std::vector<Entry<RuleOut>> ruleOuts;
    std::vector<Entry<EvidenceParagraph>> evidence;
    /// Ids of entries that were too broken to keep: naming them is no second error. Regions "region:x" and so on.
    std::set<std::string> brokenIds;
    Diagnostics findings;
};

/// What the readers may look up while they read.
struct Known {
    std::unordered_set<std::string> landmarks;
    std::vector<std::string> landmarkList;  ///< for suggestions
    const std::map<MuscleId, std::vector<std::string>>* pieces = nullptr;

    explicit Known(const DataContext& context);
};

enum class FileKind { muscle, regions, citations, scenarios, guides, synonyms, redFlags, evidence };

/// Reads one file; never throws for bad data.
[[nodiscard]] Content readFile(const std::filesystem::path& file, FileKind kind, const Known& known);

}  // namespace myo::atlas::loader
