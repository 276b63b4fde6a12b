#include "platform/user_folders.h"

#include <cstdlib>
#include <system_error>

namespace myo::platform {

namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    // The XDG rules: a relative path counts as unset.
    return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fs::path();
}

}  // namespace

fs::path configFolder() {
    if (const fs::path base = fromEnvironment("XDG_CONFIG_HOME"); !base.empty()) {
        return base / "myoatlas";
    }
    const fs::path home = fromEnvironment("HOME");
    return home.empty() ? home : home / ".config" / "myoatlas";
}

fs::path userFolder() {
    if (const fs::path base = fromEnvironment("XDG_DATA_HOME"); !base.empty()) {
        return base / "myoatlas";
    }
    const fs::path home = fromEnvironment("HOME");
    return home.empty() ? home : home / ".local" / "share" / "myoatlas";
}

fs::path dataFolder() {
    const fs::path folder = userFolder();
    return folder.empty() ? folder : folder / "data";
}

fs::path picturesFolder() {
    if (const fs::path pictures = fromEnvironment("XDG_PICTURES_DIR"); !pictures.empty()) {
        return pictures;
    }
    const fs::path home = fromEnvironment("HOME");
    if (home.empty()) {
        return fs::path(".");
    }
    std::error_code ignored;
    return fs::is_directory(home / "Pictures", ignored) ? home / "Pictures" : home;
}

}  // namespace myo::platform
