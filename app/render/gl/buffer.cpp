#include "render/gl/buffer.h"

#include <epoxy/gl.h>

namespace myo::render::gl {

namespace {

struct Layout {
    GLint components;
    GLenum type;
    GLboolean normalized;
    bool integer;
};

Layout layoutOf(Format format) {
    switch (format) {
        case Format::float1:
            return {1, GL_FLOAT, GL_FALSE, false};
        case Format::float3:
            return {3, GL_FLOAT, GL_FALSE, false};
        case Format::snorm10x3:
            return {4, GL_INT_2_10_10_10_REV, GL_TRUE, false};
        case Format::unorm8x4:
            return {4, GL_UNSIGNED_BYTE, GL_TRUE, false};
        case Format::unorm16x2:
            return {2, GL_UNSIGNED_SHORT, GL_TRUE, false};
        case Format::uint16x4:
            return {4, GL_UNSIGNED_SHORT, GL_FALSE, true};
    }
    return {};
}

const void* asOffset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);  // OpenGL takes offsets as pointers
}

}  // namespace

void deleteBuffer(unsigned int name) {
    glDeleteBuffers(1, &name);
}

void deleteVertexArray(unsigned int name) {
    glDeleteVertexArrays(1, &name);
}

void Buffer::upload(std::span<const std::byte> bytes, Usage usage) {
    if (!handle_) {
        GLuint name = 0;
        glGenBuffers(1, &name);
        handle_ = Handle<deleteBuffer>(name);
    }
    // The copy target is part of no vertex array, so that an upload never changes one.
    glBindBuffer(GL_COPY_WRITE_BUFFER, handle_.name());
    glBufferData(GL_COPY_WRITE_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(),
                 usage == Usage::once ? GL_STATIC_DRAW : GL_DYNAMIC_DRAW);
    size_ = bytes.size();
}

VertexArray::VertexArray() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    handle_ = Handle<deleteVertexArray>(name);
}

void VertexArray::attach(const Buffer& vertices, std::size_t stride, std::initializer_list<Attribute> attributes,
                         bool perInstance) {
    glBindVertexArray(handle_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices.name());
    for (const Attribute& attribute : attributes) {
        const Layout layout = layoutOf(attribute.format);
        glEnableVertexAttribArray(attribute.location);
        if (layout.integer) {
            glVertexAttribIPointer(attribute.location, layout.components, layout.type, static_cast<GLsizei>(stride),
                                   asOffset(attribute.offset));
        } else {
            glVertexAttribPointer(attribute.location, layout.components, layout.type, layout.normalized,
                                  static_cast<GLsizei>(stride), asOffset(attribute.offset));
        }
        glVertexAttribDivisor(attribute.location, perInstance ? 1 : 0);
    }
    glBindVertexArray(0);
}

void VertexArray::attachIndices(const Buffer& indices) {
    glBindVertexArray(handle_.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices.name());
    glBindVertexArray(0);
}

void VertexArray::draw(std::span<const IndexRange> ranges) const {
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;
    for (const IndexRange& range : ranges) {
        counts.push_back(static_cast<GLsizei>(range.count));
        offsets.push_back(asOffset(range.first * sizeof(std::uint32_t)));
    }
    glBindVertexArray(handle_.name());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                        static_cast<GLsizei>(counts.size()));
}

void VertexArray::drawTriangles(std::size_t vertexCount) const {
    glBindVertexArray(handle_.name());
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(vertexCount));
}

void VertexArray::drawQuads(std::size_t instances) const {
    glBindVertexArray(handle_.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(instances));
}

}  // namespace myo::render::gl
