// The bodies that the build has made, read once per program.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "body/body.h"

namespace myo::test {

/// assets/anatomy of the sources.
[[nodiscard]] std::filesystem::path assetFolder();

/// The file that the build has made of "male" or "female".
[[nodiscard]] std::filesystem::path builtFile(const std::string& name);

/// "male" or "female". \throw std::logic_error if the build has not made it.
[[nodiscard]] std::shared_ptr<const body::Body> builtBody(const std::string& name);

[[nodiscard]] const body::Body& maleBody();
[[nodiscard]] const body::Body& femaleBody();

}  // namespace myo::test
