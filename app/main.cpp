#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "core/resources.h"

int main(int argc, char** argv) {
    const auto started = std::chrono::steady_clock::now();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        return myo::cli::run(arguments, myo::executablePath(), started, std::cout, std::cerr);
    } catch (const std::exception& problem) {
        std::cerr << "myoatlas: the program could not start: " << problem.what() << '\n';
        return myo::cli::ExitCode::failed;
    }
}
