// myoatlas docs DIR
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/commands.h"
#include "referral/referral.h"
#include "report/content_docs.h"

namespace myo::cli {

namespace {

Result<bool> write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) {
        return Diagnostic{{file.string()}, "the document could not be written", "a folder that may be written to"};
    }
    return true;
}

}  // namespace

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
                                     std::pair{"pain-guide.md", report::painGuideDocument(loaded.atlas, referral)}}) {
        if (const auto written = write(folder / name, text); !written) {
            return environment.fail(written.problem());
        }
    }
    return ExitCode::done;
}

}  // namespace myo::cli
