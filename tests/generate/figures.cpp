#include "figures.h"

namespace myo::generate {

const BodyFigures& maleFigures() {
    static const BodyFigures figures = readBodyFigures(assetFolder(), "male").value();
    return figures;
}

const BodyFigures& femaleFigures() {
    static const BodyFigures figures = readBodyFigures(assetFolder(), "female").value();
    return figures;
}

}  // namespace myo::generate
