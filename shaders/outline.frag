#version 330 core
// A line round highlighted structures, and a light wash inside, so that they show through whatever covers them.
in vec2 screen;

uniform sampler2D mask;
uniform vec2 texel;
uniform vec3 accent;  // sRGB-encoded, as the target

out vec4 color;

void main() {
    float inside = texture(mask, screen).r;
    float around = inside;
    float near = inside;
    float least = inside;
    for (int i = 0; i < 12; ++i) {
        float angle = float(i) * 0.52359878;
        vec2 direction = vec2(cos(angle), sin(angle)) * texel;
        around = max(around, texture(mask, screen + direction * 2.6).r);
        float beside = texture(mask, screen + direction * 1.5).r;
        near = max(near, beside);
        least = min(least, beside);
    }
    // The line lies half inside, so that no sliver of the structure's own rim shows between.
    float line = mix(around, near, 0.5) - least;
    float alpha = max(line * 0.95, inside * 0.07);
    color = vec4(accent * alpha, alpha);
}
