// myoatlas handout
#include <algorithm>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "cli/picture.h"
#include "content/handout.h"
#include "content/words.h"
#include "core/write_file.h"
#include "report/handout.h"
#include "session/camera_views.h"
#include "session/dig.h"

namespace myo::cli {

namespace {

constexpr int pictureHeightPx = 720;  // some 240 to the inch

// Everything that the pictures need, loaded.
struct HandoutSubject {
    session::Library library;
    std::vector<SidedPoint> points;
};

Result<std::vector<SidedPoint>> sidedPoints(const atlas::Atlas& atlas, const std::vector<std::string>& words) {
    std::vector<SidedPoint> points;
    for (const std::string& word : words) {
        const auto argument = atlas::parsePoint(atlas, word);
        if (!argument) {
            return argument.problem();
        }
        for (const Side side : {Side::left, Side::right}) {
            const bool asked = side == Side::left ? argument.value().left : argument.value().right;
            const SidedPoint id{argument.value().point, side};
            if (asked && std::find(points.begin(), points.end(), id) == points.end()) {
                points.push_back(id);
            }
        }
    }
    if (points.size() > content::mostOnHandout) {
        return Diagnostic{{},
                          fmt::format("{} trigger points are too many for one sheet", points.size()),
                          fmt::format("expected at most {}", content::mostOnHandout)};
    }
    return points;
}

Image zonePicture(PictureMaker& maker, const HandoutSubject& subject, const referral::ResolvedPoint& point,
                  const glm::ivec2& size, const session::PictureLook& look) {
    session::Picture picture;
    picture.sizePx = size;
    picture.look = look;
    picture.points = {&point};
    picture.camera = session::bestView(point, subject.library.body->skin(), subject.library.referral->surface(), size);
    return maker.draw(session::buildScene(picture, subject.library));
}

Image musclePicture(PictureMaker& maker, const HandoutSubject& subject, const referral::ResolvedPoint& point,
                    const glm::ivec2& size, const session::PictureLook& look) {
    const session::SidedMuscle muscle{point.id.point.muscle, toBodySide(point.id.side)};
    session::Picture picture;
    picture.sizePx = size;
    picture.look = look;
    picture.layers = {false, true, true, false};
    const session::Camera front = session::snapView(session::SnapView::anterior, subject.library.bounds, size);
    session::Dig dig = session::digTo(subject.library, muscle, front, size);
    // From farther off than the dig comes: a muscle is known by its neighbours.
    constexpr float farther = 1.45F;
    picture.camera = dig.camera;
    picture.camera.distanceMm *= farther;
    picture.points = {&point};
    picture.zones = false;
    picture.uncovered = session::Uncovered{muscle, std::move(dig.covering), dig.bonesCover};
    return maker.draw(session::buildScene(picture, subject.library));
}

std::string regionsOf(const Text& text, const atlas::Atlas& atlas, const PointId& id) {
    std::vector<std::string> names;
    for (const atlas::Zone& zone : atlas.find(id)->zones) {
        for (const RegionId& region : zone.regions) {
            std::string name = content::regionName(atlas, region);
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return content::joined(text, names);
}

Result<std::vector<report::HandoutPictures>> drawPictures(const Environment& environment, const HandoutSubject& subject,
                                                          const session::PictureLook& look) {
    auto maker = PictureMaker::create(environment.resources, subject.library.body);
    if (!maker) {
        return maker.problem();
    }
    const Text& text = *environment.text;
    const atlas::Atlas& atlas = *subject.library.atlas;
    const glm::ivec2 size(
        static_cast<int>(report::handoutPictureAspect(subject.points.size()) * static_cast<float>(pictureHeightPx)),
        pictureHeightPx);
    std::vector<report::HandoutPictures> pictures;
    for (const SidedPoint& id : subject.points) {
        const referral::ResolvedPoint* point = subject.library.referral->find(id);
        if (point == nullptr) {
            return Diagnostic{{}, fmt::format("{} has no place on this body", id.text()), "see 'myoatlas validate'"};
        }
        report::HandoutPictures made;
        made.zone = zonePicture(maker.value(), subject, *point, size, look);
        made.muscle = musclePicture(maker.value(), subject, *point, size, look);
        made.zoneSpoken = text("content.handout.picture_zone", {{"regions", regionsOf(text, atlas, id.point)}});
        made.muscleSpoken =
            text("content.handout.picture_muscle", {{"muscle", content::everydayName(atlas, id.point.muscle)},
                                                    {"side", content::sideWords(text, toBodySide(id.side))}});
        pictures.push_back(std::move(made));
    }
    return pictures;
}

// Loads what the call names. Complains and returns the exit code if there is something wrong with it.
int loadHandout(const Environment& environment, const HandoutOptions& options, HandoutSubject& subject) {
    auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    auto points = sidedPoints(atlas.value(), options.points);
    if (!points) {
        return environment.refuse(points.problem());
    }
    subject.points = std::move(points).value();
    auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.failBody(options.body, options.model, body.problem());
    }
    std::set<PointId> asked;
    for (const SidedPoint& id : subject.points) {
        asked.insert(id.point);
    }
    session::Library& library = subject.library;
    library.atlas = std::make_shared<const atlas::Atlas>(std::move(atlas).value());
    library.body = std::move(body).value();
    library.bounds = library.body->skin().bounds();
    library.caster = std::make_shared<const body::RayCaster>(library.body->structures);
    library.referral = std::make_shared<const referral::Referral>(*library.atlas, library.body, asked);
    return ExitCode::done;
}

// A character that no font of this machine shows is a gap on the sheet: say which.
void complainOfGap(const Environment& environment, char32_t character) {
    environment.complain({{},
                          fmt::format("no font on this machine shows the character U+{:04X}; the sheet has a gap there",
                                      static_cast<std::uint32_t>(character)),
                          "a font for that script, such as the package fonts-noto-core",
                          Severity::warning});
}

}  // namespace

int handoutCommand(const Environment& environment, const HandoutOptions& options) {
    report::Handout handout;
    handout.paper = options.paper == "letter" ? report::Paper::letter : report::Paper::a4;
    handout.client = options.client;
    handout.version = MYOATLAS_VERSION;
    if (!options.practice.empty()) {
        auto practice = report::readPractice(options.practice);
        if (!practice) {
            return environment.fail(practice.problem());
        }
        handout.practice = std::move(practice).value();
    }
    HandoutSubject subject;
    if (const int code = loadHandout(environment, options, subject); code != ExitCode::done) {
        return code;
    }
    const session::PictureLook look{session::ThemeChoice::light,
                                    options.grey ? session::PaletteChoice::print : session::PaletteChoice::clinical};
    auto pictures = drawPictures(environment, subject, look);
    if (!pictures) {
        return environment.fail(pictures.problem());
    }
    handout.pictures = std::move(pictures).value();
    handout.colors = legendColors(look);
    handout.document = content::handoutDocument(*environment.text, *subject.library.atlas, subject.points);
    const auto made = report::makeHandout(handout, *environment.text);
    if (!made) {
        return environment.fail(made.problem());
    }
    if (made.value().missingCharacter) {
        complainOfGap(environment, *made.value().missingCharacter);
    }
    const auto saved = writeFile(options.output, made.value().bytes);
    return saved ? ExitCode::done : environment.fail(saved.problem());
}

}  // namespace myo::cli
