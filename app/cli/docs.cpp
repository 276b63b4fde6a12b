// myoatlas docs DIR
#include <filesystem>

#include "cli/commands.h"
#include "core/write_file.h"
#include "referral/referral.h"
#include "report/content_docs.h"

namespace myo::cli {

int docsCommand(const Environment& environment, const DocsOptions& options) {
    const auto context = atlas::loadContext(environment.resources.anatomy);
    if (!context) {
        return environment.fail(context.problem());
    }
    // The user's own muscles have no place in the product's documents.
    const atlas::LoadedAtlas loaded = atlas::loadAtlas(environment.resources.data, context.value());
    const auto body = openBody(environment, "male");
    if (!body) {
        return environment.fail(body.problem());
    }
    const referral::Referral referral(loaded.atlas, body.value());
    const std::filesystem::path folder = options.folder;
    for (const auto& [name, text] : {std::pair{"content.md", report::contentDocument(loaded.atlas)},
                                     std::pair{"evidence.md", report::evidenceDocument(loaded.atlas)},
                                     std::pair{"pain-guide.md", report::painGuideDocument(loaded.atlas, referral)}}) {
        if (const auto written = writeFile(folder / name, text); !written) {
            return environment.fail(written.problem());
        }
    }
    return ExitCode::done;
}

}  // namespace myo::cli
