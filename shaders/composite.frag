#version 330 core
// The finished picture: the ground and, with FIGURE defined, contact shadow and the figure with its occlusion. Encodes
// to sRGB.
in vec2 screen;
in vec4 nearPlace;
in vec4 farPlace;

uniform vec3 backgroundTop;     // linear
uniform vec3 backgroundBottom;  // linear
uniform float backgroundAlpha;
uniform vec4 tile;  // which part of a larger picture this is: corner and size, shares of the whole
#ifdef FIGURE
uniform float floorHeight;      // mm
uniform vec4 footing;           // centre x, z and half extents x, z of what stands on the floor, mm
uniform float shadowStrength;
uniform sampler2D figure;
uniform sampler2D occlusion;
uniform vec2 occlusionTexel;
uniform float occlusionStrength;
uniform float grey;             // 1: the figure by its lightness alone
#endif

out vec4 color;

// Linear -> sRGB, within a tenth of a percent, from square roots: powers are slow where the processor draws.
vec3 encode(vec3 c) {
    vec3 root2 = sqrt(c);
    vec3 root4 = sqrt(root2);
    vec3 root8 = sqrt(root4);
    return 0.662002687 * root2 + 0.684122060 * root4 - 0.323583601 * root8 - 0.0225411470 * c;
}

#ifdef FIGURE
float contactShadow() {
    vec4 along = farPlace - nearPlace;
    float slope = along.y - floorHeight * along.w;
    float t = (floorHeight * nearPlace.w - nearPlace.y) / (abs(slope) < 1e-9 ? 1e-9 : slope);
    vec4 hit = nearPlace + along * t;
    vec2 place = hit.xz / hit.w;
    vec2 wide = (place - footing.xy) / (footing.zw + vec2(170.0));
    vec2 tight = (place - footing.xy) / (footing.zw + vec2(45.0));
    float on = step(0.0, t) * step(t, 1.0) * shadowStrength;
    return on * (0.20 * exp(-2.0 * dot(wide, wide)) + 0.26 * exp(-2.2 * dot(tight, tight) * dot(tight, tight)));
}
#endif

void main() {
    vec2 place = tile.xy + screen * tile.zw;
    vec2 fromMiddle = place - vec2(0.5, 0.55);
    vec3 ground = mix(backgroundBottom, backgroundTop, smoothstep(0.0, 1.0, place.y));
    ground *= 1.0 - 0.10 * dot(fromMiddle, fromMiddle);
#ifdef FIGURE
    ground *= 1.0 - contactShadow();
#endif
    vec4 sum = vec4(ground, 1.0) * backgroundAlpha;
#ifdef FIGURE
    vec4 body = texelFetch(figure, ivec2(gl_FragCoord.xy), 0);
    // Four bilinear taps round a texel corner are the mean of 4 x 4 texels: the period of the sampling pattern.
    vec2 middle = floor(gl_FragCoord.xy * 0.5 + 0.5) * occlusionTexel;
    float open = texture(occlusion, middle + occlusionTexel * vec2(-1.0, -1.0)).r +
                 texture(occlusion, middle + occlusionTexel * vec2(1.0, -1.0)).r +
                 texture(occlusion, middle + occlusionTexel * vec2(-1.0, 1.0)).r +
                 texture(occlusion, middle + occlusionTexel * vec2(1.0, 1.0)).r;
    float shade = (1.0 - 0.25 * open) * occlusionStrength;
    // Light that bounces inside a hollow of skin or muscle is red: it stays warmer than the shade of a grey wall.
    body.rgb *= vec3(1.0) - shade * vec3(0.86, 1.0, 1.04);
    body.rgb = mix(body.rgb, vec3(dot(body.rgb, vec3(0.2126, 0.7152, 0.0722))), grey);
    sum = body + sum * (1.0 - body.a);
#endif
    float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    vec3 straight = sum.rgb / max(sum.a, 1e-4);
    color = vec4((encode(clamp(straight, 0.0, 1.0)) + grain / 255.0) * sum.a, sum.a);
}
