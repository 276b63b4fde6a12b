#version 330 core
// Skin and bones. The normal is turned so that +z points from the surface to the eye: light depends on it alone.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;

uniform mat4 view;
uniform mat4 viewProjection;
uniform vec4 cut;  // plane: what lies before it is cut away
uniform float perspective;  // 1, or 0 for parallel projection

out vec3 shadeNormal;

invariant gl_Position;

void main() {
    vec3 place = (view * vec4(position, 1.0)).xyz;
    vec3 toEye = normalize(mix(vec3(0.0, 0.0, 1.0), -place, perspective));
    vec3 right = normalize(vec3(toEye.z, 0.0, -toEye.x));
    vec3 up = cross(toEye, right);
    vec3 n = mat3(view) * normal.xyz;
    shadeNormal = vec3(dot(right, n), dot(up, n), dot(toEye, n));
    gl_Position = viewProjection * vec4(position, 1.0);
    gl_ClipDistance[0] = -dot(cut, vec4(position, 1.0));
}
