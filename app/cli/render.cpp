// myoatlas render
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "cli/picture.h"
#include "render/palette.h"
#include "session/camera_views.h"
#include "session/dig.h"
#include "session/scene_builder.h"

namespace myo::cli {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Everything a picture needs, loaded.
struct Subject {
    session::Library library;
    std::vector<const referral::ResolvedPoint*> points;
    std::vector<std::string> titles;
    session::PictureLayers layers;
    session::PictureLook look;
    std::optional<session::SidedMuscle> uncovered;
    std::optional<glm::vec3> place;  ///< what is looked at closely
};

// ID or ID:left or ID:right; the left one without a side. Nothing if the side is none.
std::optional<std::pair<std::string, Side>> splitSide(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) {
        return std::pair{text, Side::left};
    }
    const std::string side = text.substr(colon + 1);
    if (side != "left" && side != "right") {
        return std::nullopt;
    }
    return std::pair{text.substr(0, colon), side == "left" ? Side::left : Side::right};
}

// Resolves --dig and --at against the body.
Result<bool> findPlaces(const RenderOptions& options, Subject& subject) {
    const body::Body& body = *subject.library.body;
    if (!options.dig.empty()) {
        const auto named = splitSide(options.dig);
        const body::Structure* found = named ? body.find(named->first, toBodySide(named->second)) : nullptr;
        if (found == nullptr || found->kind != body::StructureKind::muscle) {
            return Diagnostic{{},
                              fmt::format("this body has no muscle '{}'", options.dig),
                              "an id of 'myoatlas list muscles', with :left or :right if need be"};
        }
        subject.uncovered = session::SidedMuscle{MuscleId{found->id}, found->side};
        subject.library.caster = std::make_shared<const body::RayCaster>(body.structures);
    }
    if (!options.at.empty()) {
        const auto named = splitSide(options.at);
        subject.place = named ? body.landmarks.find(LandmarkId{named->first}, named->second) : std::nullopt;
        if (!subject.place) {
            return Diagnostic{{},
                              fmt::format("this body has no landmark '{}'", options.at),
                              "an id of 'myoatlas list landmarks', with :left or :right if need be"};
        }
    }
    return true;
}

std::string titleOf(const Text& text, const atlas::Atlas& atlas, const SidedPoint& id) {
    const atlas::Muscle* muscle = atlas.find(id.point.muscle);
    const atlas::TriggerPoint* point = atlas.find(id.point);
    return text(id.side == Side::left ? "report.point_left" : "report.point_right",
                {{"muscle", muscle->name}, {"point", point->label}});
}

session::PictureLook lookOf(const RenderOptions& options) {
    const auto& names = render::zonePaletteNames;
    const auto named = std::find(names.begin(), names.end(), options.palette);
    return {options.dark ? session::ThemeChoice::dark : session::ThemeChoice::light,
            static_cast<session::PaletteChoice>(named - names.begin())};
}

// Loads what the call names into the subject. Complains and returns the exit code if there is something wrong with it.
int loadSubject(const Environment& environment, const RenderOptions& options, const session::PictureLayers& layers,
                Subject& subject) {
    subject.layers = layers;
    subject.look = lookOf(options);
    auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.failBody(options.body, options.model, body.problem());
    }
    subject.library.body = std::move(body).value();
    subject.library.bounds = subject.library.body->skin().bounds();
    if (const auto found = findPlaces(options, subject); !found) {
        return environment.refuse(found.problem());
    }
    if (options.points.empty() && !layers.regions) {
        return ExitCode::done;
    }
    auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    subject.library.atlas = std::make_shared<const atlas::Atlas>(std::move(atlas).value());
    std::vector<SidedPoint> wanted;
    for (const std::string& text : options.points) {
        const auto argument = atlas::parsePoint(*subject.library.atlas, text);
        if (!argument) {
            return environment.refuse(argument.problem());
        }
        if (argument.value().left) {
            wanted.push_back({argument.value().point, Side::left});
        }
        if (argument.value().right) {
            wanted.push_back({argument.value().point, Side::right});
        }
    }
    std::set<PointId> asked;
    for (const SidedPoint& id : wanted) {
        asked.insert(id.point);
    }
    subject.library.referral =
        std::make_shared<const referral::Referral>(*subject.library.atlas, subject.library.body, asked);
    for (const SidedPoint& id : wanted) {
        const referral::ResolvedPoint* point = subject.library.referral->find(id);
        if (point == nullptr) {
            return environment.fail(
                {{}, fmt::format("{} has no place on this body", id.text()), "see 'myoatlas validate'"});
        }
        subject.points.push_back(point);
        std::string title = titleOf(*environment.text, *subject.library.atlas, id);
        if (const auto doubt = session::doubtful(subject.library, id.point)) {
            title += " · " + session::brokenEdgeWords(*environment.text, *doubt);
        }
        subject.titles.push_back(std::move(title));
    }
    return ExitCode::done;
}

// Where the eye is, and which muscles are out of its way.
session::Picture pictureFor(const RenderOptions& options, const Subject& subject, const glm::ivec2& size) {
    constexpr float closeMm = 300.0F;
    session::Picture picture;
    picture.sizePx = size;
    picture.layers = subject.layers;
    picture.look = subject.look;
    picture.points = subject.points;
    const auto view = session::parseSnapView(options.view);
    session::Camera& camera = picture.camera;
    camera = session::snapView(view.value_or(session::SnapView::anterior), subject.library.bounds, size);
    if (subject.uncovered) {
        session::Dig dig = session::digTo(subject.library, *subject.uncovered, camera, size);
        picture.uncovered = session::Uncovered{*subject.uncovered, std::move(dig.covering), dig.bonesCover && !view};
        camera = view ? camera : dig.camera;
    } else if (!view && !subject.points.empty()) {
        camera =
            session::bestView(subject.points, subject.library.body->skin(), subject.library.referral->surface(), size);
    }
    camera.yaw += glm::radians(static_cast<float>(options.turn));
    if (subject.place) {
        camera = session::framed(camera, std::span(&*subject.place, 1), size, closeMm);
    }
    return picture;
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

// One turn around the body in 60 frames, each drawn and read back, so that the driver cannot put work off.
nlohmann::ordered_json timings(PictureMaker& maker, const session::Library& library, session::Picture picture,
                               double readyMs) {
    constexpr int frames = 60;
    std::vector<double> milliseconds;
    for (int i = 0; i < frames; ++i) {
        picture.camera.yaw += 6.2831853F / frames;
        const auto scene = session::buildScene(picture, library);
        const auto start = Clock::now();
        static_cast<void>(maker.draw(scene));
        milliseconds.push_back(millisecondsSince(start));
    }
    std::size_t triangles = 0;
    const auto scene = session::buildScene(picture, library);
    for (std::size_t i = 0; i < scene.parts.size(); ++i) {
        triangles += scene.parts[i].visible ? library.body->structures[i].mesh.triangles.size() : 0;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {{"ready_ms", readyMs},
            {"frame_ms", {{"median", percentile(milliseconds, 0.5)}, {"p99", percentile(milliseconds, 0.99)}}},
            {"triangles", triangles},
            {"peak_rss_mib", static_cast<double>(usage.ru_maxrss) / 1024.0}};
}

Result<bool> savePicture(const Text& text, const Image& picture, const Subject& subject, const std::string& file,
                         int legend) {
    const report::LegendColors colors = legendColors(subject.look);
    report::Canvas canvas(picture.width, picture.height + legend, colors.ground);
    canvas.image(picture, 0, 0);
    if (legend > 0) {
        report::drawLegend(canvas, picture.height, subject.titles, colors, text);
    }
    return canvas.savePng(file);
}

}  // namespace

Result<glm::ivec2> parseSize(const std::string& text) {
    const Diagnostic problem{{}, fmt::format("'{}' is not a size", text), "WIDTHxHEIGHT, each from 16 to 8192"};
    glm::ivec2 size{0};
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.x);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') {
        return problem;
    }
    const auto height = std::from_chars(width.ptr + 1, end, size.y);
    if (height.ec != std::errc{} || height.ptr != end || std::min(size.x, size.y) < 16 ||
        std::max(size.x, size.y) > 8192) {
        return problem;
    }
    return size;
}

int renderCommand(const Environment& environment, const RenderOptions& options) {
    const auto size = parseSize(options.size);
    const auto layers = parseLayers(!options.layers.empty() ? options.layers
                                    : options.dig.empty()   ? "skin"
                                                            : "muscles,skeleton");
    if (!size || !layers) {
        environment.complain(!size ? size.problem() : layers.problem());
        return ExitCode::wrongCall;
    }
    Subject subject;
    if (const int code = loadSubject(environment, options, layers.value(), subject); code != ExitCode::done) {
        return code;
    }
    auto maker = PictureMaker::create(environment.resources, subject.library.body);
    if (!maker) {
        return environment.fail(maker.problem());
    }
    glm::ivec2 picture = size.value();
    const int legend = subject.points.empty() ? 0 : report::legendHeight(picture.x);
    const bool roomForLegend = picture.y >= 2 * legend;
    picture.y -= roomForLegend ? legend : 0;
    const session::Library& library = subject.library;
    const session::Picture asked = pictureFor(options, subject, picture);
    const Image image = maker.value().draw(session::buildScene(asked, library));
    const double readyMs = millisecondsSince(environment.started);
    const auto saved = savePicture(*environment.text, image, subject, options.output, roomForLegend ? legend : 0);
    if (!saved) {
        return environment.fail(saved.problem());
    }
    if (options.timings) {
        environment.out << timings(maker.value(), library, asked, readyMs).dump(2) << '\n';
    }
    return ExitCode::done;
}

}  // namespace myo::cli
