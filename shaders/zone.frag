#version 330 core
// Zones on the skin: solid, stippled, hatched or crossed, shaped per pixel around strength 0.5, laid over what is already drawn.
in vec3 shadeNormal;
in vec3 bodyPlace;
in vec3 bodyNormal;
in vec4 strengthLow;
in vec4 strengthHigh;
in float distanceToEye;

uniform sampler2D matcap;
uniform int zoneCount;
uniform vec4 zoneColors[8];  // linear rgb, opacity
uniform vec4 zoneShapes[8];  // x: 0 solid, 1 stippled, 2 hatched, 3 crossed; yz: shift of the dots, mm; w: 1 broken edge
uniform float mmPerPixelAtOne;  // size of a pixel at distance 1
uniform float dotSpacingPx;
uniform vec4 veil;  // linear rgb, opacity: laid under zones where no skin is, so that they keep their contrast

out vec4 color;

// The skin's shading, eyes and lips are seen through the paint; its edge is as soft as a brush's.
// Light is mixed here, not what the eye sees: so much of it looks like three quarters.
const float solidPaint = 0.90;
const float softEdgeMm = 2.2;

const vec2 hexRow = vec2(0.5, 0.8660254);

// Distance to the centre of the nearest dot of a hexagonal lattice with spacing 1.
float toNearestDot(vec2 p) {
    vec2 lattice = vec2(p.x - p.y * 0.57735027, p.y * 1.1547005);
    vec2 cell = floor(lattice);
    vec2 rest = lattice - cell;
    float nearest = 8.0;
    for (int corner = 0; corner < 4; ++corner) {
        vec2 offset = vec2(float(corner & 1), float(corner >> 1)) - rest;
        vec2 d = vec2(offset.x, 0.0) + offset.y * hexRow;
        nearest = min(nearest, dot(d, d));
    }
    return sqrt(nearest);
}

// How deep inside a dot, in millimetres (negative = outside). Dots keep their place on the body; as the eye comes nearer,
// new ones grow between them, so that their spacing on the screen stays between dotSpacingPx and twice that.
float dotDepth(vec2 p, float octave, float growth, float fill) {
    float spacing = exp2(octave);
    float lasting = mix(0.36, 0.72, growth) * fill;  // radii in spacings
    float fading = 0.36 * (1.0 - growth) * fill;
    if (fill < 0.08) {
        return -1000.0;
    }
    float depth = lasting - 2.0 * toNearestDot(p / (2.0 * spacing));
    if (fading > 0.02) {
        depth = max(depth, fading - toNearestDot(p / spacing));
    }
    return depth * spacing;
}

float stipple(vec2 shift, float fill, float mmPerPixel) {
    float size = log2(max(dotSpacingPx * mmPerPixel, 0.05));
    float octave = floor(size);
    float growth = size - octave;
    // Three views of the same lattice; near the borders between them dots shrink instead of being cut.
    vec3 weight = bodyNormal * bodyNormal;
    weight *= weight * weight;
    weight *= weight;
    weight /= max(weight.x + weight.y + weight.z, 1e-6);
    weight = max(sqrt(weight) - 0.25, 0.0) / 0.75 * fill;
    float depth = -1000.0;
    depth = max(depth, dotDepth(bodyPlace.zy + shift, octave, growth, weight.x));
    depth = max(depth, dotDepth(bodyPlace.xz + shift, octave, growth, weight.y));
    depth = max(depth, dotDepth(bodyPlace.xy + shift, octave, growth, weight.z));
    return clamp(depth / mmPerPixel + 0.5, 0.0, 1.0);
}

// Lines where planes cut the skin, a fixed way apart on the screen within a factor of two. A second set of planes takes
// over where the skin lies nearly in one of the first.
float lines(vec3 across, vec3 instead, float mmPerPixel) {
    float lying = abs(dot(bodyNormal, across));
    vec3 direction = lying > 0.88 ? instead : across;
    float spacing = exp2(floor(log2(max(dotSpacingPx * 1.3 * mmPerPixel, 0.05))) + 1.0);
    float slope = sqrt(max(1.0 - pow(dot(bodyNormal, direction), 2.0), 0.04));
    float place = dot(bodyPlace, direction) / spacing;
    float away = abs(place - floor(place) - 0.5) * spacing / slope;  // mm along the skin
    float width = 0.23 * spacing / slope;
    return clamp((width - away) / mmPerPixel + 0.5, 0.0, 1.0);
}

float hatch(float kind, float mmPerPixel) {
    float slanted = lines(vec3(0.6247, 0.6247, 0.4685), vec3(0.6247, -0.6247, 0.4685), mmPerPixel);
    if (kind < 2.5) {
        return slanted;
    }
    return max(slanted, lines(vec3(0.6247, -0.6247, 0.4685), vec3(0.6247, 0.6247, 0.4685), mmPerPixel));
}

// 1 where an edge is whole, 0 in its gaps: bubbles that keep their place on the body and about their size on the screen.
float whole(float mmPerPixel) {
    float spacing = exp2(floor(log2(max(dotSpacingPx * 2.0 * mmPerPixel, 0.05))) + 1.0);
    vec3 turn = bodyPlace * (6.2831853 / spacing);
    float wave = dot(sin(turn), cos(turn.yzx));
    return smoothstep(-0.15, 0.15, wave + 0.2);
}

vec4 over(vec4 top, vec4 below) {
    return top + below * (1.0 - top.a);
}

void main() {
    float mmPerPixel = mmPerPixelAtOne * distanceToEye;
    vec4 paint = vec4(0.0);
    vec4 rims = vec4(0.0);
    float covered = 0.0;
    for (int i = 0; i < zoneCount; ++i) {
        float strength = i < 4 ? strengthLow[i & 3] : strengthHigh[i & 3];
        // How far within the zone, in mm (negative: outside), from how fast the strength changes here.
        float perMm = clamp(fwidth(strength) / mmPerPixel, 0.012, 0.25);
        float depth = (strength - 0.5) / perMm;
        float soft = max(softEdgeMm, mmPerPixel);
        float inside = smoothstep(-soft, soft, depth);
        float halo = smoothstep(0.22, 0.5, strength);
        bool solid = zoneShapes[i].x < 0.5;
        float alpha = max(inside * solidPaint, halo * 0.16);
        if (zoneShapes[i].x > 1.5) {
            alpha = max(inside * hatch(zoneShapes[i].x, mmPerPixel) * 0.9, halo * 0.16);
        } else if (!solid) {
            float fill = smoothstep(0.36, 0.62, strength);
            float dots = stipple(zoneShapes[i].yz, fill, mmPerPixel) * step(0.02, strength);
            alpha = max(dots * 0.9, halo * 0.16);
        }
        float edge = 1.0;
        if (zoneShapes[i].w > 0.5) {
            float within = smoothstep(0.9, 1.3, depth / (mmPerPixel * dotSpacingPx));
            edge = max(within, whole(mmPerPixel));
            alpha *= mix(0.12, 1.0, edge);
            inside *= mix(0.12, 1.0, edge);
        }
        alpha *= zoneColors[i].a;
        covered = max(covered, inside * zoneColors[i].a);
        // What lies under solid paint would only make it blotched.
        float under = solid && zoneColors[i].a > 0.95 ? 1.0 - inside : 1.0;
        paint = over(vec4(zoneColors[i].rgb * alpha, alpha), paint * under);
        // A rim of light outside the edge: it tells zone from skin where neither hue nor lightness does.
        float rimPx = (depth + soft * 0.6) / mmPerPixel;
        float rim = smoothstep(-3.2, -1.4, rimPx) * (1.0 - smoothstep(-1.0, 0.4, rimPx));
        rim *= (solid ? 0.55 : 0.30) * zoneColors[i].a * step(0.04, strength) * edge;
        rims = max(rims * under, vec4(rim));
    }
    paint = over(paint, rims);
    paint = over(paint, vec4(veil.rgb, 1.0) * (veil.a * covered));
    vec3 n = normalize(shadeNormal);
    vec4 light = texture(matcap, n.xy * 0.49 + 0.5);
    // Zones are read by their colour: light models them, but a little less than the skin.
    vec3 lit = mix(vec3(1.0), light.rgb * light.rgb * 1.5, 0.8);
    color = vec4(paint.rgb * lit, paint.a);
}
