#include "shell/load_text.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "atlas/pseudo.h"

namespace myo::shell {

namespace {

constexpr const char* pseudoLanguage = "en-XA";

std::vector<std::string> languages(const std::filesystem::path& folder) {
    std::vector<std::string> all{pseudoLanguage};
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml") {
            all.push_back(entry.path().stem().string());
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

std::shared_ptr<const atlas::Atlas> shownAtlas(std::shared_ptr<const atlas::Atlas> written, const Text& text) {
    return written && text.language() == pseudoLanguage ? std::make_shared<const atlas::Atlas>(atlas::pseudo(*written))
                                                        : written;
}

Result<std::shared_ptr<const Text>> loadText(const Resources& resources, const std::string& language) {
    const std::vector<std::string> known = languages(resources.text);
    if (std::find(known.begin(), known.end(), language) == known.end()) {
        return Diagnostic{
            {}, fmt::format("there is no language '{}'", language), fmt::format("{}", fmt::join(known, ", "))};
    }
    const bool pseudo = language == pseudoLanguage;
    auto text = Text::read(resources.text / ((pseudo ? "en" : language) + ".toml"));
    if (!text) {
        return text.problem();
    }
    return std::make_shared<const Text>(pseudo ? text.value().pseudo() : std::move(text).value());
}

}  // namespace myo::shell
