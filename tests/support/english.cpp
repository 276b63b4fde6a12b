#include "support/english.h"

namespace myo::test {

std::shared_ptr<const Text> english() {
    static const auto text =
        std::make_shared<const Text>(Text::read(MYOATLAS_SOURCE_DIR "/assets/text/en.toml").value());
    return text;
}

std::shared_ptr<const Text> pseudoEnglish() {
    static const auto text = std::make_shared<const Text>(english()->pseudo());
    return text;
}

}  // namespace myo::test
