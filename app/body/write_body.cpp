// Writes a body as GLB: one binary chunk, few buffer views, bytes instead of floats where bytes are enough.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "body/body.h"
#include "body/body_file_format.h"
#include "core/write_file.h"

namespace myo::body {

namespace {

using nlohmann::json;

// glTF constants
constexpr int byteType = 5121;
constexpr int shortType = 5123;
constexpr int intType = 5125;
constexpr int floatType = 5126;
constexpr int arrayBuffer = 34962;
constexpr int elementBuffer = 34963;

// One buffer view: values of one type, shared by all meshes, so that a reader meets a handful of views, not thousands.
struct View {
    int componentType;
    const char* type;
    std::size_t stride;
    int target;
    std::vector<char> bytes{};
};

enum ViewIndex : std::size_t { vectorView, colourView, coordinateView, shortIndexView, intIndexView, viewCount };

class Writer {
public:
    // The index of the mesh in the file; -1 for an empty mesh.
    int addMesh(const std::string& name, const Mesh& mesh);
    int addNode(json node) {
        nodes_.push_back(std::move(node));
        return static_cast<int>(nodes_.size()) - 1;
    }
    // Accessors for what trigger points need of a muscle: no mesh, so that nobody shows it.
    [[nodiscard]] json addPlaces(const Mesh& mesh);
    void setExtras(json extras) { extras_ = std::move(extras); }
    [[nodiscard]] json& node(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] std::string finish(int root);

private:
    template <class T>
    int addAccessor(ViewIndex view, const std::vector<T>& values, std::size_t count) {
        View& target = views_[view];
        json accessor{{"bufferView", view},
                      {"byteOffset", target.bytes.size()},
                      {"componentType", target.componentType},
                      {"count", count},
                      {"type", target.type}};
        if (target.componentType == byteType) {
            accessor["normalized"] = true;
        }
        const auto* first = reinterpret_cast<const char*>(values.data());
        target.bytes.insert(target.bytes.end(), first, first + values.size() * sizeof(T));
        target.bytes.resize((target.bytes.size() + 3) / 4 * 4);
        accessors_.push_back(std::move(accessor));
        return static_cast<int>(accessors_.size()) - 1;
    }
    int addIndices(const Mesh& mesh);

    std::vector<View> views_{{floatType, "VEC3", 12, arrayBuffer},
                             {byteType, "VEC4", 4, arrayBuffer},
                             {floatType, "VEC2", 8, arrayBuffer},
                             {shortType, "SCALAR", 0, elementBuffer},
                             {intType, "SCALAR", 0, elementBuffer}};
    json accessors_ = json::array();
    json meshes_ = json::array();
    json nodes_ = json::array();
    json extras_;
};

std::vector<glm::vec3> inMetres(const std::vector<glm::vec3>& millimetres) {
    std::vector<glm::vec3> metres;
    metres.reserve(millimetres.size());
    for (const glm::vec3& p : millimetres) {
        metres.push_back(p / format::millimetresPerMetre);
    }
    return metres;
}

std::uint8_t toByte(float share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255));
}

// Fibre direction in red, green and blue (-1..1 as 0..255), tendon share in alpha.
std::vector<std::uint8_t> fibreColours(const Mesh& mesh) {
    std::vector<std::uint8_t> colours;
    colours.reserve(mesh.fibres.size() * 4);
    for (std::size_t i = 0; i < mesh.fibres.size(); ++i) {
        for (int axis = 0; axis < 3; ++axis) {
            colours.push_back(toByte(mesh.fibres[i][axis] * 0.5F + 0.5F));
        }
        colours.push_back(toByte(mesh.tendon[i]));
    }
    return colours;
}

int Writer::addIndices(const Mesh& mesh) {
    const std::size_t count = mesh.triangles.size() * 3;
    if (mesh.positions.size() > 0xFFFF) {
        return addAccessor(intIndexView, mesh.triangles, count);
    }
    std::vector<std::uint16_t> narrow;
    narrow.reserve(count);
    for (const Triangle& t : mesh.triangles) {
        for (const std::uint32_t corner : t) {
            narrow.push_back(static_cast<std::uint16_t>(corner));
        }
    }
    return addAccessor(shortIndexView, narrow, count);
}

int Writer::addMesh(const std::string& name, const Mesh& mesh) {
    if (mesh.triangles.empty()) {
        return -1;
    }
    const std::vector<glm::vec3> metres = inMetres(mesh.positions);
    const int positions = addAccessor(vectorView, metres, metres.size());
    Aabb box;
    for (const glm::vec3& p : metres) {
        box.add(p);
    }
    accessors_.back()["min"] = {box.low.x, box.low.y, box.low.z};
    accessors_.back()["max"] = {box.high.x, box.high.y, box.high.z};
    json attributes{{"POSITION", positions}};
    attributes["NORMAL"] = addAccessor(vectorView, mesh.normals, mesh.normals.size());
    if (!mesh.fibres.empty()) {
        attributes["COLOR_0"] = addAccessor(colourView, fibreColours(mesh), mesh.fibres.size());
        attributes["TEXCOORD_0"] = addAccessor(coordinateView, mesh.fibreCoordinates, mesh.fibreCoordinates.size());
    }
    const int indices = addIndices(mesh);
    meshes_.push_back({{"name", name}, {"primitives", {{{"attributes", attributes}, {"indices", indices}}}}});
    return static_cast<int>(meshes_.size()) - 1;
}

json Writer::addPlaces(const Mesh& mesh) {
    json entry;
    const std::vector<glm::vec3> metres = inMetres(mesh.positions);
    entry["positions"] = addAccessor(vectorView, metres, metres.size());
    entry["coordinates"] = addAccessor(coordinateView, mesh.fibreCoordinates, mesh.fibreCoordinates.size());
    entry["indices"] = addIndices(mesh);
    return entry;
}

void appendNumber(std::string& out, std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<char>(number >> shift & 0xFF));
    }
}

std::string Writer::finish(int root) {
    json views = json::array();
    std::string binary;
    std::map<std::size_t, std::size_t> kept;  // empty views are not allowed
    for (std::size_t i = 0; i < viewCount; ++i) {
        const View& view = views_[i];
        if (view.bytes.empty()) {
            continue;
        }
        kept[i] = views.size();
        json entry{
            {"buffer", 0}, {"byteOffset", binary.size()}, {"byteLength", view.bytes.size()}, {"target", view.target}};
        if (view.stride > 0) {
            entry["byteStride"] = view.stride;
        }
        views.push_back(std::move(entry));
        binary.append(view.bytes.data(), view.bytes.size());
    }
    for (json& accessor : accessors_) {
        accessor["bufferView"] = kept.at(accessor["bufferView"].get<std::size_t>());
    }
    json document{{"asset", {{"version", "2.0"}, {"generator", "Myoatlas body generator"}}},
                  {"scene", 0},
                  {"scenes", {{{"nodes", {root}}}}},
                  {"nodes", nodes_},
                  {"meshes", meshes_},
                  {"accessors", accessors_},
                  {"bufferViews", views},
                  {"buffers", {{{"byteLength", binary.size()}}}}};
    if (!extras_.is_null()) {
        document["extras"] = extras_;
    }
    std::string text = document.dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    std::string file = "glTF";
    appendNumber(file, 2);
    appendNumber(file, static_cast<std::uint32_t>(12 + 8 + text.size() + 8 + binary.size()));
    appendNumber(file, static_cast<std::uint32_t>(text.size()));
    file += "JSON" + text;
    appendNumber(file, static_cast<std::uint32_t>(binary.size()));
    file.append("BIN\0", 4);
    return file + binary;
}

bool isMirrorImage(const Mesh& right, const Mesh& left) {
    if (right.positions.size() != left.positions.size() || right.triangles.size() != left.triangles.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.positions.size(); ++i) {
        if (right.positions[i] != mirrored(left.positions[i])) {
            return false;
        }
    }
    for (std::size_t i = 0; i < left.triangles.size(); ++i) {
        const Triangle& t = left.triangles[i];
        if (right.triangles[i] != Triangle{t[0], t[2], t[1]}) {
            return false;
        }
    }
    return true;
}

// A node for the structure. The right half of a symmetric body is the left half's mesh in a mirrored node.
json structureNode(Writer& writer, const Body& body, const Structure& structure, std::map<std::string, int>& leftMesh) {
    json node{{"name", structure.nodeName()}};
    if (structure.alias()) {
        json members = json::array();
        for (const std::string& member : structure.aliasOf) {
            members.push_back(writer.addNode({{"name", format::aliasMark + member}}));
        }
        node["children"] = members;
        return node;
    }
    if (structure.side == BodySide::right && leftMesh.contains(structure.id)) {
        const Structure* left = body.find(structure.id, BodySide::left);
        if (isMirrorImage(structure.mesh, left->mesh)) {
            node["mesh"] = leftMesh[structure.id];
            node["scale"] = {-1, 1, 1};
            return node;
        }
    }
    const int mesh = writer.addMesh(structure.nodeName(), structure.mesh);
    if (mesh >= 0) {
        node["mesh"] = mesh;
    }
    if (structure.side == BodySide::left && mesh >= 0) {
        leftMesh[structure.id] = mesh;
    }
    return node;
}

// What zones need of the muscles that are not shown. Left before right, as above.
json placesOf(Writer& writer, const Body& body) {
    json entries = json::array();
    std::map<std::string, json> left;
    for (const BodySide side : {BodySide::mid, BodySide::left, BodySide::right}) {
        for (const Structure& structure : body.placesOnly) {
            if (structure.side != side) {
                continue;
            }
            json entry = json::object();
            if (structure.alias()) {
                entry["aliasOf"] = structure.aliasOf;
            } else if (side == BodySide::right && left.contains(structure.id) &&
                       isMirrorImage(structure.mesh, body.findForPlaces(structure.id, BodySide::left)->mesh)) {
                entry = left[structure.id];
                entry["mirrored"] = true;
            } else {
                entry = writer.addPlaces(structure.mesh);
                left[structure.id] = entry;
            }
            entry["name"] = structure.nodeName();
            entry["layer"] = structure.depthLayer;
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

}  // namespace

Result<bool> saveBody(const Body& body, const std::filesystem::path& file) {
    Writer writer;
    std::map<std::string, json> groups;  // group name -> its nodes
    std::map<std::string, int> leftMesh;
    // Left before right, so that the mirror image finds its mesh.
    for (const BodySide side : {BodySide::mid, BodySide::left, BodySide::right}) {
        for (const Structure& structure : body.structures) {
            if (structure.side == side) {
                groups[format::groupOf(structure)].push_back(
                    writer.addNode(structureNode(writer, body, structure, leftMesh)));
            }
        }
    }
    for (const auto& [key, place] : body.landmarks.all()) {
        const glm::vec3 metres = place / format::millimetresPerMetre;
        json node{{"name", fmt::format("{}{}.{}", format::landmarkPrefix, key.first.value, name(key.second))},
                  {"translation", {metres.x, metres.y, metres.z}}};
        if (const float size = body.landmarks.size(key.first, key.second); size != 1.0F) {
            node["scale"] = {size, size, size};
        }
        groups[format::landmarkGroup].push_back(writer.addNode(node));
    }
    json children = json::array();
    for (auto& [name, nodes] : groups) {
        children.push_back(writer.addNode({{"name", name}, {"children", nodes}}));
    }
    const int root = writer.addNode({{"name", body.identity.name}, {"children", children}});
    if (!body.placesOnly.empty()) {
        writer.setExtras({{format::placesExtra, placesOf(writer, body)}});
    }
    return writeFile(file, writer.finish(root));
}

}  // namespace myo::body
