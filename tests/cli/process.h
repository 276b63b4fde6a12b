// Runs the real program and catches what it prints.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace myo::test {

inline std::string readFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// A folder of its own that is gone when the test ends. The user's data folder of the runs in it is empty.
class Workplace {
public:
    Workplace() {
        std::string name = (std::filesystem::temp_directory_path() / "myoatlas-test-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Workplace() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(file(name).parent_path());
        std::ofstream(file(name), std::ios::binary) << text;
    }

private:
    std::filesystem::path folder_;
};

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

/// Single quotes keep the shell from reading an argument.
inline std::string quoted(const std::string& argument) {
    std::string text = "'";
    for (const char c : argument) {
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return text + "'";
}

/// Runs `myoatlas ARGUMENTS` from another folder than the build's, without a display.
/// \param before shell commands that come first, with a semicolon after each
/// \param output where standard output goes instead of into `out`
inline Ran myoatlas(const Workplace& place, const std::vector<std::string>& arguments, const std::string& before = "",
                    const std::string& output = "stdout.txt") {
    std::string command = "cd " + quoted(place.file("").string()) + " && " + before +
                          "env -u DISPLAY -u WAYLAND_DISPLAY HOME=" + quoted(place.file("home").string()) +
                          " XDG_DATA_HOME=" + quoted(place.file("share").string()) + " " +
                          quoted(std::string(MYOATLAS_BUILD_DIR) + "/myoatlas");
    for (const std::string& argument : arguments) {
        command += " " + quoted(argument);
    }
    command += " >" + output + " 2>stderr.txt";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, readFile(place.file("stdout.txt")),
            readFile(place.file("stderr.txt"))};
}

}  // namespace myo::test
