#include "atlas/point_argument.h"

#include <set>
#include <string_view>

#include <fmt/format.h>

#include "atlas/known_keys.h"

namespace myo::atlas {

Diagnostic unknownId(const Atlas& atlas, const std::string& text, const std::string& kind) {
    const std::string nearest = atlas.nearestId(text);
    return Diagnostic{{},
                      fmt::format("there is no {} '{}'", kind, text),
                      nearest.empty() ? "an id of 'myoatlas list'" : fmt::format("did you mean '{}'?", nearest)};
}

Result<PointArgument> parsePoint(const Atlas& atlas, const std::string& text) {
    const auto colon = text.rfind(':');
    const std::string id = text.substr(0, colon);
    PointArgument argument;
    if (colon != std::string::npos) {
        const std::string side = text.substr(colon + 1);
        if (side != "left" && side != "right" && side != "both") {
            return Diagnostic{{}, fmt::format("'{}' is not a side", side), "left, right or both after the colon"};
        }
        argument.left = side != "right";
        argument.right = side != "left";
    }
    const auto point = PointId::parse(id);
    if (!point || atlas.find(*point) == nullptr) {
        return unknownId(atlas, id, "trigger point");
    }
    argument.point = *point;
    return argument;
}

Result<BodyPart> parseBodyPart(const std::string& name) {
    std::set<std::string_view> names;
    for (const auto& [text, part] : bodyPartWords) {
        if (text == name) {
            return part;
        }
        names.insert(text);
    }
    return Diagnostic{
        {}, fmt::format("unknown body part '{}'", name), fmt::format("one of {}", fmt::join(names, ", "))};
}

}  // namespace myo::atlas
