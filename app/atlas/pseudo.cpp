#include "atlas/pseudo.h"

#include "core/text.h"

namespace myo::atlas {

namespace {

void word(std::string& words) {
    words = pseudoWords(words);
}

void word(std::vector<std::string>& list) {
    for (std::string& words : list) {
        word(words);
    }
}

// The letters of the pseudo-language without its brackets and what makes it longer.
void accent(std::string& name) {
    const std::string longer = pseudoWords(name);
    if (longer.size() > 2 && longer.front() == '[') {
        name = longer.substr(1, longer.find_last_not_of(" ~]"));
    }
}

void word(std::vector<CitationRef>& citations) {
    for (CitationRef& ref : citations) {
        word(ref.where);
    }
}

void word(std::vector<StudyFrequency>& measured) {
    for (StudyFrequency& study : measured) {
        word(study.unit);
        word(study.people);
        word(study.method);
        word(study.control);
        word(study.where);
    }
}

void word(TriggerPoint& point) {
    word(point.label);
    word(point.location);
    word(point.evidenceNote);
    word(point.citations);
    word(point.frequencies);
}

void wordCare(Muscle& muscle) {
    for (std::string* words :
         {&muscle.selfCare.pressure, &muscle.selfCare.heat, &muscle.selfCare.stretch, &muscle.selfCare.avoid,
          &muscle.selfCare.afterwards, &muscle.clinicianCare.compression, &muscle.clinicianCare.stretch,
          &muscle.clinicianCare.needling, &muscle.clinicianCare.structuresAtRisk}) {
        word(*words);
    }
}

void word(Muscle& muscle) {
    for (std::string* words : {&muscle.name, &muscle.latin, &muscle.lay, &muscle.family, &muscle.origin,
                               &muscle.insertion, &muscle.innervation.nerve, &muscle.palpation, &muscle.evidenceNote}) {
        word(*words);
    }
    for (std::vector<std::string>* list : {&muscle.aliases, &muscle.actions, &muscle.activates, &muscle.perpetuates,
                                           &muscle.reports, &muscle.provokes, &muscle.redFlags}) {
        word(*list);
    }
    for (std::string& root : muscle.innervation.roots) {
        accent(root);
    }
    for (LookAlike& other : muscle.lookAlikes) {
        word(other.name);
        word(other.tell);
    }
    wordCare(muscle);
    for (TriggerPoint& point : muscle.points) {
        word(point);
    }
    word(muscle.frequencies);
    word(muscle.citations);
}

void word(Scenario& scenario) {
    word(scenario.name);
    word(scenario.summary);
    word(scenario.redFlags);
    for (ScenarioStep& step : scenario.steps) {
        word(step.reason);
        word(step.care);
    }
    word(scenario.citations);
}

void word(Guide& guide) {
    word(guide.name);
    for (GuideSection& section : guide.sections) {
        word(section.title);
        word(section.paragraphs);
        word(section.points);
        word(section.citations);
    }
}

}  // namespace

Atlas pseudo(Atlas atlas) {
    for (Muscle& muscle : atlas.muscles) {
        word(muscle);
    }
    for (Region& region : atlas.regions) {
        word(region.name);
        word(region.clinical);
        word(region.lay);
    }
    for (Citation& citation : atlas.citations) {
        accent(citation.authors);
        word(citation.title);
        word(citation.container);
        word(citation.note);
    }
    for (Scenario& scenario : atlas.scenarios) {
        word(scenario);
    }
    for (Guide& guide : atlas.guides) {
        word(guide);
    }
    for (EvidenceParagraph& paragraph : atlas.evidence) {
        word(paragraph.text);
        word(paragraph.citations);
    }
    for (Landmark& landmark : atlas.landmarks) {
        word(landmark.name);
    }
    for (Synonym& synonym : atlas.synonyms) {
        word(synonym.circumstance);
        word(synonym.quality);
    }
    for (RedFlag& flag : atlas.redFlags) {
        word(flag.say);
    }
    for (RuleOut& ruleOut : atlas.ruleOuts) {
        word(ruleOut.say);
    }
    return atlas;
}

}  // namespace myo::atlas
