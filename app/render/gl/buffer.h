// Vertex and index buffers, and vertex arrays that draw them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "render/gl/handle.h"

namespace myo::render::gl {

void deleteBuffer(unsigned int name);
void deleteVertexArray(unsigned int name);

/// Bytes in the driver's memory, for vertices or for indices.
class Buffer {
public:
    enum class Usage { once, often };

    /// Replaces the content.
    void upload(std::span<const std::byte> bytes, Usage usage = Usage::once);
    template <class T>
    void upload(const std::vector<T>& values, Usage usage = Usage::once) {
        upload(std::as_bytes(std::span(values)), usage);
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] unsigned int name() const { return handle_.name(); }

private:
    Handle<deleteBuffer> handle_;
    std::size_t size_ = 0;
};

/// How an attribute lies in a vertex. Normalised formats arrive as -1..1 or 0..1.
enum class Format { float1, float3, snorm10x3, unorm8x4, unorm16x2, uint16x4 };

struct Attribute {
    unsigned int location;
    Format format;
    std::size_t offset;
};

/// A run of indices, three to a triangle.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

/// Buffers with the meaning of their bytes. Keeps no buffer alive.
class VertexArray {
public:
    VertexArray();

    void attach(const Buffer& vertices, std::size_t stride, std::initializer_list<Attribute> attributes,
                bool perInstance = false);
    /// 32-bit indices.
    void attachIndices(const Buffer& indices);

    /// Draws indexed triangles. \pre attachIndices() was called.
    void draw(std::span<const IndexRange> ranges) const;
    /// Draws vertices 0 .. count-1 as triangles.
    void drawTriangles(std::size_t vertexCount) const;
    /// Draws a strip of four vertices for each instance.
    void drawQuads(std::size_t instances) const;

private:
    Handle<deleteVertexArray> handle_;
};

}  // namespace myo::render::gl
