// myoatlas render
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/picture.h"
#include "session/camera_views.h"

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
    PictureLayers layers;
};

std::string titleOf(const atlas::Atlas& atlas, const SidedPoint& id) {
    const atlas::Muscle* muscle = atlas.find(id.point.muscle);
    const atlas::TriggerPoint* point = atlas.find(id.point);
    return fmt::format("{}, {} ({})", muscle->name, point->label, name(id.side));
}

// Resolves what the call names. A problem here is one of the data or of the call's ids.
Result<Subject> loadSubject(const Environment& environment, const RenderOptions& options, const PictureLayers& layers) {
    Subject subject;
    subject.layers = layers;
    auto body = openBody(environment, options.body, options.figure);
    if (!body) {
        return body.problem();
    }
    subject.library.body = std::move(body).value();
    subject.library.bounds = subject.library.body->skin().bounds();
    if (options.points.empty() && !layers.regions) {
        return subject;
    }
    auto atlas = loadEverything(environment);
    if (!atlas) {
        return atlas.problem();
    }
    subject.library.atlas = std::make_shared<const atlas::Atlas>(std::move(atlas).value());
    std::vector<SidedPoint> wanted;
    for (const std::string& text : options.points) {
        const auto argument = parsePoint(*subject.library.atlas, text);
        if (!argument) {
            return argument.problem();
        }
        if (argument.value().left) {
            wanted.push_back({argument.value().point, Side::left});
        }
        if (argument.value().right) {
            wanted.push_back({argument.value().point, Side::right});
        }
    }
    subject.library.referral = std::make_shared<const referral::Referral>(*subject.library.atlas, subject.library.body);
    for (const SidedPoint& id : wanted) {
        const referral::ResolvedPoint* point = subject.library.referral->find(id);
        if (point == nullptr) {
            return Diagnostic{{}, fmt::format("{} has no place on this body", id.text()), "see 'myoatlas validate'"};
        }
        subject.points.push_back(point);
        subject.titles.push_back(titleOf(*subject.library.atlas, id));
    }
    return subject;
}

session::Camera cameraFor(const RenderOptions& options, const Subject& subject, const glm::ivec2& size) {
    if (options.view == "auto" && !subject.points.empty()) {
        return session::bestView(subject.points, subject.library.body->skin(), subject.library.referral->surface(),
                                 size);
    }
    const auto view = session::parseSnapView(options.view).value_or(session::SnapView::anterior);
    return session::snapView(view, subject.library.bounds, size);
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

// One turn around the body in 60 frames, each drawn and read back, so that the driver can not put work off.
nlohmann::ordered_json timings(PictureMaker& maker, const Subject& subject, session::Camera camera,
                               const glm::ivec2& size, session::ThemeChoice theme, double readyMs) {
    constexpr int frames = 60;
    std::vector<double> milliseconds;
    for (int i = 0; i < frames; ++i) {
        camera.yaw += 6.2831853F / frames;
        const auto scene = pictureScene(subject.library, subject.points, camera, size, subject.layers, theme);
        const auto start = Clock::now();
        static_cast<void>(maker.draw(scene));
        milliseconds.push_back(millisecondsSince(start));
    }
    std::size_t triangles = 0;
    const auto scene = pictureScene(subject.library, subject.points, camera, size, subject.layers, theme);
    for (std::size_t i = 0; i < scene.parts.size(); ++i) {
        triangles += scene.parts[i].visible ? subject.library.body->structures[i].mesh.triangles.size() : 0;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {{"ready_ms", readyMs},
            {"frame_ms", {{"median", percentile(milliseconds, 0.5)}, {"p99", percentile(milliseconds, 0.99)}}},
            {"triangles", triangles},
            {"peak_rss_mib", static_cast<double>(usage.ru_maxrss) / 1024.0}};
}

Result<bool> savePicture(const Image& picture, const Subject& subject, session::ThemeChoice theme,
                         const std::string& file, int legend) {
    report::Canvas canvas(picture.width, picture.height + legend, legendColors(theme).ground);
    canvas.image(picture, 0, 0);
    if (legend > 0) {
        report::drawLegend(canvas, picture.height, subject.titles, legendColors(theme));
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
    const auto layers = parseLayers(options.layers.empty() ? "skin" : options.layers);
    if (!size || !layers) {
        environment.complain(!size ? size.problem() : layers.problem());
        return ExitCode::wrongCall;
    }
    const auto subject = loadSubject(environment, options, layers.value());
    if (!subject) {
        return environment.fail(subject.problem());
    }
    auto maker = PictureMaker::create(environment.resources, subject.value().library.body);
    if (!maker) {
        return environment.fail(maker.problem());
    }
    const auto theme = options.dark ? session::ThemeChoice::dark : session::ThemeChoice::light;
    glm::ivec2 picture = size.value();
    const int legend = subject.value().points.empty() ? 0 : report::legendHeight(picture.x);
    const bool roomForLegend = picture.y >= 2 * legend;
    picture.y -= roomForLegend ? legend : 0;
    const session::Camera camera = cameraFor(options, subject.value(), picture);
    const auto scene =
        pictureScene(subject.value().library, subject.value().points, camera, picture, subject.value().layers, theme);
    const Image image = maker.value().draw(scene);
    const double readyMs = millisecondsSince(environment.started);
    const auto saved = savePicture(image, subject.value(), theme, options.output, roomForLegend ? legend : 0);
    if (!saved) {
        return environment.fail(saved.problem());
    }
    if (options.timings) {
        environment.out << timings(maker.value(), subject.value(), camera, picture, theme, readyMs).dump(2) << '\n';
    }
    return ExitCode::done;
}

}  // namespace myo::cli
