#include "atlas/atlas.h"

#include <algorithm>
#include <cctype>

namespace myo::atlas {

namespace {

using Places = std::unordered_map<std::string, std::size_t>;

template <class Entry>
Places placesOf(const std::vector<Entry>& entries) {
    Places places;
    places.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        places.emplace(entries[i].id.value, i);
    }
    return places;
}

// By the index where it is right, else by looking at every entry.
template <class Entry, class Id>
const Entry* findIn(const std::vector<Entry>& entries, const Places& places, const Id& id) {
    const auto known = places.find(id.value);
    if (known != places.end() && known->second < entries.size() && entries[known->second].id == id) {
        return &entries[known->second];
    }
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

void Atlas::reindex() {
    index.muscles = placesOf(muscles);
    index.regions = placesOf(regions);
    index.citations = placesOf(citations);
    index.scenarios = placesOf(scenarios);
    index.landmarks = placesOf(landmarks);
}

const Muscle* Atlas::find(const MuscleId& id) const {
    return findIn(muscles, index.muscles, id);
}

const TriggerPoint* Atlas::find(const PointId& id) const {
    const Muscle* muscle = find(id.muscle);
    if (muscle == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(muscle->points.begin(), muscle->points.end(),
                                    [&](const TriggerPoint& point) { return point.id == id; });
    return found == muscle->points.end() ? nullptr : &*found;
}

const Region* Atlas::find(const RegionId& id) const {
    return findIn(regions, index.regions, id);
}

const Citation* Atlas::find(const CitationId& id) const {
    return findIn(citations, index.citations, id);
}

const Guide* Atlas::find(const GuideId& id) const {
    const auto found = std::find_if(guides.begin(), guides.end(), [&](const Guide& guide) { return guide.id == id; });
    return found == guides.end() ? nullptr : &*found;
}

const Scenario* Atlas::find(const ScenarioId& id) const {
    return findIn(scenarios, index.scenarios, id);
}

const Landmark* Atlas::find(const LandmarkId& id) const {
    return findIn(landmarks, index.landmarks, id);
}

std::vector<const TriggerPoint*> Atlas::points() const {
    std::vector<const TriggerPoint*> all;
    for (const Muscle& muscle : muscles) {
        for (const TriggerPoint& point : muscle.points) {
            all.push_back(&point);
        }
    }
    return all;
}

std::string Atlas::nearestId(const std::string& text) const {
    // Ids are long; a text beyond all of them is no slip of a finger, and comparing it would only cost time.
    constexpr std::size_t longestId = 100;
    if (text.empty() || text.size() > longestId) {
        return "";
    }
    std::string wanted = text;
    std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                   [](unsigned char c) { return c == ' ' || c == '-' ? '_' : static_cast<char>(std::tolower(c)); });
    std::vector<std::string> candidates;
    for (const Muscle& muscle : muscles) {
        candidates.push_back(muscle.id.value);
    }
    for (const TriggerPoint* point : points()) {
        candidates.push_back(point->id.text());
    }
    for (const Region& region : regions) {
        candidates.push_back(region.id.value);
    }
    for (const Guide& guide : guides) {
        candidates.push_back(guide.id.value);
    }
    for (const Scenario& scenario : scenarios) {
        candidates.push_back(scenario.id.value);
    }
    return nearestName(wanted, candidates);
}

}  // namespace myo::atlas
