#version 330 core
// A flat colour for each region, dark lines where two regions meet.
in vec3 shadeNormal;
in vec3 corner;
flat in uvec3 regions;

uniform sampler2D matcap;
uniform sampler2D palette;  // one texel per region, linear colour; alpha 0 = not painted
uniform float opacity;

out vec4 color;

void main() {
    // Corners of one region pull together; the pixel belongs to the strongest pull.
    vec3 pull = corner;
    pull.x += regions.y == regions.x ? corner.y : 0.0;
    pull.x += regions.z == regions.x ? corner.z : 0.0;
    pull.y += regions.x == regions.y ? corner.x : 0.0;
    pull.y += regions.z == regions.y ? corner.z : 0.0;
    pull.z += regions.x == regions.z ? corner.x : 0.0;
    pull.z += regions.y == regions.z ? corner.y : 0.0;
    uint own = regions.x;
    float best = pull.x;
    if (pull.y > best) {
        own = regions.y;
        best = pull.y;
    }
    if (pull.z > best) {
        own = regions.z;
        best = pull.z;
    }
    float rival = 0.0;
    rival = max(rival, regions.x != own ? pull.x : 0.0);
    rival = max(rival, regions.y != own ? pull.y : 0.0);
    rival = max(rival, regions.z != own ? pull.z : 0.0);
    vec4 paint = texelFetch(palette, ivec2(int(own), 0), 0);
    float lead = best - rival;
    // The lead folds at the border, its parts do not: their change per pixel is the line's measure.
    vec3 change = fwidth(pull);
    float perPixel = 2.0 * max(max(change.x, change.y), change.z);
    float line = 1.0 - smoothstep(0.6, 1.6, lead / max(perPixel, 1e-4));
    line *= step(0.001, rival);
    vec3 n = normalize(shadeNormal);
    vec4 light = texture(matcap, n.xy * 0.49 + 0.5);
    vec3 lit = paint.rgb * mix(vec3(1.0), light.rgb * light.rgb * 1.5, 0.7);
    float alpha = max(paint.a * opacity, line * 0.85);
    lit = mix(lit, vec3(0.02), line * 0.85);
    color = vec4(lit * alpha, alpha);
}
