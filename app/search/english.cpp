#include "search/english.h"

#include <algorithm>

#include "search/embedded.h"

namespace myo::search {

// The list is sorted, a word a line: it is searched as it lies.
bool isEnglish(std::string_view word) {
    const std::string_view list = embeddedFiles().front().bytes;
    std::size_t low = 0;
    std::size_t high = list.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t before = middle == 0 ? std::string_view::npos : list.rfind('\n', middle - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t end = std::min(list.find('\n', begin), list.size());
        const int order = word.compare(list.substr(begin, end - begin));
        if (order == 0) {
            return true;
        }
        order < 0 ? high = begin : low = end + 1;
    }
    return false;
}

}  // namespace myo::search
