// A handout as a PDF: content::handoutDocument on paper, with pictures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/document.h"
#include "core/text.h"
#include "report/legend.h"
#include "report/practice.h"

namespace myo::report {

enum class Paper { a4, letter };

/// The pictures of one point.
struct HandoutPictures {
    Image zone;              ///< where the pain is felt
    Image muscle;            ///< what it comes from
    std::string zoneSpoken;  ///< read aloud in its place
    std::string muscleSpoken;
};

struct Handout {
    content::Document document;             ///< of content::handoutDocument
    std::vector<HandoutPictures> pictures;  ///< for each of its BlockId::point blocks, in their order
    LegendColors colors;                    ///< of the pictures
    Paper paper = Paper::a4;
    std::optional<Practice> practice;
    std::string client;   ///< for whom; empty for nobody in particular
    std::string version;  ///< of the program
};

/// What became of it.
struct HandoutFile {
    std::string bytes;  ///< the PDF
    int pages = 1;
    float textPt = 0.0F;                       ///< size of the running text
    std::optional<char32_t> missingCharacter;  ///< one that no font of this machine shows
};

/// Lays the handout out on one page, with text as large as it fits; on two where even small text of several points does
/// not. Nothing is cut.
[[nodiscard]] Result<HandoutFile> makeHandout(const Handout& handout, const Text& text);

/// Width over height that suits pictures of so many points.
[[nodiscard]] float handoutPictureAspect(std::size_t points);

}  // namespace myo::report
