#version 330 core
// Dots of constant size on the screen.
layout(location = 0) in vec3 position;
layout(location = 1) in float radiusPx;
layout(location = 2) in vec4 fillColor;  // sRGB-encoded, as the target; alpha = presence of the whole dot
layout(location = 3) in vec4 ringColor;  // alpha = 1 with a second ring

uniform mat4 view;
uniform mat4 viewProjection;
uniform vec2 sizePx;

out vec2 offsetPx;
flat out float radius;
flat out vec4 fill;
flat out vec4 ring;
flat out float markerDistance;

void main() {
    radius = radiusPx;
    fill = fillColor;
    ring = ringColor;
    markerDistance = -(view * vec4(position, 1.0)).z;
    float reach = radiusPx * 1.6 + 5.0;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    offsetPx = corner * reach;
    vec4 clip = viewProjection * vec4(position, 1.0);
    gl_Position = clip.w > 0.0 ? vec4(clip.xy / clip.w + offsetPx * 2.0 / sizePx, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
