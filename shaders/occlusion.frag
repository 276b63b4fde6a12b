#version 330 core
// Ambient occlusion from depth alone. Samples come in opposite pairs: on a plane, however tilted, their inverse depths
// average to that of the middle, so only hollows darken.
in vec2 screen;

uniform sampler2D depth;
uniform vec4 depthTerms;   // of the projection matrix: z, offset, w by z, w offset
uniform float radiusMm;
uniform vec2 radiusAtOne;  // that radius in texture units at distance 1
uniform vec2 texel;        // of the depth texture

out vec4 occlusion;

float viewDistance(vec2 at) {
    float clip = texture(depth, at).r * 2.0 - 1.0;
    return (depthTerms.w * clip - depthTerms.y) / (depthTerms.z * clip - depthTerms.x);
}

const float turns[4] = float[4](0.05, 0.55, 0.30, 0.80);

void main() {
    float middle = viewDistance(screen);
    float perspective = -depthTerms.z;
    vec2 reach = radiusAtOne / mix(1.0, middle, perspective);
    float shrink = min(1.0, 40.0 * texel.y / reach.y);
    reach *= shrink;
    float radius = radiusMm * shrink;
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float start = turns[(cell.x + 2 * (cell.y & 1)) & 3] + 0.125 * float(cell.y >> 1) + 0.0625 * float(cell.x >> 1);
    float sum = 0.0;
    for (int i = 0; i < 4; ++i) {
        float angle = (start + float(i)) * 0.78539816;
        float share = 0.22 + 0.26 * float((i + cell.x + 3 * cell.y) & 3);
        vec2 offset = vec2(cos(angle), sin(angle)) * reach * share;
        float a = viewDistance(screen + offset);
        float b = viewDistance(screen - offset);
        // Millimetres by which the samples stand out towards the eye, measured along a plane's own slope.
        float riseA = mix(middle - a, (middle - a) * middle / a, perspective);
        float riseB = mix(middle - b, (middle - b) * middle / b, perspective);
        float gap = max(riseA, riseB);
        float near = 1.0 - smoothstep(radius, 2.0 * radius, gap);
        float hollow = (max(riseA, -radius) + max(riseB, -radius)) / (2.0 * radius * share);
        sum += clamp(hollow - 0.04, 0.0, 0.9) * near;
    }
    occlusion = vec4(1.0 - 0.25 * sum);
}
