#include <fmt/format.h>

#include "atlas/loader/readers.h"
#include "core/toml.h"

namespace myo::atlas::loader {

namespace {

// A file of a later program would be half understood: better to say so than to guess.
bool tooNew(const toml::table& root, FileReport& report) {
    const toml::node* format = root.get("format");
    if (format == nullptr) {
        return false;
    }
    const SourcePlace place = report.place(format->source());
    if (!format->is_integer() || format->as_integer()->get() < 1) {
        report.error(place, "'format' is no version of the format", fmt::format("expected {}", dataFormat));
        return false;
    }
    if (format->as_integer()->get() > dataFormat) {
        report.error(place, fmt::format("the file is written in format {}", format->as_integer()->get()),
                     fmt::format("expected at most {}: a newer version of the program reads it", dataFormat));
        return true;
    }
    return false;
}

void readRoot(const toml::table& root, const std::string& stem, FileKind kind, ReadContext& context, Content& content) {
    switch (kind) {
        case FileKind::muscle:
            return readMuscle(root, stem, context, content);
        case FileKind::regions:
            return readRegions(root, context, content);
        case FileKind::citations:
            return readCitations(root, context, content);
        case FileKind::scenarios:
            return readScenarios(root, context, content);
        case FileKind::guides:
            return readGuides(root, context, content);
        case FileKind::synonyms:
            return readSynonyms(root, context, content);
        case FileKind::redFlags:
            return readRedFlags(root, context, content);
        case FileKind::evidence:
            return readEvidence(root, context, content);
    }
}

}  // namespace

Known::Known(const DataContext& context) : pieces(&context.pieces) {
    for (const Landmark& landmark : context.landmarks) {
        landmarks.insert(landmark.id.value);
        landmarkList.push_back(landmark.id.value);
    }
}

Content readFile(const std::filesystem::path& file, FileKind kind, const Known& known) {
    Content content;
    const auto root = readToml(file);
    if (!root) {
        content.findings.push_back(root.problem());
        return content;
    }
    FileReport report(file.string());
    if (!tooNew(root.value(), report)) {
        ReadContext context{report, known, {}};
        readRoot(root.value(), file.stem().string(), kind, context, content);
    }
    content.findings = std::move(report.findings());
    return content;
}

}  // namespace myo::atlas::loader
