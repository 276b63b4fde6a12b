// From a person's own model to a complete body: the built-in body laid into its skin.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "body/body.h"
#include "body/joints.h"
#include "own_model/import_model.h"
#include "own_model/model_placement.h"
#include "own_model/rig.h"

namespace myo::own_model {

/// Limbs are found on a model simplified to this many triangles.
inline constexpr std::size_t featureTriangles = 30'000;

/// How well the built-in skin lies on the model's.
struct FitQuality {
    float meanMm = 0.0F;        ///< mean distance of the fitted skin to the model
    float uncovered = 0.0F;     ///< share of the model's vertices more than 20 mm from the fitted skin
    float farLandmarks = 0.0F;  ///< share of the surface landmarks that had to be moved more than 15 mm to the skin

    [[nodiscard]] bool poor() const { return meanMm > 6.0F || uncovered > 0.05F || farLandmarks > 0.03F; }
    /// How near the built-in body lies to this one, and whether that is poor.
    [[nodiscard]] Message message() const;
};

/// A body made from a model. `body` is complete: skin, muscles, bones and landmarks of both sides.
struct RegisteredBody {
    body::Body body;
    FitQuality quality;
    std::vector<Message> notes;  ///< about file, placement and fit
};

/// The built-in body made ready for being laid into others. Immutable; may be shared between threads.
class BuiltInBody {
public:
    /// \param body   the built-in male body \param joints joints_male.tsv
    /// \throw std::invalid_argument if the two do not make up a body
    BuiltInBody(std::shared_ptr<const body::Body> body, const body::Joints& joints);
    ~BuiltInBody();
    BuiltInBody(const BuiltInBody&) = delete;
    BuiltInBody& operator=(const BuiltInBody&) = delete;
    BuiltInBody(BuiltInBody&&) = delete;
    BuiltInBody& operator=(BuiltInBody&&) = delete;

    [[nodiscard]] const body::Body& body() const;
    [[nodiscard]] const Rig& rig() const;
    /// The coarse skin that is laid onto others.
    [[nodiscard]] const SurfaceGraph& graph() const;
    [[nodiscard]] const BodyFeatures& features() const;
    [[nodiscard]] const BodyPlaces& places() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A place of the built-in body that is known on the model, too.
struct KnownPlace {
    glm::vec3 builtIn{0.0F};
    glm::vec3 model{0.0F};
};

/// The built-in body laid into a skin whose joints are known.
/// \param skin   in the body's frame, with normals
/// \param places joints of that skin
/// \param known  surface places that guide the fit while it is stiff
/// The problem says that the work was cancelled.
[[nodiscard]] Result<RegisteredBody> layInto(const BuiltInBody& builtIn, const body::BodyIdentity& identity,
                                             body::Mesh skin, const BodyPlaces& places,
                                             const std::vector<KnownPlace>& known = {},
                                             const ProgressReport& progress = {}, const std::stop_token& stop = {});

/// Finds frame, limbs and joints of the model by itself and lays the built-in body into it. The problem names the
/// file and says what to do if the limbs cannot be found.
[[nodiscard]] Result<RegisteredBody> registerModel(const BuiltInBody& builtIn, const ForeignModel& model,
                                                   const PlacementOptions& options = {},
                                                   const ProgressReport& progress = {},
                                                   const std::stop_token& stop = {});

}  // namespace myo::own_model
