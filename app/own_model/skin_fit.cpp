#include "own_model/skin_fit.h"

#include <Eigen/Dense>
#include <Eigen/Sparse>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "body/mesh_tools.h"
#include "core/parallel.h"

namespace myo::own_model {

namespace {

struct Stage {
    double stiffness;
    float reach;     // how far a closest point may be, share of the stature
    float likeness;  // least cosine between the normals
    int rounds;
};

constexpr std::array<Stage, 7> stages{{{40.0, 0.06F, 0.5F, 6},
                                       {15.0, 0.05F, 0.5F, 6},
                                       {6.0, 0.04F, 0.5F, 6},
                                       {2.5, 0.03F, 0.5F, 6},
                                       {1.0, 0.025F, 0.5F, 6},
                                       {0.4, 0.02F, 0.5F, 5},
                                       {0.15, 0.012F, 0.6F, 4}}};
constexpr std::size_t pinnedStages = 4;
constexpr double pinWeight = 30.0;

struct Target {
    glm::vec3 place{0.0F};
    double weight = 0.0;
};

class Fitter {
public:
    Fitter(const body::Mesh& skin, const body::RayCaster& surface, const std::vector<FitPin>& pins)
        : mesh_(skin), rest_(skin.positions), surface_(surface), pins_(pins) {
        for (const Triangle& t : skin.triangles) {
            for (std::size_t k = 0; k < 3; ++k) {
                const auto [a, b] = std::minmax(t[k], t[(k + 1) % 3]);
                edges_.emplace_back(a, b);
            }
        }
        std::sort(edges_.begin(), edges_.end());
        edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
        const Aabb box = skin.bounds();
        stature_ = box.high.y - box.low.y;
        turns_.assign(rest_.size(), Eigen::Matrix3f::Identity());
    }

    std::vector<glm::vec3> fit(const ProgressReport& progress, const std::stop_token& stop) {
        int done = 0;
        int all = 0;
        for (const Stage& stage : stages) {
            all += stage.rounds;
        }
        for (std::size_t i = 0; i < stages.size(); ++i) {
            for (int round = 0; round < stages[i].rounds; ++round) {
                if (stop.stop_requested()) {
                    return mesh_.positions;
                }
                findTargets(stages[i]);
                if (i < pinnedStages) {
                    for (const FitPin& pin : pins_) {
                        targets_[pin.vertex] = {pin.place, pinWeight};
                    }
                }
                findTurns();
                solve(stages[i].stiffness);
                if (progress) {
                    progress(static_cast<float>(++done) / static_cast<float>(all));
                }
            }
        }
        return mesh_.positions;
    }

private:
    void findTargets(const Stage& stage) {
        body::computeNormals(mesh_);
        targets_.assign(rest_.size(), {});
        parallelFor(rest_.size(), [&](std::size_t v) {
            const auto nearest = surface_.closestPoint(mesh_.positions[v], stage.reach * stature_);
            if (nearest && glm::dot(nearest->normal, mesh_.normals[v]) > stage.likeness) {
                targets_[v] = {nearest->position, 1.0};
            }
        });
    }

    // The rotation and scale of the surroundings of every vertex since the start.
    void findTurns() {
        std::vector<Eigen::Matrix3f> covariances(rest_.size(), Eigen::Matrix3f::Zero());
        std::vector<float> spreads(rest_.size(), 0.0F);
        for (const auto& [a, b] : edges_) {
            const glm::vec3 p = rest_[b] - rest_[a];
            const glm::vec3 x = mesh_.positions[b] - mesh_.positions[a];
            const Eigen::Matrix3f product = Eigen::Vector3f(x.x, x.y, x.z) * Eigen::Vector3f(p.x, p.y, p.z).transpose();
            for (const std::uint32_t v : {a, b}) {
                covariances[v] += product;
                spreads[v] += glm::dot(p, p);
            }
        }
        constexpr float leastScale = 0.6F;
        constexpr float mostScale = 1.6F;
        for (std::size_t v = 0; v < rest_.size(); ++v) {
            const Eigen::JacobiSVD<Eigen::Matrix3f> svd(covariances[v], Eigen::ComputeFullU | Eigen::ComputeFullV);
            const float sign = (svd.matrixU() * svd.matrixV().transpose()).determinant() < 0 ? -1.0F : 1.0F;
            const Eigen::Vector3f signs(1, 1, sign);
            const float scale = spreads[v] > 0.0F
                                    ? std::clamp(svd.singularValues().dot(signs) / spreads[v], leastScale, mostScale)
                                    : 1.0F;
            turns_[v] = scale * (svd.matrixU() * signs.asDiagonal() * svd.matrixV().transpose());
        }
    }

    void solve(double stiffness) {
        const auto count = static_cast<Eigen::Index>(rest_.size());
        std::vector<Eigen::Triplet<double>> entries;
        entries.reserve(edges_.size() * 4 + rest_.size());
        Eigen::MatrixX3d right = Eigen::MatrixX3d::Zero(count, 3);
        for (std::size_t v = 0; v < rest_.size(); ++v) {
            constexpr double least = 1e-6;  // keeps parts without any target in place
            const Target& target = targets_[v];
            const double weight = target.weight + least;
            const glm::dvec3 place = target.weight > 0.0 ? target.place : mesh_.positions[v];
            const auto row = static_cast<int>(v);
            entries.emplace_back(row, row, weight);
            right.row(row) += weight * Eigen::RowVector3d(place.x, place.y, place.z);
        }
        for (const auto& [a, b] : edges_) {
            const glm::vec3 p = rest_[b] - rest_[a];
            const Eigen::Vector3f turned = 0.5F * ((turns_[a] + turns_[b]) * Eigen::Vector3f(p.x, p.y, p.z));
            const Eigen::RowVector3d pull = stiffness * turned.cast<double>().transpose();
            const auto i = static_cast<int>(a);
            const auto j = static_cast<int>(b);
            entries.emplace_back(i, i, stiffness);
            entries.emplace_back(j, j, stiffness);
            entries.emplace_back(i, j, -stiffness);
            entries.emplace_back(j, i, -stiffness);
            right.row(j) += pull;
            right.row(i) -= pull;
        }
        Eigen::SparseMatrix<double> matrix(count, count);
        matrix.setFromTriplets(entries.begin(), entries.end());
        if (!analysed_) {
            solver_.analyzePattern(matrix);
            analysed_ = true;
        }
        solver_.factorize(matrix);
        if (solver_.info() != Eigen::Success) {
            return;
        }
        const Eigen::MatrixX3d solution = solver_.solve(right);
        for (std::size_t v = 0; v < rest_.size(); ++v) {
            const auto row = static_cast<Eigen::Index>(v);
            mesh_.positions[v] = glm::vec3(solution(row, 0), solution(row, 1), solution(row, 2));
        }
    }

    body::Mesh mesh_;
    std::vector<glm::vec3> rest_;
    const body::RayCaster& surface_;
    const std::vector<FitPin>& pins_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_;
    float stature_ = 0.0F;
    std::vector<Target> targets_;
    std::vector<Eigen::Matrix3f> turns_;
    Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver_;
    bool analysed_ = false;
};

}  // namespace

std::vector<glm::vec3> fitSkin(const body::Mesh& skin, const body::RayCaster& surface, const std::vector<FitPin>& pins,
                               const ProgressReport& progress, const std::stop_token& stop) {
    return Fitter(skin, surface, pins).fit(progress, stop);
}

}  // namespace myo::own_model
