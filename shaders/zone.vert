#version 330 core
// Skin triangles that a zone touches: as surface.vert, with the strength of every zone.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 2) in vec4 strengthsLow;   // zones 0..3
layout(location = 3) in vec4 strengthsHigh;  // zones 4..7

uniform mat4 view;
uniform mat4 viewProjection;
uniform vec4 cut;  // plane: what lies before it is cut away
uniform float perspective;

out vec3 shadeNormal;
out vec3 bodyPlace;   // mm
out vec3 bodyNormal;
out vec4 strengthLow;
out vec4 strengthHigh;
out float distanceToEye;

invariant gl_Position;

void main() {
    vec3 place = (view * vec4(position, 1.0)).xyz;
    vec3 toEye = normalize(mix(vec3(0.0, 0.0, 1.0), -place, perspective));
    vec3 right = normalize(vec3(toEye.z, 0.0, -toEye.x));
    vec3 up = cross(toEye, right);
    vec3 n = mat3(view) * normal.xyz;
    shadeNormal = vec3(dot(right, n), dot(up, n), dot(toEye, n));
    bodyPlace = position;
    bodyNormal = normal.xyz;
    strengthLow = strengthsLow;
    strengthHigh = strengthsHigh;
    distanceToEye = mix(1.0, -place.z, perspective);
    gl_Position = viewProjection * vec4(position, 1.0);
    gl_ClipDistance[0] = -dot(cut, vec4(position, 1.0));
}
