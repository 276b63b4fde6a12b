#version 330 core
// Muscle: red belly with strands along the fibres, pale tendon.
in vec3 shadeNormal;
in vec3 shadeAcross;
in vec2 fibreCoordinate;
in vec2 tendonAndTone;

uniform sampler2D matcap;
uniform sampler2D relief;
uniform vec3 albedo;  // linear
uniform vec3 tendon;  // linear
uniform vec3 accent;  // linear
uniform float highlight;
uniform float opacity;
uniform vec3 section;  // linear; the inside, where a cut lays it open

#ifdef WINDOW
// Seen through the skin: softly, and no further behind it than windowMm.
uniform sampler2D skinDepth;
uniform vec4 depthTerms;  // as in occlusion.frag
uniform float windowMm;

float viewDistance(float depth) {
    float clip = depth * 2.0 - 1.0;
    return (depthTerms.w * clip - depthTerms.y) / (depthTerms.z * clip - depthTerms.x);
}

float windowAlpha(float facing) {
    float behind = viewDistance(gl_FragCoord.z) - viewDistance(texelFetch(skinDepth, ivec2(gl_FragCoord.xy), 0).r);
    return 0.66 * (1.0 - smoothstep(windowMm, windowMm * 1.4 + 12.0, behind)) * smoothstep(0.0, 0.55, facing);
}
#endif

out vec4 color;

void main() {
    vec3 strands = texture(relief, fibreCoordinate).rgb - 0.5;
    float pale = smoothstep(0.30, 0.95, tendonAndTone.x + strands.x * 0.35 * (1.0 - tendonAndTone.x));
    vec3 n = normalize(shadeNormal + shadeAcross * strands.y * mix(0.85, 0.35, pale));
    vec4 light = texture(matcap, n.xy * 0.49 + 0.5);
    vec3 belly = albedo * (1.0 + 0.55 * strands.x + 0.35 * strands.z + 0.16 * (tendonAndTone.y - 0.5));
    vec3 base = mix(belly, tendon * (1.0 + 0.12 * strands.x), pale);
    vec3 lit = base * light.rgb * light.rgb * 1.5 + vec3(light.a * mix(0.22, 0.4, pale));
    lit = mix(lit, accent, 0.10 * highlight);
#ifdef WINDOW
    float alpha = windowAlpha(normalize(shadeNormal).z);
    if (alpha < 0.01) {
        discard;
    }
    color = vec4(lit * alpha, alpha);
#else
    float away = 1.0 - clamp(n.z, 0.0, 1.0);
    float shell = opacity + (1.0 - opacity) * 0.5 * away * away;
    float alpha = mix(shell, 1.0, step(1.0, opacity));
    color = gl_FrontFacing ? vec4(lit * alpha, alpha) : vec4(section, 1.0);
#endif
}
