// Reads a person's own model: GLB, OBJ, FBX, STL or PLY, of any unit, axes and topology.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "body/body.h"
#include "core/result.h"
#include "core/text.h"

namespace myo::own_model {

/// Called with 0..1 from the thread that does the work; may be empty.
using ProgressReport = std::function<void(float)>;

/// The skin of a model as it stands in its file: the file's own unit and axes.
struct ForeignModel {
    std::filesystem::path file;
    body::Mesh skin;                ///< welded, without degenerate triangles, outward, with normals
    std::size_t fileTriangles = 0;  ///< triangles of the file, before anything was left out
    std::vector<Message> notes;     ///< what was left out or changed
    std::string hash;               ///< \see BodyIdentity::hash

    /// \see identityOf
    [[nodiscard]] body::BodyIdentity identity() const;
};

/// Who the body is that is laid into the model of a file: known by what is in it, and called like it, without the
/// extension. Reads the file once, and understands nothing of it.
[[nodiscard]] body::BodyIdentity identityOf(const std::filesystem::path& file);

/// Most triangles a file may have.
inline constexpr std::size_t mostFileTriangles = 20'000'000;
/// Models above twice this many triangles are simplified to it, and those below a third of it are divided: enough to
/// paint on, quick to show.
inline constexpr std::size_t paintingTriangles = 120'000;

/// The file formats that importModel reads, by extension without the dot, lower case.
[[nodiscard]] const std::vector<std::string>& modelFormats();

/// Reads the file and keeps what looks like the skin: helper shapes (MakeHuman's `helper-*` and `joint-*`) are left
/// out, vertices at one place are joined, and the largest connected surface stays, with others of a tenth of its area
/// or more. The problem names the file and says what to do when it is missing, empty, broken, too large or has
/// coordinates that are no numbers, or when `stop` was requested.
[[nodiscard]] Result<ForeignModel> importModel(const std::filesystem::path& file, const ProgressReport& progress = {},
                                               const std::stop_token& stop = {});

}  // namespace myo::own_model
