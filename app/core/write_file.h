// Writing files so that nothing is lost: the old content stays until the new one is safe on the disk.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace myo {

/// Who may read a file that did not exist before.
enum class FileRights {
    usual,      ///< as the process's mask says
    ownerOnly,  ///< what is private
};

/// Replaces a file's content: writes a temporary file beside it, flushes it to the disk and renames it over the old
/// one, so that a full disk, a crash or a lost current leaves either the old file or the new one, whole. A link is
/// followed; what is no regular file (a device, a pipe) is written to as it is. The file keeps its access rights.
/// \return true, or a problem that names the file; the old content is untouched then.
[[nodiscard]] Result<bool> writeFile(const std::filesystem::path& file, std::string_view content,
                                     FileRights rights = FileRights::usual);

}  // namespace myo
