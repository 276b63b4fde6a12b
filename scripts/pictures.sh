#!/usr/bin/env bash
# Makes the pictures of the README again (but for the window), with the product itself, in docs/images. Needs a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
atlas=build/release/myoatlas
out=docs/images
"$atlas" render --body male --view posterior --size 440x704 --layers muscles,skeleton -o "$out/muscles.png"
"$atlas" render --body female --point gluteus_minimus_anterior.1 --size 440x704 -o "$out/zone.png"
"$atlas" render --body male --view anterior --size 440x704 --layers skeleton -o "$out/skeleton.png"
"$atlas" render --body male --dig quadratus_lumborum --size 440x704 -o "$out/dig.png"
"$atlas" render --point upper_trapezius.1 --size 1000x640 -o "$out/upper_trapezius.png"
