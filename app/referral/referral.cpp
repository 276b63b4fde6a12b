#include "referral/referral.h"

#include <algorithm>
#include <atomic>
#include <exception>

#include "core/parallel.h"
#include "referral/brush.h"
#include "referral/coverage.h"
#include "referral/resolve.h"

namespace myo::referral {

namespace {

struct Job {
    const atlas::TriggerPoint* point = nullptr;
    std::vector<ResolvedPoint> resolved;
    Diagnostics findings;
};

// Runs `work` for 0..count-1 on a thread per core. \throw what the first failing call threw.
void runOnAllCores(std::size_t count, const std::stop_token& stop, const std::function<void(float)>& progress,
                   const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> done{0};
    const auto reported = [&](std::size_t i) {
        if (stop.stop_requested()) {
            return;
        }
        work(i);
        const std::size_t finished = ++done;
        if (progress) {
            progress(static_cast<float>(finished) / static_cast<float>(count));
        }
    };
    parallelFor(count, reported, 1);
}

std::map<SidedRegion, std::shared_ptr<const body::Footprint>> makeGlows(const atlas::Atlas& atlas,
                                                                        const body::Body& body, const Surface& surface,
                                                                        Diagnostics& findings) {
    std::map<SidedRegion, std::shared_ptr<const body::Footprint>> glows;
    for (const atlas::Region& region : atlas.regions) {
        if (region.kind != atlas::RegionKind::internal) {
            continue;
        }
        const auto glow = [&](Side side, Diagnostics& found) {
            const auto brush =
                layOut(region.seeds, region.seedStrokes, body.landmarks, surface, side, region.place, found);
            return brush.empty() ? body::Footprint{} : surface.airbrush(brush, edgeSoftness(brush, surface));
        };
        Diagnostics repeated;  // what is wrong on the right has been said for the left
        const body::Footprint left = glow(Side::left, findings);
        const std::shared_ptr<const body::Footprint> right =
            body.skinMirror.empty() ? std::make_shared<const body::Footprint>(glow(Side::right, repeated))
                                    : mirroredFootprint(left, body.skinMirror);
        if (region.midline) {
            glows[{region.id, BodySide::mid}] = std::make_shared<const body::Footprint>(unite(left, *right));
        } else {
            glows[{region.id, BodySide::left}] = std::make_shared<const body::Footprint>(left);
            glows[{region.id, BodySide::right}] = right;
        }
    }
    return glows;
}

std::vector<const atlas::TriggerPoint*> pointsAmong(const atlas::Atlas& atlas, const std::set<PointId>& ids) {
    std::vector<const atlas::TriggerPoint*> points = atlas.points();
    std::erase_if(points, [&ids](const atlas::TriggerPoint* point) { return !ids.contains(point->id); });
    return points;
}

}  // namespace

const ResolvedZone* ResolvedPoint::zone(atlas::Tier tier) const {
    const auto found =
        std::find_if(zones.begin(), zones.end(), [tier](const ResolvedZone& z) { return z.tier == tier; });
    return found == zones.end() ? nullptr : &*found;
}

Referral::Referral(const atlas::Atlas& atlas, std::shared_ptr<const body::Body> body, const std::set<PointId>& only)
    : Referral(atlas, std::move(body), pointsAmong(atlas, only), {}, {}) {}

Referral::Referral(const atlas::Atlas& atlas, std::shared_ptr<const body::Body> body,
                   const std::vector<const atlas::TriggerPoint*>& points, const std::function<void(float)>& progress,
                   const std::stop_token& stop)
    : surface_(std::make_shared<const Surface>(body->skin())),
      regions_(std::make_shared<const RegionMap>(atlas, *body, *surface_)),
      findings_(regions_->findings()) {
    glows_ = makeGlows(atlas, *body, *surface_, findings_);
    std::vector<Job> jobs;
    for (const atlas::TriggerPoint* point : points) {
        jobs.push_back({point, {}, {}});
    }
    const bool symmetric = !body->skinMirror.empty();
    runOnAllCores(jobs.size(), stop, progress, [&](std::size_t i) {
        Job& job = jobs[i];
        auto left = resolvePoint(*job.point, Side::left, *body, *surface_, regions_.get(), job.findings);
        Diagnostics repeated;
        auto right = symmetric ? std::nullopt
                               : resolvePoint(*job.point, Side::right, *body, *surface_, regions_.get(), repeated);
        if (symmetric && left) {
            right = mirroredPoint(*left, *body, regions_.get());
        }
        for (auto* side : {&left, &right}) {
            if (*side) {
                job.resolved.push_back(std::move(**side));
            }
        }
    });
    for (Job& job : jobs) {
        std::move(job.resolved.begin(), job.resolved.end(), std::back_inserter(points_));
        std::move(job.findings.begin(), job.findings.end(), std::back_inserter(findings_));
    }
    std::sort(points_.begin(), points_.end(),
              [](const ResolvedPoint& a, const ResolvedPoint& b) { return a.id < b.id; });
}

const ResolvedPoint* Referral::find(const SidedPoint& id) const {
    const auto found =
        std::lower_bound(points_.begin(), points_.end(), id,
                         [](const ResolvedPoint& point, const SidedPoint& key) { return point.id < key; });
    return found != points_.end() && found->id == id ? &*found : nullptr;
}

std::shared_ptr<const body::Footprint> Referral::glow(const SidedRegion& internal) const {
    const auto found = glows_.find(internal);
    return found == glows_.end() ? nullptr : found->second;
}

std::size_t Referral::footprintBytes() const {
    std::size_t bytes = 0;
    const auto add = [&bytes](const body::Footprint& patch) {
        bytes += patch.vertices.size() * sizeof(std::uint32_t) + patch.strengths.size() * sizeof(float);
    };
    for (const ResolvedPoint& point : points_) {
        for (const ResolvedZone& zone : point.zones) {
            add(*zone.footprint);
        }
    }
    for (const auto& entry : glows_) {
        add(*entry.second);
    }
    return bytes;
}

}  // namespace myo::referral
