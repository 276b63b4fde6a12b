#include "session/folder_listing.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <system_error>

#include "core/utf8.h"
#include "own_model/import_model.h"

namespace myo::session {

namespace {

namespace fs = std::filesystem;

bool mayHoldModel(const fs::path& file) {
    const std::string extension = lowered(file.extension().string());
    const auto& formats = own_model::modelFormats();
    return !extension.empty() && std::find(formats.begin(), formats.end(), extension.substr(1)) != formats.end();
}

fs::path absoluteFolder(fs::path folder) {
    std::error_code ignored;
    if (folder.empty()) {
        const char* home = std::getenv("HOME");
        folder = home != nullptr && *home != '\0' ? fs::path(home) : fs::current_path(ignored);
    }
    if (const fs::path whole = fs::weakly_canonical(folder, ignored); !whole.empty()) {
        folder = whole;
    }
    return fs::is_regular_file(folder, ignored) ? folder.parent_path() : folder;
}

void sortNames(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        const std::string x = lowered(a);
        const std::string y = lowered(b);
        return x == y ? a < b : x < y;
    });
}

}  // namespace

FolderListing listFolder(const Text& text, const fs::path& folder) {
    FolderListing out;
    const fs::path place = absoluteFolder(folder);
    out.folder = place.string();
    if (place.has_relative_path()) {
        out.parent = place.parent_path().string();
    }
    std::error_code error;
    fs::directory_iterator entry(place, error);
    if (error) {
        out.problem = text("session.folder_unreadable", {{"reason", error.message()}});
        return out;
    }
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.empty() || name.front() == '.') {
            continue;
        }
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            out.folders.push_back(name);
        } else if (mayHoldModel(entry->path())) {
            out.files.push_back(name);
        }
        if (out.folders.size() >= mostNames || out.files.size() >= mostNames) {
            out.problem = text("session.folder_too_full");
            break;
        }
    }
    sortNames(out.folders);
    sortNames(out.files);
    return out;
}

}  // namespace myo::session
