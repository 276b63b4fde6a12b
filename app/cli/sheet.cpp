// myoatlas sheet
#include <ostream>
#include <set>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "cli/picture.h"
#include "session/camera_views.h"

namespace myo::cli {

namespace {

// The points of the muscles asked for, or of all.
Result<std::vector<const atlas::TriggerPoint*>> chosenPoints(const atlas::Atlas& atlas,
                                                             const std::vector<std::string>& muscles) {
    if (muscles.empty()) {
        return atlas.points();
    }
    std::vector<const atlas::TriggerPoint*> points;
    for (const std::string& id : muscles) {
        const atlas::Muscle* muscle = atlas.find(MuscleId{id});
        if (muscle == nullptr) {
            return atlas::unknownId(atlas, id, "muscle");
        }
        for (const atlas::TriggerPoint& point : muscle->points) {
            points.push_back(&point);
        }
    }
    return points;
}

}  // namespace

int sheetCommand(const Environment& environment, const SheetOptions& options) {
    const auto size = parseSize(options.size);
    if (!size) {
        environment.complain(size.problem());
        return ExitCode::wrongCall;
    }
    auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto points = chosenPoints(atlas.value(), options.muscles);
    if (!points) {
        return environment.refuse(points.problem());
    }
    auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.failBody(options.body, options.model, body.problem());
    }
    auto maker = PictureMaker::create(environment.resources, body.value());
    if (!maker) {
        return environment.fail(maker.problem());
    }
    session::Library library;
    library.body = body.value();
    library.bounds = library.body->skin().bounds();
    std::set<PointId> asked;
    for (const atlas::TriggerPoint* point : points.value()) {
        asked.insert(point->id);
    }
    library.referral = std::make_shared<const referral::Referral>(atlas.value(), library.body, asked);
    // The atlas stays where `points` refer to it; the library only borrows it.
    library.atlas = std::shared_ptr<const atlas::Atlas>(std::shared_ptr<void>(), &atlas.value());
    std::vector<report::SheetCell> cells;
    for (const atlas::TriggerPoint* point : points.value()) {
        const referral::ResolvedPoint* resolved = library.referral->find({point->id, Side::left});
        if (resolved == nullptr) {
            environment.complain({{}, point->id.text() + " has no place on this body", "see 'myoatlas validate'"});
            continue;
        }
        session::Picture picture;
        picture.camera = session::bestView(*resolved, library.body->skin(), library.referral->surface(), size.value());
        picture.sizePx = size.value();
        picture.points = {resolved};
        cells.push_back({maker.value().draw(session::buildScene(picture, library)), point->id.text(), point->label});
    }
    if (cells.empty()) {
        return environment.fail({{}, "there is no trigger point to show", "muscles with points"});
    }
    const std::string heading = (*environment.text)("report.sheet", {{"count", cells.size()}});
    const auto saved = report::saveSheet(cells, heading, legendColors({}), *environment.text, options.output);
    return saved ? ExitCode::done : environment.fail(saved.problem());
}

}  // namespace myo::cli
