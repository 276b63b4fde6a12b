#include "session/library.h"

#include <algorithm>

#include "session/overlying.h"

namespace myo::session {

const referral::ResolvedPoint* Library::find(const SidedPoint& id) const {
    return referral ? referral->find(id) : nullptr;
}

void Library::setBody(std::shared_ptr<const body::Body> newBody) {
    body = std::move(newBody);
    bounds = body->skin().bounds();
    hull = ViewHull(body->skin());
    overlying = overlyingMuscles(*body);
}

void Library::setReferral(std::shared_ptr<const referral::Referral> newReferral) {
    referral = std::move(newReferral);
    const referral::RegionMap& map = referral->regions();
    std::vector<std::shared_ptr<body::Footprint>> patches(map.regions().size());
    for (auto& patch : patches) {
        patch = std::make_shared<body::Footprint>();
    }
    const auto& regionOf = map.regionOfVertex();
    for (std::size_t vertex = 0; vertex < regionOf.size(); ++vertex) {
        if (regionOf[vertex] < patches.size()) {
            patches[regionOf[vertex]]->vertices.push_back(static_cast<std::uint32_t>(vertex));
            patches[regionOf[vertex]]->strengths.push_back(1.0F);
        }
    }
    regionPatches.clear();
    for (std::size_t i = 0; i < patches.size(); ++i) {
        regionPatches.emplace(map.regions()[i], std::move(patches[i]));
    }
    problems.insert(problems.end(), referral->findings().begin(), referral->findings().end());
}

void Library::exchangeBody(std::shared_ptr<const body::Body> newBody, std::shared_ptr<const body::RayCaster> newCaster,
                           std::shared_ptr<const referral::Referral> newReferral,
                           std::shared_ptr<const referral::Matcher> newMatcher) {
    if (referral) {
        const Diagnostics& old = referral->findings();
        std::erase_if(problems, [&](const Diagnostic& problem) {
            return std::find(old.begin(), old.end(), problem) != old.end();
        });
    }
    setBody(std::move(newBody));
    caster = std::move(newCaster);
    setReferral(std::move(newReferral));
    matcher = std::move(newMatcher);
}

}  // namespace myo::session
