#version 330 core
// One triangle over the whole target.
uniform mat4 clipToBody;

out vec2 screen;  // 0..1, lower left first
out vec4 nearPlace;
out vec4 farPlace;

void main() {
    vec2 clip = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    screen = clip * 0.5 + 0.5;
    nearPlace = clipToBody * vec4(clip, -1.0, 1.0);
    farPlace = clipToBody * vec4(clip, 1.0, 1.0);
    gl_Position = vec4(clip, 0.0, 1.0);
}
