#include "synthetic_body.h"

#include <cmath>
#include <numbers>

#include <glm/gtc/matrix_transform.hpp>

namespace myo::test {

namespace {

constexpr float heightMm = 400.0F;

// An ellipsoid about the vertical axis from `low` to `high`, counter-clockwise seen from outside.
body::Mesh roundMesh(float radius, float low, float high, int around, int rows) {
    body::Mesh mesh;
    const float middle = (low + high) / 2.0F;
    const float half = (high - low) / 2.0F;
    for (int row = 0; row <= rows; ++row) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(row) / static_cast<float>(rows) - 0.5F);
        for (int column = 0; column < around; ++column) {
            const float turn =
                2.0F * std::numbers::pi_v<float> * static_cast<float>(column) / static_cast<float>(around);
            const glm::vec3 out(std::cos(angle) * std::sin(turn), std::sin(angle), std::cos(angle) * std::cos(turn));
            mesh.positions.push_back({out.x * radius, middle + out.y * half, out.z * radius});
            mesh.normals.push_back(glm::normalize(out / glm::vec3(radius, half, radius)));
        }
    }
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < around; ++column) {
            const auto at = [&](int r, int c) { return static_cast<std::uint32_t>(r * around + c % around); };
            mesh.triangles.push_back({at(row, column), at(row, column + 1), at(row + 1, column + 1)});
            mesh.triangles.push_back({at(row, column), at(row + 1, column + 1), at(row + 1, column)});
        }
    }
    return mesh;
}

body::Structure structure(const std::string& id, body::StructureKind kind, body::Mesh mesh) {
    body::Structure result;
    result.id = id;
    result.kind = kind;
    result.mesh = std::move(mesh);
    return result;
}

}  // namespace

std::shared_ptr<const body::Body> eggBody() {
    auto body = std::make_shared<body::Body>();
    body->identity.name = "egg";
    body->statureMm = heightMm;
    body->structures.push_back(structure("skin", body::StructureKind::skin, roundMesh(80.0F, 0.0F, heightMm, 64, 64)));
    body::Mesh muscle = roundMesh(40.0F, 60.0F, 340.0F, 48, 32);
    for (const glm::vec3& p : muscle.positions) {
        const float along = (p.y - 60.0F) / 280.0F;
        muscle.fibres.emplace_back(0.0F, 1.0F, 0.0F);
        muscle.tendon.push_back(glm::clamp(std::abs(along - 0.5F) * 5.0F - 1.2F, 0.0F, 1.0F));
        muscle.fibreCoordinates.emplace_back(0.999F * (0.5F + 0.5F * p.x / 40.5F), along);
    }
    body->structures.push_back(structure("spindle", body::StructureKind::muscle, std::move(muscle)));
    body::Mesh bone = roundMesh(12.0F, 20.0F, 380.0F, 16, 16);
    for (glm::vec3& p : bone.positions) {
        p.x += 55.0F;
    }
    body->structures.push_back(structure("rod", body::StructureKind::bone, std::move(bone)));
    body::Structure alias = body->structures[1];
    alias.id = "whole";
    alias.aliasOf = {"spindle"};
    body->structures.push_back(std::move(alias));
    return body;
}

std::shared_ptr<const body::Footprint> dab(const body::Body& body, const glm::vec3& centre, float radiusMm) {
    auto footprint = std::make_shared<body::Footprint>();
    const body::Mesh& skin = body.skin();
    for (std::size_t i = 0; i < skin.positions.size(); ++i) {
        const float strength = 0.5F + (radiusMm - glm::length(skin.positions[i] - centre)) / 24.0F;
        if (strength > 0.0F) {
            footprint->vertices.push_back(static_cast<std::uint32_t>(i));
            footprint->strengths.push_back(std::min(strength, 1.0F));
        }
    }
    return footprint;
}

render::RenderScene frontScene() {
    render::RenderScene scene;
    scene.sizePx = {320, 400};
    scene.view.view =
        glm::lookAt(glm::vec3(180.0F, 330.0F, 1000.0F), glm::vec3(0.0F, 200.0F, 0.0F), glm::vec3(0, 1, 0));
    scene.view.projection = glm::perspective(0.45F, 0.8F, 300.0F, 2000.0F);
    scene.parts = {{true, 1.0F, 0.0F}, {true, 1.0F, 0.0F}, {true, 1.0F, 0.0F}, {false, 1.0F, 0.0F}};
    return scene;
}

render::RenderScene parallelScene(const glm::ivec2& movedPx) {
    render::RenderScene scene = frontScene();
    const glm::vec3 moved(static_cast<float>(movedPx.x) * 1.25F, static_cast<float>(movedPx.y) * 1.25F, 0.0F);
    const glm::vec3 target = glm::vec3(0.0F, 200.0F, 0.0F) - moved;
    scene.view.view = glm::lookAt(target + glm::vec3(0.0F, 0.0F, 1000.0F), target, glm::vec3(0, 1, 0));
    scene.view.projection = glm::ortho(-200.0F, 200.0F, -250.0F, 250.0F, 100.0F, 2000.0F);
    return scene;
}

}  // namespace myo::test
