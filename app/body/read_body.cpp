// Reads a body file.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>

#include <fmt/format.h>
#include <glm/gtc/matrix_transform.hpp>
#include <nlohmann/json.hpp>

#include "body/body.h"
#include "body/body_file_format.h"
#include "body/glb_file.h"
#include "body/gltf_document.h"
#include "body/mesh_tools.h"
#include "core/content_hash.h"

namespace myo::body {

namespace {

const char* const howToMend = "a body as 'myoatlas mesh' writes it; `cmake --build` makes the built-in ones anew";

Diagnostic problemWith(const std::filesystem::path& file, std::string what) {
    return {{file.string(), 0, 0}, std::move(what), howToMend, Severity::error};
}

// "upper_trapezius.left" -> id and side
struct NodeName {
    std::string id;
    BodySide side;
};

std::optional<NodeName> parseNodeName(const std::string& text) {
    const std::size_t dot = text.rfind('.');
    if (dot == std::string::npos || dot == 0) {
        return std::nullopt;
    }
    for (const BodySide side : {BodySide::left, BodySide::right, BodySide::mid}) {
        if (text.substr(dot + 1) == name(side)) {
            return NodeName{text.substr(0, dot), side};
        }
    }
    return std::nullopt;
}

struct Group {
    StructureKind kind;
    int depthLayer;
};

std::optional<Group> parseGroup(const std::string& text) {
    if (text == format::skinGroup) {
        return Group{StructureKind::skin, 1};
    }
    if (text == format::boneGroup) {
        return Group{StructureKind::bone, 1};
    }
    if (text == format::cartilageGroup) {
        return Group{StructureKind::cartilage, 1};
    }
    for (const std::string& prefix : {format::muscleGroup, format::aliasGroup}) {
        if (text.size() == prefix.size() + 1 && text.starts_with(prefix) && text.back() >= '1' && text.back() <= '4') {
            return Group{StructureKind::muscle, text.back() - '0'};
        }
    }
    return std::nullopt;
}

// The generator only translates and mirrors; a general matrix is honoured all the same.
class Placement {
public:
    explicit Placement(const glm::mat4& m) : linear_(m), offset_(m[3]) {
        flips_ = glm::determinant(linear_) < 0.0F;
        directions_ = std::abs(glm::determinant(linear_)) > 0 ? glm::transpose(glm::inverse(linear_)) : linear_;
    }
    [[nodiscard]] glm::vec3 point(const glm::vec3& p) const {
        return (linear_ * p + offset_) * format::millimetresPerMetre;
    }
    [[nodiscard]] glm::vec3 normal(const glm::vec3& n) const { return directions_ * n; }
    [[nodiscard]] glm::vec3 direction(const glm::vec3& d) const {
        const glm::vec3 placed = linear_ * d;
        const float length = glm::length(placed);
        return length > 0.0F ? placed / length : glm::vec3(0.0F, 1.0F, 0.0F);
    }
    [[nodiscard]] bool flips() const { return flips_; }

private:
    glm::mat3 linear_;
    glm::mat3 directions_{1.0F};
    glm::vec3 offset_;
    bool flips_ = false;
};

// What a sound body stays far below; many nodes may show one mesh, so that a small file may ask for much.
constexpr std::size_t mostCorners = 60'000'000;

class Reader {
public:
    explicit Reader(const GltfDocument& document) : document_(document) {}

    // \throw GltfError for what is no body
    Body read();

private:
    void visit(const GltfNode& node, const glm::mat4& parent, std::optional<Group> group);
    void addLandmark(const GltfNode& node, const glm::mat4& matrix);
    void addStructure(const GltfNode& node, const glm::mat4& matrix, const NodeName& name, const Group& group);
    void addPrimitive(Mesh& mesh, const GltfPrimitive& source, const Placement& placement);
    void addPlaces(const nlohmann::json& entry);
    void count(std::size_t corners) {
        corners_ += corners;
        if (corners_ > mostCorners) {
            throw GltfError("the file asks for more triangles than a body has");
        }
    }

    const GltfDocument& document_;
    Body body_;
    std::size_t corners_ = 0;
};

void requireFinite(const std::vector<glm::vec3>& places) {
    for (const glm::vec3& p : places) {
        if (!std::isfinite(p.x + p.y + p.z)) {
            throw GltfError("a vertex is not a number");
        }
    }
}

void addMuscleChannels(Mesh& mesh, const GltfPrimitive& source, const Placement& placement) {
    for (const glm::vec4& colour : source.colours) {
        mesh.fibres.push_back(placement.direction(glm::vec3(colour) * 2.0F - 1.0F));
        mesh.tendon.push_back(std::clamp(colour.a, 0.0F, 1.0F));
    }
    mesh.fibreCoordinates.insert(mesh.fibreCoordinates.end(), source.coordinates.begin(), source.coordinates.end());
}

void Reader::addPrimitive(Mesh& mesh, const GltfPrimitive& source, const Placement& placement) {
    count(source.positions.size() + source.triangles.size() * 3);
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.reserve(first + source.positions.size());
    for (const glm::vec3& p : source.positions) {
        mesh.positions.push_back(placement.point(p));
    }
    requireFinite(mesh.positions);
    mesh.triangles.reserve(mesh.triangles.size() + source.triangles.size());
    for (const Triangle& corners : source.triangles) {
        Triangle t{first + corners[0], first + corners[1], first + corners[2]};
        if (placement.flips()) {
            std::swap(t[1], t[2]);
        }
        mesh.triangles.push_back(t);
    }
    mesh.normals.reserve(first + source.normals.size());
    for (const glm::vec3& n : source.normals) {
        mesh.normals.push_back(placement.normal(n));
    }
    addMuscleChannels(mesh, source, placement);
}

void Reader::addStructure(const GltfNode& node, const glm::mat4& matrix, const NodeName& name, const Group& group) {
    Structure structure{name.id, name.side, group.kind, group.depthLayer, {}, {}};
    for (const std::size_t index : node.children) {
        const std::string& child = document_.node(index).name;
        if (child.starts_with(format::aliasMark)) {
            structure.aliasOf.push_back(child.substr(format::aliasMark.size()));
        }
    }
    const Placement placement(matrix);
    for (const std::size_t mesh : node.meshes) {
        for (const GltfPrimitive& primitive : document_.mesh(mesh)) {
            addPrimitive(structure.mesh, primitive, placement);
        }
    }
    if (structure.mesh.normals.size() != structure.mesh.positions.size()) {
        computeNormals(structure.mesh);
    }
    const std::size_t vertices = structure.mesh.positions.size();
    if (group.kind == StructureKind::muscle && structure.mesh.fibreCoordinates.size() != vertices) {
        throw GltfError(fmt::format("the fibres of {} are missing", structure.nodeName()));
    }
    if (structure.mesh.fibreCoordinates.size() != vertices) {
        structure.mesh.fibres.clear();  // of some primitives only
        structure.mesh.tendon.clear();
        structure.mesh.fibreCoordinates.clear();
    }
    if (vertices == 0 && !structure.alias()) {
        throw GltfError(fmt::format("{} is empty", structure.nodeName()));
    }
    body_.structures.push_back(std::move(structure));
}

void Reader::addLandmark(const GltfNode& node, const glm::mat4& matrix) {
    const glm::vec3 place = Placement(matrix).point({0, 0, 0});
    const std::optional<NodeName> parsed = parseNodeName(node.name.substr(format::landmarkPrefix.size()));
    if (!parsed || !std::isfinite(place.x + place.y + place.z)) {
        throw GltfError(fmt::format("\"{}\" is not a landmark", node.name));
    }
    body_.landmarks.set(LandmarkId(parsed->id), parsed->side, place);
    // Built-in bodies say so how large they are there; the groups above them are not scaled.
    constexpr float smallest = 0.2F;
    constexpr float largest = 5.0F;
    if (const float size =
            glm::length(Placement(node.local).point({1, 0, 0}) - Placement(node.local).point({0, 0, 0})) /
            format::millimetresPerMetre;
        size > smallest && size < largest && std::abs(size - 1.0F) > 1e-4F) {
        body_.landmarks.setSize(LandmarkId(parsed->id), parsed->side, size);
    }
}

void Reader::visit(const GltfNode& node, const glm::mat4& parent, std::optional<Group> group) {
    const glm::mat4 matrix = parent * node.local;
    if (node.name.starts_with(format::landmarkPrefix)) {
        addLandmark(node, matrix);
        return;
    }
    if (group) {
        if (const std::optional<NodeName> parsed = parseNodeName(node.name)) {
            addStructure(node, matrix, *parsed, *group);
            return;
        }
    }
    if (const std::optional<Group> own = parseGroup(node.name)) {
        group = own;
    }
    for (const std::size_t child : node.children) {
        visit(document_.node(child), matrix, group);
    }
}

// One of Body::placesOnly.
void Reader::addPlaces(const nlohmann::json& entry) {
    const std::optional<NodeName> parsed = parseNodeName(entry.at("name").get<std::string>());
    const int layer = entry.at("layer").get<int>();
    if (!parsed || layer < 1 || layer > 4) {
        throw GltfError("a muscle that is kept for places is none");
    }
    Structure structure{parsed->id, parsed->side, StructureKind::muscle, layer, {}, {}};
    if (entry.contains("aliasOf")) {
        structure.aliasOf = entry["aliasOf"].get<std::vector<std::string>>();
    } else {
        GltfPrimitive source;
        source.positions = document_.vectors(entry.at("positions"));
        source.coordinates = document_.pairs(entry.at("coordinates"));
        source.triangles = document_.triangles(entry.at("indices"), source.positions.size());
        if (source.coordinates.size() != source.positions.size()) {
            throw GltfError(fmt::format("the fibres of {} are missing", structure.nodeName()));
        }
        const float x = entry.value("mirrored", false) ? -1.0F : 1.0F;
        addPrimitive(structure.mesh, source, Placement(glm::scale(glm::mat4(1.0F), glm::vec3(x, 1, 1))));
    }
    body_.placesOnly.push_back(std::move(structure));
}

void joinAliases(const Body& body, std::vector<Structure>& structures) {
    for (Structure& structure : structures) {
        if (structure.alias()) {
            structure.mesh = joinedMembers(body, structure);
        }
    }
}

Body Reader::read() {
    for (const std::size_t root : document_.roots()) {
        body_.identity.name = body_.identity.name.empty() ? document_.node(root).name : body_.identity.name;
        visit(document_.node(root), glm::mat4(1.0F), std::nullopt);
    }
    for (const nlohmann::json& entry : document_.extras(format::placesExtra)) {
        addPlaces(entry);
    }
    std::stable_sort(body_.structures.begin(), body_.structures.end(),
                     [](const Structure& a, const Structure& b) { return a.kind < b.kind; });
    if (body_.structures.empty() || body_.structures.front().kind != StructureKind::skin) {
        throw GltfError("the file has no skin, on which pain is drawn; write it with 'myoatlas mesh --layers skin'");
    }
    body_.indexStructures();
    joinAliases(body_, body_.structures);
    joinAliases(body_, body_.placesOnly);
    const Mesh& skin = body_.structures.front().mesh;
    const Aabb box = skin.bounds();
    body_.statureMm = box.high.y - box.low.y;
    body_.skinMirror = exactMirror(skin);
    return std::move(body_);
}

}  // namespace

bool isBuiltBody(const std::filesystem::path& file) {
    // Header of 12 bytes, then length and type of the JSON chunk.
    constexpr std::size_t headerBytes = 20;
    constexpr std::uint32_t mostJson = 64U << 20U;
    std::ifstream in(file, std::ios::binary);
    std::string header(headerBytes, '\0');
    if (!in.read(header.data(), headerBytes) || !header.starts_with("glTF")) {
        return false;
    }
    std::uint32_t length = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        length |= static_cast<std::uint32_t>(static_cast<unsigned char>(header[12 + k])) << (8 * k);
    }
    std::string json(std::min(length, mostJson), '\0');
    in.read(json.data(), static_cast<std::streamsize>(json.size()));
    json.resize(static_cast<std::size_t>(in.gcount()));
    return json.find("\"" + format::landmarkPrefix) != std::string::npos;
}

Result<Body> loadBody(const std::filesystem::path& file) {
    const Result<GlbFile> glb = GlbFile::read(file);
    if (!glb) {
        return problemWith(file, glb.problem().what);
    }
    try {
        Body body = Reader(GltfDocument(glb.value())).read();
        body.identity.kind = BodyKind::bodyFile;
        body.identity.hash = fileHash(file);
        return body;
    } catch (const GltfError& problem) {
        return problemWith(file, problem.what());
    } catch (const nlohmann::json::exception& problem) {
        return problemWith(file, fmt::format("the body cannot be read ({})", problem.what()));
    }
}

}  // namespace myo::body
