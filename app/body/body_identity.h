// Which body something belongs to: a name alone would take a person's `male.glb` for the built-in male.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace myo::body {

enum class BodyKind {
    builtIn,   ///< comes with the program
    bodyFile,  ///< a file that the program wrote
    ownModel,  ///< a person's own model, into which the built-in body was laid
};

/// "built_in", "body_file", "own_model": as in files.
[[nodiscard]] std::string_view kindName(BodyKind kind);
[[nodiscard]] std::optional<BodyKind> parseBodyKind(std::string_view name);

struct BodyIdentity {
    BodyKind kind = BodyKind::builtIn;
    std::string name;  ///< "male", "female"; of a file what it calls itself, or its name
    std::string hash;  ///< ContentHash of the file it was read from; "" if it came from none

    /// True if what was painted on the one may be shown on the other. Built-in bodies are told by their names, as a
    /// newer program may draw them finer; files by what is in them, whatever they are called.
    [[nodiscard]] bool same(const BodyIdentity& other) const;

    friend bool operator==(const BodyIdentity&, const BodyIdentity&) = default;
};

}  // namespace myo::body
