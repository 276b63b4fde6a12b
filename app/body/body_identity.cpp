#include "body/body_identity.h"

#include <array>
#include <utility>

namespace myo::body {

namespace {

constexpr std::array<std::pair<BodyKind, std::string_view>, 3> kindNames{
    {{BodyKind::builtIn, "built_in"}, {BodyKind::bodyFile, "body_file"}, {BodyKind::ownModel, "own_model"}}};

}  // namespace

std::string_view kindName(BodyKind kind) {
    return kindNames.at(static_cast<std::size_t>(kind)).second;
}

std::optional<BodyKind> parseBodyKind(std::string_view name) {
    for (const auto& [kind, known] : kindNames) {
        if (known == name) {
            return kind;
        }
    }
    return std::nullopt;
}

bool BodyIdentity::same(const BodyIdentity& other) const {
    if (kind != other.kind) {
        return false;
    }
    return kind == BodyKind::builtIn ? name == other.name : !hash.empty() && hash == other.hash;
}

}  // namespace myo::body
