// Ownership of one OpenGL object.
#pragma once

#include <utility>

namespace myo::render::gl {

/// Owns the object with that name (0 = none) and deletes it with `Delete`. Move-only; the context that made the object
/// must be current when the handle dies.
template <void (*Delete)(unsigned int)>
class Handle {
public:
    Handle() = default;
    explicit Handle(unsigned int name) : name_(name) {}
    ~Handle() { reset(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }

    [[nodiscard]] unsigned int name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    void reset() {
        if (name_ != 0) {
            Delete(std::exchange(name_, 0));
        }
    }

    unsigned int name_ = 0;
};

}  // namespace myo::render::gl
