#version 330 core
layout(location = 0) in vec3 position;

uniform mat4 viewProjection;
uniform vec4 cut;  // plane: what lies before it is cut away

void main() {
    gl_Position = viewProjection * vec4(position, 1.0);
    gl_ClipDistance[0] = -dot(cut, vec4(position, 1.0));
}
