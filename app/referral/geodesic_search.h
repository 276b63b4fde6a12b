// One query of Geodesics: windows, labels and their propagation. For geodesics.cpp alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <queue>
#include <span>
#include <vector>

#include "referral/geodesics.h"
#include "referral/topology.h"

namespace myo::referral::geodesic {

inline constexpr std::uint32_t noIndex = 0xFFFFFFFF;
inline constexpr double infinity = std::numeric_limits<double>::infinity();

using Vec2 = glm::dvec2;

// The part of a half-edge that one source sees, in the plane of the half-edge's own triangle: the half-edge runs from
// the origin along +x, its triangle lies above, the source below.
struct Window {
    std::uint32_t half = 0;
    std::uint32_t source = 0;
    std::uint32_t parent = noIndex;  // window through which the light came
    std::uint32_t bend = noIndex;    // vertex that passes the light on; without both the source itself does
    double low = 0.0;
    double high = 0.0;
    Vec2 eye{0.0};       // the unfolded source or bend
    double start = 0.0;  // value at the eye
};

struct Label {
    double value = infinity;
    std::uint32_t source = noIndex;
    std::uint32_t window = noIndex;  // that reached it
    std::uint32_t bend = noIndex;    // neighbour that reached it; without both a corner of the source's triangle
};

struct Event {
    double key = 0.0;
    std::uint32_t index = 0;  // window, or vertex that bends
    bool bend = false;
    friend bool operator>(const Event& a, const Event& b) { return a.key > b.key; }
};

// Labels of all vertices, kept between queries; only those touched are reset.
class Scratch {
public:
    explicit Scratch(std::size_t vertices) : labels_(vertices) {}

    Label& label(std::uint32_t vertex) { return labels_[vertex]; }
    void touch(std::uint32_t vertex) { touched_.push_back(vertex); }
    [[nodiscard]] std::vector<std::uint32_t>& touched() { return touched_; }
    std::vector<Window> windows;

    void clear() {
        for (const std::uint32_t vertex : touched_) {
            labels_[vertex] = {};
        }
        touched_.clear();
        windows.clear();
    }

private:
    std::vector<Label> labels_;
    std::vector<std::uint32_t> touched_;
};

// Lends scratch memory to queries, so that each thread has its own and none is made twice.
class ScratchPool {
public:
    explicit ScratchPool(std::size_t vertices) : vertices_(vertices) {}

    std::unique_ptr<Scratch> take() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) {
            return std::make_unique<Scratch>(vertices_);
        }
        std::unique_ptr<Scratch> scratch = std::move(idle_.back());
        idle_.pop_back();
        return scratch;
    }

    void giveBack(std::unique_ptr<Scratch> scratch) {
        scratch->clear();
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(scratch));
    }

private:
    std::size_t vertices_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Scratch>> idle_;
};

// One query.
class Search {
public:
    Search(const Topology& topology, ScratchPool& pool, std::span<const char> open)
        : topology_(topology), pool_(pool), scratch_(pool.take()), open_(open) {}
    ~Search() { pool_.giveBack(std::move(scratch_)); }
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;
    Search(Search&&) = delete;
    Search& operator=(Search&&) = delete;

    void addSource(const GeodesicSource& source, std::uint32_t index);
    void aimAt(const SurfacePoint& target) { target_ = &target; }
    void run(double limit);
    [[nodiscard]] std::vector<Reached> reached(double limit);
    [[nodiscard]] std::vector<WayPoint> trace(const SurfacePoint& from) const;
    [[nodiscard]] bool found() const { return best_ < infinity; }

private:
    // The triangle of a half-edge laid into the plane: the half-edge from the origin along +x, the apex above.
    struct Flat {
        double base = 0.0;
        Vec2 apex{0.0};
    };
    // An edge to be crossed, in the plane of the triangle that is left.
    struct Exit {
        std::uint32_t half = noIndex;  // as the next triangle names it
        Vec2 from{0.0};
        Vec2 to{0.0};
    };
    [[nodiscard]] Flat flat(std::uint32_t half) const;
    [[nodiscard]] Vec2 flatPoint(std::uint32_t half, const SurfacePoint& at) const;
    [[nodiscard]] glm::vec3 pointOnEdge(std::uint32_t half, double x) const;
    [[nodiscard]] bool isOpen(std::uint32_t triangle) const { return open_.empty() || open_[triangle] != 0; }
    [[nodiscard]] bool bends(std::uint32_t vertex) const;
    [[nodiscard]] double ahead(const glm::vec3& place, double slack) const;
    [[nodiscard]] double valueAt(std::uint32_t vertex) const { return scratch_->label(vertex).value; }

    // From here on only along edges: windows do not settle on a surface that folds into itself.
    void goAlongEdges();
    void improve(std::uint32_t vertex, const Label& better);
    [[nodiscard]] bool useful(const Window& w) const;
    void push(const Window& w);
    void lookAtTarget(std::uint32_t index);
    void propagate(std::uint32_t index);
    void leave(const Window& w, std::uint32_t index, const Exit& exit, double nearShare, double farShare,
               bool nearIsFrom);
    void bendAt(std::uint32_t vertex);
    [[nodiscard]] Vec2 inParent(const Window& parent, std::uint32_t childHalf, double x) const;
    [[nodiscard]] std::uint32_t triangleWith(std::uint32_t a, std::uint32_t b) const;

    const Topology& topology_;
    ScratchPool& pool_;
    std::unique_ptr<Scratch> scratch_;
    std::span<const char> open_;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> queue_;
    double limit_ = infinity;
    bool alongEdges_ = false;  // \see goAlongEdges()
    const SurfacePoint* target_ = nullptr;
    double best_ = infinity;  // length of the shortest way to the target found so far
    std::uint32_t bestWindow_ = noIndex;
    std::uint32_t bestVertex_ = noIndex;
};

}  // namespace myo::referral::geodesic
