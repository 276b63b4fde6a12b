// The body as the viewer holds it: skin, muscles, bones and named landmarks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "body/body_identity.h"
#include "core/geometry.h"
#include "core/ids.h"
#include "core/result.h"

namespace myo::body {

/// Triangles with per-vertex data. Positions and normals have one entry per vertex; the muscle channels have one
/// entry per vertex or are empty.
struct Mesh {
    std::vector<glm::vec3> positions;  ///< millimetres
    std::vector<glm::vec3> normals;    ///< unit length, outward
    std::vector<Triangle> triangles;   ///< counter-clockwise seen from outside

    /// Fibre direction at each vertex of a muscle, unit length, origin towards insertion; empty for other structures.
    std::vector<glm::vec3> fibres;
    /// 0 = belly, 1 = tendon; empty for other structures.
    std::vector<float> tendon;
    /// Fibre coordinates of a muscle: x = index of the piece + share of the way across the piece (0..0.999),
    /// y = share of the fibre's length, 0 at the origin and 1 at the insertion; empty for other structures.
    std::vector<glm::vec2> fibreCoordinates;

    [[nodiscard]] Aabb bounds() const;
};

enum class StructureKind { skin, muscle, bone, cartilage };

/// One named thing of the body on one side, e.g. the left soleus.
struct Structure {
    std::string id;  ///< muscle id, bone name, or "skin"
    BodySide side = BodySide::mid;
    StructureKind kind = StructureKind::muscle;
    int depthLayer = 1;  ///< muscles: 1 superficial .. 4 deepest
    /// Ids of the muscles that this one joins (iliopsoas = iliacus + psoas_major); empty for a solid of its own.
    /// The mesh of an alias repeats its members' pieces in this order: show and hit the members, never the alias,
    /// or the same solid is drawn twice.
    std::vector<std::string> aliasOf;
    Mesh mesh;

    [[nodiscard]] bool alias() const { return !aliasOf.empty(); }

    /// "<id>.left", "<id>.right" or "<id>.mid".
    [[nodiscard]] std::string nodeName() const;
};

/// Named places on skin and bone, in the pose of the body they belong to.
class Landmarks {
public:
    /// Adds a landmark, or moves it if it is known. Paired landmarks are added once for each side.
    void set(const LandmarkId& id, BodySide side, const glm::vec3& position);

    /// The position on the wanted side; a midline landmark answers for both sides. Nothing if unknown.
    [[nodiscard]] std::optional<glm::vec3> find(const LandmarkId& id, Side side) const;

    /// Says how large this body is around a landmark, as a length compared with the male body on which zones are
    /// drawn. \pre factor > 0
    void setSize(const LandmarkId& id, BodySide side, float factor);
    /// That factor; 1 where nothing was said.
    [[nodiscard]] float size(const LandmarkId& id, BodySide side) const;
    /// The same, where a midline landmark answers for both sides.
    [[nodiscard]] float size(const LandmarkId& id, Side side) const;

    using Key = std::pair<LandmarkId, BodySide>;
    [[nodiscard]] const std::map<Key, glm::vec3>& all() const { return places_; }

private:
    std::map<Key, glm::vec3> places_;
    std::map<Key, float> sizes_;
};

/// A complete body. Structures are sorted by kind (skin first), then as in the file.
struct Body {
    BodyIdentity identity;
    std::vector<Structure> structures;
    /// Muscles that are not part of this body as it is shown, but in which trigger points find their places: what a
    /// file of some layers keeps of the others. No normals, fibres or tendons.
    std::vector<Structure> placesOnly;
    Landmarks landmarks;
    /// For every skin vertex the index of its mirror image; empty if the skin is not symmetric.
    std::vector<std::uint32_t> skinMirror;
    float statureMm = 0.0F;

    /// \pre the body has a skin (every loaded body has). \throw std::logic_error otherwise.
    [[nodiscard]] const Mesh& skin() const;
    /// The structure on that side; a midline structure (diaphragm) answers for both sides. nullptr if there is none.
    [[nodiscard]] const Structure* find(const std::string& id, BodySide side) const;
    /// The same, among the structures and then among those kept for places only.
    [[nodiscard]] const Structure* findForPlaces(const std::string& id, BodySide side) const;

    /// Makes find() quick. Whoever fills `structures` calls it when they are complete, and again after adding, taking
    /// away, sorting or renaming some.
    void indexStructures();

private:
    std::vector<std::uint32_t> byName_;  ///< indices into structures, by id, then side; other sizes mean no index
};

/// Reads a body that saveBody wrote, as BodyKind::bodyFile: GLB in metres, one node per structure named `<id>.<side>`,
/// empty nodes `landmark/<id>.<side>` for the landmarks. Positions come back in millimetres. Safe for files of
/// strangers. The problem names the file and says what to do when it is missing, truncated, without skin or not a body.
[[nodiscard]] Result<Body> loadBody(const std::filesystem::path& file);

/// True if the file is a body that saveBody wrote: a GLB with landmarks in it.
[[nodiscard]] bool isBuiltBody(const std::filesystem::path& file);

/// Writes the body as GLB in metres, in the form that loadBody reads. What is kept for places only has no node: it is
/// numbers that the document's "extras" refer to, so that other programs show the structures and nothing else. A body
/// without skin can be written, but not read again.
[[nodiscard]] Result<bool> saveBody(const Body& body, const std::filesystem::path& file);

}  // namespace myo::body
