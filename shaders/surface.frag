#version 330 core
// A plain material under studio light. Opacity below 1 makes a shell: clear where it faces the eye, denser at its edge.
in vec3 shadeNormal;

uniform sampler2D matcap;
uniform vec3 albedo;      // linear
uniform vec3 edgeTint;    // linear; added where the surface turns away
uniform vec3 accent;      // linear
uniform float highlight;  // 0..1
uniform float opacity;
uniform vec3 section;  // linear; the inside, where a cut lays it open

out vec4 color;

void main() {
    vec3 n = normalize(shadeNormal);
    vec4 light = texture(matcap, n.xy * 0.49 + 0.5);
    float away = 1.0 - clamp(n.z, 0.0, 1.0);
    vec3 lit = albedo * light.rgb * light.rgb * 1.5 + edgeTint * away * away + vec3(light.a * 0.5);
    lit = mix(lit, accent, 0.10 * highlight);
    float shell = opacity + (1.0 - opacity) * 0.72 * away * away * away;
    float alpha = mix(shell, 1.0, step(1.0, opacity));
    color = gl_FrontFacing ? vec4(lit * alpha, alpha) : vec4(section, 1.0);
}
