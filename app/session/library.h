// What the session looks things up in: shared, constant, arriving piece by piece.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "body/body.h"
#include "body/footprint.h"
#include "body/ray_caster.h"
#include "core/diagnostic.h"
#include "core/geometry.h"
#include "core/text.h"
#include "referral/matching.h"
#include "referral/referral.h"
#include "search/search_index.h"
#include "session/view_hull.h"

namespace myo::session {

/// Every pointer may be null: the atlas and the body come first, the referral when its worker is done. Whoever uses the
/// library does without what is not there yet.
struct Library {
    std::shared_ptr<const Text> text = std::make_shared<const Text>();  ///< never null
    std::shared_ptr<const atlas::Atlas> atlas;
    std::shared_ptr<const search::SearchIndex> search;
    std::shared_ptr<const body::Body> body;
    Aabb bounds;                                        ///< of the skin
    ViewHull hull;                                      ///< around the skin: the eye stays outside it
    std::vector<std::vector<std::uint32_t>> overlying;  ///< \see overlyingMuscles()
    std::shared_ptr<const body::RayCaster> caster;      ///< made from body->structures, everything visible
    std::shared_ptr<const referral::Referral> referral;
    std::shared_ptr<const referral::Matcher> matcher;  ///< for painted drawings; comes with the referral
    /// The whole of each surface region as a patch, to light it up.
    std::map<SidedRegion, std::shared_ptr<const body::Footprint>> regionPatches;
    Diagnostics problems;  ///< of the data, for the problems list

    /// The resolved point; nullptr while it is not known.
    [[nodiscard]] const referral::ResolvedPoint* find(const SidedPoint& id) const;
    /// Adds the body, its bounds, its hull and what lies over what. \pre body has a skin.
    void setBody(std::shared_ptr<const body::Body> newBody);
    /// Adds the referral, its region patches and its findings.
    void setReferral(std::shared_ptr<const referral::Referral> newReferral);
    /// Puts another body with all that belongs to it in place of this one. \pre none is null.
    void exchangeBody(std::shared_ptr<const body::Body> newBody, std::shared_ptr<const body::RayCaster> newCaster,
                      std::shared_ptr<const referral::Referral> newReferral,
                      std::shared_ptr<const referral::Matcher> newMatcher);
};

}  // namespace myo::session
