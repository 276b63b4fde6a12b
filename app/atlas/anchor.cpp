#include "atlas/anchor.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace myo::atlas {

namespace {

// No offset on a body is longer; a larger one is a slip of the keyboard.
constexpr float longestOffsetMm = 500.0F;
constexpr std::string_view forms = "'name', 'contra:name', 'a > b @ 0.4', each with '+ (x, y, z)' if wanted";

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

bool isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Reads the text from left to right; the first problem stays.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool take(char wanted) {
        skipSpace();
        if (rest_.empty() || rest_.front() != wanted) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    LandmarkRef landmark() {
        LandmarkRef found{LandmarkId{word()}};
        if (found.id.value == "contra" && take(':')) {
            found = {LandmarkId{word()}, true};
        }
        return found;
    }

    float number() {
        skipSpace();
        if (!rest_.empty() && rest_.front() == '+') {
            rest_.remove_prefix(1);
        }
        float value = 0.0F;
        const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc{} || !std::isfinite(value)) {
            fail("a number is missing " + here());
            return 0.0F;
        }
        rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
        return value;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            fail(std::string("a '") + wanted + "' is missing " + here());
        }
    }

    bool atEnd() {
        skipSpace();
        return rest_.empty();
    }

    void fail(std::string problem) {
        if (problem_.empty()) {
            problem_ = std::move(problem);
        }
    }

    std::string here() {
        skipSpace();
        return rest_.empty() ? "at the end" : "before " + rest();
    }

    [[nodiscard]] std::string rest() const { return "'" + std::string(rest_.substr(0, 20)) + "'"; }

    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    void skipSpace() {
        while (!rest_.empty() && isSpace(rest_.front())) {
            rest_.remove_prefix(1);
        }
    }

    std::string word() {
        skipSpace();
        std::size_t length = 0;
        while (length < rest_.size() && isIdCharacter(rest_[length])) {
            ++length;
        }
        if (length == 0) {
            fail("a landmark is missing " + here());
        }
        std::string found(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return found;
    }

    std::string_view rest_;
    std::string problem_;
};

void readShare(Cursor& cursor, Anchor& anchor) {
    anchor.to = cursor.landmark();
    if (!cursor.take('@')) {
        cursor.fail("the share of the way is missing " + cursor.here() + " (as in 'a > b @ 0.4')");
        return;
    }
    anchor.share = cursor.number();
    if (anchor.share < 0.0F || anchor.share > 1.0F) {
        cursor.fail("the share of the way is not between 0 and 1");
    }
}

void readOffset(Cursor& cursor, Anchor& anchor) {
    cursor.expect('(');
    anchor.offset.x = cursor.number();
    cursor.expect(',');
    anchor.offset.y = cursor.number();
    cursor.expect(',');
    anchor.offset.z = cursor.number();
    cursor.expect(')');
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(anchor.offset[axis]) > longestOffsetMm) {
            cursor.fail("the offset is longer than 500 mm");
        }
    }
}

}  // namespace

AnchorParse parseAnchor(std::string_view text) {
    Cursor cursor(text);
    if (cursor.atEnd()) {
        return {std::nullopt, "the anchor is empty"};
    }
    Anchor anchor;
    anchor.from = cursor.landmark();
    if (cursor.problem().empty() && cursor.take('>')) {
        readShare(cursor, anchor);
    }
    if (cursor.problem().empty() && cursor.take('+')) {
        readOffset(cursor, anchor);
    }
    if (cursor.problem().empty() && !cursor.atEnd()) {
        cursor.fail("the text " + cursor.rest() + " makes no anchor: " + std::string(forms));
    }
    if (!cursor.problem().empty()) {
        return {std::nullopt, cursor.problem()};
    }
    return {anchor, ""};
}

}  // namespace myo::atlas
