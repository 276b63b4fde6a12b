// One function per command; options are plain values that the command line fills in.
#pragma once

#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "cli/environment.h"
#include "shell/run_window.h"

namespace myo::cli {

struct WindowCallOptions {
    shell::WindowOptions window;
    std::string size = "1280x800";
};
/// Opens the atlas window and stays until it is closed.
[[nodiscard]] int windowCommand(const Environment& environment, const WindowCallOptions& options);

struct ListOptions {
    std::string what;  ///< muscles, points, regions, landmarks, scenarios, guides or citations
    bool json = false;
};
[[nodiscard]] int listCommand(const Environment& environment, const ListOptions& options);

struct ShowOptions {
    std::vector<std::string> ids;
    bool json = false;
};
[[nodiscard]] int showCommand(const Environment& environment, const ShowOptions& options);

struct SearchOptions {
    std::vector<std::string> words;
    std::size_t limit = 10;
    std::string part;        ///< body part of the muscle; empty = any
    bool selfCare = false;   ///< only muscles that a lay person may press
    bool confirmed = false;  ///< only points with a confirmed citation
    bool json = false;
};
[[nodiscard]] int searchCommand(const Environment& environment, const SearchOptions& options);

struct LocateOptions {
    std::vector<std::string> regions;  ///< ID or ID:SIDE
    std::string drawing;               ///< file of a pain drawing, instead of regions
    std::size_t limit = 10;
    std::string body;  ///< empty = male, or the one that was painted on
    shell::ModelOptions model;
    bool json = false;
};
[[nodiscard]] int locateCommand(const Environment& environment, const LocateOptions& options);

/// Which cards are meant; all of them where nothing is said.
struct StudyChoice {
    std::vector<std::string> parts;
    std::vector<std::string> muscles;
    std::string scenario;
};
struct StudyDeckOptions {
    StudyChoice choice;
    bool json = false;
};
[[nodiscard]] int studyDeckCommand(const Environment& environment, const StudyDeckOptions& options);

struct StudyGradeOptions {
    std::string point;    ///< ID or ID:SIDE
    std::string drawing;  ///< file of a pain drawing
    std::string body;     ///< empty = male, or the one that was painted on
    shell::ModelOptions model;
    bool json = false;
};
[[nodiscard]] int studyGradeCommand(const Environment& environment, const StudyGradeOptions& options);

struct StudyReplayOptions {
    std::string file;
    bool json = false;
};
[[nodiscard]] int studyReplayCommand(const Environment& environment, const StudyReplayOptions& options);

struct StudyExportOptions {
    StudyChoice choice;
    std::string json;  ///< files to write; empty = not asked for
    std::string text;
    std::string anki;
    std::string body = "male";  ///< of the pictures
};
[[nodiscard]] int studyExportCommand(const Environment& environment, const StudyExportOptions& options);

struct StudyImportOptions {
    std::string file;
};
[[nodiscard]] int studyImportCommand(const Environment& environment, const StudyImportOptions& options);

struct RenderOptions {
    std::vector<std::string> points;  ///< ID or ID:SIDE
    std::string view = "auto";
    std::string dig;    ///< MUSCLE or MUSCLE:SIDE to uncover; empty = none
    std::string at;     ///< LANDMARK or LANDMARK:SIDE to come close to; empty = the whole body
    double turn = 0.0;  ///< degrees by which the view is turned towards the body's left
    std::string palette = "clinical";
    std::string layers;  ///< comma-separated; empty = chosen to suit the points
    std::string body = "male";
    shell::ModelOptions model;
    std::string size = "1280x800";
    std::string output;
    bool timings = false;
    bool dark = false;
};
[[nodiscard]] int renderCommand(const Environment& environment, const RenderOptions& options);

struct SheetOptions {
    std::vector<std::string> muscles;
    std::string body = "male";
    shell::ModelOptions model;
    std::string size = "360x420";  ///< of one cell
    std::string output;
};
[[nodiscard]] int sheetCommand(const Environment& environment, const SheetOptions& options);

struct HandoutOptions {
    std::vector<std::string> points;  ///< ID or ID:SIDE
    std::string body = "male";
    shell::ModelOptions model;
    std::string paper = "a4";
    std::string practice;  ///< TOML file; empty = none
    std::string client;    ///< for whom; empty = nobody in particular
    bool grey = false;     ///< pictures for a printer without colours
    std::string output;
};
/// One page for a client, as PDF.
[[nodiscard]] int handoutCommand(const Environment& environment, const HandoutOptions& options);

struct MeshOptions {
    std::string layers = "skin,muscles,skeleton";
    std::string body = "male";
    shell::ModelOptions model;
    std::string output;
};
[[nodiscard]] int meshCommand(const Environment& environment, const MeshOptions& options);

struct ExportOptions {
    std::string body = "male";
    shell::ModelOptions model;
    std::string output;  ///< empty = standard output
};
[[nodiscard]] int exportCommand(const Environment& environment, const ExportOptions& options);

struct DocsOptions {
    std::string folder;
};
/// Writes the documents that are made from the built-in data: content.md, pain-guide.md.
[[nodiscard]] int docsCommand(const Environment& environment, const DocsOptions& options);

struct ValidateOptions {
    std::string folder;  ///< empty = the built-in data
    std::string body = "male";
};
[[nodiscard]] int validateCommand(const Environment& environment, const ValidateOptions& options);

/// "1280x800" -> (1280, 800); each side 16..8192.
[[nodiscard]] Result<glm::ivec2> parseSize(const std::string& text);

}  // namespace myo::cli
