#version 330 core
// Regions of the skin, three own vertices to a triangle: each knows the regions of all three corners.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 2) in uvec4 cornerRegions;  // x, y, z: of the first, second and third corner

uniform mat4 view;
uniform mat4 viewProjection;
uniform vec4 cut;  // plane: what lies before it is cut away
uniform float perspective;

out vec3 shadeNormal;
out vec3 corner;
flat out uvec3 regions;

invariant gl_Position;

void main() {
    vec3 place = (view * vec4(position, 1.0)).xyz;
    vec3 toEye = normalize(mix(vec3(0.0, 0.0, 1.0), -place, perspective));
    vec3 right = normalize(vec3(toEye.z, 0.0, -toEye.x));
    vec3 up = cross(toEye, right);
    vec3 n = mat3(view) * normal.xyz;
    shadeNormal = vec3(dot(right, n), dot(up, n), dot(toEye, n));
    int index = gl_VertexID % 3;
    corner = vec3(index == 0, index == 1, index == 2);
    regions = cornerRegions.xyz;
    gl_Position = viewProjection * vec4(position, 1.0);
    gl_ClipDistance[0] = -dot(cut, vec4(position, 1.0));
}
