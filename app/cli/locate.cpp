// myoatlas locate --region ID[:SIDE]... | --drawing FILE
#include <cmath>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "cli/drawing_body.h"
#include "core/utf8.h"
#include "referral/drawing_file.h"
#include "referral/locate.h"
#include "referral/referral.h"
#include "session/pain_answer.h"

namespace myo::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* usualBody = "male";

// "temple" means both sides; "temple:right" one.
Result<std::set<SidedRegion>> parseRegions(const atlas::Atlas& atlas, const std::vector<std::string>& texts) {
    std::set<SidedRegion> regions;
    for (const std::string& text : texts) {
        const auto colon = text.find(':');
        const RegionId id{text.substr(0, colon)};
        const atlas::Region* region = atlas.find(id);
        if (region == nullptr) {
            return atlas::unknownId(atlas, id.value, "region");
        }
        const std::string side = colon == std::string::npos ? "both" : text.substr(colon + 1);
        if (side != "left" && side != "right" && side != "both" && side != "mid") {
            return Diagnostic{{}, fmt::format("'{}' is not a side", side), "left, right or both after the colon"};
        }
        if (region->midline || side == "mid") {
            regions.insert({id, BodySide::mid});
            continue;
        }
        if (side != "right") {
            regions.insert({id, BodySide::left});
        }
        if (side != "left") {
            regions.insert({id, BodySide::right});
        }
    }
    return regions;
}

Json locateJson(const std::vector<SidedRegion>& regions, const std::vector<referral::LocateResult>& results) {
    Json asked = Json::array();
    for (const SidedRegion& region : regions) {
        asked.push_back(region.text());
    }
    Json rows = Json::array();
    for (const referral::LocateResult& result : results) {
        Json covers = Json::object();
        for (const auto& [region, fraction] : result.covers) {
            covers[region.value] = rounded(fraction);
        }
        rows.push_back({{"point", result.point.point.text()},
                        {"muscle", result.point.point.muscle.value},
                        {"side", name(result.point.side)},
                        {"score", rounded(result.score)},
                        {"covers", covers},
                        {"tier", result.tier == atlas::Tier::primary ? "primary" : "spillover"}});
    }
    return {{"regions", asked}, {"results", rows}};
}

int locateRegions(const Environment& environment, const LocateOptions& options, const atlas::Atlas& atlas) {
    const auto parsed = parseRegions(atlas, options.regions);
    if (!parsed) {
        environment.complain(parsed.problem());
        return ExitCode::wrongCall;
    }
    const std::string bodyName = options.body.empty() ? usualBody : options.body;
    const auto body = openBody(environment, bodyName, options.model);
    if (!body) {
        return environment.failBody(bodyName, options.model, body.problem());
    }
    const referral::Referral referral(atlas, body.value());
    const std::vector<SidedRegion> regions(parsed.value().begin(), parsed.value().end());
    const auto results = referral::locate(regions, referral, options.limit);
    if (options.json) {
        environment.out << locateJson(regions, results).dump(2) << '\n';
        return ExitCode::done;
    }
    for (const referral::LocateResult& result : results) {
        environment.out << fmt::format("{:5.2f}  {:<40} {}\n", result.score, result.point.text(),
                                       result.tier == atlas::Tier::primary ? "primary" : "spillover");
    }
    return ExitCode::done;
}

// Of each painted region: the share that the point's zones cover.
Json coversJson(const SidedPoint& id, const std::vector<SidedRegion>& regions, const referral::Referral& referral) {
    Json out = Json::object();
    const referral::ResolvedPoint* point = referral.find(id);
    for (const SidedRegion& region : regions) {
        float most = 0.0F;
        for (const referral::ResolvedZone& zone : point->zones) {
            for (const auto& coverage : zone.coverage) {
                most = coverage.region == region ? std::max(most, coverage.covered) : most;
            }
        }
        if (most > 0.0F) {
            out[region.region.value] = rounded(most);
        }
    }
    return out;
}

Json drawingJson(const session::PainAnswer& answer, const referral::Referral& referral) {
    Json regions = Json::array();
    for (const SidedRegion& region : answer.regions) {
        regions.push_back(region.text());
    }
    Json rows = Json::array();
    for (const session::PainAnswer::Row& row : answer.rows) {
        const SidedPoint& point = row.match.point;
        rows.push_back({{"point", point.point.text()},
                        {"muscle", point.point.muscle.value},
                        {"side", name(point.side)},
                        {"score", rounded(row.match.score)},
                        {"covers", coversJson(point, answer.regions, referral)},
                        {"tier", row.match.tier == atlas::Tier::primary ? "primary" : "spillover"},
                        {"explains", rounded(row.match.covers)},
                        {"because", row.reason}});
    }
    Json parts = Json::array();
    for (const auto& part : answer.smallest.parts) {
        parts.push_back({{"point", part.point.text()}, {"adds", rounded(part.adds)}});
    }
    Json cautions = Json::array();
    for (const session::PainCaution& caution : answer.cautions) {
        cautions.push_back(caution.text);
    }
    Json out{{"regions", regions}, {"cautions", cautions}, {"rule_out", answer.ruleOut}};
    if (!answer.note.empty()) {
        out["note"] = answer.note;
    }
    out["smallest_set"] = {{"points", parts}, {"explains", rounded(answer.smallest.covers)}};
    out["results"] = rows;
    return out;
}

void printAnswer(std::ostream& out, const Text& text, const session::PainAnswer& answer, const atlas::Atlas& atlas) {
    if (!answer.note.empty()) {
        out << answer.note << "\n\n";
    }
    if (!answer.ruleOut.empty()) {
        out << answer.ruleOut << "\n\n";
    }
    for (const session::PainCaution& caution : answer.cautions) {
        out << "CAUTION: " << caution.text << "\n";
    }
    out << (answer.cautions.empty() ? "" : "\n");
    for (const session::PainAnswer::Row& row : answer.rows) {
        out << fmt::format("{:5.2f}  {:<40} {}\n", row.match.score, row.match.point.text(), row.reason);
    }
    if (const std::string set = session::smallestSetWords(text, atlas, answer.smallest); !set.empty()) {
        out << "\nFewest points: " << set << '\n';
    }
    if (answer.rows.empty()) {
        out << "No zone of the atlas reaches what is painted.\n";
    }
}

int locateDrawing(const Environment& environment, const LocateOptions& options, const atlas::Atlas& atlas) {
    const auto drawing = referral::readDrawing(options.drawing);
    if (!drawing) {
        return environment.fail(drawing.problem());
    }
    const auto body = bodyOfDrawing(environment, drawing.value(), options.drawing, options.body, options.model);
    if (!body) {
        return options.body.empty() ? environment.fail(body.problem())
                                    : environment.failBody(options.body, options.model, body.problem());
    }
    const referral::Referral referral(atlas, body.value());
    if (const auto problem = referral::misfit(drawing.value(), body.value()->identity, referral, options.drawing)) {
        return environment.fail(*problem);
    }
    const referral::PaintedSkin skin = referral::resolveDrawing(drawing.value(), referral);
    if (skin.empty()) {
        return environment.fail({{options.drawing, 0, 0}, "nothing is painted in this drawing", "at least one stroke"});
    }
    const referral::Matcher matcher(referral);
    const session::PainAnswer answer =
        session::answerPain(*environment.text, atlas, referral, matcher, skin, options.limit);
    if (options.json) {
        environment.out << drawingJson(answer, referral).dump(2) << '\n';
    } else {
        printAnswer(environment.out, *environment.text, answer, atlas);
    }
    return ExitCode::done;
}

}  // namespace

int locateCommand(const Environment& environment, const LocateOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    return options.drawing.empty() ? locateRegions(environment, options, atlas.value())
                                   : locateDrawing(environment, options, atlas.value());
}

}  // namespace myo::cli
