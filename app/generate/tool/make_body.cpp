// Makes a body file from the figures: run once at build time.
//
//   make_body ASSETS_DIR male|female OUT.glb
#include <cstdio>
#include <exception>
#include <string>

#include <fmt/format.h>

#include "generate/build_body.h"

namespace {

int makeBody(const std::filesystem::path& assets, const std::string& name, const std::filesystem::path& file) {
    const myo::Result<myo::generate::BodyFigures> figures = myo::generate::readBodyFigures(assets, name);
    if (!figures) {
        fmt::print(stderr, "make_body: {}\n", figures.problem().text());
        return 1;
    }
    const myo::body::Body body = myo::generate::buildBody(figures.value(), name);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const myo::Result<bool> saved = myo::body::saveBody(body, file);
    if (!saved) {
        fmt::print(stderr, "make_body: {}\n", saved.problem().text());
        return 1;
    }
    std::size_t triangles = 0;
    for (const myo::body::Structure& structure : body.structures) {
        triangles += structure.alias() ? 0 : structure.mesh.triangles.size();
    }
    fmt::print("{}: {} structures, {} triangles, {} landmarks\n", file.filename().string(), body.structures.size(),
               triangles, body.landmarks.all().size());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string name = argc == 4 ? argv[2] : "";
    if (name != "male" && name != "female") {
        std::fputs("usage: make_body ASSETS_DIR male|female OUT.glb\n", stderr);
        return 2;
    }
    try {
        return makeBody(argv[1], name, std::filesystem::absolute(argv[3]));
    } catch (const std::exception& failure) {
        fmt::print(stderr, "make_body: {}\n", failure.what());
        return 1;
    }
}
