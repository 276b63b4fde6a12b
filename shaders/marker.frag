#version 330 core
// Centre, pale ring, soft rim; with a second ring when selected. What covers a dot lets less of it through; far behind it
// is hollow.
in vec2 offsetPx;
flat in float radius;
flat in vec4 fill;
flat in vec4 ring;
flat in float markerDistance;

uniform sampler2D depth;
uniform vec4 depthTerms;
uniform vec2 sizePx;
uniform float hollowBehindMm;

out vec4 color;

float inside(float edge, float at) {
    return clamp(edge - at + 0.5, 0.0, 1.0);
}

vec4 over(vec4 top, vec4 below) {
    return top + below * (1.0 - top.a);
}

void main() {
    float at = length(offsetPx);
    float ringWidth = clamp(radius * 0.26, 1.2, 2.4);
    float outer = radius + ring.a * (radius * 0.32 + 2.2);
    vec4 sum = vec4(0.0, 0.0, 0.0, 0.30 * (1.0 - smoothstep(outer - 0.5, outer + 3.0, at)));
    vec4 second = vec4(fill.rgb, 1.0) * inside(outer, at) * ring.a;
    sum = over(second, sum);
    vec4 gap = vec4(ring.rgb, 1.0) * inside(outer - 2.0, at) * ring.a;
    sum = over(gap, sum);
    sum = over(vec4(ring.rgb, 1.0) * inside(radius, at) * (1.0 - ring.a), sum);
    sum = over(vec4(fill.rgb, 1.0) * inside(radius - ringWidth, at), sum);
    float clip = texture(depth, gl_FragCoord.xy / sizePx).r * 2.0 - 1.0;
    float surface = (depthTerms.w * clip - depthTerms.y) / (depthTerms.z * clip - depthTerms.x);
    float behind = markerDistance - surface;
    float covered = smoothstep(3.0, 35.0, behind);
    // What is far behind is a ring that one looks through, or it would seem to lie on whatever covers it.
    float hollow = smoothstep(0.8 * hollowBehindMm, 1.2 * hollowBehindMm, behind) *
                   inside(radius - max(ringWidth, 0.3 * radius) - 0.8, at) * (1.0 - ring.a);
    color = sum * fill.a * mix(1.0, 0.45, covered) * (1.0 - hollow);
}
