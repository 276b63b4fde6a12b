#include "study/anki_notes.h"

#include <algorithm>

#include <fmt/format.h>

#include "atlas/evidence_status.h"
#include "content/words.h"

namespace myo::study {

namespace {

std::string html(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "<br>";
                break;
            case '\t':
            case '\r':
                out += ' ';
                break;
            default:
                out += c;
        }
    }
    return out;
}

CardPicture zonePictureOf(const PointId& point) {
    return {fmt::format("myoatlas_zone_{}.jpg", point.text()), CardPicture::Shows::zone, point.muscle, {point}};
}

CardPicture pointPictureOf(const PointId& point) {
    return {fmt::format("myoatlas_point_{}.jpg", point.text()), CardPicture::Shows::points, point.muscle, {point}};
}

CardPicture musclePictureOf(const MuscleId& muscle) {
    return {fmt::format("myoatlas_muscle_{}.jpg", muscle.value), CardPicture::Shows::muscle, muscle, {}};
}

struct Sides {
    std::vector<CardPicture> front;
    std::vector<CardPicture> back;
};

// No front shows what is asked.
Sides sidesOf(const Card& card) {
    switch (card.kind) {
        case CardKind::zone:
            return {{pointPictureOf(card.points.front())}, {zonePictureOf(card.points.front())}};
        case CardKind::muscle:
            return {{zonePictureOf(card.points.front())}, {pointPictureOf(card.points.front())}};
        case CardKind::points:
            return {{musclePictureOf(card.muscle)},
                    {{fmt::format("myoatlas_points_{}.jpg", card.muscle.value), CardPicture::Shows::points, card.muscle,
                      card.points}}};
        case CardKind::lookAlikes: {
            Sides sides;
            std::vector<PointId> sorted = card.points;  // not the one that is asked about first
            std::sort(sorted.begin(), sorted.end());
            for (const PointId& point : sorted) {
                sides.front.push_back(zonePictureOf(point));
            }
            sides.back = sides.front;
            return sides;
        }
        case CardKind::complaint:
        case CardKind::origin:
        case CardKind::insertion:
        case CardKind::action:
        case CardKind::nerve:
            break;
    }
    return {{}, {musclePictureOf(card.muscle)}};
}

std::string sourceOf(const Text& text, const atlas::Atlas& atlas, const Card& card) {
    std::vector<std::string> lines;
    for (const PointId& id : card.points) {
        if (const atlas::TriggerPoint* point = atlas.find(id)) {
            std::vector<std::string> works;
            for (const atlas::CitationRef& each : point->citations) {
                works.push_back(content::shortCitation(atlas, each));
            }
            lines.push_back(fmt::format("{}. {}", fmt::join(works, "; "),
                                        content::evidenceStatusWords(text, atlas::evidenceStatus(*point))));
        }
    }
    if (card.points.empty()) {
        const atlas::Muscle* muscle = atlas.find(card.muscle);
        for (const atlas::CitationRef& each :
             muscle != nullptr ? muscle->citations : std::vector<atlas::CitationRef>()) {
            lines.push_back(content::shortCitation(atlas, each));
        }
    }
    std::string out;
    std::set<std::string> said;
    for (const std::string& line : lines) {
        if (said.insert(line).second) {
            out += (out.empty() ? "" : "<br>") + html(line);
        }
    }
    return out;
}

// A tag of Anki holds no spaces.
std::string tag(std::string_view kind, std::string_view value) {
    std::string out = fmt::format("myoatlas::{}::{}", kind, value);
    std::replace(out.begin(), out.end(), ' ', '_');
    return out;
}

std::string caption(const Text& text, const atlas::Atlas& atlas, const CardPicture& picture) {
    return picture.points.empty() ? std::string()
                                  : content::pointWords(text, atlas, picture.points.front(), std::nullopt);
}

}  // namespace

std::vector<CardPicture> picturesOf(const std::vector<Card>& cards) {
    std::vector<CardPicture> out;
    std::set<std::string> known;
    for (const Card& card : cards) {
        const Sides sides = sidesOf(card);
        for (const auto* side : {&sides.front, &sides.back}) {
            for (const CardPicture& picture : *side) {
                if (known.insert(picture.name).second) {
                    out.push_back(picture);
                }
            }
        }
    }
    return out;
}

std::vector<AnkiNote> ankiNotes(const Text& text, const atlas::Atlas& atlas, const std::vector<Card>& cards,
                                const std::set<std::string>& pictures) {
    std::vector<AnkiNote> out;
    for (const Card& card : cards) {
        AnkiNote note;
        note.id = card.id;
        const Sides sides = sidesOf(card);
        const auto add = [&](std::string& to, const std::vector<CardPicture>& side, bool captions) {
            for (const CardPicture& picture : side) {
                if (pictures.contains(picture.name)) {
                    to += fmt::format("<br><img src=\"{}\">", html(picture.name));
                    to += captions ? "<br>" + html(caption(text, atlas, picture)) : "";
                }
            }
        };
        note.front = html(card.prompt);
        add(note.front, sides.front, false);
        note.back = html(card.answer);
        add(note.back, sides.back, card.kind == CardKind::lookAlikes);
        note.source = sourceOf(text, atlas, card);
        note.tags = {tag("kind", kindName(card.kind)), tag("muscle", card.muscle.value)};
        const atlas::Muscle* muscle = atlas.find(card.muscle);
        if (muscle != nullptr && muscle->bodyPart) {
            note.tags.push_back(tag("part", content::bodyPartName(text, *muscle->bodyPart)));
        }
        out.push_back(std::move(note));
    }
    return out;
}

std::string ankiText(const std::string& deck, const std::vector<AnkiNote>& notes) {
    std::string out =
        "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n#tags column:5\n"
        "#columns:guid\tdeck\tFront\tBack\ttags\n";
    for (const AnkiNote& note : notes) {
        out += fmt::format("{}\t{}\t{}\t{}{}{}\t{}\n", note.id, deck, note.front, note.back,
                           note.source.empty() ? "" : "<br><br>", note.source, fmt::join(note.tags, " "));
    }
    return out;
}

}  // namespace myo::study
