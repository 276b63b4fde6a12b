// Values as bytes, for the way between the two copies of one process: no byte order, no versions.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace myo::own_model {

/// Appends values to a string of bytes.
class ByteWriter {
public:
    template <class T>
    requires std::is_trivially_copyable_v<T>
    void add(const T& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
    template <class T>
    requires std::is_trivially_copyable_v<T>
    void add(const std::vector<T>& values) {
        add(static_cast<std::uint64_t>(values.size()));
        bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void add(const std::string& text) {
        add(static_cast<std::uint64_t>(text.size()));
        bytes.append(text);
    }

    std::string bytes;
};

/// Takes values off in the order in which they were added. \throw std::runtime_error if the bytes end before.
class ByteReader {
public:
    explicit ByteReader(const std::string& bytes) : bytes_(bytes) {}

    template <class T>
    requires std::is_trivially_copyable_v<T>
    void take(T& value) { std::memcpy(&value, next(1, sizeof value), sizeof value); }
    template <class T>
    requires std::is_trivially_copyable_v<T>
    void take(std::vector<T>& values) {
        std::uint64_t count = 0;
        take(count);
        const char* first = next(count, sizeof(T));
        values.resize(count);
        if (count > 0) {
            std::memcpy(values.data(), first, count * sizeof(T));
        }
    }
    void take(std::string& text) {
        std::uint64_t count = 0;
        take(count);
        text.assign(next(count, 1), count);
    }

private:
    const char* next(std::uint64_t count, std::size_t size) {
        if (count > (bytes_.size() - at_) / size) {
            throw std::runtime_error("the answer of the reading process is cut short");
        }
        const char* first = bytes_.data() + at_;
        at_ += count * size;
        return first;
    }

    const std::string& bytes_;
    std::size_t at_ = 0;
};

}  // namespace myo::own_model
