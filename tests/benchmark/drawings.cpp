#include "drawings.h"

#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <random>
#include <set>

#include "referral/matching.h"
#include "referral/topology.h"
#include "timing.h"

namespace myo::benchmark {

namespace {

using Json = nlohmann::ordered_json;
using referral::PaintedSkin;
using referral::Referral;
using referral::ResolvedPoint;

using Patch = std::set<std::uint32_t>;  // vertices of strength 0.5 or more

constexpr double aimedOverlap = 0.42;  // mean Jaccard index of two pain drawings of one person

Patch coreOf(const body::Footprint& footprint) {
    Patch out;
    for (std::size_t i = 0; i < footprint.vertices.size(); ++i) {
        if (footprint.strengths[i] >= 0.5F) {
            out.insert(footprint.vertices[i]);
        }
    }
    return out;
}

// Redraws patches wrongly: moved along the skin, larger or smaller, with parts left out.
class Hand {
public:
    Hand(const body::Body& body, const Referral& referral) : skin_(body.skin()), surface_(referral.surface()) {}

    [[nodiscard]] double area(const Patch& patch) const {
        double sum = 0.0;
        for (const std::uint32_t vertex : patch) {
            sum += surface_.vertexAreas()[vertex];
        }
        return sum;
    }

    [[nodiscard]] double jaccard(const Patch& a, const Patch& b) const {
        Patch both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
        const double shared = area(both);
        return shared / std::max(1e-9, area(a) + area(b) - shared);
    }

    // Severity 0 draws exactly; 1 moves by up to a radius, scales by up to e^0.5 and leaves out up to half.
    [[nodiscard]] Patch draw(const Patch& zone, double severity, unsigned seed) const {
        std::mt19937 random(seed);
        const auto uniform = [&random](double low, double high) {
            return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
        };
        Patch out;
        for (const Patch& piece : pieces(zone)) {
            const double radius = std::sqrt(area(piece) / std::numbers::pi);
            const double angle = uniform(0.0, 2.0 * std::numbers::pi);
            const double shift = severity * radius * uniform(0.3, 1.0);
            const double scale = std::exp(0.5 * severity * uniform(-1.0, 1.0));
            const double cut = severity * uniform(0.0, 0.5);
            const double cutAngle = uniform(0.0, 2.0 * std::numbers::pi);
            const Patch drawn = moved(piece, shift, angle, scale);
            const Patch kept = without(drawn, cut, cutAngle);
            out.insert(kept.begin(), kept.end());
        }
        return out;
    }

private:
    // A frame of the tangent plane in the middle of a patch.
    struct Frame {
        glm::vec3 middle{0.0F};
        glm::vec3 right{0.0F};
        glm::vec3 up{0.0F};
    };

    [[nodiscard]] Frame frameOf(const Patch& patch) const {
        Frame frame;
        glm::vec3 normal(0.0F);
        float weight = 0.0F;
        for (const std::uint32_t vertex : patch) {
            const float a = surface_.vertexAreas()[vertex];
            frame.middle += skin_.positions[vertex] * a;
            normal += skin_.normals[vertex] * a;
            weight += a;
        }
        frame.middle /= std::max(weight, 1e-6F);
        normal = glm::length(normal) > 1e-3F ? glm::normalize(normal) : glm::vec3(0.0F, 0.0F, 1.0F);
        const glm::vec3 helper = std::abs(normal.y) < 0.9F ? glm::vec3(0.0F, 1.0F, 0.0F) : glm::vec3(1.0F, 0.0F, 0.0F);
        frame.right = glm::normalize(glm::cross(helper, normal));
        frame.up = glm::cross(normal, frame.right);
        return frame;
    }

    [[nodiscard]] std::vector<Patch> pieces(const Patch& zone) const {
        std::vector<Patch> out;
        Patch left = zone;
        while (!left.empty()) {
            std::vector<std::uint32_t> front{*left.begin()};
            left.erase(left.begin());
            Patch piece;
            while (!front.empty()) {
                const std::uint32_t vertex = front.back();
                front.pop_back();
                piece.insert(vertex);
                for (const std::uint32_t half : surface_.topology().around(vertex)) {
                    if (left.erase(surface_.topology().to(half)) > 0) {
                        front.push_back(surface_.topology().to(half));
                    }
                }
            }
            out.push_back(std::move(piece));
        }
        return out;
    }

    // Each vertex near the zone looks back to where its paint would have come from.
    [[nodiscard]] Patch moved(const Patch& zone, double shift, double angle, double scale) const {
        const Frame frame = frameOf(zone);
        const glm::vec3 way =
            (frame.right * static_cast<float>(std::cos(angle)) + frame.up * static_cast<float>(std::sin(angle))) *
            static_cast<float>(shift);
        Aabb box;
        for (const std::uint32_t vertex : zone) {
            box.add(skin_.positions[vertex]);
        }
        const float margin =
            static_cast<float>(shift) + box.radius() * static_cast<float>(std::max(0.0, scale - 1.0)) + 5.0F;
        Patch out;
        for (std::uint32_t vertex = 0; vertex < skin_.positions.size(); ++vertex) {
            const glm::vec3& at = skin_.positions[vertex];
            if (glm::any(glm::lessThan(at, box.low - margin)) || glm::any(glm::greaterThan(at, box.high + margin))) {
                continue;
            }
            const glm::vec3 normal = skin_.normals[vertex];
            const glm::vec3 along = way - normal * glm::dot(way, normal);  // keeps to the skin
            const glm::vec3 source = frame.middle + (at - along - frame.middle) / static_cast<float>(scale);
            const referral::SurfacePoint place = surface_.snap(source);
            if (glm::dot(surface_.normal(place), normal) < 0.2F) {
                continue;  // the other side of a thin part
            }
            float strength = 0.0F;
            const Triangle& corners = surface_.topology().triangles()[place.triangle];
            for (std::size_t k = 0; k < 3; ++k) {
                strength += zone.contains(corners[k]) ? place.weights[static_cast<int>(k)] : 0.0F;
            }
            if (strength >= 0.5F) {
                out.insert(vertex);
            }
        }
        return out;
    }

    // Leaves out a share of the area from one side.
    [[nodiscard]] Patch without(const Patch& patch, double share, double angle) const {
        const Frame frame = frameOf(patch);
        const glm::vec3 way =
            frame.right * static_cast<float>(std::cos(angle)) + frame.up * static_cast<float>(std::sin(angle));
        std::vector<std::pair<float, std::uint32_t>> order;
        for (const std::uint32_t vertex : patch) {
            order.emplace_back(glm::dot(skin_.positions[vertex], way), vertex);
        }
        std::sort(order.begin(), order.end());
        const auto kept = static_cast<std::size_t>(std::ceil(static_cast<double>(order.size()) * (1.0 - share)));
        Patch out;
        for (std::size_t i = 0; i < kept; ++i) {
            out.insert(order[i].second);
        }
        return out;
    }

    const body::Mesh& skin_;
    const referral::Surface& surface_;
};

PaintedSkin paintedWith(const Patch& patch) {
    auto footprint = std::make_shared<body::Footprint>();
    footprint->vertices.assign(patch.begin(), patch.end());
    footprint->strengths.assign(patch.size(), 1.0F);
    PaintedSkin skin;
    skin.levels[1] = std::move(footprint);
    return skin;
}

struct Case {
    const ResolvedPoint* point = nullptr;
    Patch zone;  // what a perfect drawing would show
};

constexpr unsigned perPoint = 4;  // drawings

unsigned seedOf(std::size_t number, unsigned i) {
    return 1000U + 7919U * static_cast<unsigned>(number * perPoint + i);
}

double meanOverlap(const Hand& hand, const std::vector<Case>& cases, double severity) {
    double sum = 0.0;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        for (unsigned i = 0; i < perPoint; ++i) {
            sum += hand.jaccard(cases[c].zone, hand.draw(cases[c].zone, severity, seedOf(c, i)));
        }
    }
    return sum / static_cast<double>(cases.size() * perPoint);
}

// The severity at which drawings overlap their zones as those of people do.
double calibrated(const Hand& hand, const std::vector<Case>& cases) {
    double low = 0.0;
    double high = 2.0;
    for (int i = 0; i < 8; ++i) {
        const double middle = 0.5 * (low + high);
        (meanOverlap(hand, cases, middle) > aimedOverlap ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

// Points of other muscles whose primary zone is practically the same: nobody can tell them apart by a drawing.
std::map<MuscleId, std::set<MuscleId>> twins(const Hand& hand, const std::vector<Case>& cases) {
    constexpr double alike = 0.6;
    std::map<MuscleId, std::set<MuscleId>> out;
    for (const Case& a : cases) {
        for (const Case& b : cases) {
            if (a.point->id.point.muscle != b.point->id.point.muscle && hand.jaccard(a.zone, b.zone) >= alike) {
                out[a.point->id.point.muscle].insert(b.point->id.point.muscle);
            }
        }
    }
    return out;
}

struct Tally {
    std::map<int, int> within;  // 1, 5, 10 -> drawings
    void add(std::size_t rank) {
        for (const int top : {1, 5, 10}) {
            within[top] += rank < static_cast<std::size_t>(top) ? 1 : 0;
        }
    }
    [[nodiscard]] Json shares(int all) const {
        Json out;
        for (const auto& [top, count] : within) {
            out["top_" + std::to_string(top)] = static_cast<double>(count) / all;
        }
        return out;
    }
};

// The place of the first point that is right, counted in different muscles: one muscle's points are one answer.
template <class Right>
std::size_t rankOf(const std::vector<referral::Match>& matches, const Right& right) {
    std::set<MuscleId> seen;
    for (const referral::Match& match : matches) {
        if (right(match)) {
            return seen.size();
        }
        seen.insert(match.point.point.muscle);
    }
    return matches.size() + 1000U;
}

Json accuracy(const atlas::Atlas& atlas, const Hand& hand, const std::vector<Case>& cases,
              const referral::Matcher& matcher, std::vector<PaintedSkin>& drawings) {
    const double severity = calibrated(hand, cases);
    const auto alike = twins(hand, cases);
    Tally points;
    Tally muscles;
    Tally families;
    Tally orTwins;
    double overlap = 0.0;
    int all = 0;
    std::map<std::string, int> missed;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const Case& one = cases[c];
        const SidedPoint& truth = one.point->id;
        const atlas::Muscle* muscle = atlas.find(truth.point.muscle);
        for (unsigned i = 0; i < perPoint; ++i) {
            const Patch drawn = hand.draw(one.zone, severity, seedOf(c, i));
            overlap += hand.jaccard(one.zone, drawn);
            ++all;
            drawings.push_back(paintedWith(drawn));
            const auto matches = matcher.rank(drawings.back(), 1000).matches;
            const auto sameMuscle = [&](const referral::Match& m) {
                return m.point.point.muscle == truth.point.muscle && m.point.side == truth.side;
            };
            const auto sameFamily = [&](const referral::Match& m) {
                const atlas::Muscle* other = atlas.find(m.point.point.muscle);
                return m.point.side == truth.side && (m.point.point.muscle == truth.point.muscle ||
                                                      (!muscle->family.empty() && other->family == muscle->family));
            };
            const auto found = alike.find(truth.point.muscle);
            const auto twin = [&](const referral::Match& m) {
                return sameMuscle(m) || (m.point.side == truth.side && found != alike.end() &&
                                         found->second.contains(m.point.point.muscle));
            };
            std::size_t place = 0;
            while (place < matches.size() && !(matches[place].point == truth)) {
                ++place;
            }
            points.add(place < matches.size() ? place : 1000U);
            muscles.add(rankOf(matches, sameMuscle));
            families.add(rankOf(matches, sameFamily));
            orTwins.add(rankOf(matches, twin));
            if (rankOf(matches, sameMuscle) >= 5) {
                ++missed[truth.point.text()];
            }
        }
    }
    std::vector<std::pair<int, std::string>> worst;
    for (const auto& [point, count] : missed) {
        worst.emplace_back(-count, point);
    }
    std::sort(worst.begin(), worst.end());
    Json listed = Json::array();
    for (const auto& [count, point] : worst) {
        if (listed.size() < 20) {
            listed.push_back(point + " " + std::to_string(-count) + "/" + std::to_string(perPoint));
        }
    }
    return {{"drawings", all},
            {"severity", severity},
            {"mean_jaccard", overlap / all},
            {"point", points.shares(all)},
            {"muscle", muscles.shares(all)},
            {"family", families.shares(all)},
            {"muscle_or_one_with_the_same_zone", orTwins.shares(all)},
            {"muscles_with_a_twin", alike.size()},
            {"most_missed_in_top_5", listed}};
}

}  // namespace

Json drawingReport(const atlas::Atlas& atlas, const body::Body& body, const Referral& referral) {
    std::optional<referral::Matcher> matcher;
    const auto making = timed(3, [&](int) { matcher.emplace(referral); });
    const Hand hand(body, referral);
    std::vector<Case> primary;
    std::vector<Case> whole;
    for (const ResolvedPoint& point : referral.points()) {
        const auto* zone = point.zone(atlas::Tier::primary);
        if (point.id.side != Side::left || zone == nullptr || zone->footprint->vertices.empty()) {
            continue;
        }
        primary.push_back({&point, coreOf(*zone->footprint)});
        Patch all = primary.back().zone;
        if (const auto* more = point.zone(atlas::Tier::spillover)) {
            all.merge(coreOf(*more->footprint));
        }
        whole.push_back({&point, std::move(all)});
    }
    std::vector<PaintedSkin> drawings;
    Json out{{"make_matcher", summary(making)}, {"matcher_mib", static_cast<double>(matcher->bytes()) / 1048576.0}};
    out["primary_zone_drawn"] = accuracy(atlas, hand, primary, *matcher, drawings);
    out["both_zones_drawn"] = accuracy(atlas, hand, whole, *matcher, drawings);
    std::size_t found = 0;
    const auto calls = static_cast<int>(drawings.size());
    const auto drawing = [&](int i) -> const PaintedSkin& { return drawings[static_cast<std::size_t>(i)]; };
    out["rank"] = summary(timed(calls, [&](int i) { found += matcher->rank(drawing(i), 50).matches.size(); }));
    out["rank_and_explain"] = summary(timed(calls, [&](int i) {
        found += matcher->rank(drawing(i), 50).matches.size() + matcher->explain(drawing(i)).parts.size();
    }));
    Patch everything;
    for (std::uint32_t vertex = 0; vertex < body.skin().positions.size(); ++vertex) {
        everything.insert(vertex);
    }
    const PaintedSkin covered = paintedWith(everything);
    out["rank_whole_body"] = summary(timed(50, [&](int) { found += matcher->rank(covered, 50).matches.size(); }));
    out["found"] = found;
    return out;
}

}  // namespace myo::benchmark
