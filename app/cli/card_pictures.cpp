#include "cli/card_pictures.h"

#include <map>
#include <set>

#include "cli/picture.h"
#include "report/jpeg.h"
#include "session/camera_views.h"
#include "session/dig.h"

namespace myo::cli {

namespace {

constexpr glm::ivec2 cardSizePx{512, 640};

// Gives the scene of every picture; what a muscle is covered by is worked out once.
class CardScenes {
public:
    explicit CardScenes(const session::Library& library) : library_(library) {}

    // Nothing for what the body does not have.
    std::optional<render::RenderScene> scene(const study::CardPicture& wanted) {
        session::Picture picture;
        picture.sizePx = cardSizePx;
        for (const PointId& id : wanted.points) {
            if (const referral::ResolvedPoint* point = library_.referral->find({id, Side::left})) {
                picture.points.push_back(point);
            }
        }
        if (picture.points.size() != wanted.points.size()) {
            return std::nullopt;
        }
        if (wanted.shows == study::CardPicture::Shows::zone) {
            picture.camera =
                session::bestView(picture.points, library_.body->skin(), library_.referral->surface(), cardSizePx);
            render::RenderScene scene = session::buildScene(picture, library_);
            scene.markers.clear();  // the point would tell the muscle
            return scene;
        }
        const std::optional<session::Dig>& dig = digOf(wanted.muscle);
        if (!dig) {
            return std::nullopt;
        }
        picture.camera = dig->camera;
        picture.layers = {false, true, true, false};
        picture.uncovered = session::Uncovered{{wanted.muscle, side(wanted.muscle)}, dig->covering, dig->bonesCover};
        render::RenderScene scene = session::buildScene(picture, library_);
        scene.zones.clear();  // they would tell the answer
        return scene;
    }

private:
    [[nodiscard]] BodySide side(const MuscleId& muscle) const {
        return library_.body->find(muscle.value, BodySide::left) != nullptr ? BodySide::left : BodySide::mid;
    }

    const std::optional<session::Dig>& digOf(const MuscleId& muscle) {
        const auto known = digs_.find(muscle);
        if (known != digs_.end()) {
            return known->second;
        }
        std::optional<session::Dig>& dig = digs_[muscle];
        if (library_.body->find(muscle.value, side(muscle)) != nullptr) {
            dig = session::digTo(library_, {muscle, side(muscle)}, {}, cardSizePx);
        }
        return dig;
    }

    const session::Library& library_;
    std::map<MuscleId, std::optional<session::Dig>> digs_;
};

}  // namespace

Result<std::vector<std::filesystem::path>> drawCardPictures(const Environment& environment,
                                                            std::shared_ptr<const atlas::Atlas> atlas,
                                                            std::shared_ptr<const body::Body> body,
                                                            const std::vector<study::CardPicture>& pictures,
                                                            const std::filesystem::path& folder) {
    auto maker = PictureMaker::create(environment.resources, body);
    if (!maker) {
        return maker.problem();
    }
    std::set<PointId> asked;
    for (const study::CardPicture& picture : pictures) {
        asked.insert(picture.points.begin(), picture.points.end());
    }
    session::Library library;
    library.text = environment.text;
    library.atlas = std::move(atlas);
    library.body = body;
    library.bounds = body->skin().bounds();
    library.caster = std::make_shared<const body::RayCaster>(body->structures);
    library.referral = std::make_shared<const referral::Referral>(*library.atlas, body, asked);
    CardScenes scenes(library);
    std::vector<std::filesystem::path> files;
    for (const study::CardPicture& picture : pictures) {
        if (const auto scene = scenes.scene(picture)) {
            const auto saved = report::saveJpeg(maker.value().draw(*scene), folder / picture.name);
            if (!saved) {
                return saved.problem();
            }
            files.push_back(folder / picture.name);
        }
    }
    return files;
}

}  // namespace myo::cli
