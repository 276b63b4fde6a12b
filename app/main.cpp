#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "core/resources.h"

int main(int argc, char** argv) {
    const auto started = std::chrono::steady_clock::now();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return myo::cli::run(arguments, myo::executablePath(), started, std::cout, std::cerr);
}
