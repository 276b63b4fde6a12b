// Shader programs from the project's shader files.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <glm/glm.hpp>

#include "render/gl/handle.h"

namespace myo::render::gl {

void deleteProgram(unsigned int name);

/// Where shader text comes from: a folder, where it has the file, or else the files compiled into the program.
class ShaderSources {
public:
    /// \param overrideFolder may be empty.
    explicit ShaderSources(std::filesystem::path overrideFolder);

    /// \throw std::runtime_error if neither place has the file.
    [[nodiscard]] std::string text(const std::string& file) const;

private:
    std::filesystem::path folder_;
};

/// A linked vertex and fragment shader. Uniform names that the linker dropped are ignored.
class Program {
public:
    /// \param defines names that are #defined in both stages.
    /// \throw std::runtime_error naming file and line if a stage does not compile or the stages do not fit.
    Program(const ShaderSources& sources, const std::string& vertexFile, const std::string& fragmentFile,
            const std::vector<std::string>& defines = {});

    void use() const;
    // The program must be in use.
    void set(std::string_view name, int value);
    void set(std::string_view name, float value);
    void set(std::string_view name, const glm::vec2& value);
    void set(std::string_view name, const glm::vec3& value);
    void set(std::string_view name, const glm::vec4& value);
    void set(std::string_view name, const glm::mat4& value);
    void set(std::string_view name, std::span<const glm::vec4> values);

private:
    [[nodiscard]] int location(std::string_view name);

    Handle<deleteProgram> handle_;
    std::map<std::string, int, std::less<>> locations_;
};

/// "0:12(5): error: x" or "0(12) : error: x" as drivers write it -> "surface.frag:12: x"; other text behind the file
/// name.
[[nodiscard]] std::string readableLog(const std::string& file, const std::string& log);

}  // namespace myo::render::gl
