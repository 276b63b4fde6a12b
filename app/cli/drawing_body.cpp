#include "cli/drawing_body.h"

#include <utility>

#include <fmt/format.h>

#include "referral/drawing_file.h"

namespace myo::cli {

Result<std::shared_ptr<const body::Body>> bodyOfDrawing(const Environment& environment,
                                                        const referral::PainDrawing& drawing, const std::string& file,
                                                        const std::string& asked, const shell::ModelOptions& model) {
    if (!asked.empty()) {
        // Before a model is fitted for nothing.
        if (const auto ahead = shell::identityAhead(asked)) {
            if (auto problem = referral::otherBody(drawing, *ahead, file)) {
                return *std::move(problem);
            }
        }
        return openBody(environment, asked, model);
    }
    const body::BodyIdentity& painted = drawing.body;
    if (painted.kind != body::BodyKind::builtIn) {
        return Diagnostic{{file, 0, 0},
                          fmt::format("the drawing was painted on {}", referral::bodyWords(painted)),
                          "--body FILE with the file of it"};
    }
    if (!shell::isBuiltIn(painted.name)) {
        return Diagnostic{{file, 0, 0}, fmt::format("there is no body named '{}'", painted.name), "male or female"};
    }
    return openBody(environment, painted.name, model);
}

}  // namespace myo::cli
