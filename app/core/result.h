// A value, or the reason why there is none: for bad user data. Programmer and driver failures throw.
#pragma once

#include <stdexcept>
#include <utility>
#include <variant>

#include "core/diagnostic.h"

namespace myo {

/// Holds either a T or one Diagnostic.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Diagnostic problem) : content_(std::in_place_index<1>, std::move(problem)) {}

    [[nodiscard]] bool ok() const noexcept { return content_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// \pre ok(). \throw std::logic_error otherwise, with the diagnostic's text.
    [[nodiscard]] T& value() & {
        require();
        return std::get<0>(content_);
    }
    [[nodiscard]] const T& value() const& {
        require();
        return std::get<0>(content_);
    }
    [[nodiscard]] T&& value() && {
        require();
        return std::get<0>(std::move(content_));
    }

    /// \pre !ok().
    [[nodiscard]] const Diagnostic& problem() const { return std::get<1>(content_); }

private:
    void require() const {
        if (!ok()) {
            throw std::logic_error(problem().text());
        }
    }

    std::variant<T, Diagnostic> content_;
};

}  // namespace myo
