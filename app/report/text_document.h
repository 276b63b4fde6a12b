// A document for a terminal or a text file.
#pragma once

#include <string>

#include "content/document.h"

namespace myo::report {

/// The whole document as plain text, lines broken at 92 columns, folded blocks included, a line break at the end.
/// What can be asked for stands beside its name as the id that the command line takes.
[[nodiscard]] std::string plainText(const content::Document& document);

}  // namespace myo::report
