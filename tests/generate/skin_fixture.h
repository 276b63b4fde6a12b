// Skins shared by the tests of one program: generating one takes seconds.
#pragma once

#include <filesystem>
#include <string>

#include "generate/skin.h"

namespace myo::generate::skins {

inline std::filesystem::path figureFile(const std::string& body) {
    return std::filesystem::path(MYOATLAS_SOURCE_DIR) / "assets" / "anatomy" / ("skin_" + body + ".tsv");
}

/// The male or female skin with the product's own settings.
inline const GeneratedSkin& skinOf(const std::string& body) {
    const auto generate = [&] { return generateSkin(readSkinFigure(figureFile(body)).value()); };
    if (body == "male") {
        static const GeneratedSkin male = generate();
        return male;
    }
    static const GeneratedSkin female = generate();
    return female;
}

}  // namespace myo::generate::skins
