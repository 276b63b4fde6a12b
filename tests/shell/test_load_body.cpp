// Bodies and drawings on their way into the program.
#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <variant>

#include "referral/drawing_file.h"
#include "shell/drawing_reader.h"
#include "shell/load_body.h"
#include "shell/open_body.h"
#include "support/english.h"
#include "support/scratch_file.h"

using namespace myo;

namespace {

const Resources& resources() {
    static const Resources found = findResources(executablePath()).value();
    return found;
}

shell::SharedBody male() {
    static const shell::SharedBody body =
        shell::readBody(resources(), *test::english(), {shell::NamedBody{"male"}, {}}).value().body;
    return body;
}

// The library of a window with that body, whose atlas knows nothing: quick to make.
session::Library libraryOf(const shell::SharedBody& body) {
    session::Library out;
    out.text = test::english();
    out.atlas = std::make_shared<const atlas::Atlas>();
    out.setBody(body);
    out.referral = std::make_shared<const referral::Referral>(*out.atlas, body);
    return out;
}

// What the session is told in the end.
std::vector<session::Action> awaited(shell::DrawingReader& reader, const session::Library& library) {
    std::vector<session::Action> told;
    while (reader.busy() && told.empty()) {
        told = reader.deliver(library);
    }
    return told;
}

std::string noticeIn(const std::vector<session::Action>& told) {
    for (const session::Action& action : told) {
        if (const auto* notice = std::get_if<session::SetNotice>(&action)) {
            return notice->text;
        }
    }
    return {};
}

bool opens(const std::vector<session::Action>& told) {
    return std::any_of(told.begin(), told.end(), [](const session::Action& action) {
        return std::holds_alternative<session::DrawingOpened>(action);
    });
}

}  // namespace

TEST_CASE("a built-in body and a file of the same name are told apart, whichever way they come") {
    const test::ScratchFile file("male.glb");
    REQUIRE(body::saveBody(*male(), file.path()).ok());
    const auto fromFile = shell::openBody(resources(), *test::english(), file.path().string());
    REQUIRE(fromFile.ok());
    CHECK(male()->identity.kind == body::BodyKind::builtIn);
    CHECK(male()->identity.name == "male");
    CHECK(fromFile.value().body->identity.kind == body::BodyKind::bodyFile);
    CHECK(fromFile.value().body->identity.name == "male");
    CHECK_FALSE(fromFile.value().body->identity.same(male()->identity));
    CHECK(fromFile.value().sentence.find(file.path().filename().string()) != std::string::npos);
}

TEST_CASE("only the program's own bodies have names") {
    for (const char* name : {"martian", "", "body_male", ".."}) {
        const auto opened = shell::openBody(resources(), *test::english(), name);
        REQUIRE_FALSE(opened.ok());
        CHECK(opened.problem().what.find("no body named") != std::string::npos);
    }
}

TEST_CASE("a body is pointed at before its zones are known, and has them in the end") {
    const auto atlas = std::make_shared<const atlas::Atlas>();
    int early = 0;
    const shell::ReadyBody ready = shell::prepareBody(atlas, {male(), {}, {}}, {}, [&](const shell::ReadyBody& first) {
        ++early;
        CHECK(first.body == male());
        CHECK(first.caster != nullptr);
        CHECK(first.referral == nullptr);
    });
    CHECK(early == 1);
    CHECK(ready.referral != nullptr);
    CHECK(ready.matcher != nullptr);
}

TEST_CASE("a drawing is opened on the body that it was painted on, and on no other") {
    const session::Library library = libraryOf(male());
    referral::PainDrawing drawing;
    drawing.body = male()->identity;
    referral::PainStroke stroke;
    stroke.points = {male()->skin().positions.front()};
    drawing.strokes = {std::make_shared<const referral::PainStroke>(stroke)};
    const test::ScratchFile file("pain.json", referral::drawingText(drawing));
    shell::DrawingReader reader({});
    CHECK(reader.start(file.path().string(), library).empty());
    const auto told = awaited(reader, library);
    CHECK(opens(told));
    CHECK(noticeIn(told).find(file.path().string()) != std::string::npos);

    auto other = std::make_shared<body::Body>(*male());
    other->identity = {body::BodyKind::ownModel, "male", "01"};
    const session::Library elsewhere = libraryOf(other);
    // Asked for on the one body, and the other has come before it was read.
    CHECK(reader.start(file.path().string(), library).empty());
    const auto refused = awaited(reader, elsewhere);
    CHECK_FALSE(opens(refused));
    CHECK(noticeIn(refused).find("painted on the body 'male'") != std::string::npos);
}

TEST_CASE("a drawing that comes before the zones is asked for again later") {
    session::Library library;
    library.text = test::english();
    library.setBody(male());
    shell::DrawingReader reader({});
    CHECK_FALSE(noticeIn(reader.start("pain.json", library)).empty());
    CHECK_FALSE(reader.busy());
}
