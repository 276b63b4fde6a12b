#include <fmt/format.h>

#include "atlas/loader/readers.h"
#include "core/text_file.h"

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
    const auto text = readTextFile(file);
    if (!text) {
        content.findings.push_back(text.problem());
        return content;
    }
    FileReport report(file.string());
    try {
        const toml::table root = toml::parse(text.value());
        if (!tooNew(root, report)) {
            ReadContext context{report, known, {}};
            readRoot(root, file.stem().string(), kind, context, content);
        }
    } catch (const toml::parse_error& problem) {
        report.error(report.place(problem.source()),
                     fmt::format("the file is not valid TOML: {}", problem.description()),
                     "the rest of the file is not read until this is mended");
    }
    content.findings = std::move(report.findings());
    return content;
}

}  // namespace myo::atlas::loader
