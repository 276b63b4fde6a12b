// myoatlas study export | import
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/card_pictures.h"
#include "cli/commands.h"
#include "cli/study_choice.h"
#include "core/text_file.h"
#include "core/write_file.h"
#include "platform/user_folders.h"
#include "store/anki_package.h"
#include "store/study_store.h"
#include "study/anki_notes.h"
#include "study/log_file.h"

namespace myo::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* ankiDeck = "Myoatlas";

// Tells what the store has to tell. \return whether all that it holds can be read
bool heard(const Environment& environment, store::StudyStore& store) {
    for (const Message& message : store.notices()) {
        environment.complain({{}, (*environment.text)(message), ""});
    }
    return store.complete();
}

// A folder for pictures on their way into a package.
class PictureFolder {
public:
    PictureFolder() {
        std::string name = (fs::temp_directory_path() / "myoatlas-cards-XXXXXX").string();
        path_ = ::mkdtemp(name.data()) != nullptr ? fs::path(name) : fs::path();
    }
    ~PictureFolder() {
        std::error_code ignored;
        if (!path_.empty()) {
            fs::remove_all(path_, ignored);
        }
    }
    PictureFolder(const PictureFolder&) = delete;
    PictureFolder& operator=(const PictureFolder&) = delete;
    PictureFolder(PictureFolder&&) = delete;
    PictureFolder& operator=(PictureFolder&&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

int exportLog(const Environment& environment, const std::vector<study::Card>& deck, const std::string& file) {
    store::StudyStore store(platform::userFolder());
    const std::vector<study::Review> reviews = store.reviews();
    if (!heard(environment, store)) {
        return ExitCode::failed;
    }
    const auto written = writeFile(file, study::logJson(deck, reviews));
    return written ? ExitCode::done : environment.fail(written.problem());
}

int exportAnki(const Environment& environment, const std::shared_ptr<const atlas::Atlas>& atlas,
               const std::vector<study::Card>& deck, const StudyExportOptions& options) {
    auto body = openBody(environment, options.body);
    if (!body) {
        return environment.failBody(options.body, {}, body.problem());
    }
    const PictureFolder folder;
    const auto files =
        drawCardPictures(environment, atlas, std::move(body).value(), study::picturesOf(deck), folder.path());
    if (!files) {
        return environment.fail(files.problem());
    }
    std::set<std::string> names;
    for (const fs::path& file : files.value()) {
        names.insert(file.filename().string());
    }
    const auto notes = study::ankiNotes(*environment.text, *atlas, deck, names);
    const auto written =
        store::writeAnkiPackage(options.anki, ankiDeck, notes, files.value(), store::StudyStore::systemClock()());
    return written ? ExitCode::done : environment.fail(written.problem());
}

}  // namespace

int studyExportCommand(const Environment& environment, const StudyExportOptions& options) {
    if (options.json.empty() && options.text.empty() && options.anki.empty()) {
        return environment.refuse({{}, "there is nothing to write", "--json FILE, --text FILE or --anki FILE"});
    }
    auto loaded = loadEverything(environment);
    if (!loaded) {
        return environment.fail(loaded.problem());
    }
    const auto atlas = std::make_shared<const atlas::Atlas>(std::move(loaded).value());
    const auto choice = studyChoiceOf(options.choice, *atlas);
    if (!choice) {
        return environment.refuse(choice.problem());
    }
    const std::vector<study::Card> deck = study::makeDeck(*environment.text, *atlas, choice.value());
    if (!options.json.empty()) {
        if (const int code = exportLog(environment, deck, options.json); code != ExitCode::done) {
            return code;
        }
    }
    if (!options.text.empty()) {
        const auto written =
            writeFile(options.text, study::ankiText(ankiDeck, study::ankiNotes(*environment.text, *atlas, deck, {})));
        if (!written) {
            return environment.fail(written.problem());
        }
    }
    return options.anki.empty() ? static_cast<int>(ExitCode::done) : exportAnki(environment, atlas, deck, options);
}

int studyImportCommand(const Environment& environment, const StudyImportOptions& options) {
    const auto text = readTextFile(options.file, study::longestLog);
    if (!text) {
        return environment.fail(text.problem());
    }
    const auto reviews = study::readLog(text.value(), options.file);
    if (!reviews) {
        return environment.fail(reviews.problem());
    }
    store::StudyStore store(platform::userFolder());
    const store::Imported imported = store.import(reviews.value());
    const bool readable = heard(environment, store);
    if (!readable || store.waiting() > 0) {
        return ExitCode::failed;
    }
    environment.out << fmt::format("{} reviews added, {} known\n", imported.added, imported.known);
    return ExitCode::done;
}

}  // namespace myo::cli
