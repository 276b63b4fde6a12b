#include "own_model/model_placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include <fmt/format.h>

#include "body/mesh_tools.h"

namespace myo::own_model {

namespace {

constexpr float leastStature = 1200.0F;  // millimetres
constexpr float mostStature = 2200.0F;
constexpr float assumedStature = 1750.0F;

struct Unit {
    const char* name;
    float millimetres;
};
constexpr std::array<Unit, 6> units{{{"m", 1000}, {"cm", 10}, {"mm", 1}, {"dm", 100}, {"in", 25.4F}, {"ft", 304.8F}}};

// Places spread evenly over the area of the surface.
std::vector<glm::vec3> samplesOf(const body::Mesh& mesh, std::size_t wanted) {
    const auto areaOf = [&](const Triangle& t) {
        const glm::dvec3 a = mesh.positions[t[0]];
        return glm::length(glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a));
    };
    double total = 0.0;
    for (const Triangle& t : mesh.triangles) {
        total += areaOf(t);
    }
    const double step = total / static_cast<double>(wanted);
    std::vector<glm::vec3> samples;
    double due = step / 2;
    double passed = 0.0;
    for (const Triangle& t : mesh.triangles) {
        passed += areaOf(t);
        while (due < passed) {
            due += step;
            // Golden-ratio sequences spread the samples within large triangles.
            const auto n = static_cast<double>(samples.size());
            double u = std::fmod(n * 0.754877666, 1.0);
            double v = std::fmod(n * 0.569840296, 1.0);
            if (u + v > 1.0) {
                u = 1.0 - u;
                v = 1.0 - v;
            }
            const glm::vec3& a = mesh.positions[t[0]];
            samples.push_back(a + static_cast<float>(u) * (mesh.positions[t[1]] - a) +
                              static_cast<float>(v) * (mesh.positions[t[2]] - a));
        }
    }
    return samples;
}

float medianOf(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Symmetry {
    float asymmetry = std::numeric_limits<float>::max();  // median distance between the mirror image and the surface
    float centre = 0.0F;                                  // of the plane along the axis
};

// The best of some likely planes across the axis. Medians, so that an arm held differently does not matter.
Symmetry symmetryAcross(const std::vector<glm::vec3>& samples, int axis) {
    Aabb box;
    std::vector<float> along;
    double sum = 0.0;
    for (const glm::vec3& p : samples) {
        box.add(p);
        along.push_back(p[axis]);
        sum += static_cast<double>(p[axis]);
    }
    const auto mean = static_cast<float>(sum / static_cast<double>(samples.size()));
    Symmetry best;
    for (const float centre : {box.centre()[axis], mean, medianOf(along)}) {
        std::vector<float> distances;
        for (std::size_t i = 0; i < samples.size(); i += 3) {
            glm::vec3 image = samples[i];
            image[axis] = 2 * centre - image[axis];
            float nearest = std::numeric_limits<float>::max();
            for (const glm::vec3& other : samples) {
                const glm::vec3 offset = image - other;
                nearest = std::min(nearest, glm::dot(offset, offset));
            }
            distances.push_back(nearest);
        }
        const float asymmetry = std::sqrt(medianOf(distances));
        if (asymmetry < best.asymmetry) {
            best = {asymmetry, centre};
        }
    }
    return best;
}

struct Slice {
    std::size_t count = 0;
    glm::vec3 mean{0.0F};
    float central = 0.0F;  // share of samples close to the plane of symmetry
};

Slice sliceOf(const std::vector<glm::vec3>& samples, const glm::vec3& up, float low, float high, int lateral,
              float centre, float nearPlane) {
    Slice slice;
    std::size_t central = 0;
    for (const glm::vec3& p : samples) {
        const float height = glm::dot(p, up);
        if (height < low || height > high) {
            continue;
        }
        ++slice.count;
        slice.mean += p;
        central += std::abs(p[lateral] - centre) < nearPlane ? 1 : 0;
    }
    if (slice.count > 0) {
        slice.mean /= static_cast<float>(slice.count);
        slice.central = static_cast<float>(central) / static_cast<float>(slice.count);
    }
    return slice;
}

struct Span {
    float low = std::numeric_limits<float>::max();
    float high = std::numeric_limits<float>::lowest();
    [[nodiscard]] float length() const { return high - low; }
};

Span spanAlong(std::span<const glm::vec3> places, const glm::vec3& direction) {
    Span span;
    for (const glm::vec3& p : places) {
        span.low = std::min(span.low, glm::dot(p, direction));
        span.high = std::max(span.high, glm::dot(p, direction));
    }
    return span;
}

// How much the lower end in this direction looks like feet: much surface, little of it in the middle.
float footedness(const std::vector<glm::vec3>& samples, const glm::vec3& up, int lateral, float centre) {
    const Span span = spanAlong(samples, up);
    const float height = span.length();
    const Slice end = sliceOf(samples, up, span.low, span.low + 0.04F * height, lateral, centre, 0.012F * height);
    return static_cast<float>(end.count) * (1.0F - end.central);
}

class FrameFinder {
public:
    FrameFinder(const body::Mesh& mesh, const PlacementOptions& options)
        : mesh_(mesh), options_(options), samples_(samplesOf(mesh, sampleCount)) {}

    ModelPlacement find() {
        findLateral();
        findUp();
        findFacing();
        findUnit();
        const glm::vec3 up = frame_.up.direction();
        const glm::vec3 forward = frame_.facing.direction();
        frame_.rotation = glm::transpose(glm::mat3(glm::cross(up, forward), up, forward));
        findShift();
        return std::move(frame_);
    }

private:
    static constexpr std::size_t sampleCount = 6000;

    [[nodiscard]] bool givenAxis(int axis) const {
        return (options_.up && options_.up->axis == axis) || (options_.facing && options_.facing->axis == axis);
    }

    void findLateral() {
        for (int axis = 0; axis < 3; ++axis) {
            if (givenAxis(axis)) {
                continue;
            }
            const Symmetry found = symmetryAcross(samples_, axis);
            if (found.asymmetry < symmetry_.asymmetry) {
                symmetry_ = found;
                lateral_ = axis;
            }
        }
    }

    void findUp() {
        if (options_.up) {
            frame_.up = *options_.up;
            return;
        }
        int best = -1;
        float longest = 0.0F;
        for (int axis = 0; axis < 3; ++axis) {
            const bool taken = axis == lateral_ || (options_.facing && options_.facing->axis == axis);
            const float length = spanAlong(samples_, FileAxis{axis, false}.direction()).length();
            if (!taken && length > longest) {
                longest = length;
                best = axis;
            }
        }
        frame_.up.axis = best;
        const glm::vec3 direction = FileAxis{best, false}.direction();
        frame_.up.negative = footedness(samples_, -direction, lateral_, symmetry_.centre) >
                             footedness(samples_, direction, lateral_, symmetry_.centre);
    }

    // Feet reach forward of the shins.
    void findFacing() {
        if (options_.facing && options_.facing->axis != frame_.up.axis) {
            frame_.facing = *options_.facing;
            lateral_ = 3 - frame_.up.axis - frame_.facing.axis;
            return;
        }
        frame_.facing.axis = 3 - frame_.up.axis - lateral_;
        const glm::vec3 up = frame_.up.direction();
        const Span span = spanAlong(samples_, up);
        const float height = span.length();
        const auto meanBetween = [&](float low, float high) {
            return sliceOf(samples_, up, span.low + low * height, span.low + high * height, lateral_, 0, 0).mean;
        };
        const glm::vec3 reach = meanBetween(0.0F, 0.025F) - meanBetween(0.08F, 0.14F);
        const float forward = reach[frame_.facing.axis];
        frame_.facing.negative = forward < 0.0F;
        constexpr float clear = 0.012F;  // of the stature
        if (std::abs(forward) < clear * height) {
            frame_.notes.push_back({"own_model.facing_unclear", {}});
        }
    }

    void findUnit() {
        const float height = spanAlong(mesh_.positions, frame_.up.direction()).length();
        if (options_.unitMm) {
            frame_.scale = *options_.unitMm;
            const auto known = std::find_if(units.begin(), units.end(),
                                            [&](const Unit& u) { return u.millimetres == *options_.unitMm; });
            frame_.unit = known == units.end() ? "" : known->name;
            return;
        }
        for (const Unit& unit : units) {
            const float stature = height * unit.millimetres;
            if (stature >= leastStature && stature <= mostStature) {
                frame_.scale = unit.millimetres;
                frame_.unit = unit.name;
                return;
            }
        }
        frame_.scale = height > 0.0F ? assumedStature / height : 1.0F;
        frame_.notes.push_back({"own_model.no_plausible_unit", {{"mm", std::lround(assumedStature)}}});
    }

    // Floor at 0; midline at 0; the trunk's middle where that of the built-in bodies is.
    void findShift() {
        constexpr float trunkDepth = -6.2F;  // millimetres
        const glm::vec3 up = frame_.up.direction();
        const Span span = spanAlong(mesh_.positions, up);
        const float height = span.length();
        const Slice trunk = sliceOf(samples_, up, span.low + 0.55F * height, span.low + 0.75F * height, lateral_, 0, 0);
        glm::vec3 origin = trunk.mean;
        origin[lateral_] = midline(height);
        const glm::vec3 turned = frame_.scale * (frame_.rotation * origin);
        frame_.shift = {-turned.x, -frame_.scale * span.low, trunkDepth - turned.z};
    }

    // The samples tell the plane of symmetry; a model that was made symmetric has it exactly between its hands.
    [[nodiscard]] float midline(float height) const {
        constexpr float near = 0.004F;  // of the stature
        const float sampled = symmetryAcross(samples_, lateral_).centre;
        const float between = mesh_.bounds().centre()[lateral_];
        return std::abs(between - sampled) < near * height ? between : sampled;
    }

    const body::Mesh& mesh_;
    const PlacementOptions& options_;
    std::vector<glm::vec3> samples_;
    int lateral_ = 0;
    Symmetry symmetry_;
    ModelPlacement frame_;
};

}  // namespace

std::optional<FileAxis> FileAxis::parse(std::string_view text) {
    FileAxis result;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        result.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    constexpr std::string_view lower = "xyz";
    constexpr std::string_view upper = "XYZ";
    if (text.size() != 1) {
        return std::nullopt;
    }
    const std::size_t found = std::min(lower.find(text), upper.find(text));
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    result.axis = static_cast<int>(found);
    return result;
}

glm::vec3 FileAxis::direction() const {
    glm::vec3 result(0.0F);
    result[axis] = negative ? -1.0F : 1.0F;
    return result;
}

std::string FileAxis::text() const {
    return fmt::format("{}{}", negative ? '-' : '+', "xyz"[axis]);
}

std::optional<float> unitMillimetres(std::string_view text) {
    for (const Unit& unit : units) {
        if (text == unit.name) {
            return unit.millimetres;
        }
    }
    return std::nullopt;
}

ModelPlacement findPlacement(const body::Mesh& mesh, const PlacementOptions& options) {
    return FrameFinder(mesh, options).find();
}

body::Mesh placed(const body::Mesh& mesh, const ModelPlacement& frame) {
    body::Mesh result;
    result.triangles = mesh.triangles;
    result.positions.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions) {
        result.positions.push_back(frame.apply(p));
    }
    body::computeNormals(result);
    return result;
}

}  // namespace myo::own_model
