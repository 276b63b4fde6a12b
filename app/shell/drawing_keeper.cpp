#include "shell/drawing_keeper.h"

#include <system_error>
#include <utility>

#include "referral/drawing_file.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;

fs::path nowFile(const fs::path& folder) {
    return folder / "drawing.json";
}

fs::path beforeFile(const fs::path& folder) {
    return folder / "drawing_before.json";
}

}  // namespace

DrawingKeeper::DrawingKeeper(fs::path folder, std::function<void()> wake) : folder_(std::move(folder)) {
    jobs_.emplace(std::move(wake));
    if (folder_.empty()) {
        return;
    }
    std::error_code ignored;
    if (fs::is_regular_file(nowFile(folder_), ignored)) {
        fs::rename(nowFile(folder_), beforeFile(folder_), ignored);
    }
    if (fs::is_regular_file(beforeFile(folder_), ignored)) {
        before_ = beforeFile(folder_);
    }
}

DrawingKeeper::~DrawingKeeper() {
    jobs_.reset();  // an older drawing must not be written after this one
    if (open_) {
        static_cast<void>(fulfil(wish_, folder_));
    }
}

void DrawingKeeper::keep(referral::PainDrawing drawing) {
    wish_.now = std::move(drawing);
    begin();
}

void DrawingKeeper::setAside() {
    if (!wish_.now || wish_.now->strokes.empty() || folder_.empty()) {
        return;
    }
    wish_.before = std::exchange(wish_.now, referral::PainDrawing{});
    wish_.dropBefore = false;
    before_ = beforeFile(folder_);
    begin();
}

void DrawingKeeper::dropLeftBehind() {
    wish_.before.reset();
    wish_.dropBefore = true;
    before_.clear();
    begin();
}

void DrawingKeeper::begin() {
    if (folder_.empty()) {
        return;
    }
    open_ = true;
    jobs_->start([wish = wish_, folder = folder_](const JobControl&) { return fulfil(wish, folder); });
}

std::optional<Diagnostic> DrawingKeeper::problem() {
    auto done = jobs_->take();
    if (!done) {
        return std::nullopt;
    }
    open_ = false;
    const bool fresh = done->has_value() && !told_;
    told_ = done->has_value();
    return fresh ? *done : std::nullopt;
}

std::optional<Diagnostic> DrawingKeeper::fulfil(const Wish& wish, const fs::path& folder) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    if (wish.before) {
        const auto written = referral::writeDrawing(*wish.before, beforeFile(folder), FileRights::ownerOnly);
        if (!written) {
            return written.problem();
        }
    }
    if (wish.now && wish.now->strokes.empty()) {
        fs::remove(nowFile(folder), ignored);
    } else if (wish.now) {
        const auto written = referral::writeDrawing(*wish.now, nowFile(folder), FileRights::ownerOnly);
        if (!written) {
            return written.problem();
        }
    }
    if (wish.dropBefore) {
        fs::remove(beforeFile(folder), ignored);
    }
    return std::nullopt;
}

}  // namespace myo::shell
