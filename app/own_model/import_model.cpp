#include "own_model/import_model.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <new>
#include <optional>
#include <sstream>
#include <system_error>

#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <fmt/format.h>
#include <assimp/Importer.hpp>
#include <assimp/ProgressHandler.hpp>

#include "body/mesh_tools.h"
#include "core/content_hash.h"
#include "core/utf8.h"
#include "own_model/byte_stream.h"
#include "own_model/compression.h"
#include "own_model/file_guard.h"
#include "own_model/mesh_clean.h"
#include "own_model/run_apart.h"

namespace myo::own_model {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mostBytes = 2'000'000'000;
constexpr float readingShare = 0.6F;       // of the whole work, for the progress report
constexpr float leastOtherSurface = 0.1F;  // of the largest surface's area
constexpr std::size_t fewestTriangles = 500;
constexpr const char* exportAgain = "export it again, best as GLB";

Diagnostic problemWith(const fs::path& file, std::string what, std::string expected) {
    return {{file.string(), 0, 0}, std::move(what), std::move(expected), Severity::error};
}

Diagnostic cancelled(const fs::path& file) {
    return problemWith(file, "the import was cancelled", "open the file again to try anew");
}

std::string extensionOf(const fs::path& file) {
    std::string extension = file.extension().string();
    extension.erase(0, extension.empty() ? 0 : 1);
    return lowered(std::move(extension));
}

// Tells of Assimp's progress. Assimp owns it.
class Reporter : public Assimp::ProgressHandler {
public:
    explicit Reporter(ProgressReport progress) : progress_(std::move(progress)) {}
    bool Update(float share) override {
        if (progress_ && share >= 0.0F) {
            progress_(readingShare * std::min(share, 1.0F));
        }
        return true;
    }

private:
    ProgressReport progress_;
};

// MakeHuman's base mesh carries shapes for clothes and skeleton that are no skin.
bool isHelper(const std::string& name) {
    return name.starts_with("helper-") || name.starts_with("joint-") || name.starts_with("helper_") ||
           name.starts_with("joint_");
}

class Collector {
public:
    explicit Collector(const aiScene& scene) : scene_(scene) {}

    // \return false if the model cannot be used: `what` and `expected` tell why
    bool visit(const aiNode& node, const aiMatrix4x4& parent) {
        const aiMatrix4x4 matrix = parent * node.mTransformation;
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            const aiMesh& mesh = *scene_.mMeshes[node.mMeshes[i]];
            if (isHelper(node.mName.C_Str()) || isHelper(mesh.mName.C_Str())) {
                ++helpers;
                continue;
            }
            if (!add(mesh, matrix)) {
                return false;
            }
        }
        for (unsigned i = 0; i < node.mNumChildren; ++i) {
            if (!visit(*node.mChildren[i], matrix)) {
                return false;
            }
        }
        return true;
    }

    body::Mesh mesh;
    std::size_t helpers = 0;
    std::string what;
    std::string expected;

private:
    bool add(const aiMesh& source, const aiMatrix4x4& matrix) {
        // Counted for every node that shows the mesh: nodes may share it.
        if (mesh.triangles.size() + source.mNumFaces > mostFileTriangles) {
            what = fmt::format("the model has more than {} million triangles", mostFileTriangles / 1'000'000);
            expected = "reduce it first";
            return false;
        }
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        const bool flips = matrix.Determinant() < 0.0F;
        for (unsigned i = 0; i < source.mNumVertices; ++i) {
            const aiVector3D p = matrix * source.mVertices[i];
            if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z)) {
                what = "a coordinate of the model is not a number";
                expected = "repair or export the model again";
                return false;
            }
            mesh.positions.emplace_back(p.x, p.y, p.z);
        }
        for (unsigned i = 0; i < source.mNumFaces; ++i) {
            const aiFace& face = source.mFaces[i];
            if (face.mNumIndices != 3 ||
                std::max({face.mIndices[0], face.mIndices[1], face.mIndices[2]}) >= source.mNumVertices) {
                continue;  // points and lines
            }
            Triangle t{first + face.mIndices[0], first + face.mIndices[1], first + face.mIndices[2]};
            if (flips) {
                std::swap(t[1], t[2]);
            }
            mesh.triangles.push_back(t);
        }
        return true;
    }

    const aiScene& scene_;
};

// A PLY header may promise more elements than the file has bytes; the reader would set memory aside for all of them.
bool promisesTooMuch(const fs::path& ply, std::uintmax_t bytes) {
    constexpr int mostHeaderLines = 1000;
    std::ifstream in(ply, std::ios::binary);
    std::string line;
    for (int i = 0; i < mostHeaderLines && std::getline(in, line) && line.rfind("end_header", 0) != 0; ++i) {
        std::istringstream words(line);
        std::string keyword;
        std::string name;
        std::uintmax_t count = 0;
        if (words >> keyword >> name >> count && keyword == "element" && count > bytes) {
            return true;
        }
    }
    return false;
}

std::optional<Diagnostic> checkFile(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return problemWith(file, "there is no such file", "a model as GLB, OBJ, FBX, STL or PLY");
    }
    const auto& formats = modelFormats();
    if (std::find(formats.begin(), formats.end(), extensionOf(file)) == formats.end()) {
        return problemWith(file, fmt::format("'{}' is not a format that can be read", extensionOf(file)),
                           "GLB, OBJ, FBX, STL or PLY");
    }
    const std::uintmax_t bytes = fs::file_size(file, error);
    if (error || bytes == 0) {
        return problemWith(file, "the file is empty", "export the model again");
    }
    if (bytes > mostBytes) {
        return problemWith(file, "the file is larger than 2 GB", "reduce the model to a few million triangles first");
    }
    if (extensionOf(file) == "ply" && promisesTooMuch(file, bytes)) {
        return problemWith(file, "the file is cut short: it promises more than it holds", "export the model again");
    }
    return unreadableCompression(file);
}

// What the copy of the process found: triangles, or what is wrong with them.
struct ReadTriangles {
    std::string what;  // empty = nothing is wrong
    std::string expected;
    std::uint64_t helpers = 0;
    body::Mesh mesh;

    [[nodiscard]] std::string bytes() const {
        ByteWriter out;
        out.add(what);
        out.add(expected);
        out.add(helpers);
        out.add(mesh.positions);
        out.add(mesh.triangles);
        return std::move(out.bytes);
    }
    static ReadTriangles from(const std::string& bytes) {
        ByteReader in(bytes);
        ReadTriangles read;
        in.take(read.what);
        in.take(read.expected);
        in.take(read.helpers);
        in.take(read.mesh.positions);
        in.take(read.mesh.triangles);
        requireSound(read.mesh);
        return read;
    }
};

// Reads with Assimp and joins all meshes into one, in the file's coordinates.
ReadTriangles readWithAssimp(const fs::path& file, const ProgressReport& progress) {
    Assimp::Importer importer;
    importer.SetProgressHandler(new Reporter(progress));
    importer.SetIOHandler(new FileGuard(file));
    // Only the shape counts; without normals and the like, vertices of one place can be joined.
    importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS, aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS |
                                                            aiComponent_COLORS | aiComponent_TEXCOORDS |
                                                            aiComponent_BONEWEIGHTS | aiComponent_ANIMATIONS |
                                                            aiComponent_TEXTURES | aiComponent_LIGHTS |
                                                            aiComponent_CAMERAS | aiComponent_MATERIALS);
    const aiScene* scene = importer.ReadFile(file.string(), aiProcess_RemoveComponent | aiProcess_Triangulate);
    if (scene == nullptr || scene->mRootNode == nullptr) {
        return {fmt::format("the model cannot be read ({})", importer.GetErrorString()), exportAgain, 0, {}};
    }
    Collector collector(*scene);
    if (!collector.visit(*scene->mRootNode, aiMatrix4x4())) {
        return {collector.what, collector.expected, 0, {}};
    }
    return {{}, {}, collector.helpers, std::move(collector.mesh)};
}

Result<body::Mesh> readTriangles(const fs::path& file, const ProgressReport& progress, const std::stop_token& stop,
                                 std::size_t& helpers) {
    std::error_code ignored;
    const ApartOutcome outcome =
        runApart(limitsFor(fs::file_size(file, ignored)), progress, stop,
                 [&](const ProgressReport& report) { return readWithAssimp(file, report).bytes(); });
    if (outcome.end == ApartEnd::cancelled) {
        return cancelled(file);
    }
    if (outcome.end != ApartEnd::done) {
        return problemWith(file, fmt::format("the model cannot be read ({})", reasonOf(outcome)), exportAgain);
    }
    ReadTriangles read = ReadTriangles::from(outcome.bytes);
    if (!read.what.empty()) {
        return problemWith(file, read.what, read.expected);
    }
    helpers = read.helpers;
    return std::move(read.mesh);
}

void makeSurface(ForeignModel& model) {
    body::Mesh& skin = model.skin;
    weld(skin);
    if (skin.triangles.size() > paintingTriangles * 2) {
        const std::size_t before = skin.triangles.size();
        // Loose parts are dropped first, so that they take none of the triangles.
        keepLargestSurfaces(skin, leastOtherSurface);
        skin = simplified(skin, paintingTriangles);
        model.notes.push_back({"own_model.simplified", {{"before", before}, {"after", skin.triangles.size()}}});
    }
    if (const std::size_t dropped = keepLargestSurfaces(skin, leastOtherSurface); dropped > 0) {
        model.notes.push_back({"own_model.parts_left_out", {{"count", dropped}}});
    }
    // Zones are painted by vertices: a coarse model gets more of them.
    while (skin.triangles.size() >= fewestTriangles && skin.triangles.size() * 3 < paintingTriangles) {
        skin = subdivided(skin);
    }
    if (turnOutward(skin)) {
        model.notes.push_back({"own_model.inside_out", {}});
    }
    body::computeNormals(skin);
}

Result<ForeignModel> importChecked(const fs::path& file, const ProgressReport& progress, const std::stop_token& stop) {
    std::size_t helpers = 0;
    auto mesh = readTriangles(file, progress, stop, helpers);
    if (!mesh) {
        return mesh.problem();
    }
    ForeignModel model{file, std::move(mesh).value(), 0, {}, fileHash(file)};
    model.fileTriangles = model.skin.triangles.size();
    if (helpers > 0) {
        model.notes.push_back({"own_model.helpers_left_out", {{"count", helpers}}});
    }
    if (progress) {
        progress(readingShare);
    }
    if (!model.skin.triangles.empty()) {
        makeSurface(model);
    }
    if (model.skin.triangles.size() < fewestTriangles) {
        return problemWith(file, fmt::format("the model has only {} usable triangles", model.skin.triangles.size()),
                           "the surface of a whole human body");
    }
    constexpr float mostOpen = 0.02F;
    if (openEdgeShare(model.skin) > mostOpen) {
        model.notes.push_back({"own_model.holes", {}});
    }
    if (stop.stop_requested()) {
        return cancelled(file);
    }
    if (progress) {
        progress(1.0F);
    }
    return model;
}

}  // namespace

const std::vector<std::string>& modelFormats() {
    static const std::vector<std::string> formats{"glb", "gltf", "obj", "fbx", "stl", "ply"};
    return formats;
}

body::BodyIdentity identityOf(const fs::path& file) {
    return {body::BodyKind::ownModel, file.stem().string(), fileHash(file)};
}

body::BodyIdentity ForeignModel::identity() const {
    return {body::BodyKind::ownModel, file.stem().string(), hash};
}

Result<ForeignModel> importModel(const fs::path& file, const ProgressReport& progress, const std::stop_token& stop) {
    if (const auto problem = checkFile(file)) {
        return *problem;
    }
    try {
        return importChecked(file, progress, stop);
    } catch (const std::bad_alloc&) {
        return problemWith(file, "there is not enough memory for this model", "a model with fewer triangles");
    } catch (const std::exception& failure) {
        return problemWith(file, fmt::format("the model cannot be read ({})", failure.what()), exportAgain);
    }
}

}  // namespace myo::own_model
