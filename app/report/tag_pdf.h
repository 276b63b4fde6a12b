// What Cairo leaves out of a tagged PDF: its language, and the words that stand for pictures.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace myo::report {

/// \param pdf a whole file whose figures are tagged "Figure"
/// \param spoken words for the figures, in their order
/// \return the file with its language, its title shown, and the words; a problem if it is no such PDF
[[nodiscard]] Result<std::string> completeTags(const std::string& pdf, const std::string& language,
                                               const std::vector<std::string>& spoken);

}  // namespace myo::report
