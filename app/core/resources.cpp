#include "core/resources.h"

#include <system_error>

namespace myo {

namespace fs = std::filesystem;

Result<Resources> findResources(const fs::path& executable) {
    const fs::path beside = executable.parent_path() / "share" / "myoatlas";
    const fs::path above = executable.parent_path().parent_path() / "share" / "myoatlas";
    for (const fs::path& root : {beside, above}) {
        std::error_code ignored;
        if (fs::is_directory(root / "data", ignored)) {
            return Resources{root / "data",    root / "anatomy", root / "textures",
                             root / "shaders", root / "text",    root / "bodies"};
        }
    }
    return Diagnostic{
        {beside.string()},
        "the atlas' own files are missing",
        "this folder, or " + above.string() + ", with data/ and bodies/: build again with scripts/run.sh"};
}

fs::path shaderFolder([[maybe_unused]] const Resources& resources) {
#ifdef NDEBUG
    return {};
#else
    return resources.shaders;
#endif
}

fs::path executablePath() {
    return fs::read_symlink("/proc/self/exe");
}

}  // namespace myo
