#include "support/built_bodies.h"

namespace myo::test {

namespace {

std::shared_ptr<const body::Body> load(const std::string& name) {
    return std::make_shared<const body::Body>(body::loadBody(builtFile(name)).value());
}

}  // namespace

std::filesystem::path assetFolder() {
    return std::filesystem::path(MYOATLAS_SOURCE_DIR) / "assets/anatomy";
}

std::filesystem::path builtFile(const std::string& name) {
    return MYOATLAS_BUILD_DIR "/share/myoatlas/bodies/body_" + name + ".glb";
}

std::shared_ptr<const body::Body> builtBody(const std::string& name) {
    static const auto male = load("male");
    if (name == "male") {
        return male;
    }
    static const auto female = load("female");
    return female;
}

const body::Body& maleBody() {
    return *builtBody("male");
}

const body::Body& femaleBody() {
    return *builtBody("female");
}

}  // namespace myo::test
