// What a model file may make the import library open.
#pragma once

#include <filesystem>

#include <assimp/DefaultIOSystem.h>

namespace myo::own_model {

/// Lets the import library open regular files of the model's own folder and below it, and nothing else: a file of a
/// stranger may name any path as its buffer, a pipe that never ends among them. Assimp owns it.
class FileGuard : public Assimp::DefaultIOSystem {
public:
    explicit FileGuard(const std::filesystem::path& model);
    bool Exists(const char* file) const override;
    Assimp::IOStream* Open(const char* file, const char* mode) override;

private:
    [[nodiscard]] bool allowed(const char* file) const;
    std::filesystem::path folder_;
};

}  // namespace myo::own_model
