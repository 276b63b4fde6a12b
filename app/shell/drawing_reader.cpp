#include "shell/drawing_reader.h"

#include <exception>
#include <utility>

#include "referral/drawing_file.h"

namespace myo::shell {

namespace {

Result<referral::PainDrawing> readChecked(const std::string& file, const body::BodyIdentity& body,
                                          const referral::Referral& referral) {
    auto drawing = referral::readDrawing(file);
    if (!drawing) {
        return drawing;
    }
    if (auto problem = referral::misfit(drawing.value(), body, referral, file)) {
        return *problem;
    }
    return drawing;
}

}  // namespace

std::vector<session::Action> DrawingReader::start(const std::string& file, const session::Library& library) {
    if (!library.referral) {
        return {session::SetNotice{(*library.text)("shell.zones_not_ready")}};
    }
    jobs_.start([file, body = library.body->identity, referral = library.referral](const JobControl&) {
        Read read{file, readChecked(file, body, *referral), {}, referral};
        if (read.drawing) {
            read.skin = referral::resolveDrawing(read.drawing.value(), *referral);
        }
        return read;
    });
    return {};
}

std::vector<session::Action> DrawingReader::deliver(const session::Library& library) {
    try {
        auto read = jobs_.take();
        if (!read) {
            return {};
        }
        if (read->checkedOn != library.referral) {
            return start(read->file, library);
        }
        if (!read->drawing) {
            return {session::SetNotice{read->drawing.problem().text()}};
        }
        return {session::DrawingOpened{std::move(read->drawing).value(), std::move(read->skin), read->file},
                session::SetNotice{(*library.text)("shell.opened", {{"file", read->file}})}};
    } catch (const std::exception& failure) {
        return {session::SetNotice{failure.what()}};
    }
}

}  // namespace myo::shell
