#include "cli/command_line.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <new>
#include <ostream>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "shell/load_text.h"

namespace myo::cli {

namespace {

using Action = std::function<int(const Environment&)>;

// What the parsed call asks for; filled in by the options' callbacks, run once parsing has succeeded.
struct Call {
    ListOptions list;
    ShowOptions show;
    SearchOptions search;
    LocateOptions locate;
    StudyDeckOptions deck;
    StudyGradeOptions grade;
    StudyReplayOptions replay;
    StudyExportOptions studyExport;
    StudyImportOptions studyImport;
    RenderOptions render;
    SheetOptions sheet;
    HandoutOptions handout;
    MeshOptions mesh;
    ExportOptions exporting;
    ValidateOptions validate;
    DocsOptions docs;
    WindowCallOptions window;
    std::string language = "en";
    Action action;
};

// How to read a person's own model given with --body.
void addModel(CLI::App& command, shell::ModelOptions& model) {
    const auto axes = CLI::IsMember({"x", "y", "z", "+x", "+y", "+z", "-x", "-y", "-z"});
    command.add_option("--up", model.up, "Own model: the file's direction from feet to head")->check(axes);
    command.add_option("--facing", model.facing, "Own model: the file's direction of the nose")->check(axes);
    command.add_option("--units", model.units, "Own model: the file's unit of length")
        ->check(CLI::IsMember({"m", "dm", "cm", "mm", "in", "ft"}));
    command.add_option("--anatomy", model.anatomy,
                       "Anatomy set (BodyParts3D, Z-Anatomy): a GLB or a folder whose muscles and bones to use");
}

void addWindow(CLI::App& app, Call& call) {
    shell::WindowOptions& window = call.window.window;
    app.add_option("--point", window.point, "Open the window on a trigger point: POINT[:left|right|both]");
    app.add_option("--exam", window.exam, "Open the window on an exam: a teacher's set file");
    app.add_option("--body", window.body, "male, female or a file");
    app.add_option("--size", call.window.size, "WIDTHxHEIGHT of the window in pixels");
    // For tests; described in docs/window.md.
    app.add_option("--scale", window.scale)->group("")->check(CLI::Range(0.5, 4.0));
    app.add_option("--record", window.recording)->group("");
    app.add_option("--replay", window.replay)->group("")->check(CLI::ExistingFile);
    app.add_option("--status", window.status)->group("");
    app.add_option_function<std::int64_t>(
           "--clock", [&window](std::int64_t seconds) { window.clock = study::Moment(std::chrono::seconds(seconds)); })
        ->group("");
    app.add_option("--frames", window.frames)->group("")->check(CLI::Range(1, 1000000));
    addModel(app, window.model);
}

void addLookUps(CLI::App& app, Call& call) {
    CLI::App* list =
        app.add_subcommand("list", "List muscles, points, regions, landmarks, scenarios, guides or citations");
    list->add_option("what", call.list.what, "What to list")
        ->required()
        ->check(CLI::IsMember({"muscles", "points", "regions", "landmarks", "scenarios", "guides", "citations"}));
    list->add_flag("--json", call.list.json, "Print JSON");
    list->callback([&call] { call.action = [&call](const Environment& e) { return listCommand(e, call.list); }; });

    CLI::App* show =
        app.add_subcommand("show", "Show everything known about a muscle, trigger point, region, scenario or guide");
    show->add_option("id", call.show.ids, "e.g. soleus, soleus.3, temple, primer; several are shown in turn")
        ->required();
    show->add_flag("--json", call.show.json, "Print JSON, an array for several");
    show->callback([&call] { call.action = [&call](const Environment& e) { return showCommand(e, call.show); }; });

    CLI::App* search = app.add_subcommand("search", "Rank muscles for a name or a symptom in everyday words");
    search->add_option("text", call.search.words, "Words")->required();
    search->add_option("--limit", call.search.limit, "How many results")->check(CLI::Range(1, 1000));
    search->add_option("--part", call.search.part, "Only muscles of this body part, such as neck, hip or foot");
    search->add_flag("--self-care", call.search.selfCare, "Only muscles that a lay person may press");
    search->add_flag("--confirmed,--verified", call.search.confirmed, "Only points with a confirmed citation");
    search->add_flag("--json", call.search.json, "Print JSON");
    search->callback(
        [&call] { call.action = [&call](const Environment& e) { return searchCommand(e, call.search); }; });

    CLI::App* locate = app.add_subcommand("locate", "Rank trigger points as sources of pain felt in regions");
    CLI::Option_group* where = locate->add_option_group("where it hurts");
    where->add_option("--region", call.locate.regions, "REGION[:left|right], may be repeated");
    where->add_option("--drawing", call.locate.drawing, "Pain drawing saved by the window")
        ->check(CLI::Validator(
            [](const std::string& file) { return file.empty() ? std::string("the name of a file is missing") : ""; },
            ""));
    where->require_option(1);
    locate->add_option("--limit", call.locate.limit, "How many results")->check(CLI::Range(1, 1000));
    locate->add_option("--body", call.locate.body, "Body to resolve on");
    addModel(*locate, call.locate.model);
    locate->add_flag("--json", call.locate.json, "Print JSON");
    locate->callback(
        [&call] { call.action = [&call](const Environment& e) { return locateCommand(e, call.locate); }; });
}

void addPictures(CLI::App& app, Call& call) {
    CLI::App* render = app.add_subcommand("render", "Write a picture of the body, with the zones of trigger points");
    render->add_option("--point", call.render.points, "POINT[:left|right|both], may be repeated");
    render->add_option("--view", call.render.view, "Where to look from")
        ->check(CLI::IsMember({"anterior", "posterior", "left", "right", "superior", "inferior", "auto"}));
    render->add_option("--turn", call.render.turn, "Degrees to turn that view by, towards the body's left")
        ->check(CLI::Range(-360.0, 360.0));
    render->add_option("--at", call.render.at, "LANDMARK[:left|right] to come close to");
    render->add_option("--dig", call.render.dig, "MUSCLE[:left|right] to uncover, seen from where least is in its way");
    render->add_option("--palette", call.render.palette, "Colours of the zones; print is grey on white")
        ->check(CLI::IsMember({"clinical", "calm", "contrast", "print"}));
    render->add_option("--layers", call.render.layers, "Comma-separated: skin, muscles, skeleton, regions");
    render->add_option("--body", call.render.body, "male, female or a file");
    addModel(*render, call.render.model);
    render->add_option("--size", call.render.size, "WIDTHxHEIGHT in pixels");
    render->add_flag("--dark", call.render.dark, "Dark theme");
    render->add_flag("--timings", call.render.timings, "Print timings as JSON");
    render->add_option("-o,--output", call.render.output, "PNG file to write")->required();
    render->callback(
        [&call] { call.action = [&call](const Environment& e) { return renderCommand(e, call.render); }; });

    CLI::App* sheet = app.add_subcommand("sheet", "Write a contact sheet of trigger points, each in its best view");
    sheet->add_option("--muscle", call.sheet.muscles, "Muscle id, may be repeated; all without it");
    sheet->add_option("--body", call.sheet.body, "male, female or a file");
    addModel(*sheet, call.sheet.model);
    sheet->add_option("--size", call.sheet.size, "WIDTHxHEIGHT of one picture in pixels");
    sheet->add_option("-o,--output", call.sheet.output, "PNG file to write")->required();
    sheet->callback([&call] { call.action = [&call](const Environment& e) { return sheetCommand(e, call.sheet); }; });

    CLI::App* mesh = app.add_subcommand("mesh", "Write the body as GLB, one node per structure, in metres");
    mesh->add_option("--layers", call.mesh.layers, "Comma-separated: skin, muscles, skeleton");
    mesh->add_option("--body", call.mesh.body, "male, female or a file");
    addModel(*mesh, call.mesh.model);
    mesh->add_option("-o,--output", call.mesh.output, "GLB file to write")->required();
    mesh->callback([&call] { call.action = [&call](const Environment& e) { return meshCommand(e, call.mesh); }; });
}

void addHandout(CLI::App& app, Call& call) {
    CLI::App* handout =
        app.add_subcommand("handout", "Write a page for a client as PDF: the pain, its muscle, what helps");
    handout->add_option("--point", call.handout.points, "POINT[:left|right|both], up to four")->required();
    handout->add_option("--body", call.handout.body, "male, female or a file");
    addModel(*handout, call.handout.model);
    handout->add_option("--paper", call.handout.paper, "a4 or letter")->check(CLI::IsMember({"a4", "letter"}));
    handout->add_option("--practice", call.handout.practice, "TOML file with the practice's name, address and logo");
    handout->add_option("--client", call.handout.client, "For whom it is");
    handout->add_flag("--grey", call.handout.grey, "Pictures in grey, for a printer without colours");
    handout->add_option("-o,--output", call.handout.output, "PDF file to write")->required();
    handout->callback(
        [&call] { call.action = [&call](const Environment& e) { return handoutCommand(e, call.handout); }; });
}

void addStudyChoice(CLI::App& command, StudyChoice& choice) {
    command.add_option("--part", choice.parts, "Only muscles of this body part, may be repeated");
    command.add_option("--muscle", choice.muscles, "Only this muscle, may be repeated");
    command.add_option("--scenario", choice.scenario, "Only the points of this guided tour");
}

void addStudyFiles(CLI::App& study, Call& call) {
    CLI::App* exporting = study.add_subcommand("export", "Write cards and what was answered to files");
    addStudyChoice(*exporting, call.studyExport.choice);
    exporting->add_option("--json", call.studyExport.json, "File for cards and all reviews, to be imported again");
    exporting->add_option("--text", call.studyExport.text, "File for Anki's text import, without pictures");
    exporting->add_option("--anki", call.studyExport.anki, "Anki package (.apkg) with pictures");
    exporting->add_option("--body", call.studyExport.body, "Body in the pictures: male, female or a file");
    exporting->callback(
        [&call] { call.action = [&call](const Environment& e) { return studyExportCommand(e, call.studyExport); }; });

    CLI::App* importing =
        study.add_subcommand("import", "Add the reviews of a JSON file; those that are known are left");
    importing->add_option("file", call.studyImport.file, "File of 'study export --json'")->required();
    importing->callback(
        [&call] { call.action = [&call](const Environment& e) { return studyImportCommand(e, call.studyImport); }; });
}

void addStudy(CLI::App& app, Call& call) {
    CLI::App* study = app.add_subcommand(
        "study", "Cards to learn from: list them, grade a drawing, replay reviews, take all of it out and in");
    study->require_subcommand(1);

    CLI::App* deck = study->add_subcommand("deck", "List the cards");
    addStudyChoice(*deck, call.deck.choice);
    deck->add_flag("--json", call.deck.json, "Print JSON");
    deck->callback([&call] { call.action = [&call](const Environment& e) { return studyDeckCommand(e, call.deck); }; });

    CLI::App* grade = study->add_subcommand("grade", "Tell how well a drawing meets the zones of a trigger point");
    grade->add_option("--point", call.grade.point, "POINT[:left|right]")->required();
    grade->add_option("--drawing", call.grade.drawing, "Drawing saved by the window")->required();
    grade->add_option("--body", call.grade.body, "Body to resolve on");
    addModel(*grade, call.grade.model);
    grade->add_flag("--json", call.grade.json, "Print JSON");
    grade->callback(
        [&call] { call.action = [&call](const Environment& e) { return studyGradeCommand(e, call.grade); }; });

    CLI::App* replay = study->add_subcommand("replay", "Run reviews through the scheduler");
    replay->add_option("file", call.replay.file, "JSON file of reviews, as docs/study.md describes it")->required();
    replay->add_flag("--json", call.replay.json, "Print JSON");
    replay->callback(
        [&call] { call.action = [&call](const Environment& e) { return studyReplayCommand(e, call.replay); }; });
    addStudyFiles(*study, call);
}

void addData(CLI::App& app, Call& call) {
    CLI::App* exporting = app.add_subcommand("export", "Write the whole resolved atlas as JSON");
    exporting->add_option("--body", call.exporting.body, "male, female or a file");
    addModel(*exporting, call.exporting.model);
    exporting->add_option("-o,--output", call.exporting.output, "File to write; standard output without it");
    exporting->callback(
        [&call] { call.action = [&call](const Environment& e) { return exportCommand(e, call.exporting); }; });

    CLI::App* docs = app.add_subcommand("docs", "Write the documents that are made from the data");
    docs->add_option("folder", call.docs.folder, "Folder to write into")->required();
    docs->callback([&call] { call.action = [&call](const Environment& e) { return docsCommand(e, call.docs); }; });

    CLI::App* validate = app.add_subcommand("validate", "Report every error of a data folder");
    validate->add_option("folder", call.validate.folder, "Data folder; the built-in one without it");
    validate->add_option("--body", call.validate.body, "Body to check the zones on");
    validate->callback(
        [&call] { call.action = [&call](const Environment& e) { return validateCommand(e, call.validate); }; });
}

// An exception that reaches this far is a failure of the driver, the memory or the program: a sentence, not a crash.
int guarded(const Environment& environment, const Action& action) {
    try {
        return action(environment);
    } catch (const std::bad_alloc&) {
        return environment.fail({{}, "there is not enough memory", "a smaller picture or a smaller file"});
    } catch (const std::exception& problem) {
        return environment.fail({{}, problem.what(), ""});
    }
}

// One line, as for every other error.
std::string wrongCallText(const CLI::App* app, const CLI::Error& problem) {
    const std::vector<std::string> unexpected = app->remaining();
    const std::string what = dynamic_cast<const CLI::ExtrasError*>(&problem) != nullptr && !unexpected.empty()
                                 ? fmt::format("'{}' is not expected here", unexpected.front())
                                 : problem.what();
    return fmt::format("myoatlas: {}; 'myoatlas --help' tells what can be asked for\n", what);
}

int runCall(std::span<const std::string> arguments, const std::filesystem::path& executable,
            std::chrono::steady_clock::time_point started, std::ostream& out, std::ostream& err) {
    Call call;
    CLI::App app{"Myoatlas: see where the pain of a trigger point is felt", "myoatlas"};
    app.set_version_flag("--version", std::string("myoatlas ") + MYOATLAS_VERSION);
    app.require_subcommand(0, 1);
    app.failure_message(wrongCallText);
    app.add_option("--lang", call.language, "Language of what a person reads; en-XA is for tests");
    addWindow(app, call);
    addLookUps(app, call);
    addPictures(app, call);
    addHandout(app, call);
    addStudy(app, call);
    addData(app, call);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem, out, err);
        return code == 0 ? ExitCode::done : ExitCode::wrongCall;
    }
    const auto resources = findResources(executable);
    if (!resources) {
        err << "myoatlas: " << resources.problem().text() << '\n';
        return ExitCode::failed;
    }
    const auto text = shell::loadText(resources.value(), call.language);
    if (!text) {
        err << "myoatlas: " << text.problem().text() << '\n';
        return ExitCode::wrongCall;
    }
    const Environment environment{out, err, resources.value(), started, text.value()};
    if (!call.action) {
        call.action = [&call](const Environment& e) { return windowCommand(e, call.window); };
    }
    return guarded(environment, call.action);
}

}  // namespace

int run(std::span<const std::string> arguments, const std::filesystem::path& executable,
        std::chrono::steady_clock::time_point started, std::ostream& out, std::ostream& err) {
    const int code = runCall(arguments, executable, started, out, err);
    // Here and nowhere else, for every command: what was printed has to have arrived.
    if (!out.flush() && code == ExitCode::done) {
        err << "myoatlas: standard output cannot be written; a file, pipe or terminal with room\n";
        return ExitCode::failed;
    }
    return code;
}

}  // namespace myo::cli
