#include "atlas/load.h"

#include <algorithm>
#include <system_error>
#include <tuple>

#include <fmt/format.h>

#include "atlas/loader/assemble.h"
#include "atlas/loader/content.h"
#include "core/parallel.h"

namespace myo::atlas {

namespace fs = std::filesystem;

namespace {

using loader::Content;
using loader::FileKind;

constexpr std::size_t mostMuscleFiles = 2000;

struct Task {
    fs::path file;
    FileKind kind;
};

struct ListFile {
    std::string_view name;
    FileKind kind;
    bool required;
};

constexpr ListFile listFiles[] = {
    {"regions.toml", FileKind::regions, true},      {"citations.toml", FileKind::citations, true},
    {"scenarios.toml", FileKind::scenarios, false}, {"guides.toml", FileKind::guides, false},
    {"synonyms.toml", FileKind::synonyms, false},   {"red_flags.toml", FileKind::redFlags, false},
    {"evidence.toml", FileKind::evidence, false}};

// Names of a folder in the order of the alphabet; the problem if it cannot be listed.
Result<std::vector<fs::path>> list(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        files.push_back(entry->path());
    }
    if (error) {
        return Diagnostic{{folder.string()},
                          fmt::format("the folder cannot be read ({})", error.message()),
                          "expected a folder with muscles/*.toml"};
    }
    std::sort(files.begin(), files.end());
    return files;
}

void addMuscleFiles(const fs::path& folder, std::vector<Task>& tasks, Diagnostics& findings) {
    const auto files = list(folder);
    if (!files) {
        findings.push_back(files.problem());
        return;
    }
    std::size_t count = 0;
    for (const fs::path& file : files.value()) {
        if (file.extension() != ".toml" || file.filename().string().starts_with('.')) {
            continue;
        }
        if (++count > mostMuscleFiles) {
            findings.push_back({{folder.string()},
                                "there are too many muscles here",
                                fmt::format("expected at most {}; the rest is not read", mostMuscleFiles)});
            return;
        }
        tasks.push_back({file, FileKind::muscle});
    }
}

// A muscle in the wrong folder or a misspelled list would be passed over in silence.
void reportStrayFiles(const fs::path& folder, const DataContext& context, Diagnostics& findings) {
    const auto files = list(folder);
    if (!files) {
        findings.push_back(files.problem());
        return;
    }
    std::vector<std::string> names;
    for (const ListFile& file : listFiles) {
        names.emplace_back(file.name);
    }
    for (const fs::path& file : files.value()) {
        const std::string name = file.filename().string();
        if (file.extension() != ".toml" || std::find(names.begin(), names.end(), name) != names.end()) {
            continue;
        }
        const bool muscle = context.pieces.contains(MuscleId{file.stem().string()});
        const std::string meant = muscle ? "" : nearestName(name, names);
        if (muscle) {
            findings.push_back({{file.string()},
                                "this file is not read",
                                "expected muscles in the folder 'muscles'",
                                Severity::warning});
        } else if (!meant.empty()) {
            findings.push_back({{file.string()},
                                "this file is not read",
                                fmt::format("did you mean '{}'?", meant),
                                Severity::warning});
        }
    }
}

// Every file is independent of the others, and parsing is all the work: it is shared out over the processors.
std::vector<Content> readAll(const std::vector<Task>& tasks, const loader::Known& known) {
    std::vector<Content> contents(tasks.size());
    const auto read = [&](std::size_t i) { contents[i] = loader::readFile(tasks[i].file, tasks[i].kind, known); };
    parallelFor(tasks.size(), read, 1);
    return contents;
}

// Everything of a folder. A complete atlas has its own regions and citations; an addition to one need not.
std::vector<Content> readFolder(const fs::path& folder, const DataContext& context, bool complete,
                                Diagnostics& findings) {
    std::error_code ignored;
    std::vector<Task> tasks;
    reportStrayFiles(folder, context, findings);
    if (complete || fs::exists(folder / "muscles", ignored)) {
        addMuscleFiles(folder / "muscles", tasks, findings);
    }
    for (const ListFile& file : listFiles) {
        if ((complete && file.required) || fs::exists(fs::symlink_status(folder / file.name, ignored))) {
            tasks.push_back({folder / file.name, file.kind});
        }
    }
    std::vector<Content> contents = readAll(tasks, loader::Known(context));
    for (Content& content : contents) {
        findings.insert(findings.end(), content.findings.begin(), content.findings.end());
    }
    return contents;
}

void sortByPlace(Diagnostics& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
}

}  // namespace

LoadedAtlas loadAtlas(const fs::path& folder, const DataContext& context) {
    LoadedAtlas loaded;
    std::vector<Content> contents = readFolder(folder, context, true, loaded.findings);
    loaded.atlas = loader::assemble({}, std::move(contents), context, loaded.findings);
    if (loaded.atlas.muscles.empty() && loaded.findings.empty()) {
        loaded.findings.push_back(
            {{(folder / "muscles").string()}, "there is no muscle in this folder", "expected <muscle id>.toml"});
    }
    sortByPlace(loaded.findings);
    return loaded;
}

LoadedAtlas mergeUserData(const LoadedAtlas& builtIn, const fs::path& folder, const DataContext& context) {
    LoadedAtlas merged;
    Diagnostics findings;
    std::vector<Content> contents = readFolder(folder, context, false, findings);
    merged.atlas = loader::assemble(builtIn.atlas, std::move(contents), context, findings);
    sortByPlace(findings);
    merged.findings = builtIn.findings;
    merged.findings.insert(merged.findings.end(), findings.begin(), findings.end());
    return merged;
}

}  // namespace myo::atlas
