// myoatlas study deck | grade | replay
#include <algorithm>
#include <cmath>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "cli/drawing_body.h"
#include "cli/study_choice.h"
#include "content/words.h"
#include "core/text_file.h"
#include "referral/drawing_file.h"
#include "referral/referral.h"
#include "study/cards.h"
#include "study/grade.h"
#include "study/replay_file.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

double shareRounded(double share) {
    return std::round(share * 1000.0) / 1000.0;
}

Json cardJson(const study::Card& card) {
    return {{"card", card.id},
            {"kind", study::kindName(card.kind)},
            {"muscle", card.muscle.value},
            {"prompt", card.prompt},
            {"answer", card.answer}};
}

Json regionsJson(const std::vector<SidedRegion>& regions) {
    Json list = Json::array();
    for (const SidedRegion& region : regions) {
        list.push_back(region.text());
    }
    return list;
}

Json tierJson(const study::TierGrade& tier) {
    return {{"covered", shareRounded(tier.covered)},
            {"missed", regionsJson(tier.missed)},
            {"extra", regionsJson(tier.extra)}};
}

void printTier(const Environment& environment, const atlas::Atlas& atlas, const char* name,
               const study::TierGrade& tier) {
    const auto words = [&](const std::vector<SidedRegion>& regions) {
        std::vector<std::string> names;
        for (const SidedRegion& region : regions) {
            names.push_back(content::regionWords(*environment.text, atlas, region));
        }
        return content::joined(*environment.text, names);
    };
    if (!tier.asked && tier.extra.empty()) {
        return;
    }
    environment.out << fmt::format("{}: {:.0f} % covered\n", name, tier.covered * 100.0);
    if (!tier.missed.empty()) {
        environment.out << "  left out: " << words(tier.missed) << '\n';
    }
    if (!tier.extra.empty()) {
        environment.out << "  too much: " << words(tier.extra) << '\n';
    }
}

std::string_view ratingName(study::Rating rating) {
    switch (rating) {
        case study::Rating::again:
            return "again";
        case study::Rating::hard:
            return "hard";
        case study::Rating::good:
            return "good";
        case study::Rating::easy:
            break;
    }
    return "easy";
}

}  // namespace

int studyDeckCommand(const Environment& environment, const StudyDeckOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto choice = studyChoiceOf(options.choice, atlas.value());
    if (!choice) {
        return environment.refuse(choice.problem());
    }
    const std::vector<study::Card> deck = study::makeDeck(*environment.text, atlas.value(), choice.value());
    if (options.json) {
        Json rows = Json::array();
        for (const study::Card& card : deck) {
            rows.push_back(cardJson(card));
        }
        environment.out << rows.dump(2) << '\n';
    } else {
        for (const study::Card& card : deck) {
            environment.out << card.id << '\t' << card.prompt << '\n';
        }
    }
    return ExitCode::done;
}

int studyGradeCommand(const Environment& environment, const StudyGradeOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto asked = atlas::parsePoint(atlas.value(), options.point);
    if (!asked) {
        return environment.refuse(asked.problem());
    }
    const auto drawing = referral::readDrawing(options.drawing);
    if (!drawing) {
        return environment.fail(drawing.problem());
    }
    const auto body = bodyOfDrawing(environment, drawing.value(), options.drawing, options.body, options.model);
    if (!body) {
        return options.body.empty() ? environment.fail(body.problem())
                                    : environment.failBody(options.body, options.model, body.problem());
    }
    const referral::Referral referral(atlas.value(), body.value(), {asked.value().point});
    if (const auto problem = referral::misfit(drawing.value(), body.value()->identity, referral, options.drawing)) {
        return environment.fail(*problem);
    }
    const Side side = asked.value().left ? Side::left : Side::right;
    const referral::ResolvedPoint* point = referral.find({asked.value().point, side});
    if (point == nullptr) {
        return environment.fail(
            {{}, fmt::format("{} has no place on this body", options.point), "see 'myoatlas validate'"});
    }
    const study::ZoneGrade grade =
        study::gradeZones(*point, referral::resolveDrawing(drawing.value(), referral), referral);
    if (options.json) {
        environment.out << Json{{"score", shareRounded(grade.score)},
                                {"primary", tierJson(grade.primary)},
                                {"spillover", tierJson(grade.spillover)},
                                {"grade", static_cast<int>(grade.rating)}}
                               .dump(2)
                        << '\n';
        return ExitCode::done;
    }
    environment.out << fmt::format("{:.0f} % right: {}\n", grade.score * 100.0, ratingName(grade.rating));
    printTier(environment, atlas.value(), "primary", grade.primary);
    printTier(environment, atlas.value(), "spillover", grade.spillover);
    return ExitCode::done;
}

int studyReplayCommand(const Environment& environment, const StudyReplayOptions& options) {
    const auto text = readTextFile(options.file);
    if (!text) {
        return environment.fail(text.problem());
    }
    auto replayed = study::replay(text.value(), options.file);
    if (!replayed) {
        return environment.fail(replayed.problem());
    }
    if (options.json) {
        environment.out << study::replayJson(replayed.value()) << '\n';
        return ExitCode::done;
    }
    for (const study::ReplayCase& each : replayed.value().cases) {
        environment.out << each.name << '\n';
        for (const study::ReplayReview& review : each.reviews) {
            environment.out << fmt::format("  {:>10} min  {:<5}  stability {:.2f} d  difficulty {:.2f}  due {} min\n",
                                           review.minutes, ratingName(review.rating), review.after.stability,
                                           review.after.difficulty, review.dueMinutes);
        }
    }
    return ExitCode::done;
}

}  // namespace myo::cli
