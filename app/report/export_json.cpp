#include "report/export_json.h"

#include <cmath>
#include <string>
#include <string_view>

#include "atlas/evidence_status.h"
#include "atlas/known_keys.h"

namespace myo::report {

namespace {

using Json = nlohmann::ordered_json;

// Tenths of a millimetre and thousandths of a share are as much as the figures can mean.
double rounded(float value, double step) {
    return std::round(static_cast<double>(value) / step) * step;
}

Json point3(const glm::vec3& p) {
    return {rounded(p.x, 0.1), rounded(p.y, 0.1), rounded(p.z, 0.1)};
}

std::string_view relativeSide(BodySide region, Side point) {
    if (region == BodySide::mid) {
        return "mid";
    }
    return region == toBodySide(point) ? "ipsi" : "contra";
}

Json citationsJson(const std::vector<atlas::CitationRef>& citations) {
    Json out = Json::array();
    for (const atlas::CitationRef& citation : citations) {
        out.push_back({{"source", citation.source.value},
                       {"where", citation.where},
                       {"claim", citation.claim},
                       {"verification", atlas::wordOf(atlas::verificationWords, citation.verification)},
                       {"seen_in", atlas::seenInId(citation.seenIn)}});
    }
    return out;
}

Json lookAlikesJson(const std::vector<atlas::LookAlike>& lookAlikes) {
    Json out = Json::array();
    for (const atlas::LookAlike& other : lookAlikes) {
        out.push_back({{"name", other.name},
                       {"kind", atlas::wordOf(atlas::lookAlikeKindWords, other.kind)},
                       {"tell", other.tell}});
    }
    return out;
}

Json zoneJson(const referral::ResolvedZone& zone, Side side) {
    Json regions = Json::object();
    for (const auto& coverage : zone.coverage) {
        const std::string key =
            coverage.region.region.value + ":" + std::string(relativeSide(coverage.region.side, side));
        regions[key] = {{"covered", rounded(coverage.covered, 0.001)}, {"share", rounded(coverage.share, 0.001)}};
    }
    for (const RegionId& region : zone.internal) {
        regions[region.value + ":ipsi"] = {{"covered", 1.0}, {"share", 0.0}};
    }
    return {{"tier", atlas::wordOf(atlas::tierWords, zone.tier)},
            {"area_mm2", rounded(zone.areaMm2, 1.0)},
            {"regions", regions}};
}

Json idsJson(const std::vector<RegionId>& ids) {
    Json out = Json::array();
    for (const RegionId& id : ids) {
        out.push_back(id.value);
    }
    return out;
}

Json frequenciesJson(const std::vector<atlas::StudyFrequency>& frequencies) {
    Json out = Json::array();
    for (const atlas::StudyFrequency& f : frequencies) {
        Json one = {{"region", f.region.value},
                    {"percent", rounded(f.percent, 0.1)},
                    {"sample_size", f.sampleSize},
                    {"method", f.method},
                    {"source", f.source.value},
                    {"kind", atlas::measureId(f.measure)},
                    {"unit", f.unit},
                    {"people", f.people},
                    {"sex", f.sex},
                    {"where", f.where},
                    {"verification", atlas::wordOf(atlas::verificationWords, f.verification)}};
        if (f.controlPercent) {
            one["control"] = {
                {"percent", rounded(*f.controlPercent, 0.1)}, {"sample_size", f.controlSize}, {"people", f.control}};
        }
        out.push_back(std::move(one));
    }
    return out;
}

Json regionsJson(const atlas::Atlas& atlas, const referral::RegionMap& map) {
    Json out = Json::array();
    for (std::size_t i = 0; i < map.regions().size(); ++i) {
        const SidedRegion& sided = map.regions()[i];
        const atlas::Region* region = atlas.find(sided.region);
        out.push_back({{"id", sided.region.value},
                       {"name", region != nullptr ? region->name : sided.region.value},
                       {"side", name(sided.side)},
                       {"kind", "surface"},
                       {"area_mm2", rounded(map.areaMm2(i), 1.0)}});
    }
    for (const atlas::Region& region : atlas.regions) {
        if (region.kind == atlas::RegionKind::internal) {
            out.push_back({{"id", region.id.value},
                           {"name", region.name},
                           {"side", region.midline ? "mid" : "both"},
                           {"kind", "internal"},
                           {"area_mm2", 0.0}});
        }
    }
    return out;
}

}  // namespace

Json toJson(const atlas::Muscle& m) {
    Json satellites = Json::array();
    for (const MuscleId& id : m.satellites) {
        satellites.push_back(id.value);
    }
    return {{"id", m.id.value},
            {"name", m.name},
            {"latin", m.latin},
            {"lay", m.lay},
            {"family", m.family},
            {"body_part", m.bodyPart ? atlas::wordOf(atlas::bodyPartWords, *m.bodyPart) : ""},
            {"aliases", m.aliases},
            {"fma", m.fma},
            {"ta2", m.ta2},
            {"origin", m.origin},
            {"insertion", m.insertion},
            {"actions", m.actions},
            {"innervation", {{"nerve", m.innervation.nerve}, {"roots", m.innervation.roots}}},
            {"activates", m.activates},
            {"perpetuates", m.perpetuates},
            {"palpation", m.palpation},
            {"reports", m.reports},
            {"provokes", m.provokes},
            {"satellites", satellites},
            {"look_alikes", lookAlikesJson(m.lookAlikes)},
            {"red_flags", m.redFlags},
            {"self_care",
             {{"pressure_allowed", m.selfCare.pressureAllowed},
              {"pressure", m.selfCare.pressure},
              {"heat", m.selfCare.heat},
              {"stretch", m.selfCare.stretch},
              {"avoid", m.selfCare.avoid},
              {"afterwards", m.selfCare.afterwards}}},
            {"clinician_care",
             {{"compression", m.clinicianCare.compression},
              {"stretch", m.clinicianCare.stretch},
              {"needling", m.clinicianCare.needling},
              {"structures_at_risk", m.clinicianCare.structuresAtRisk}}},
            {"evidence_note", m.evidenceNote},
            {"frequencies", frequenciesJson(m.frequencies)},
            {"citations", citationsJson(m.citations)}};
}

Json toJson(const atlas::TriggerPoint& point) {
    Json zones = Json::array();
    for (const atlas::Zone& zone : point.zones) {
        zones.push_back({{"tier", atlas::wordOf(atlas::tierWords, zone.tier)},
                         {"regions", idsJson(zone.regions)},
                         {"contra_regions", idsJson(zone.contraRegions)},
                         {"internal", idsJson(zone.internal)}});
    }
    return {{"id", point.id.text()},
            {"muscle", point.id.muscle.value},
            {"label", point.label},
            {"location", point.location},
            {"zones", zones},
            {"frequencies", frequenciesJson(point.frequencies)},
            {"evidence_note", point.evidenceNote},
            {"standing", atlas::evidenceStatusId(atlas::evidenceStatus(point))},
            {"citations", citationsJson(point.citations)}};
}

Json toJson(const atlas::TriggerPoint& point, const referral::ResolvedPoint& resolved) {
    Json zones = Json::array();
    for (const referral::ResolvedZone& zone : resolved.zones) {
        zones.push_back(zoneJson(zone, resolved.id.side));
    }
    return {{"id", point.id.text()},
            {"muscle", point.id.muscle.value},
            {"label", point.label},
            {"location", point.location},
            {"position", point3(resolved.position)},
            {"surface", point3(resolved.surface)},
            {"depth_mm", rounded(resolved.depthMm, 0.1)},
            {"reachable", resolved.reachable},
            {"zones", zones},
            {"frequencies", frequenciesJson(point.frequencies)},
            {"evidence_note", point.evidenceNote},
            {"standing", atlas::evidenceStatusId(atlas::evidenceStatus(point))},
            {"citations", citationsJson(point.citations)}};
}

Json toJson(const atlas::Scenario& scenario) {
    Json steps = Json::array();
    for (const atlas::ScenarioStep& step : scenario.steps) {
        steps.push_back({{"point", step.point.text()}, {"reason", step.reason}, {"care", step.care}});
    }
    return {
        {"id", scenario.id.value},        {"name", scenario.name}, {"summary", scenario.summary},
        {"red_flags", scenario.redFlags}, {"steps", steps},        {"citations", citationsJson(scenario.citations)}};
}

Json toJson(const atlas::Guide& guide) {
    Json sections = Json::array();
    for (const atlas::GuideSection& section : guide.sections) {
        sections.push_back({{"title", section.title},
                            {"paragraphs", section.paragraphs},
                            {"points", section.points},
                            {"citations", citationsJson(section.citations)}});
    }
    return {{"id", guide.id.value},
            {"name", guide.name},
            {"audience", atlas::wordOf(atlas::audienceWords, guide.audience)},
            {"sections", sections}};
}

Json exportAtlas(const atlas::Atlas& atlas, const referral::Referral& referral, const body::Body& body) {
    Json muscles = Json::array();
    Json points = Json::array();
    for (const atlas::Muscle& muscle : atlas.muscles) {
        muscles.push_back(toJson(muscle));
        for (const atlas::TriggerPoint& point : muscle.points) {
            if (const referral::ResolvedPoint* resolved = referral.find({point.id, Side::left})) {
                points.push_back(toJson(point, *resolved));
            }
        }
    }
    const body::Mesh& skin = body.skin();
    return {{"format", 1},
            {"muscles", muscles},
            {"points", points},
            {"regions", regionsJson(atlas, referral.regions())},
            {"body",
             {{"name", body.identity.name},
              {"vertices", skin.positions.size()},
              {"triangles", skin.triangles.size()},
              {"stature_mm", rounded(body.statureMm, 0.1)}}}};
}

}  // namespace myo::report
