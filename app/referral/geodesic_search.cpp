#include "referral/geodesic_search.h"

#include <cmath>

namespace myo::referral::geodesic {

namespace {

constexpr double tolerance = 1e-5;  // mm: far below what anyone sees, far above rounding

// A clean skin needs a few windows for each triangle.
constexpr std::size_t mostWindowsPerTriangle = 30;
constexpr std::size_t leastMostWindows = 200'000;

double cross(const Vec2& a, const Vec2& b) {
    return a.x * b.y - a.y * b.x;
}

// Where a ray from `eye` meets the stretch from `a` along `edge`, as a share of that stretch.
double shareAt(const Vec2& eye, const Vec2& ray, const Vec2& a, const Vec2& edge) {
    const double along = cross(ray, edge);
    return std::abs(along) < 1e-12 ? 0.0 : std::clamp(-cross(ray, a - eye) / along, 0.0, 1.0);
}

}  // namespace

Search::Flat Search::flat(std::uint32_t half) const {
    const double base = topology_.length(half);
    const double right = topology_.length(Topology::next(half));
    const double left = topology_.length(Topology::previous(half));
    const double x = base > 0.0 ? (base * base + left * left - right * right) / (2.0 * base) : 0.0;
    return {base, Vec2(x, std::sqrt(std::max(0.0, left * left - x * x)))};
}

Vec2 Search::flatPoint(std::uint32_t half, const SurfacePoint& at) const {
    const Flat f = flat(half);
    const int k = static_cast<int>(half % 3);
    // A little towards the middle: a source exactly on an edge or corner could not see along it.
    constexpr double nudge = 1e-6;
    const double toApex = at.weights[(k + 2) % 3] * (1.0 - nudge) + nudge / 3.0;
    const double toEnd = at.weights[(k + 1) % 3] * (1.0 - nudge) + nudge / 3.0;
    return Vec2(f.base, 0.0) * toEnd + f.apex * toApex;
}

glm::vec3 Search::pointOnEdge(std::uint32_t half, double x) const {
    const float length = topology_.length(half);
    const float share = length > 0.0F ? static_cast<float>(x) / length : 0.0F;
    return glm::mix(topology_.positions()[topology_.from(half)], topology_.positions()[topology_.to(half)], share);
}

bool Search::bends(std::uint32_t vertex) const {
    if (topology_.bends(vertex)) {
        return true;
    }
    const auto around = topology_.around(vertex);
    return !open_.empty() && std::any_of(around.begin(), around.end(),
                                         [this](std::uint32_t half) { return !isOpen(Topology::triangleOf(half)); });
}

// No way from there to the target is shorter than this.
double Search::ahead(const glm::vec3& place, double slack) const {
    return target_ == nullptr ? 0.0 : std::max(0.0, glm::distance(place, target_->position) - slack);
}

void Search::improve(std::uint32_t vertex, const Label& better) {
    Label& label = scratch_->label(vertex);
    if (better.value >= label.value - tolerance) {
        return;
    }
    if (label.value == infinity) {
        scratch_->touch(vertex);
    }
    label = better;
    const double estimate = better.value + ahead(topology_.positions()[vertex], 0.0);
    if (target_ != nullptr && estimate < best_) {
        const Triangle& last = topology_.triangles()[target_->triangle];
        if (std::find(last.begin(), last.end(), vertex) != last.end()) {
            best_ = estimate;
            bestVertex_ = vertex;
            bestWindow_ = noIndex;
        }
    }
    if ((alongEdges_ || bends(vertex)) && estimate <= limit_) {
        queue_.push({estimate, vertex, true});
    }
}

void Search::goAlongEdges() {
    alongEdges_ = true;
    for (const std::uint32_t vertex : scratch_->touched()) {
        queue_.push({valueAt(vertex) + ahead(topology_.positions()[vertex], 0.0), vertex, true});
    }
}

// False if every way through the window is beaten by one through an end of its edge.
bool Search::useful(const Window& w) const {
    const double toLow = w.start + glm::length(Vec2(w.low, 0.0) - w.eye);
    const double toHigh = w.start + glm::length(Vec2(w.high, 0.0) - w.eye);
    const double length = topology_.length(w.half);
    return toHigh <= valueAt(topology_.from(w.half)) + w.high + tolerance &&
           toLow <= valueAt(topology_.to(w.half)) + (length - w.low) + tolerance;
}

void Search::push(const Window& w) {
    if (alongEdges_ || !isOpen(Topology::triangleOf(w.half)) || w.high - w.low < 1e-9 || !useful(w)) {
        return;
    }
    const double nearest = glm::length(Vec2(std::clamp(w.eye.x, w.low, w.high), 0.0) - w.eye);
    double key = w.start + nearest;
    if (target_ != nullptr) {
        key += ahead(pointOnEdge(w.half, 0.5 * (w.low + w.high)), 0.5 * (w.high - w.low));
    }
    if (key > limit_ || key >= best_) {
        return;
    }
    if (scratch_->windows.size() >= std::max(leastMostWindows, topology_.triangles().size() * mostWindowsPerTriangle)) {
        goAlongEdges();
        return;
    }
    scratch_->windows.push_back(w);
    queue_.push({key, static_cast<std::uint32_t>(scratch_->windows.size() - 1), false});
}

void Search::addSource(const GeodesicSource& source, std::uint32_t index) {
    const std::uint32_t triangle = source.at.triangle;
    if (!isOpen(triangle)) {
        return;
    }
    const double start = -static_cast<double>(source.headStart);
    for (std::uint32_t half = 3 * triangle; half < 3 * triangle + 3; ++half) {
        improve(topology_.from(half), {start + glm::length(flatPoint(half, source.at)), index, noIndex, noIndex});
    }
    for (std::uint32_t half = 3 * triangle; half < 3 * triangle + 3; ++half) {
        const std::uint32_t twin = topology_.twin(half);
        if (twin != Topology::none) {
            const Vec2 at = flatPoint(half, source.at);
            const double base = topology_.length(half);
            push({twin, index, noIndex, noIndex, 0.0, base, Vec2(base - at.x, -at.y), start});
        }
    }
}

void Search::run(double limit) {
    limit_ = limit;
    while (!queue_.empty()) {
        const Event event = queue_.top();
        queue_.pop();
        if (event.key > limit || event.key >= best_) {
            break;
        }
        if (event.bend) {
            const double now = valueAt(event.index) + ahead(topology_.positions()[event.index], 0.0);
            if (now >= event.key - tolerance) {
                bendAt(event.index);
            }
        } else if (!alongEdges_ && useful(scratch_->windows[event.index])) {
            propagate(event.index);
        }
    }
}

void Search::lookAtTarget(std::uint32_t index) {
    const Window& w = scratch_->windows[index];
    if (target_ == nullptr || Topology::triangleOf(w.half) != target_->triangle) {
        return;
    }
    const Vec2 ray = flatPoint(w.half, *target_) - w.eye;
    const double length = w.start + glm::length(ray);
    if (length < best_ && cross(Vec2(w.low, 0.0) - w.eye, ray) <= 0.0 && cross(Vec2(w.high, 0.0) - w.eye, ray) >= 0.0) {
        best_ = length;
        bestWindow_ = index;
        bestVertex_ = noIndex;
    }
}

void Search::propagate(std::uint32_t index) {
    lookAtTarget(index);
    const Window w = scratch_->windows[index];  // by value: the list grows below
    const Flat f = flat(w.half);
    const Vec2 lowRay = Vec2(w.low, 0.0) - w.eye;
    const Vec2 highRay = Vec2(w.high, 0.0) - w.eye;
    // An apex exactly on a border ray counts as seen, or the windows on both sides would leave it to the other.
    const Vec2 toApex = f.apex - w.eye;
    const double slack = 1e-7 * glm::length(toApex);
    const bool lowLeftOfApex = cross(lowRay, toApex) < slack * glm::length(lowRay);
    const bool highRightOfApex = cross(highRay, toApex) > -slack * glm::length(highRay);
    const bool seesApex = lowLeftOfApex && highRightOfApex;
    if (seesApex) {
        const std::uint32_t apex = topology_.from(Topology::previous(w.half));
        improve(apex, {w.start + glm::length(toApex), w.source, index, noIndex});
    }
    const Vec2 end(f.base, 0.0);
    if (highRightOfApex) {
        const double nearShare = shareAt(w.eye, highRay, end, f.apex - end);
        const double farShare = seesApex ? 1.0 : shareAt(w.eye, lowRay, end, f.apex - end);
        leave(w, index, {topology_.twin(Topology::next(w.half)), f.apex, end}, nearShare, farShare, false);
    }
    if (lowLeftOfApex) {
        const double nearShare = shareAt(w.eye, lowRay, Vec2(0.0), f.apex);
        const double farShare = seesApex ? 1.0 : shareAt(w.eye, highRay, Vec2(0.0), f.apex);
        leave(w, index, {topology_.twin(Topology::previous(w.half)), Vec2(0.0), f.apex}, nearShare, farShare, true);
    }
}

// Passes the light on through one of the two further edges of the window's triangle. Shares count from the end that
// the edge has in common with the window's own edge.
void Search::leave(const Window& w, std::uint32_t index, const Exit& exit, double nearShare, double farShare,
                   bool nearIsFrom) {
    if (exit.half == Topology::none) {
        return;
    }
    // The corner opposite to the exit competes for the near end (third condition of the filter).
    const Vec2 nearEnd = nearIsFrom ? exit.from : exit.to;
    const Vec2 farEnd = nearIsFrom ? exit.to : exit.from;
    const Vec2 nearPoint = nearEnd + (farEnd - nearEnd) * nearShare;
    const std::uint32_t rival = nearIsFrom ? topology_.to(w.half) : topology_.from(w.half);
    const Vec2 rivalAt(nearIsFrom ? topology_.length(w.half) : 0.0, 0.0);
    if (w.start + glm::length(nearPoint - w.eye) > valueAt(rival) + glm::length(nearPoint - rivalAt) + tolerance) {
        return;
    }
    const double length = topology_.length(exit.half);
    const Vec2 along = (exit.to - exit.from) / length;
    Window child{exit.half, w.source, index, w.bend, 0.0, 0.0, Vec2(0.0), w.start};
    child.low = (nearIsFrom ? nearShare : 1.0 - farShare) * length;
    child.high = (nearIsFrom ? farShare : 1.0 - nearShare) * length;
    child.eye = Vec2(glm::dot(w.eye - exit.from, along), cross(along, w.eye - exit.from));
    push(child);
}

void Search::bendAt(std::uint32_t vertex) {
    const Label label = scratch_->label(vertex);
    for (const std::uint32_t spoke : topology_.around(vertex)) {
        if (!isOpen(Topology::triangleOf(spoke))) {
            continue;
        }
        const std::uint32_t rim = Topology::next(spoke);
        const std::uint32_t last = Topology::previous(spoke);
        improve(topology_.from(rim), {label.value + topology_.length(spoke), label.source, noIndex, vertex});
        improve(topology_.to(rim), {label.value + topology_.length(last), label.source, noIndex, vertex});
        const std::uint32_t twin = topology_.twin(rim);
        if (twin != Topology::none) {
            const Flat f = flat(rim);
            push({twin, label.source, noIndex, vertex, 0.0, f.base, Vec2(f.base - f.apex.x, -f.apex.y), label.value});
        }
    }
}

std::vector<Reached> Search::reached(double limit) {
    std::vector<std::uint32_t>& touched = scratch_->touched();
    std::sort(touched.begin(), touched.end());
    std::vector<Reached> out;
    out.reserve(touched.size());
    for (const std::uint32_t vertex : touched) {
        const Label& label = scratch_->label(vertex);
        if (label.value <= limit) {
            out.push_back({vertex, static_cast<float>(label.value), label.source});
        }
    }
    return out;
}

Vec2 Search::inParent(const Window& parent, std::uint32_t childHalf, double x) const {
    const Flat f = flat(parent.half);
    const double share = x / std::max(1e-12, static_cast<double>(topology_.length(childHalf)));
    return topology_.twin(childHalf) == Topology::next(parent.half) ? glm::mix(f.apex, Vec2(f.base, 0.0), share)
                                                                    : f.apex * share;
}

std::uint32_t Search::triangleWith(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t half : topology_.around(a)) {
        if (topology_.to(half) == b || topology_.from(Topology::previous(half)) == b) {
            return Topology::triangleOf(half);
        }
    }
    return target_->triangle;
}

std::vector<WayPoint> Search::trace(const SurfacePoint& from) const {
    // Backwards from the target; each corner is noted with the triangle of the stretch that leads to it.
    std::vector<WayPoint> back{{target_->position, target_->triangle}};
    const auto step = [&back](const glm::vec3& position, std::uint32_t triangle) {
        back.back().triangle = triangle;
        back.push_back({position, triangle});
    };
    std::uint32_t vertex = bestVertex_;
    std::uint32_t window = bestWindow_;
    Vec2 at{0.0};
    if (vertex != noIndex) {
        step(topology_.positions()[vertex], target_->triangle);
    } else {
        at = flatPoint(scratch_->windows[window].half, *target_);
    }
    while (vertex != noIndex || window != noIndex) {
        if (vertex != noIndex) {
            const Label& label = scratch_->label(vertex);
            const std::uint32_t here = vertex;
            window = label.window;
            vertex = window == noIndex ? label.bend : noIndex;
            if (window != noIndex) {
                at = flat(scratch_->windows[window].half).apex;
            } else if (vertex != noIndex) {
                step(topology_.positions()[vertex], triangleWith(here, vertex));
            }
            continue;
        }
        const Window& w = scratch_->windows[window];
        const double rise = at.y - w.eye.y;
        const double x = rise > 0.0 ? w.eye.x - (at.x - w.eye.x) * w.eye.y / rise : at.x;
        const double crossing = std::clamp(x, w.low, w.high);
        step(pointOnEdge(w.half, crossing), Topology::triangleOf(w.half));
        if (w.parent != noIndex) {
            at = inParent(scratch_->windows[w.parent], w.half, crossing);
        } else if (w.bend != noIndex) {
            vertex = w.bend;
            step(topology_.positions()[vertex], Topology::triangleOf(topology_.twin(w.half)));
        }
        window = w.parent;
    }
    step(from.position, from.triangle);
    std::reverse(back.begin(), back.end());
    // Reversed, each triangle belongs to the stretch before its corner: move it to the stretch after.
    for (std::size_t i = 0; i + 1 < back.size(); ++i) {
        back[i].triangle = back[i + 1].triangle;
    }
    return back;
}

}  // namespace myo::referral::geodesic
