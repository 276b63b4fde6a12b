#include "session/settings.h"

#include <array>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "core/toml.h"
#include "core/write_file.h"

namespace myo::session {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t format = 1;
constexpr std::array<std::string_view, 2> themes = {"light", "dark"};

Diagnostic refused(const fs::path& file, const std::string& what, int line = 0, int column = 0) {
    return {{file.string(), line, column},
            what,
            "the settings of a first start are used and the file is left as it is; mend or remove it",
            Severity::warning};
}

template <std::size_t count>
std::optional<std::size_t> indexOf(const std::array<std::string_view, count>& names, std::string_view wanted) {
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i] == wanted) {
            return i;
        }
    }
    return std::nullopt;
}

// Reads one choice among names; true if the key is absent or well.
template <class Choice, std::size_t count>
bool readChoice(const toml::table& table, std::string_view key, const std::array<std::string_view, count>& names,
                Choice& out) {
    if (!table.contains(key)) {
        return true;
    }
    const auto index = indexOf(names, table[key].value_or(std::string_view{}));
    out = index ? static_cast<Choice>(*index) : out;
    return index.has_value();
}

LoadedSettings fromTable(const toml::table& table, const fs::path& file) {
    const auto version = table["format"].value<std::int64_t>();
    if (!version || *version < 1) {
        return {{}, refused(file, "the settings have no format number")};
    }
    if (*version > format) {
        return {{}, refused(file, "the settings were written by a newer Myoatlas")};
    }
    Settings settings;
    if (!readChoice(table, "theme", themes, settings.theme)) {
        return {{}, refused(file, "the theme is not one that exists")};
    }
    if (!readChoice(table, "palette", render::zonePaletteNames, settings.palette)) {
        return {{}, refused(file, "the palette is not one that exists")};
    }
    const double scale = table["ui_scale"].value_or(table.contains("ui_scale") ? 0.0 : 1.0);
    // Written so that "not a number" fails as well.
    if (!(scale >= smallestUiScale && scale <= largestUiScale)) {
        return {{}, refused(file, fmt::format("ui_scale is not between {} and {}", smallestUiScale, largestUiScale))};
    }
    settings.uiScale = static_cast<float>(scale);
    settings.reducedMotion = table["reduced_motion"].value_or(false);
    return {settings, std::nullopt};
}

}  // namespace

LoadedSettings loadSettings(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return {};
    }
    const Result<toml::table> table = readToml(file);
    if (!table) {
        const SourcePlace& place = table.problem().place;
        return {{}, refused(file, table.problem().what, place.line, place.column)};
    }
    return fromTable(table.value(), file);
}

Result<bool> saveSettings(const Settings& settings, const fs::path& file) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);  // if it cannot be made, neither can the file
    return writeFile(file, fmt::format("# Written by Myoatlas; may be edited while it is closed.\n"
                                       "format = {}\ntheme = \"{}\"\npalette = \"{}\"\nui_scale = {:.2f}\n"
                                       "reduced_motion = {}\n",
                                       format, themes.at(static_cast<std::size_t>(settings.theme)),
                                       render::zonePaletteNames.at(static_cast<std::size_t>(settings.palette)),
                                       settings.uiScale, settings.reducedMotion));
}

}  // namespace myo::session
