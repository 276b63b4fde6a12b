// An Anki package: a zip of a collection (SQLite, schema 11) and its media.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/result.h"
#include "study/anki_notes.h"
#include "study/review.h"

namespace myo::store {

/// Writes notes as a package, a card each, all new. Read by every version of Anki since 2.0. A note that is imported
/// again takes the place of itself.
/// \param pictures names of the media, and where they lie \param now stamps what is written
[[nodiscard]] Result<bool> writeAnkiPackage(const std::filesystem::path& file, const std::string& deck,
                                            const std::vector<study::AnkiNote>& notes,
                                            const std::vector<std::filesystem::path>& pictures, study::Moment now);

/// Anki's checksum of a first field: the first eight hexadecimal digits of the SHA-1 of its text without HTML, as a
/// number; the names of pictures count as text.
[[nodiscard]] std::int64_t ankiChecksum(const std::string& field);
/// The text without HTML that Anki sorts by.
[[nodiscard]] std::string ankiSortField(const std::string& field);

}  // namespace myo::store
