#include "shell/load_body.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "body/joints.h"
#include "own_model/anatomy_set.h"
#include "own_model/open_model.h"
#include "shell/open_body.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;

Progress partOf(const Progress& whole, float from, float to) {
    if (!whole.report) {
        return whole;
    }
    return {[report = whole.report, from, to](float share) { report(from + (to - from) * share); }, whole.stop};
}

Result<SharedBody> readFile(const fs::path& file) {
    auto body = body::loadBody(file);
    if (!body) {
        return body.problem();
    }
    return SharedBody(std::make_shared<const body::Body>(std::move(body).value()));
}

Result<SharedBody> readBuiltIn(const Resources& resources, const std::string& name) {
    if (!isBuiltIn(name)) {
        return Diagnostic{{}, "there is no body named '" + name + "'", "male, female or a file"};
    }
    auto body = body::loadBody(resources.bodies / ("body_" + name + ".glb"));
    if (!body) {
        return body.problem();
    }
    body.value().identity.kind = body::BodyKind::builtIn;
    body.value().identity.name = name;
    return SharedBody(std::make_shared<const body::Body>(std::move(body).value()));
}

Diagnostic remark(const fs::path& about, std::string words) {
    return {{about.string(), 0, 0}, std::move(words), "", Severity::warning};
}

// Reads what a LoadBody names, one overload for each.
class BodyReader {
public:
    BodyReader(const Resources& resources, const Text& text, const Progress& progress)
        : resources_(resources), text_(text), progress_(progress) {}

    Result<OpenedBody> operator()(const NamedBody& what) const {
        auto body = readBuiltIn(resources_, what.name);
        if (!body) {
            return body.problem();
        }
        return OpenedBody{
            std::move(body).value(), {}, text_(what.name == "female" ? "shell.female_shown" : "shell.male_shown")};
    }

    Result<OpenedBody> operator()(const BodyFile& what) const {
        auto body = readFile(what.file);
        if (!body) {
            return body.problem();
        }
        return OpenedBody{
            std::move(body).value(), {}, text_("shell.file_shown", {{"file", what.file.filename().string()}})};
    }

    Result<OpenedBody> operator()(const OwnModelFile& what) const {
        const auto builtIn = makeBuiltInBody(resources_);
        if (!builtIn) {
            return builtIn.problem();
        }
        return laid(own_model::openModel(*builtIn.value(), what.file, what.frame, progress_.report, progress_.stop),
                    what.file, {});
    }

    Result<OpenedBody> operator()(const OwnModel& what) const {
        std::string unsaved;
        if (what.clicks.empty()) {
            return laid(
                own_model::registerModel(*what.builtIn, *what.model, what.frame, progress_.report, progress_.stop),
                what.model->file, unsaved);
        }
        const auto saved = own_model::writeClickedLandmarks(what.clicks, own_model::landmarkFileOf(what.model->file));
        if (!saved) {
            unsaved = " " + text_("shell.landmarks_unsaved", {{"problem", plainSentence(saved.problem())}});
        }
        return laid(own_model::bodyFromLandmarks(*what.builtIn, *what.model, what.clicks, what.frame, progress_.report,
                                                 progress_.stop),
                    what.model->file, unsaved);
    }

    Result<OpenedBody> operator()(const SharedBody& what) const { return OpenedBody{what, {}, {}}; }

private:
    // A body that was laid into a model.
    Result<OpenedBody> laid(Result<own_model::RegisteredBody> body, const fs::path& file,
                            const std::string& unsaved) const {
        if (!body) {
            return body.problem();
        }
        OpenedBody opened;
        opened.sentence = text_(body.value().quality.message()) + unsaved;
        for (const Message& note : body.value().notes) {
            const bool choice = note.key == "own_model.facing_unclear";  // of an option, where there is no window
            opened.remarks.push_back(
                remark(file, text_(note) + (choice ? " " + text_("own_model.facing_option") : "")));
        }
        opened.body = std::make_shared<const body::Body>(std::move(body.value().body));
        return opened;
    }

    const Resources& resources_;
    const Text& text_;
    const Progress& progress_;
};

// What became of the set, with the first names of each kind.
std::string setWords(const Text& text, const own_model::AppliedSet& set) {
    const auto named = [&text](const char* key, const std::vector<std::string>& names) -> std::string {
        constexpr std::size_t most = 8;
        if (names.empty()) {
            return {};
        }
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size()));
        std::string list = fmt::format("{}", fmt::join(names.begin(), end, ", "));
        return " " + text(key, {{"names", names.size() > most ? list + ", ..." : list}});
    };
    std::string words;
    for (const Message& message : set.summary()) {
        words += (words.empty() ? "" : " ") + text(message);
    }
    return words + named("own_model.set_kept_names", set.kept) + named("own_model.set_unmatched_names", set.unmatched);
}

// The body with muscles and bones of the set, and a word about what became of it.
Result<OpenedBody> withAnatomySet(const Resources& resources, const Text& text, OpenedBody opened, const fs::path& path,
                                  const Progress& progress) {
    const auto names = own_model::AnatomyNames::read(resources.anatomy / "muscles.tsv");
    if (!names) {
        return names.problem();
    }
    const auto set = own_model::readAnatomySet(path, progress.report, progress.stop);
    if (!set) {
        return set.problem();
    }
    auto applied = own_model::applyAnatomySet(*opened.body, names.value(), set.value());
    if (!applied) {
        Diagnostic problem = applied.problem();
        problem.place.file = path.string();
        return problem;
    }
    opened.remarks.push_back(remark(path, setWords(text, applied.value())));
    for (const Message& message : applied.value().summary()) {
        opened.sentence += (opened.sentence.empty() ? "" : " ") + text(message);
    }
    opened.body = std::make_shared<const body::Body>(std::move(applied.value().body));
    return opened;
}

// How much of the whole work is done when the body is read; the rest are the zones.
float readingShare(const LoadBody& what) {
    if (!what.anatomySet.empty()) {
        return 0.5F;
    }
    const bool own = std::holds_alternative<OwnModel>(what.from) || std::holds_alternative<OwnModelFile>(what.from);
    return std::holds_alternative<SharedBody>(what.from) ? 0.0F : own ? 0.6F : 0.1F;
}

}  // namespace

std::string plainSentence(const Diagnostic& problem) {
    Diagnostic plain = problem;
    plain.place.file = fs::path(problem.place.file).filename().string();
    return plain.text();
}

Result<OpenedBody> readBody(const Resources& resources, const Text& text, const LoadBody& what,
                            const Progress& progress) {
    const bool set = !what.anatomySet.empty();
    const float half = std::holds_alternative<SharedBody>(what.from) ? 0.0F : 0.5F;
    const Progress reading = set ? partOf(progress, 0.0F, half) : progress;
    auto opened = std::visit(BodyReader(resources, text, reading), what.from);
    if (!opened || !set) {
        return opened;
    }
    return withAnatomySet(resources, text, std::move(opened).value(), what.anatomySet, partOf(progress, half, 1.0F));
}

ReadyBody prepareBody(const std::shared_ptr<const atlas::Atlas>& atlas, OpenedBody body, const Progress& progress,
                      const std::function<void(ReadyBody)>& early) {
    ReadyBody ready;
    ready.sentence = std::move(body.sentence);
    ready.body = std::move(body.body);
    ready.caster = std::make_shared<const body::RayCaster>(ready.body->structures);
    if (early) {
        early(ready);
    }
    ready.referral = std::make_shared<const referral::Referral>(*atlas, ready.body, progress.report, progress.stop);
    if (!progress.stop.stop_requested()) {
        ready.matcher = std::make_shared<const referral::Matcher>(*ready.referral);
    }
    return ready;
}

Result<ReadyBody> loadReadyBody(const Resources& resources, const Text& text,
                                const std::shared_ptr<const atlas::Atlas>& atlas, const LoadBody& what,
                                const Progress& progress) {
    const float read = readingShare(what);
    auto opened = readBody(resources, text, what, partOf(progress, 0.0F, read));
    if (!opened) {
        return opened.problem();
    }
    return prepareBody(atlas, std::move(opened).value(), partOf(progress, read, 1.0F));
}

Result<std::shared_ptr<const own_model::BuiltInBody>> makeBuiltInBody(const Resources& resources) {
    const auto male = readBuiltIn(resources, "male");
    if (!male) {
        return male.problem();
    }
    const auto joints = body::readJoints(resources.anatomy / "joints_male.tsv");
    if (!joints) {
        return joints.problem();
    }
    return std::make_shared<const own_model::BuiltInBody>(male.value(), joints.value());
}

}  // namespace myo::shell
