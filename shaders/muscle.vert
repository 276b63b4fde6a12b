#version 330 core
// Muscles: as surface.vert, with the direction across the fibres for the relief.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 2) in vec4 fibre;
layout(location = 3) in vec2 fibreMm;  // across and along the fibres, 1 = 1024 mm
layout(location = 4) in vec4 tissue;   // x: 0 belly .. 1 tendon, y: tone of the structure

uniform mat4 view;
uniform mat4 viewProjection;
uniform vec4 cut;  // plane: what lies before it is cut away
uniform float perspective;

out vec3 shadeNormal;
out vec3 shadeAcross;
out vec2 fibreCoordinate;
out vec2 tendonAndTone;

invariant gl_Position;

void main() {
    vec3 place = (view * vec4(position, 1.0)).xyz;
    vec3 toEye = normalize(mix(vec3(0.0, 0.0, 1.0), -place, perspective));
    vec3 right = normalize(vec3(toEye.z, 0.0, -toEye.x));
    vec3 up = cross(toEye, right);
    vec3 n = mat3(view) * normal.xyz;
    vec3 across = mat3(view) * cross(normal.xyz, fibre.xyz);
    shadeNormal = vec3(dot(right, n), dot(up, n), dot(toEye, n));
    shadeAcross = vec3(dot(right, across), dot(up, across), dot(toEye, across));
    // One tile of the relief is 26 mm across and 170 mm along the fibres; every structure starts elsewhere in it.
    fibreCoordinate = fibreMm * 1024.0 / vec2(26.0, 170.0) + tissue.y * vec2(3.7, 5.3);
    tendonAndTone = tissue.xy;
    gl_Position = viewProjection * vec4(position, 1.0);
    gl_ClipDistance[0] = -dot(cut, vec4(position, 1.0));
}
