// glTF 2.0 as far as bodies need it: nodes with places, triangles, numbers in a binary chunk. Every number of the file
// is doubted: a stranger may have written it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <glm/glm.hpp>
#include <nlohmann/json.hpp>

#include "body/glb_file.h"
#include "core/geometry.h"

namespace myo::body {

/// What is wrong with a file, in words. Stays within the reading of bodies.
class GltfError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct GltfNode {
    std::string name;
    glm::mat4 local{1.0F};
    std::vector<std::size_t> children;
    std::vector<std::size_t> meshes;  ///< none or one
};

struct GltfPrimitive {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;      ///< empty if there are none
    std::vector<glm::vec4> colours;      ///< likewise
    std::vector<glm::vec2> coordinates;  ///< likewise
    std::vector<Triangle> triangles;     ///< corners that exist
};

/// Looks things up in a document. Every function throws GltfError (or what nlohmann::json throws) for what is missing,
/// beyond the file's end, of another type than glTF has there, or not a number.
class GltfDocument {
public:
    /// Keeps a reference to the file. Checks that the nodes are trees: none in two places or within itself.
    explicit GltfDocument(const GlbFile& file);

    [[nodiscard]] const std::vector<std::size_t>& roots() const { return roots_; }
    [[nodiscard]] const GltfNode& node(std::size_t index) const { return nodes_[index]; }

    /// All triangles of a mesh, one entry for each primitive.
    [[nodiscard]] std::vector<GltfPrimitive> mesh(std::size_t index) const;

    /// Members of the document's "extras" under that name; null if there are none.
    [[nodiscard]] const nlohmann::json& extras(const std::string& name) const;

    [[nodiscard]] std::vector<glm::vec3> vectors(const nlohmann::json& accessor) const;
    [[nodiscard]] std::vector<glm::vec2> pairs(const nlohmann::json& accessor) const;
    /// \pre every corner has to be below `vertices`
    [[nodiscard]] std::vector<Triangle> triangles(const nlohmann::json& accessor, std::size_t vertices) const;

private:
    struct Values;

    void readNodes();
    [[nodiscard]] Values values(const nlohmann::json& accessor) const;
    [[nodiscard]] GltfPrimitive primitive(const nlohmann::json& source) const;

    nlohmann::json document_;
    std::string_view binary_;
    std::vector<GltfNode> nodes_;
    std::vector<std::size_t> roots_;
};

}  // namespace myo::body
