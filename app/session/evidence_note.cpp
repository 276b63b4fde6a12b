// The general note on evidence; every number was read in the abstract of the named record.
#include "session/details.h"

namespace myo::session {

std::vector<EvidenceParagraph> evidenceNote() {
    return {
        {"The painted zones are clinical convention: what experienced clinicians drew from the people they saw. They "
         "show "
         "how often pain was reported somewhere, not how strong it was, and they are not a diagnosis.",
         ""},
        {"Finding trigger points by hand is moderately repeatable at best. Six studies with 363 patients were pooled: "
         "the "
         "agreement between examiners was kappa 0.452 (95 % confidence interval 0.364 to 0.540), and the authors call "
         "palpation unreliable. Tenderness (0.676) and recognised pain (0.575) were the most repeatable signs.",
         "Rathbone, Grosman-Rimon & Kumbhare 2017, Clin J Pain 33(8):715-729. PubMed 28098584"},
        {"An earlier systematic review of nine studies could not recommend physical examination as a reliable test for "
         "trigger points.",
         "Lucas et al. 2009, Clin J Pain 25(1):80. doi 10.1097/AJP.0b013e31817e13b6"},
        {"Sixty experts from twelve countries agreed on a taut band, a hypersensitive spot and referred pain as signs "
         "of a "
         "trigger point, but also that no specific location of the point or of its referred pain should be expected.",
         "Fern\xC3\xA1ndez-de-las-Pe\xC3\xB1"
         "as & Dommerholt 2018, Pain Med 19(1):142-150. PubMed 29025044"},
        {"Critics hold that the theory behind trigger points is conjecture; its defenders have answered them. The "
         "question "
         "is open.",
         "Quintner, Bove & Cohen 2015, Rheumatology 54(3):392-399; Dommerholt & Gerwin 2015, \"A critical evaluation "
         "of Quintner et al: missing the point\", J Bodyw Mov Ther"},
        {"So use a zone as a question to ask (could this muscle play a part?) and not as an answer. Pain that is new, "
         "severe, or comes with other symptoms belongs in front of a clinician.",
         ""},
    };
}

}  // namespace myo::session
