#include "generate/faces_inside.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"

namespace myo::generate {

namespace {

constexpr int mostRounds = 8;      // each parts the faces that come out
constexpr float spacing = 2.0F;    // millimetres between the places of a face that are looked at
constexpr float underSkin = 0.6F;  // millimetres: where new corners are laid

class Splitter {
public:
    Splitter(body::Mesh& mesh, const body::RayCaster& skin) : mesh_(mesh), skin_(skin) {}

    // False if nothing had to be split.
    bool round() {
        middles_.clear();
        for (const Triangle& t : mesh_.triangles) {
            if (comesOut(t)) {
                splitLongest(t);
            }
        }
        if (middles_.empty()) {
            return false;
        }
        std::vector<Triangle> old;
        old.swap(mesh_.triangles);
        for (const Triangle& t : old) {
            addParts(t);
        }
        return true;
    }

private:
    using Edge = std::pair<std::uint32_t, std::uint32_t>;

    static Edge edge(std::uint32_t a, std::uint32_t b) { return std::minmax(a, b); }

    [[nodiscard]] bool comesOut(const Triangle& t) const {
        const std::array<glm::vec3, 3> at{mesh_.positions[t[0]], mesh_.positions[t[1]], mesh_.positions[t[2]]};
        const float longest =
            std::max({glm::distance(at[0], at[1]), glm::distance(at[1], at[2]), glm::distance(at[2], at[0])});
        // A face that is far below the skin at its middle cannot come out.
        if (!skin_.closestPoint((at[0] + at[1] + at[2]) / 3.0F, longest)) {
            return false;
        }
        const int parts = static_cast<int>(longest / spacing) + 1;
        for (int i = 0; i <= parts; ++i) {
            for (int j = 0; j <= parts - i; ++j) {
                const float u = static_cast<float>(i) / static_cast<float>(parts);
                const float v = static_cast<float>(j) / static_cast<float>(parts);
                if (!skin_.contains(u * at[0] + v * at[1] + (1.0F - u - v) * at[2])) {
                    return true;
                }
            }
        }
        return false;
    }

    void splitLongest(const Triangle& t) {
        const auto length = [&](std::size_t k) {
            return glm::distance(mesh_.positions[t[k]], mesh_.positions[t[(k + 1) % 3]]);
        };
        std::size_t longest = 0;
        for (std::size_t k = 1; k < 3; ++k) {
            longest = length(k) > length(longest) ? k : longest;
        }
        // A face beside it that comes out as well shares the new corner.
        const auto [place, fresh] = middles_.try_emplace(edge(t[longest], t[(longest + 1) % 3]), 0U);
        if (fresh) {
            place->second = addMiddle(place->first);
        }
    }

    std::uint32_t addMiddle(const Edge& e) {
        const std::uint32_t a = e.first;
        const std::uint32_t b = e.second;
        glm::vec3 place = (mesh_.positions[a] + mesh_.positions[b]) / 2.0F;
        const auto nearest = skin_.closestPoint(place);
        if (nearest && (nearest->distance < underSkin || !skin_.contains(place))) {
            place = nearest->position - underSkin * nearest->normal;
        }
        mesh_.positions.push_back(place);
        const auto mix = [&](auto& channel) {
            if (!channel.empty()) {
                channel.push_back((channel[a] + channel[b]) / 2.0F);
            }
        };
        mix(mesh_.normals);
        mix(mesh_.fibres);
        mix(mesh_.tendon);
        mix(mesh_.fibreCoordinates);
        if (!mesh_.fibres.empty() && glm::length(mesh_.fibres.back()) > 0.0F) {
            mesh_.fibres.back() = glm::normalize(mesh_.fibres.back());
        }
        return static_cast<std::uint32_t>(mesh_.positions.size() - 1);
    }

    // The face, parted at the edges that have new corners.
    void addParts(const Triangle& t) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k];
            const std::uint32_t b = t[(k + 1) % 3];
            const std::uint32_t c = t[(k + 2) % 3];
            if (const auto middle = middles_.find(edge(a, b)); middle != middles_.end()) {
                addParts({a, middle->second, c});
                addParts({middle->second, b, c});
                return;
            }
        }
        mesh_.triangles.push_back(t);
    }

    body::Mesh& mesh_;
    const body::RayCaster& skin_;
    std::map<Edge, std::uint32_t> middles_;  // new corners by the edge they part
};

}  // namespace

void keepFacesInside(std::vector<body::Structure>& structures, const body::Mesh& skin) {
    const body::RayCaster caster(skin);
    for (body::Structure& structure : structures) {
        Splitter splitter(structure.mesh, caster);
        bool split = false;
        for (int round = 0; round < mostRounds && splitter.round(); ++round) {
            split = true;
        }
        if (split) {
            body::computeNormals(structure.mesh);
        }
    }
}

}  // namespace myo::generate
