#include "render/gl/program.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <epoxy/gl.h>

#include "render/embedded.h"

namespace myo::render::gl {

namespace {

void deleteShader(unsigned int name) {
    glDeleteShader(name);
}

using Shader = Handle<deleteShader>;

// The defines go behind the #version line, which must stay first; #line keeps the numbers of the file.
std::string withDefines(const std::string& text, const std::vector<std::string>& defines) {
    const std::size_t lineEnd = text.find('\n');
    if (defines.empty() || lineEnd == std::string::npos) {
        return text;
    }
    std::string result = text.substr(0, lineEnd + 1);
    for (const std::string& define : defines) {
        result += "#define " + define + " 1\n";
    }
    return result + "#line 2\n" + text.substr(lineEnd + 1);
}

Shader compile(GLenum stage, const ShaderSources& sources, const std::string& file,
               const std::vector<std::string>& defines) {
    Shader shader(glCreateShader(stage));
    const std::string text = withDefines(sources.text(file), defines);
    const char* start = text.c_str();
    glShaderSource(shader.name(), 1, &start, nullptr);
    glCompileShader(shader.name());
    GLint done = GL_FALSE;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &done);
    if (done != GL_TRUE) {
        std::string log(4096, '\0');
        GLsizei length = 0;
        glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(log.size()), &length, log.data());
        log.resize(static_cast<std::size_t>(length));
        throw std::runtime_error("a shader does not compile; mend it or update the graphics driver\n" +
                                 readableLog(file, log));
    }
    return shader;
}

}  // namespace

void deleteProgram(unsigned int name) {
    glDeleteProgram(name);
}

std::string readableLog(const std::string& file, const std::string& log) {
    static const std::regex place(R"(^\d+[:(](\d+)\)?(?:\(\d+\))?\s*:\s*(.*)$)");
    std::istringstream lines(log);
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (line.empty()) {
            continue;
        }
        result += result.empty() ? "" : "\n";
        if (std::regex_match(line, match, place)) {
            result += file + ":" + match[1].str() + ": " + match[2].str();
        } else {
            result += file + ": " + line;
        }
    }
    return result.empty() ? file + ": the driver gives no reason" : result;
}

ShaderSources::ShaderSources(std::filesystem::path overrideFolder) : folder_(std::move(overrideFolder)) {}

std::string ShaderSources::text(const std::string& file) const {
    if (!folder_.empty()) {
        if (std::ifstream stream(folder_ / file, std::ios::binary); stream) {
            return {std::istreambuf_iterator<char>(stream), {}};
        }
    }
    for (const EmbeddedFile& embedded : embeddedFiles()) {
        if (embedded.name == file) {
            return std::string(embedded.bytes);
        }
    }
    throw std::runtime_error("the shader " + file + " is missing from the program; build it again");
}

Program::Program(const ShaderSources& sources, const std::string& vertexFile, const std::string& fragmentFile,
                 const std::vector<std::string>& defines)
    : handle_(glCreateProgram()) {
    const Shader vertex = compile(GL_VERTEX_SHADER, sources, vertexFile, defines);
    const Shader fragment = compile(GL_FRAGMENT_SHADER, sources, fragmentFile, defines);
    glAttachShader(handle_.name(), vertex.name());
    glAttachShader(handle_.name(), fragment.name());
    glLinkProgram(handle_.name());
    GLint done = GL_FALSE;
    glGetProgramiv(handle_.name(), GL_LINK_STATUS, &done);
    if (done != GL_TRUE) {
        std::string log(4096, '\0');
        GLsizei length = 0;
        glGetProgramInfoLog(handle_.name(), static_cast<GLsizei>(log.size()), &length, log.data());
        log.resize(static_cast<std::size_t>(length));
        throw std::runtime_error("shaders do not fit together; mend them or update the graphics driver\n" +
                                 readableLog(vertexFile + " + " + fragmentFile, log));
    }
    glDetachShader(handle_.name(), vertex.name());
    glDetachShader(handle_.name(), fragment.name());
}

void Program::use() const {
    glUseProgram(handle_.name());
}

int Program::location(std::string_view name) {
    const auto known = locations_.find(name);
    if (known != locations_.end()) {
        return known->second;
    }
    const std::string text(name);
    return locations_[text] = glGetUniformLocation(handle_.name(), text.c_str());
}

void Program::set(std::string_view name, int value) {
    glUniform1i(location(name), value);
}

void Program::set(std::string_view name, float value) {
    glUniform1f(location(name), value);
}

void Program::set(std::string_view name, const glm::vec2& value) {
    glUniform2fv(location(name), 1, &value[0]);
}

void Program::set(std::string_view name, const glm::vec3& value) {
    glUniform3fv(location(name), 1, &value[0]);
}

void Program::set(std::string_view name, const glm::vec4& value) {
    glUniform4fv(location(name), 1, &value[0]);
}

void Program::set(std::string_view name, const glm::mat4& value) {
    glUniformMatrix4fv(location(name), 1, GL_FALSE, &value[0][0]);
}

void Program::set(std::string_view name, std::span<const glm::vec4> values) {
    if (!values.empty()) {
        glUniform4fv(location(name), static_cast<GLsizei>(values.size()), &values[0][0]);
    }
}

}  // namespace myo::render::gl
