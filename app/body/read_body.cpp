// Reads a body file through Assimp.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>

#include <assimp/scene.h>
#include <fmt/format.h>
#include <assimp/Importer.hpp>

#include "body/body.h"
#include "body/body_file_format.h"
#include "body/mesh_tools.h"
#include "core/content_hash.h"

namespace myo::body {

namespace {

const char* const howToMend = "a body that the generator wrote; `cmake --build` makes it anew";

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
    explicit Placement(const aiMatrix4x4& m)
        : linear_(m.a1, m.b1, m.c1, m.a2, m.b2, m.c2, m.a3, m.b3, m.c3), offset_(m.a4, m.b4, m.c4) {
        flips_ = glm::determinant(linear_) < 0.0F;
        directions_ = std::abs(glm::determinant(linear_)) > 0 ? glm::transpose(glm::inverse(linear_)) : linear_;
    }
    [[nodiscard]] glm::vec3 point(const aiVector3D& p) const {
        return (linear_ * glm::vec3(p.x, p.y, p.z) + offset_) * format::millimetresPerMetre;
    }
    [[nodiscard]] glm::vec3 normal(const aiVector3D& n) const { return directions_ * glm::vec3(n.x, n.y, n.z); }
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

class Reader {
public:
    Reader(const aiScene& scene, std::filesystem::path file) : scene_(scene), file_(std::move(file)) {}

    Result<Body> read();

private:
    void visit(const aiNode& node, const aiMatrix4x4& parent, std::optional<Group> group);
    void addStructure(const aiNode& node, const aiMatrix4x4& matrix, const NodeName& name, const Group& group);
    void addMesh(Mesh& mesh, const aiMesh& source, const Placement& placement);
    void joinAliases();
    void reject(const std::string& what) {
        if (!problem_) {
            problem_ = problemWith(file_, what);
        }
    }

    const aiScene& scene_;
    std::filesystem::path file_;
    Body body_;
    std::optional<Diagnostic> problem_;
};

void addMuscleChannels(Mesh& mesh, const aiMesh& source, const Placement& placement) {
    for (unsigned i = 0; i < source.mNumVertices; ++i) {
        const aiColor4D& colour = source.mColors[0][i];
        const glm::vec3 fibre = glm::vec3(colour.r, colour.g, colour.b) * 2.0F - 1.0F;
        mesh.fibres.push_back(placement.direction(fibre));
        mesh.tendon.push_back(std::clamp(colour.a, 0.0F, 1.0F));
        const aiVector3D& coordinate = source.mTextureCoords[0][i];
        mesh.fibreCoordinates.emplace_back(coordinate.x, 1.0F - coordinate.y);  // Assimp turns v upside down
    }
}

void Reader::addMesh(Mesh& mesh, const aiMesh& source, const Placement& placement) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.reserve(first + source.mNumVertices);
    mesh.normals.reserve(first + source.mNumVertices);
    for (unsigned i = 0; i < source.mNumVertices; ++i) {
        mesh.positions.push_back(placement.point(source.mVertices[i]));
        const glm::vec3& p = mesh.positions.back();
        if (!std::isfinite(p.x + p.y + p.z)) {
            reject("a vertex is not a number");
            return;
        }
    }
    mesh.triangles.reserve(mesh.triangles.size() + source.mNumFaces);
    for (unsigned i = 0; i < source.mNumFaces; ++i) {
        const aiFace& face = source.mFaces[i];
        if (face.mNumIndices != 3 ||
            std::max({face.mIndices[0], face.mIndices[1], face.mIndices[2]}) >= source.mNumVertices) {
            reject("a face is not a triangle of the mesh");
            return;
        }
        Triangle t{first + face.mIndices[0], first + face.mIndices[1], first + face.mIndices[2]};
        if (placement.flips()) {
            std::swap(t[1], t[2]);
        }
        mesh.triangles.push_back(t);
    }
    if (source.HasNormals()) {
        for (unsigned i = 0; i < source.mNumVertices; ++i) {
            mesh.normals.push_back(placement.normal(source.mNormals[i]));
        }
    }
    if (source.HasVertexColors(0) && source.HasTextureCoords(0)) {
        addMuscleChannels(mesh, source, placement);
    }
}

void Reader::addStructure(const aiNode& node, const aiMatrix4x4& matrix, const NodeName& name, const Group& group) {
    Structure structure{name.id, name.side, group.kind, group.depthLayer, {}, {}};
    for (unsigned i = 0; i < node.mNumChildren; ++i) {
        const std::string child = node.mChildren[i]->mName.C_Str();
        if (child.starts_with(format::aliasMark)) {
            structure.aliasOf.push_back(child.substr(format::aliasMark.size()));
        }
    }
    const Placement placement(matrix);
    for (unsigned i = 0; i < node.mNumMeshes; ++i) {
        addMesh(structure.mesh, *scene_.mMeshes[node.mMeshes[i]], placement);
    }
    if (structure.mesh.normals.size() != structure.mesh.positions.size()) {
        computeNormals(structure.mesh);
    }
    const std::size_t vertices = structure.mesh.positions.size();
    if (group.kind == StructureKind::muscle && structure.mesh.fibreCoordinates.size() != vertices) {
        reject(fmt::format("the fibres of {} are missing", structure.nodeName()));
    }
    if (vertices == 0 && !structure.alias()) {
        reject(fmt::format("{} is empty", structure.nodeName()));
    }
    body_.structures.push_back(std::move(structure));
}

void Reader::visit(const aiNode& node, const aiMatrix4x4& parent, std::optional<Group> group) {
    const std::string nodeName = node.mName.C_Str();
    const aiMatrix4x4 matrix = parent * node.mTransformation;
    if (nodeName.starts_with(format::landmarkPrefix)) {
        const glm::vec3 place = Placement(matrix).point({0, 0, 0});
        const std::optional<NodeName> parsed = parseNodeName(nodeName.substr(format::landmarkPrefix.size()));
        if (!parsed || !std::isfinite(place.x + place.y + place.z)) {
            reject(fmt::format("\"{}\" is not a landmark", nodeName));
            return;
        }
        body_.landmarks.set(LandmarkId(parsed->id), parsed->side, place);
        // Built-in bodies say so how large they are there; the groups above them are not scaled.
        constexpr float smallest = 0.2F;
        constexpr float largest = 5.0F;
        if (const float size = glm::length(Placement(node.mTransformation).point({1, 0, 0}) -
                                           Placement(node.mTransformation).point({0, 0, 0})) /
                               format::millimetresPerMetre;
            size > smallest && size < largest && std::abs(size - 1.0F) > 1e-4F) {
            body_.landmarks.setSize(LandmarkId(parsed->id), parsed->side, size);
        }
        return;
    }
    if (group) {
        if (const std::optional<NodeName> parsed = parseNodeName(nodeName)) {
            addStructure(node, matrix, *parsed, *group);
            return;
        }
    }
    if (const std::optional<Group> own = parseGroup(nodeName)) {
        group = own;
    }
    for (unsigned i = 0; i < node.mNumChildren; ++i) {
        visit(*node.mChildren[i], matrix, group);
    }
}

void Reader::joinAliases() {
    for (Structure& structure : body_.structures) {
        if (structure.alias()) {
            structure.mesh = joinedMembers(body_, structure);
        }
    }
}

Result<Body> Reader::read() {
    body_.identity.name = scene_.mRootNode->mName.C_Str();
    visit(*scene_.mRootNode, aiMatrix4x4(), std::nullopt);
    if (problem_) {
        return *problem_;
    }
    std::stable_sort(body_.structures.begin(), body_.structures.end(),
                     [](const Structure& a, const Structure& b) { return a.kind < b.kind; });
    if (body_.structures.empty() || body_.structures.front().kind != StructureKind::skin) {
        return problemWith(file_, "the file has no skin");
    }
    body_.indexStructures();
    joinAliases();
    const Mesh& skin = body_.structures.front().mesh;
    const Aabb box = skin.bounds();
    body_.statureMm = box.high.y - box.low.y;
    body_.skinMirror = exactMirror(skin);
    body_.identity.kind = BodyKind::bodyFile;
    body_.identity.hash = fileHash(file_);
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
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        return problemWith(file, "the body file is missing");
    }
    Assimp::Importer importer;
    const aiScene* scene = importer.ReadFile(file.string(), 0);
    if (scene == nullptr || scene->mRootNode == nullptr) {
        return problemWith(file, fmt::format("the body cannot be read ({})", importer.GetErrorString()));
    }
    return Reader(*scene, file).read();
}

}  // namespace myo::body
