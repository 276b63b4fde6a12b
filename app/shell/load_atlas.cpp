#include "shell/load_atlas.h"

#include <system_error>

#include "platform/user_folders.h"

namespace myo::shell {

Result<atlas::LoadedAtlas> loadEverything(const Resources& resources) {
    const auto context = atlas::loadContext(resources.anatomy);
    if (!context) {
        return context.problem();
    }
    atlas::LoadedAtlas loaded = atlas::loadAtlas(resources.data, context.value());
    std::error_code ignored;
    if (const auto user = platform::dataFolder(); !user.empty() && std::filesystem::exists(user, ignored)) {
        loaded = atlas::mergeUserData(loaded, user, context.value());
    }
    return loaded;
}

}  // namespace myo::shell
