// Reads the structures of an anatomy set through Assimp.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <fmt/format.h>
#include <assimp/Importer.hpp>

#include "core/utf8.h"
#include "own_model/anatomy_set.h"
#include "own_model/byte_stream.h"
#include "own_model/compression.h"
#include "own_model/file_guard.h"
#include "own_model/mesh_clean.h"
#include "own_model/run_apart.h"

namespace myo::own_model {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t structureTriangles = 5000;
constexpr const char* setFormats = "a GLB file, or a folder of OBJ files";

Diagnostic problemWithSet(const fs::path& path, std::string what, std::string expected) {
    return {{path.string(), 0, 0}, std::move(what), std::move(expected), Severity::error};
}

// "FMA22559" anywhere in the text, in upper case; empty if there is none.
std::string fmaIn(const std::string& text) {
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const std::size_t start = upper.find("FMA");
    if (start == std::string::npos) {
        return {};
    }
    std::size_t end = start + 3;
    while (end < upper.size() && std::isdigit(static_cast<unsigned char>(upper[end])) != 0) {
        ++end;
    }
    return end > start + 3 ? upper.substr(start, end - start) : std::string();
}

// What a file of a folder is: BodyParts3D writes it into comments at the top of its OBJ files.
struct FileLabel {
    std::string name;
    std::string fma;
};

FileLabel labelOf(const fs::path& file) {
    constexpr int mostLines = 40;
    FileLabel label{file.stem().string(), fmaIn(file.stem().string())};
    std::ifstream in(file);
    std::string line;
    for (int i = 0; i < mostLines && in.peek() == '#' && std::getline(in, line); ++i) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) {
            continue;
        }
        if (line.find("Concept ID") < colon) {
            label.fma = fmaIn(line.substr(colon));
        } else if (line.find("English name") < colon) {
            const std::size_t first = line.find_first_not_of(' ', colon + 1);
            const std::size_t last = line.find_last_not_of(" \r");
            label.name = first == std::string::npos ? label.name : line.substr(first, last + 1 - first);
        }
    }
    return label;
}

class SetReader {
public:
    /// \param label of the file, if each file is a structure
    SetReader(std::vector<SetStructure>& structures, std::optional<FileLabel> label)
        : structures_(structures), label_(std::move(label)) {}

    // \return false if the set cannot be used: `what` and `expected` tell why
    bool visit(const aiScene& scene, const aiNode& node, const aiMatrix4x4& parent) {
        const aiMatrix4x4 matrix = parent * node.mTransformation;
        if (node.mNumMeshes > 0) {
            SetStructure structure;
            structure.name = label_ ? label_->name : node.mName.C_Str();
            structure.fma = label_ ? label_->fma : fmaOf(node);
            for (unsigned i = 0; i < node.mNumMeshes; ++i) {
                if (!add(structure.mesh, *scene.mMeshes[node.mMeshes[i]], matrix)) {
                    return false;
                }
            }
            finish(std::move(structure));
        }
        for (unsigned i = 0; i < node.mNumChildren; ++i) {
            if (!visit(scene, *node.mChildren[i], matrix)) {
                return false;
            }
        }
        return true;
    }

    std::string what;
    std::string expected;

private:
    static std::string fmaOf(const aiNode& node) {
        aiString text;
        if (node.mMetaData != nullptr && node.mMetaData->Get("id", text)) {
            return fmaIn(text.C_Str());
        }
        return fmaIn(node.mName.C_Str());
    }

    bool add(body::Mesh& mesh, const aiMesh& source, const aiMatrix4x4& matrix) {
        faces_ += source.mNumFaces;  // for every node that shows the mesh: nodes may share it
        if (faces_ > mostFileTriangles) {
            what = fmt::format("the set has more than {} million triangles", mostFileTriangles / 1'000'000);
            expected = "reduce it first";
            return false;
        }
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        for (unsigned i = 0; i < source.mNumVertices; ++i) {
            const aiVector3D p = matrix * source.mVertices[i];
            if (!std::isfinite(p.x + p.y + p.z)) {
                what = "a coordinate is not a number";
                expected = "repair or export the set again";
                return false;
            }
            mesh.positions.emplace_back(p.x, p.y, p.z);
        }
        for (unsigned i = 0; i < source.mNumFaces; ++i) {
            const aiFace& face = source.mFaces[i];
            if (face.mNumIndices == 3 &&
                std::max({face.mIndices[0], face.mIndices[1], face.mIndices[2]}) < source.mNumVertices) {
                mesh.triangles.push_back(
                    {first + face.mIndices[0], first + face.mIndices[1], first + face.mIndices[2]});
            }
        }
        return true;
    }

    void finish(SetStructure structure) {
        weld(structure.mesh);
        if (structure.mesh.triangles.empty()) {
            return;
        }
        structure.mesh = simplified(structure.mesh, structureTriangles);
        turnOutward(structure.mesh);
        structures_.push_back(std::move(structure));
    }

    std::vector<SetStructure>& structures_;
    std::optional<FileLabel> label_;
    std::size_t faces_ = 0;
};

// What the copy of the process found in one file: its structures, or what is wrong.
struct ReadSet {
    std::string what;  // empty = nothing is wrong
    std::string expected;
    std::vector<SetStructure> structures;

    [[nodiscard]] std::string bytes() const {
        ByteWriter out;
        out.add(what);
        out.add(expected);
        for (const SetStructure& structure : structures) {
            out.add(true);
            out.add(structure.name);
            out.add(structure.fma);
            out.add(structure.mesh.positions);
            out.add(structure.mesh.triangles);
        }
        out.add(false);
        return std::move(out.bytes);
    }
    static ReadSet from(const std::string& bytes) {
        ByteReader in(bytes);
        ReadSet read;
        in.take(read.what);
        in.take(read.expected);
        for (bool more = false; in.take(more), more;) {
            SetStructure& structure = read.structures.emplace_back();
            in.take(structure.name);
            in.take(structure.fma);
            in.take(structure.mesh.positions);
            in.take(structure.mesh.triangles);
            requireSound(structure.mesh);
        }
        return read;
    }
};

ReadSet readSetWithAssimp(const fs::path& file, bool nameFromFile) {
    Assimp::Importer importer;
    importer.SetIOHandler(new FileGuard(file));
    importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS, aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS |
                                                            aiComponent_COLORS | aiComponent_TEXCOORDS |
                                                            aiComponent_ANIMATIONS | aiComponent_TEXTURES |
                                                            aiComponent_MATERIALS);
    const aiScene* scene = importer.ReadFile(file.string(), aiProcess_RemoveComponent | aiProcess_Triangulate);
    if (scene == nullptr || scene->mRootNode == nullptr) {
        return {fmt::format("the anatomy set cannot be read ({})", importer.GetErrorString()), setFormats, {}};
    }
    ReadSet read;
    SetReader reader(read.structures, nameFromFile ? std::optional(labelOf(file)) : std::nullopt);
    if (!reader.visit(*scene, *scene->mRootNode, {})) {
        return {reader.what, reader.expected, {}};
    }
    return read;
}

std::optional<Diagnostic> readInto(std::vector<SetStructure>& structures, const fs::path& file, bool nameFromFile,
                                   const std::stop_token& stop) {
    if (const auto problem = unreadableCompression(file)) {
        return *problem;
    }
    std::error_code ignored;
    const ApartOutcome outcome =
        runApart(limitsFor(fs::file_size(file, ignored)), {}, stop,
                 [&](const ProgressReport&) { return readSetWithAssimp(file, nameFromFile).bytes(); });
    if (outcome.end == ApartEnd::cancelled) {
        return problemWithSet(file, "reading the anatomy set was cancelled", "");
    }
    if (outcome.end != ApartEnd::done) {
        return problemWithSet(file, fmt::format("the anatomy set cannot be read ({})", reasonOf(outcome)), setFormats);
    }
    ReadSet read = ReadSet::from(outcome.bytes);
    if (!read.what.empty()) {
        return problemWithSet(file, read.what, read.expected);
    }
    std::move(read.structures.begin(), read.structures.end(), std::back_inserter(structures));
    return std::nullopt;
}

std::vector<fs::path> modelFilesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string extension = lowered(entry.path().extension().string());
        const auto& known = modelFormats();
        if (!extension.empty() && std::find(known.begin(), known.end(), extension.substr(1)) != known.end()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<std::vector<SetStructure>> readAnatomySet(const fs::path& path, const ProgressReport& progress,
                                                 const std::stop_token& stop) {
    std::error_code error;
    const bool folder = fs::is_directory(path, error);
    if (!folder && !fs::is_regular_file(path, error)) {
        return problemWithSet(path, "there is no such anatomy set", setFormats);
    }
    const std::vector<fs::path> files = folder ? modelFilesIn(path) : std::vector{path};
    std::vector<SetStructure> structures;
    try {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (stop.stop_requested()) {
                return problemWithSet(path, "reading the anatomy set was cancelled", "");
            }
            if (const auto problem = readInto(structures, files[i], folder, stop)) {
                return *problem;
            }
            if (progress) {
                progress(static_cast<float>(i + 1) / static_cast<float>(files.size()));
            }
        }
    } catch (const std::bad_alloc&) {
        return problemWithSet(path, "there is not enough memory for this anatomy set", "a set with fewer triangles");
    }
    if (structures.empty()) {
        return problemWithSet(path, "the anatomy set has no structures", setFormats);
    }
    return structures;
}

}  // namespace myo::own_model
