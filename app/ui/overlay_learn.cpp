// What can be read inside the product: guided tours, guides, and what the product itself is.
#include <string>

#include <fmt/format.h>

#include "atlas/content_figures.h"
#include "session/detail_blocks.h"
#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void gap(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

void bulletText(const Ui& ui, const std::string& text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + ui.px(4), at.y + ui.fonts.body->FontSize * 0.55F),
                                                ui.px(2.2F), ImGui::GetColorU32(ui.colors.dim));
    ImGui::Indent(ui.px(14));
    wrapped(ui, ui.fonts.body, ui.colors.text, text);
    ImGui::Unindent(ui.px(14));
}

// A title that is a button, with a line on what it leads to. \return true if chosen.
bool entry(const Ui& ui, const std::string& id, const std::string& title, const std::string& note) {
    ImGui::PushID(id.c_str());
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(10);
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(note.c_str(), nullptr, false, width - 2 * pad);
    ImGui::PopFont();
    const float line = ui.fonts.strong->FontSize + ui.px(3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool chosen = ImGui::Button("##entry", ImVec2(width, line + size.y + 2 * pad));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddText(ui.fonts.strong, ui.fonts.strong->FontSize, ImVec2(at.x + pad, at.y + pad),
                  ImGui::GetColorU32(ui.colors.accent), title.c_str());
    draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(at.x + pad, at.y + pad + line),
                  ImGui::GetColorU32(ui.colors.dim), note.c_str(), nullptr, width - 2 * pad);
    ImGui::PopID();
    return chosen;
}

void list(const Ui& ui) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, "Texts to read");
    for (const atlas::Guide& guide : ui.library.atlas->guides) {
        std::string about = "For " + guide.audience + ": ";
        for (std::size_t i = 0; i < guide.sections.size(); ++i) {
            about += (i > 0 ? "; " : "") + guide.sections[i].title;
        }
        if (entry(ui, guide.id.value, guide.name, about + ".")) {
            ui.push(session::OpenGuide{guide.id});
        }
    }
    gap(ui, 6);
    wrapped(ui, ui.fonts.strong, ui.colors.text, "Guided tours");
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            "A tour goes through the muscles of a common trouble, one after the other. It explains; it does not "
            "diagnose.");
    for (const atlas::Scenario& scenario : ui.library.atlas->scenarios) {
        if (entry(ui, scenario.id.value, scenario.name, scenario.summary)) {
            ui.push(session::StartTour{scenario.id});
        }
    }
}

void section(const Ui& ui, const atlas::GuideSection& part) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, part.title);
    for (const std::string& paragraph : part.paragraphs) {
        wrapped(ui, ui.fonts.body, ui.colors.text, paragraph);
        gap(ui, 2);
    }
    for (const std::string& point : part.points) {
        bulletText(ui, point);
    }
    for (const atlas::CitationRef& source : part.citations) {
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                fmt::format("{} ({})", session::shortCitation(*ui.library.atlas, source),
                            session::verificationWords(source.verification)));
    }
    gap(ui, 8);
}

std::string counts(const atlas::VerificationCount& count) {
    return fmt::format("{} confirmed, {} not yet, {} disputed", count.verified, count.unverified, count.disputed);
}

void figures(const Ui& ui) {
    const atlas::ContentFigures content = atlas::countContent(*ui.library.atlas);
    bulletText(ui, fmt::format("{} muscles with {} trigger points, {} primary and {} spillover zones, {} regions.",
                               content.muscles, content.points, content.primaryZones, content.spilloverZones,
                               content.regions));
    bulletText(ui,
               fmt::format("Points with at least one confirmed source: {}; with two sources or more, one of "
                           "them confirmed: {}; marked as resting on one source: {}, as unverified: {}, as disputed: "
                           "{}.",
                           content.pointsVerified, content.pointsWithTwoSources, content.pointsOnOneSource,
                           content.pointsUnconfirmed, content.pointsDisputed));
    bulletText(ui, "Confirmed: the statement was seen in the source itself or in two independent ones.");
    bulletText(ui, "Citations of points: " + counts(content.pointCitations) + ".");
    bulletText(ui, "Citations of muscles: " + counts(content.muscleCitations) + ".");
    bulletText(ui, fmt::format("Sources in the bibliography: {} ({}).", content.sources, counts(content.bibliography)));
    bulletText(ui, fmt::format("Measured frequencies from studies: {}. Guided tours: {}.", content.studyFrequencies,
                               content.scenarios));
}

void licences(const Ui& ui) {
    wrapped(ui, ui.fonts.body, ui.colors.text,
            "Program: (c) 2026 The Myoatlas authors, MIT License. It comes without any warranty.");
    gap(ui, 2);
    wrapped(ui, ui.fonts.body, ui.colors.text,
            "Texts, zones and anatomical figures: Creative Commons Attribution 4.0 International "
            "(creativecommons.org/licenses/by/4.0).");
    gap(ui, 2);
    wrapped(ui, ui.fonts.body, ui.colors.text,
            "Muscle, bone and bony landmark figures measured from BodyParts3D, (c) The Database Center for Life "
            "Science, licensed under CC Attribution 4.0 International "
            "(dbarchive.biosciencedbc.jp/en/bodyparts3d). Mitsuhashi N. et al., BodyParts3D: 3D structure database for "
            "anatomical concepts, Nucleic Acids Res. 2009;37:D782-5. Changes: fitted to parametric stations, mirrored, "
            "supplemented by authored parts.");
    gap(ui, 2);
    wrapped(ui, ui.fonts.body, ui.colors.text,
            "Skin figures: cross-sections measured on the MakeHuman base shape (CC0), re-posed and refitted.");
}

}  // namespace

void learnOverlay(const Ui& ui) {
    const atlas::Guide* guide = ui.library.atlas ? ui.library.atlas->find(ui.state.guide) : nullptr;
    if (beginOverlay(ui, guide != nullptr ? (guide->name + "###learn").c_str() : "Learn###learn", 700.0F)) {
        if (guide != nullptr) {
            if (link(ui, "Back to the list")) {
                ui.push(session::OpenGuide{});
            }
            for (const atlas::GuideSection& part : guide->sections) {
                section(ui, part);
            }
        } else if (ui.library.atlas) {
            list(ui);
        }
        endOverlay();
    }
}

void aboutOverlay(const Ui& ui) {
    if (beginOverlay(ui, "About Myoatlas", 640.0F)) {
        wrapped(ui, ui.fonts.body, ui.colors.dim,
                fmt::format("Version {}. An atlas of referred muscle pain. It explains; it does not diagnose.",
                            ui.input.version));
        gap(ui, 4);
        wrapped(ui, ui.fonts.strong, ui.colors.text, "What it holds, and how far that is confirmed");
        if (ui.library.atlas) {
            figures(ui);
        }
        if (link(ui, "How sure are such patterns at all?")) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
        gap(ui, 4);
        wrapped(ui, ui.fonts.strong, ui.colors.text, "Licences and thanks");
        licences(ui);
        endOverlay();
    }
}

}  // namespace myo::ui
