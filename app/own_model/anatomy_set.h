// Muscles and bones from a published anatomy set in place of the generated ones.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "body/body.h"
#include "own_model/import_model.h"

namespace myo::own_model {

/// One structure of a set, in the set's own coordinates.
struct SetStructure {
    std::string name;  ///< node or file name
    std::string fma;   ///< "FMA22559", or empty
    body::Mesh mesh;   ///< welded; positions and triangles
};

/// Reads a set: a file with a node for each structure, or a folder with a file for each.
/// FMA ids are taken from the node's `id` property or from its name; in a folder, FMA id and name from the comments at
/// the top of an OBJ file ("Concept ID", "English name": BodyParts3D) or from the file's name. Structures above 5000
/// triangles are simplified. The problem names file or folder and says what to do.
[[nodiscard]] Result<std::vector<SetStructure>> readAnatomySet(const std::filesystem::path& path,
                                                               const ProgressReport& progress = {},
                                                               const std::stop_token& stop = {});

/// Tells which structure of the body a structure of a set is.
class AnatomyNames {
public:
    /// Reads muscle ids and FMA ids from muscles.tsv. The problem names file, line and column.
    [[nodiscard]] static Result<AnatomyNames> read(const std::filesystem::path& musclesTable);

    struct Match {
        std::string id;                ///< of the body's structure
        std::optional<BodySide> side;  ///< nothing if the name does not tell
    };
    /// By FMA id if there is one that is known, else by name: "left soleus", "Soleus muscle.l", "Fifth rib.r.R".
    [[nodiscard]] std::optional<Match> match(const std::string& name, const std::string& fma) const;

private:
    struct FmaPlace {
        std::string id;
        BodySide side;
    };
    std::map<std::string, FmaPlace> byFma_;
    std::vector<std::string> muscles_;
};

/// A body with structures of a set, and what became of them.
struct AppliedSet {
    body::Body body;
    std::vector<std::string> replaced;   ///< node names of the body
    std::vector<std::string> kept;       ///< generated ones that stayed because trigger points would not lie in the new
    std::vector<std::string> unmatched;  ///< names of the set that the body does not know

    /// What became of how many structures, a sentence for each kind.
    [[nodiscard]] std::vector<Message> summary() const;
};

/// Brings the set into the body (unit, axes and posture are found from the structures that both have) and replaces
/// what matches. Fibres and fibre coordinates are taken over from the generated muscle that a new one stands for; a
/// muscle on which trigger points would move by more than 15 mm stays as generated.
/// The problem says that too little of the set was understood.
[[nodiscard]] Result<AppliedSet> applyAnatomySet(const body::Body& body, const AnatomyNames& names,
                                                 const std::vector<SetStructure>& set);

}  // namespace myo::own_model
