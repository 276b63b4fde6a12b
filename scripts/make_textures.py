#!/usr/bin/env python3
"""Makes the renderer's textures: assets/textures/*.png.

matcap_<material>.png  light that a material returns for each direction that its surface may face, seen from the eye:
                       red, green, blue = square root of (diffuse light / 1.5), alpha = sheen. The surface that faces the
                       eye is in the middle, the silhouette on the inscribed circle.
fibre.png              relief of muscle fibres, repeating both ways, fibres upright: red = height, green = slope across
                       (0.5 = level), blue = broad tone.

Needs nothing but Python 3. Run it from anywhere: scripts/make_textures.py
"""

import math
import pathlib
import random
import struct
import zlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "assets" / "textures"
MATCAP_SIZE = 128
FIBRE_SIZE = 256
LIGHT_SCALE = 1.5  # brightest light that a matcap can hold; shaders multiply by it
CIRCLE = 0.49      # radius of the silhouette in texture units; shaders use the same

# Direction (x right, y up, z towards the eye), colour. A key from the upper left, a cool fill, two rims from behind.
KEY = ((-0.46, 0.66, 0.62), (0.88, 0.862, 0.835))
FILL = ((0.75, 0.05, 0.55), (0.17, 0.18, 0.195))
RIM_LEFT = ((-0.92, 0.18, -0.35), (0.16, 0.165, 0.175))
RIM_RIGHT = ((0.90, 0.30, -0.32), (0.22, 0.225, 0.235))
SKY = (0.30, 0.31, 0.325)
GROUND = (0.19, 0.18, 0.172)

# wrap: how far light creeps round an edge, per colour (red travels furthest in skin); sheen: strength, sharpness.
MATERIALS = {
    "skin": {"wrap": (0.46, 0.34, 0.30), "sheen": (0.045, 9.0), "edge": 0.07},
    "muscle": {"wrap": (0.28, 0.22, 0.20), "sheen": (0.10, 22.0), "edge": 0.10},
    "bone": {"wrap": (0.30, 0.29, 0.27), "sheen": (0.02, 8.0), "edge": 0.05},
}


def unit(v):
    length = math.sqrt(sum(c * c for c in v))
    return tuple(c / length for c in v)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def wrapped(cosine, wrap):
    """Lambert's cosine that reaches past the terminator, normalised to keep the energy."""
    return max(0.0, (cosine + wrap) / (1.0 + wrap)) ** 1.35 / (1.0 + 0.5 * wrap)


def matcap_pixel(normal, material):
    light = []
    for channel in range(3):
        up = 0.5 + 0.5 * normal[1]
        value = GROUND[channel] + (SKY[channel] - GROUND[channel]) * up
        for direction, colour in (KEY, FILL, RIM_LEFT, RIM_RIGHT):
            value += colour[channel] * wrapped(dot(normal, unit(direction)), material["wrap"][channel])
        # Surfaces that turn away from the eye lose a little light: it models the form without a hard outline.
        value *= 1.0 - material["edge"] * (1.0 - normal[2]) ** 2
        light.append(value)
    strength, sharpness = material["sheen"]
    half = unit(tuple(a + b for a, b in zip(unit(KEY[0]), (0.0, 0.0, 1.0))))
    sheen = strength * max(0.0, dot(normal, half)) ** sharpness
    sheen += 0.5 * strength * (1.0 - normal[2]) ** 4
    return [math.sqrt(min(c / LIGHT_SCALE, 1.0)) for c in light] + [min(sheen * 2.0, 1.0)]


def matcap(material):
    rows = []
    for y in range(MATCAP_SIZE):
        row = bytearray()
        for x in range(MATCAP_SIZE):
            nx = ((x + 0.5) / MATCAP_SIZE - 0.5) / CIRCLE
            ny = (0.5 - (y + 0.5) / MATCAP_SIZE) / CIRCLE
            radius = math.hypot(nx, ny)
            if radius > 0.9999:  # beyond the silhouette: its colour goes on
                nx, ny, radius = nx / radius * 0.9999, ny / radius * 0.9999, 0.9999
            normal = (nx, ny, math.sqrt(max(0.0, 1.0 - radius * radius)))
            row += bytes(int(c * 255.0 + 0.5) for c in matcap_pixel(normal, material))
        rows.append(bytes(row))
    return rows


class Waves:
    """Smooth noise that repeats: a sum of waves whose counts across and along the tile are whole numbers."""

    def __init__(self, seed, count, across, along):
        source = random.Random(seed)
        self.waves = [(source.randint(*across), source.randint(-along, along), source.uniform(0.0, 2.0 * math.pi),
                       source.uniform(0.5, 1.0)) for _ in range(count)]
        self.norm = math.sqrt(sum(w[3] ** 2 for w in self.waves) / 2.0)

    def at(self, u, v):
        total = sum(a * math.sin(2.0 * math.pi * (i * u + j * v) + phase) for i, j, phase, a in self.waves)
        return total / self.norm


def fibre():
    strands = Waves(11, 26, (5, 22), 2)
    bundles = Waves(12, 10, (1, 4), 1)
    tone = Waves(13, 8, (0, 2), 2)
    size = FIBRE_SIZE
    heights = []
    for y in range(size):
        v = y / size
        heights.append([math.tanh(0.8 * strands.at(x / size, v) * 0.62 + 0.5 * bundles.at(x / size, v))
                        for x in range(size)])
    rows = []
    for y in range(size):
        row = bytearray()
        for x in range(size):
            slope = (heights[y][(x + 1) % size] - heights[y][x - 1]) * 1.4
            broad = 0.5 + 0.18 * tone.at(x / size, y / size)
            values = (0.5 + 0.5 * heights[y][x], 0.5 + 0.5 * max(-1.0, min(1.0, slope)), max(0.0, min(1.0, broad)))
            row += bytes(int(c * 255.0 + 0.5) for c in values)
        rows.append(bytes(row))
    return rows


def write_png(path, rows, channels):
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data) & 0xFFFFFFFF))

    width = len(rows[0]) // channels
    colour_type = {3: 2, 4: 6}[channels]
    filtered = bytearray()
    before = bytes(len(rows[0]))
    for row in rows:  # every row as the difference to the one above: smooth pictures shrink well
        filtered += b"\x02" + bytes((a - b) & 0xFF for a, b in zip(row, before))
        before = row
    path.write_bytes(b"\x89PNG\r\n\x1a\n" +
                     chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, colour_type, 0, 0, 0)) +
                     chunk(b"IDAT", zlib.compress(bytes(filtered), 9)) + chunk(b"IEND", b""))


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, material in MATERIALS.items():
        write_png(FOLDER / f"matcap_{name}.png", matcap(material), 4)
    write_png(FOLDER / "fibre.png", fibre(), 3)


if __name__ == "__main__":
    main()
