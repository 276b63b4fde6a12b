#include "report/text_document.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

namespace myo::report {

namespace {

constexpr std::size_t lineWidth = 92;
constexpr std::size_t textIndent = 2;
constexpr std::size_t bulletIndent = 4;

// Columns that a UTF-8 text takes; good enough for the scripts of the tables of sentences.
std::size_t columns(std::string_view words) {
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Breaks a paragraph at blanks; every line starts with `indent` blanks.
std::string broken(std::string_view words, std::size_t indent) {
    std::string out;
    std::string line(indent, ' ');
    std::size_t start = 0;
    while (start < words.size()) {
        std::size_t stop = words.find(' ', start);
        stop = stop == std::string_view::npos ? words.size() : stop;
        const std::string_view word = words.substr(start, stop - start);
        if (line.size() > indent && columns(line) + 1 + columns(word) > lineWidth) {
            out += line + '\n';
            line.assign(indent, ' ');
        }
        line += line.size() > indent ? " " : "";
        line += word;
        start = stop + 1;
    }
    return out + line + '\n';
}

std::string listed(std::string_view words) {
    std::string out = broken(words, bulletIndent);
    out[textIndent] = '-';
    return out;
}

// Capitals set a heading apart where there is no bold face. Names stay as they are, and so do letters beyond ASCII.
std::string headingText(const content::Block& block) {
    std::string words = block.heading;
    if (!block.ownHeading) {
        std::transform(words.begin(), words.end(), words.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    }
    const std::string id = content::idText(block.about);
    return id.empty() ? words : fmt::format("{}  {}", id, words);
}

// A link's id, so that one can go on from here.
std::string lineText(const content::Line& line, content::BlockKind kind) {
    const std::string id = kind == content::BlockKind::links ? content::idText(line.target) : std::string();
    return id.empty() ? line.text : fmt::format("{} ({})", line.text, id);
}

// A remark on one of a list is its second half ("Plantar fasciitis: the sorest spot ..."), unless that one is a
// sentence.
bool joinsItsNote(const content::Line& line) {
    return !line.text.empty() && line.text.back() != '.';
}

std::string lineWithRest(const content::Line& line, content::BlockKind kind) {
    const bool links = kind == content::BlockKind::links;
    const bool bullet = line.bullet || (links && line.label.empty());
    const std::size_t indent = bullet || links ? bulletIndent : textIndent;
    std::string out;
    std::string words = lineText(line, kind);
    // Above a list the label stands alone; before a single text it leads it in.
    if (!line.label.empty() && bullet) {
        out += broken(line.label + ":", textIndent);
    } else if (!line.label.empty()) {
        words = fmt::format("{}: {}", line.label, words);
    }
    const bool joins = bullet && joinsItsNote(line);
    if (!line.note.empty() && joins) {
        words += ": " + line.note;
    }
    out += bullet ? listed(words) : broken(words, indent);
    if (!line.note.empty() && !joins) {
        out += broken(line.note, bulletIndent);
    }
    for (const content::Source& source : line.sources) {
        out += broken(source.standing.empty() ? source.words : fmt::format("{} [{}]", source.words, source.standing),
                      bulletIndent);
    }
    return out;
}

}  // namespace

std::string plainText(const content::Document& document) {
    const std::string id = content::idText(document.about);
    std::string out = id.empty() ? document.title + '\n' : fmt::format("{} ({})\n", document.title, id);
    for (const std::string& below : {document.subtitle, document.status}) {
        out += below.empty() ? "" : broken(below, 0);
    }
    for (const content::Block& block : document.blocks) {
        out += '\n';
        out += block.heading.empty() ? "" : headingText(block) + '\n';
        for (const content::Line& line : block.lines) {
            out += lineWithRest(line, block.kind);
        }
    }
    return out;
}

}  // namespace myo::report
