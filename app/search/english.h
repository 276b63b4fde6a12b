// Words that stand in an English dictionary: what is one of them is no slip of the keyboard.
#pragma once

#include <string_view>

namespace myo::search {

/// True if the word, in lower case, is one of about 40,000 common English words.
[[nodiscard]] bool isEnglish(std::string_view word);

}  // namespace myo::search
