#include "referral/drawing_file.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/utf8.h"
#include "core/write_file.h"

namespace myo::referral {

namespace {

using Json = nlohmann::ordered_json;

constexpr int newestFormat = 1;
constexpr float furthestMm = 5000.0F;     // from the origin: no body is larger
constexpr float furthestOffSkin = 60.0F;  // mm

// Line and column of a byte, both from 1.
SourcePlace placeOf(const std::string& text, const std::string& file, std::size_t byte) {
    SourcePlace place{file, 1, 1};
    for (std::size_t i = 0; i + 1 < std::min(byte, text.size()); ++i) {
        place.column = text[i] == '\n' ? 1 : place.column + 1;
        place.line += text[i] == '\n' ? 1 : 0;
    }
    return place;
}

// The byte after the beginning of the n-th stroke, from 1: the n-th object of a list that lies in the outermost object.
std::size_t byteOfStroke(const std::string& text, std::size_t number) {
    std::string open;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' && open == "{[" && --number == 0) {
            return i + 1;
        } else if (c == '{' || c == '[') {
            open.push_back(c);
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
        }
    }
    return 0;
}

// One file while it is read. The first problem ends the reading.
class Reader {
public:
    Reader(const std::string& text, std::string file) : text_(text), file_(std::move(file)) {}

    Result<PainDrawing> drawing(const Json& json) {
        if (!json.is_object() || !json.contains("format") || !json.contains("strokes")) {
            return problem("this is no pain drawing", "a file that was saved from the window");
        }
        if (!json["format"].is_number_integer() || json["format"].get<double>() < 1.0) {
            return problem("'format' is not a number of a format", "1");
        }
        if (json["format"].get<double>() > newestFormat) {
            return problem("the drawing was saved by a newer version of Myoatlas",
                           fmt::format("format {}; please update", newestFormat));
        }
        if (!json.contains("body") || !json["body"].is_string()) {
            return problem("the drawing does not say which body was painted on", R"("body": "male")");
        }
        if (!json["strokes"].is_array()) {
            return problem("'strokes' is not a list", "a list of strokes");
        }
        if (json["strokes"].size() > DrawingLimits::strokes) {
            return problem(fmt::format("the drawing has {} strokes", json["strokes"].size()),
                           fmt::format("at most {}", DrawingLimits::strokes));
        }
        PainDrawing out;
        const auto body = identity(json);
        if (!body) {
            return body.problem();
        }
        out.body = body.value();
        for (const Json& entry : json["strokes"]) {
            ++number_;
            Result<PainStroke> stroke = this->stroke(entry);
            if (!stroke) {
                return stroke.problem();
            }
            out.strokes.push_back(std::make_shared<const PainStroke>(std::move(stroke).value()));
        }
        return out;
    }

private:
    // Only ever a name: whatever it looks like, nothing is opened by it.
    [[nodiscard]] Result<body::BodyIdentity> identity(const Json& json) const {
        body::BodyIdentity out;
        out.name = presentable(json["body"].get<std::string>(), 200);
        if (json.contains("body_kind")) {
            const Json& kind = json["body_kind"];
            const auto known = kind.is_string() ? body::parseBodyKind(kind.get<std::string>()) : std::nullopt;
            if (!known) {
                return problem("'body_kind' is no kind of a body", "built_in, body_file or own_model");
            }
            out.kind = *known;
        }
        if (json.contains("body_hash")) {
            if (!json["body_hash"].is_string()) {
                return problem("'body_hash' is not a text", "as the window saves it");
            }
            out.hash = presentable(json["body_hash"].get<std::string>(), 64);
        }
        return out;
    }

    [[nodiscard]] Diagnostic problem(std::string what, std::string expected) const {
        std::string where = number_ > 0 ? fmt::format("stroke {}: ", number_) : std::string();
        const std::size_t byte = number_ > 0 ? byteOfStroke(text_, number_) : 0;
        return {byte > 0 ? placeOf(text_, file_, byte) : SourcePlace{file_, 0, 0}, where + std::move(what),
                std::move(expected), Severity::error};
    }

    Result<PainStroke> stroke(const Json& json) {
        if (!json.is_object()) {
            return Diagnostic{
                {file_, 0, 0}, fmt::format("stroke {}: not a stroke", number_), "an object with 'points' or 'region'"};
        }
        PainStroke out;
        if (json.contains("erase")) {
            if (!json["erase"].is_boolean()) {
                return problem("'erase' is neither true nor false", "");
            }
            out.erase = json["erase"].get<bool>();
        }
        if (json.contains("level")) {
            const Json& level = json["level"];
            const bool whole = level.is_number_integer();
            const double value = whole ? level.get<double>() : 0.0;
            if (value < 1.0 || value > painLevels) {
                return problem("'level' is out of range", fmt::format("1 to {}", painLevels));
            }
            out.level = level.get<int>();
        } else if (!out.erase) {
            return problem("'level' is missing", fmt::format("1 to {}", painLevels));
        }
        if (json.contains("region")) {
            return region(json["region"], std::move(out));
        }
        return points(json, std::move(out));
    }

    Result<PainStroke> region(const Json& json, PainStroke out) {
        const std::string text = json.is_string() ? json.get<std::string>() : std::string();
        const auto colon = text.find(':');
        const std::string side = colon == std::string::npos ? std::string() : text.substr(colon + 1);
        for (const BodySide known : {BodySide::left, BodySide::right, BodySide::mid}) {
            if (side == name(known)) {
                out.region = SidedRegion{RegionId{text.substr(0, colon)}, known};
                return out;
            }
        }
        return problem("'region' is not a region with a side", "e.g. \"temple:right\"");
    }

    Result<PainStroke> points(const Json& json, PainStroke out) {
        if (!json.contains("radius_mm") || !json["radius_mm"].is_number()) {
            return problem("'radius_mm' is missing or no number", "the brush's radius in millimetres");
        }
        const auto radius = json["radius_mm"].get<double>();
        if (!(radius >= DrawingLimits::leastRadiusMm && radius <= DrawingLimits::mostRadiusMm)) {
            return problem("'radius_mm' is out of range",
                           fmt::format("{:g} to {:g}", DrawingLimits::leastRadiusMm, DrawingLimits::mostRadiusMm));
        }
        out.radiusMm = static_cast<float>(radius);
        if (!json.contains("points") || !json["points"].is_array()) {
            return problem("'points' is missing or no list", "a list of places [x, y, z]");
        }
        pointCount_ += json["points"].size();
        if (pointCount_ > DrawingLimits::points) {
            return problem("the drawing has too many places",
                           fmt::format("at most {} in all strokes", DrawingLimits::points));
        }
        for (const Json& place : json["points"]) {
            glm::vec3 at{0.0F};
            if (!place.is_array() || place.size() != 3) {
                return problem("a place has not three coordinates", "[x, y, z] in millimetres");
            }
            for (std::size_t k = 0; k < 3; ++k) {
                const double value = place[k].is_number() ? place[k].get<double>() : std::nan("");
                if (!(std::abs(value) <= furthestMm)) {
                    return problem("a coordinate is no number or out of range",
                                   fmt::format("millimetres, at most {:g} from the origin", furthestMm));
                }
                at[static_cast<int>(k)] = static_cast<float>(value);
            }
            out.points.push_back(at);
        }
        return out;
    }

    const std::string& text_;
    std::string file_;
    std::size_t number_ = 0;
    std::size_t pointCount_ = 0;
};

// A tenth of a millimetre is finer than any hand.
double tenth(float value) {
    return std::round(static_cast<double>(value) * 10.0) / 10.0;
}

Json strokeJson(const PainStroke& stroke) {
    Json out = Json::object();
    if (stroke.erase) {
        out["erase"] = true;
    } else {
        out["level"] = stroke.level;
    }
    if (stroke.region) {
        out["region"] = stroke.region->text();
        return out;
    }
    out["radius_mm"] = tenth(stroke.radiusMm);
    Json points = Json::array();
    for (const glm::vec3& place : stroke.points) {
        points.push_back({tenth(place.x), tenth(place.y), tenth(place.z)});
    }
    out["points"] = std::move(points);
    return out;
}

}  // namespace

std::string drawingText(const PainDrawing& drawing) {
    // One stroke a line: short enough to be looked at, and to be compared by line.
    const auto quoted = [](std::string_view words) {
        return Json(words).dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    std::string text = fmt::format(
        "{{\"format\": {}, \"program\": \"myoatlas\", \"body\": {},\n\"body_kind\": {}, \"body_hash\": {},\n"
        "\"strokes\": [",
        newestFormat, quoted(drawing.body.name), quoted(body::kindName(drawing.body.kind)), quoted(drawing.body.hash));
    for (std::size_t i = 0; i < drawing.strokes.size(); ++i) {
        text += (i == 0 ? "\n" : ",\n") + strokeJson(*drawing.strokes[i]).dump();
    }
    return text + "\n]}\n";
}

Result<PainDrawing> parseDrawing(const std::string& text, const std::string& file) {
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& problem) {
        return Diagnostic{
            placeOf(text, file, problem.byte),
            text.empty() ? "the file is empty" : "the drawing cannot be read here: the file is damaged, or cut off",
            "a complete drawing as the window saves it"};
    } catch (const Json::exception&) {
        return Diagnostic{{file, 0, 0}, "the drawing holds a number that is out of range", "millimetres"};
    }
    return Reader(text, file).drawing(json);
}

Result<PainDrawing> readDrawing(const std::filesystem::path& file) {
    std::error_code failure;
    // Asked before it is opened: a pipe would wait for somebody to write.
    const bool regular = std::filesystem::is_regular_file(file, failure);
    const auto size = regular ? std::filesystem::file_size(file, failure) : 0;
    std::ifstream stream;
    if (regular) {
        stream.open(file, std::ios::binary);
    }
    if (failure || !stream.is_open()) {
        return Diagnostic{{file.string(), 0, 0}, "the drawing cannot be opened", "a file that exists and may be read"};
    }
    if (size > DrawingLimits::bytes) {
        return Diagnostic{{file.string(), 0, 0},
                          "the file is too large for a drawing",
                          fmt::format("at most {} MiB", DrawingLimits::bytes / 1048576U)};
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return parseDrawing(text, file.string());
}

Result<bool> writeDrawing(const PainDrawing& drawing, const std::filesystem::path& file, FileRights rights) {
    return writeFile(file, drawingText(drawing), rights);
}

std::string bodyWords(const body::BodyIdentity& body) {
    const char* what = body.kind == body::BodyKind::builtIn    ? "body"
                       : body.kind == body::BodyKind::bodyFile ? "body file"
                                                               : "model";
    return fmt::format("the {} '{}'", what, body.name);
}

std::optional<Diagnostic> otherBody(const PainDrawing& drawing, const body::BodyIdentity& body,
                                    const std::string& file) {
    if (drawing.body.same(body)) {
        return std::nullopt;
    }
    const bool namesake = bodyWords(drawing.body) == bodyWords(body);
    return Diagnostic{
        {file, 0, 0},
        fmt::format("the drawing was painted on {}, this is {}", bodyWords(drawing.body),
                    namesake ? "another one of that name" : bodyWords(body)),
        drawing.body.kind == body::BodyKind::builtIn
            ? fmt::format("a drawing on {}, or --body {}", bodyWords(body), drawing.body.name)
            : fmt::format("a drawing on this one, or --body with the file of {}", bodyWords(drawing.body))};
}

std::optional<Diagnostic> misfit(const PainDrawing& drawing, const body::BodyIdentity& body, const Referral& referral,
                                 const std::string& file) {
    if (auto problem = otherBody(drawing, body, file)) {
        return problem;
    }
    const SourcePlace place{file, 0, 0};
    for (std::size_t i = 0; i < drawing.strokes.size(); ++i) {
        const PainStroke& stroke = *drawing.strokes[i];
        if (stroke.region && !referral.regions().indexOf(*stroke.region) && !referral.glow(*stroke.region)) {
            return Diagnostic{place, fmt::format("stroke {}: there is no region '{}'", i + 1, stroke.region->text()),
                              "a region of the list, with its side"};
        }
        for (const glm::vec3& at : stroke.points) {
            if (glm::distance(referral.surface().snap(at).position, at) > furthestOffSkin) {
                return Diagnostic{place, fmt::format("stroke {}: a place lies far from the skin of this body", i + 1),
                                  fmt::format("places within {:g} mm of it", furthestOffSkin)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace myo::referral
