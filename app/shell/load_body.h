// The one way by which a body comes into the program: what is to be read, read, and made ready to be looked at.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>

#include "atlas/atlas.h"
#include "body/body.h"
#include "body/ray_caster.h"
#include "core/resources.h"
#include "core/result.h"
#include "core/text.h"
#include "own_model/model_landmarks.h"
#include "own_model/register_model.h"
#include "referral/matching.h"
#include "referral/referral.h"

namespace myo::shell {

using SharedBody = std::shared_ptr<const body::Body>;

/// A body of the program's own: "male" or "female".
struct NamedBody {
    std::string name;
};
/// A file that the program wrote.
struct BodyFile {
    std::filesystem::path file;
};
/// A person's own model, which is read, and into which the built-in male body is laid: by the landmarks beside the file
/// if there are some.
struct OwnModelFile {
    std::filesystem::path file;
    own_model::PlacementOptions frame;
};
/// The same with a model that is read already. Clicks, if there are any, are saved beside the file.
struct OwnModel {
    std::shared_ptr<const own_model::ForeignModel> model;   ///< never null
    std::shared_ptr<const own_model::BuiltInBody> builtIn;  ///< never null
    own_model::PlacementOptions frame;
    own_model::ClickedLandmarks clicks;
};

/// What is to be read.
struct LoadBody {
    std::variant<NamedBody, BodyFile, OwnModelFile, OwnModel, SharedBody> from;  ///< the last is there already
    std::filesystem::path anatomySet;  ///< whose muscles and bones replace the body's own; empty = none
};

/// A body as it was read.
struct OpenedBody {
    SharedBody body;
    Diagnostics remarks;   ///< about how it was made
    std::string sentence;  ///< what a person is told who asked for it in the window; "" if there is nothing to say
};

/// A body with everything that belongs to it.
struct ReadyBody {
    SharedBody body;
    std::shared_ptr<const body::RayCaster> caster;
    std::shared_ptr<const referral::Referral> referral;  ///< null in a body that comes before its zones
    std::shared_ptr<const referral::Matcher> matcher;    ///< likewise
    std::string sentence;
};

/// How far one is, 0..1, and whether somebody still wants to know.
struct Progress {
    std::function<void(float)> report;  ///< may be empty
    std::stop_token stop;
};

/// Reads the body and brings the anatomy set in. The problem names the file, or the bodies that there are.
[[nodiscard]] Result<OpenedBody> readBody(const Resources& resources, const Text& text, const LoadBody& what,
                                          const Progress& progress = {});

/// Works out what belongs to a body.
/// \param early told of the body as soon as one can point at it; may be empty
[[nodiscard]] ReadyBody prepareBody(const std::shared_ptr<const atlas::Atlas>& atlas, OpenedBody body,
                                    const Progress& progress, const std::function<void(ReadyBody)>& early = {});

/// Both, one after the other. \see readBody
[[nodiscard]] Result<ReadyBody> loadReadyBody(const Resources& resources, const Text& text,
                                              const std::shared_ptr<const atlas::Atlas>& atlas, const LoadBody& what,
                                              const Progress& progress);

/// The built-in male body, ready for being laid into models. Takes about a second.
[[nodiscard]] Result<std::shared_ptr<const own_model::BuiltInBody>> makeBuiltInBody(const Resources& resources);

/// A problem as a person reads it who chose the file in a window: no position, and the folder is known.
[[nodiscard]] std::string plainSentence(const Diagnostic& problem);

}  // namespace myo::shell
