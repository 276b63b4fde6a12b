#include "body/gltf_document.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

namespace myo::body {

namespace {

using nlohmann::json;

// Component types of glTF.
enum Component : std::uint64_t {
    byteComponent = 5121,
    shortComponent = 5123,
    intComponent = 5125,
    floatComponent = 5126
};

constexpr std::uint64_t triangleMode = 4;
constexpr std::size_t mostDepth = 64;

// A member that has to be a whole number below `end`.
std::size_t indexIn(const json& value, std::size_t end, const char* what) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= end) {
        throw GltfError(fmt::format("the file refers to {} that it does not have", what));
    }
    return value.get<std::size_t>();
}

std::size_t sizeOr(const json& object, const char* key, std::size_t otherwise) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return otherwise;
    }
    if (!found->is_number_unsigned()) {
        throw GltfError(fmt::format("'{}' is not a size", key));
    }
    return found->get<std::size_t>();
}

// The array under a key; empty if it is absent.
const json& arrayOf(const json& object, const char* key) {
    static const json none = json::array();
    const auto found = object.find(key);
    if (found == object.end()) {
        return none;
    }
    if (!found->is_array()) {
        throw GltfError(fmt::format("'{}' is not a list", key));
    }
    return *found;
}

template <int count>
glm::vec<count, float> numbersOf(const json& node, const char* key, const glm::vec<count, float>& otherwise) {
    const json& list = arrayOf(node, key);
    if (list.empty()) {
        return otherwise;
    }
    if (list.size() != static_cast<std::size_t>(count)) {
        throw GltfError(fmt::format("'{}' of a node has not {} numbers", key, count));
    }
    glm::vec<count, float> numbers{};
    for (int i = 0; i < count; ++i) {
        numbers[i] = list[static_cast<std::size_t>(i)].get<float>();
    }
    return numbers;
}

glm::mat4 localMatrix(const json& node) {
    const json& matrix = arrayOf(node, "matrix");
    glm::mat4 local(1.0F);
    if (!matrix.empty()) {
        if (matrix.size() != 16) {
            throw GltfError("a node's matrix has not 16 numbers");
        }
        for (int i = 0; i < 16; ++i) {
            local[i / 4][i % 4] = matrix[static_cast<std::size_t>(i)].get<float>();
        }
    } else {
        const glm::vec4 turn = numbersOf<4>(node, "rotation", {0, 0, 0, 1});
        local = glm::translate(local, numbersOf<3>(node, "translation", glm::vec3(0.0F))) *
                glm::mat4_cast(glm::quat(turn.w, turn.x, turn.y, turn.z)) *
                glm::scale(glm::mat4(1.0F), numbersOf<3>(node, "scale", glm::vec3(1.0F)));
    }
    for (int i = 0; i < 16; ++i) {
        if (!std::isfinite(local[i / 4][i % 4])) {
            throw GltfError("the place of a node is not a number");
        }
    }
    return local;
}

std::size_t componentsOf(const json& type) {
    if (type == "SCALAR") {
        return 1;
    }
    if (type == "VEC2" || type == "VEC3" || type == "VEC4") {
        return static_cast<std::size_t>(type.get_ref<const std::string&>().back() - '0');
    }
    throw GltfError("an accessor is of no type that a body has");
}

std::size_t bytesOf(std::uint64_t component) {
    switch (component) {
        case byteComponent:
            return 1;
        case shortComponent:
            return 2;
        case intComponent:
        case floatComponent:
            return 4;
        default:
            throw GltfError("an accessor is of no type that a body has");
    }
}

}  // namespace

// Numbers within the binary chunk; the whole of them lies there.
struct GltfDocument::Values {
    const char* first = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;
    std::size_t components = 0;
    std::uint64_t component = 0;
    bool normalized = false;

    template <class T>
    [[nodiscard]] T raw(std::size_t index, std::size_t which) const {
        T value;
        std::memcpy(&value, first + index * stride + which * sizeof(T), sizeof value);
        return value;
    }
    // A channel: a float, or a whole number as a share of the largest.
    [[nodiscard]] float number(std::size_t index, std::size_t which) const {
        float value = 0.0F;
        if (component == floatComponent) {
            value = raw<float>(index, which);
        } else if (component == byteComponent && normalized) {
            value = static_cast<float>(raw<std::uint8_t>(index, which)) / 255.0F;
        } else if (component == shortComponent && normalized) {
            value = static_cast<float>(raw<std::uint16_t>(index, which)) / 65535.0F;
        } else {
            throw GltfError("a vertex has numbers of a type that glTF does not allow there");
        }
        if (!std::isfinite(value)) {
            throw GltfError("a number of a vertex is not a number");
        }
        return value;
    }
    [[nodiscard]] std::uint32_t corner(std::size_t index) const {
        switch (component) {
            case byteComponent:
                return raw<std::uint8_t>(index, 0);
            case shortComponent:
                return raw<std::uint16_t>(index, 0);
            case intComponent:
                return raw<std::uint32_t>(index, 0);
            default:
                throw GltfError("the corners of faces are not whole numbers");
        }
    }
    template <int wanted>
    [[nodiscard]] std::vector<glm::vec<wanted, float>> all() const {
        if (components != static_cast<std::size_t>(wanted)) {
            throw GltfError(fmt::format("a vertex has {} numbers where {} belong", components, wanted));
        }
        std::vector<glm::vec<wanted, float>> list(count);
        for (std::size_t i = 0; i < count; ++i) {
            for (int k = 0; k < wanted; ++k) {
                list[i][k] = number(i, static_cast<std::size_t>(k));
            }
        }
        return list;
    }
};

GltfDocument::GltfDocument(const GlbFile& file)
    : document_(json::parse(file.json().begin(), file.json().end())), binary_(file.binary()) {
    if (!document_.is_object()) {
        throw GltfError("the file has no glTF document");
    }
    if (const json& required = arrayOf(document_, "extensionsRequired"); !required.empty()) {
        throw GltfError(fmt::format("the file requires {}", required.front().dump()));
    }
    readNodes();
}

void GltfDocument::readNodes() {
    const json& sources = arrayOf(document_, "nodes");
    const std::size_t meshCount = arrayOf(document_, "meshes").size();
    nodes_.reserve(sources.size());
    std::vector<int> parents(sources.size(), 0);
    for (const json& source : sources) {
        if (!source.is_object()) {
            throw GltfError("a node is none");
        }
        GltfNode node{source.value("name", std::string()), localMatrix(source), {}, {}};
        for (const json& child : arrayOf(source, "children")) {
            node.children.push_back(indexIn(child, sources.size(), "a node"));
            ++parents[node.children.back()];
        }
        if (source.contains("mesh")) {
            node.meshes.push_back(indexIn(source["mesh"], meshCount, "a mesh"));
        }
        nodes_.push_back(std::move(node));
    }
    if (std::any_of(parents.begin(), parents.end(), [](int count) { return count > 1; })) {
        throw GltfError("a node lies in two places");
    }
    const json& scenes = arrayOf(document_, "scenes");
    const std::size_t scene = indexIn(document_.value("scene", json(0U)), scenes.size(), "a scene");
    for (const json& root : arrayOf(scenes[scene], "nodes")) {
        roots_.push_back(indexIn(root, nodes_.size(), "a node"));
        if (++parents[roots_.back()] > 1) {
            throw GltfError("a node lies in two places");
        }
    }
    // With one parent at most, whatever is reached from a root without parent is a tree; only its depth is left to
    // check.
    std::vector<std::size_t> level = roots_;
    for (std::size_t depth = 0; !level.empty(); ++depth) {
        if (depth > mostDepth) {
            throw GltfError(fmt::format("nodes lie more than {} deep within each other", mostDepth));
        }
        std::vector<std::size_t> below;
        for (const std::size_t index : level) {
            below.insert(below.end(), nodes_[index].children.begin(), nodes_[index].children.end());
        }
        level = std::move(below);
    }
}

GltfDocument::Values GltfDocument::values(const json& accessor) const {
    const json& accessors = arrayOf(document_, "accessors");
    const json& source = accessors[indexIn(accessor, accessors.size(), "an accessor")];
    if (source.contains("sparse")) {
        throw GltfError("an accessor is sparse, which bodies are not");
    }
    const json& views = arrayOf(document_, "bufferViews");
    const json& view = views[indexIn(source.at("bufferView"), views.size(), "a buffer view")];
    const json& buffers = arrayOf(document_, "buffers");
    if (indexIn(view.at("buffer"), buffers.size(), "a buffer") != 0 || buffers[0].contains("uri")) {
        throw GltfError("the numbers lie outside the file");
    }
    const std::size_t viewAt = sizeOr(view, "byteOffset", 0);
    const std::size_t viewBytes = sizeOr(view, "byteLength", 0);
    if (viewAt > binary_.size() || viewBytes > binary_.size() - viewAt) {
        throw GltfError("a buffer view goes beyond the file's end");
    }
    Values values;
    values.count = sizeOr(source, "count", 0);
    values.component = sizeOr(source, "componentType", 0);
    values.components = componentsOf(source.at("type"));
    values.normalized = source.value("normalized", false);
    const std::size_t element = bytesOf(values.component) * values.components;
    const std::size_t stride = sizeOr(view, "byteStride", 0);
    values.stride = stride == 0 ? element : stride;
    const std::size_t at = sizeOr(source, "byteOffset", 0);
    constexpr std::size_t mostStride = 252;  // of the glTF specification
    const bool fits = values.stride >= element && values.stride <= mostStride && at <= viewBytes &&
                      (values.count == 0 ||
                       (element <= viewBytes - at && values.count - 1 <= (viewBytes - at - element) / values.stride));
    if (!fits) {
        throw GltfError("an accessor goes beyond its buffer view");
    }
    values.first = binary_.data() + viewAt + at;
    return values;
}

std::vector<glm::vec3> GltfDocument::vectors(const json& accessor) const {
    return values(accessor).all<3>();
}

std::vector<glm::vec2> GltfDocument::pairs(const json& accessor) const {
    return values(accessor).all<2>();
}

std::vector<Triangle> GltfDocument::triangles(const json& accessor, std::size_t vertices) const {
    const Values corners = values(accessor);
    if (corners.components != 1 || corners.count % 3 != 0) {
        throw GltfError("a face is not a triangle");
    }
    std::vector<Triangle> triangles(corners.count / 3);
    for (std::size_t i = 0; i < corners.count; ++i) {
        const std::uint32_t corner = corners.corner(i);
        if (corner >= vertices) {
            throw GltfError("a face has a corner that the mesh lacks");
        }
        triangles[i / 3][i % 3] = corner;
    }
    return triangles;
}

GltfPrimitive GltfDocument::primitive(const json& source) const {
    if (sizeOr(source, "mode", triangleMode) != triangleMode) {
        throw GltfError("a mesh does not consist of triangles");
    }
    const json& attributes = source.at("attributes");
    GltfPrimitive out;
    out.positions = vectors(attributes.at("POSITION"));
    const std::size_t count = out.positions.size();
    const auto same = [count](std::size_t other) {
        if (other != count) {
            throw GltfError("a mesh has more or fewer values than vertices");
        }
    };
    if (attributes.contains("NORMAL")) {
        out.normals = vectors(attributes["NORMAL"]);
        same(out.normals.size());
    }
    if (attributes.contains("COLOR_0") && attributes.contains("TEXCOORD_0")) {
        out.colours = values(attributes["COLOR_0"]).all<4>();
        same(out.colours.size());
        out.coordinates = pairs(attributes["TEXCOORD_0"]);
        same(out.coordinates.size());
    }
    if (source.contains("indices")) {
        out.triangles = triangles(source["indices"], count);
        return out;
    }
    if (count % 3 != 0) {
        throw GltfError("a face is not a triangle");
    }
    for (std::uint32_t i = 0; i < count; i += 3) {
        out.triangles.push_back({i, i + 1, i + 2});
    }
    return out;
}

std::vector<GltfPrimitive> GltfDocument::mesh(std::size_t index) const {
    std::vector<GltfPrimitive> primitives;
    for (const json& source : arrayOf(arrayOf(document_, "meshes")[index], "primitives")) {
        primitives.push_back(primitive(source));
    }
    return primitives;
}

const json& GltfDocument::extras(const std::string& name) const {
    static const json none;
    const auto extras = document_.find("extras");
    return extras != document_.end() && extras->is_object() && extras->contains(name) ? (*extras)[name] : none;
}

}  // namespace myo::body
