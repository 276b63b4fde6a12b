#!/usr/bin/env bash
# Measures start-up and memory against f3d on the same exported mesh, frame times, and the inner benchmarks.
# Needs f3d and time (apt-get install f3d time) beside the packages of scripts/packages.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in f3d xvfb-run /usr/bin/time; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install f3d xvfb time" >&2; exit 1; }
done
cmake --build --preset release --target myoatlas benchmark bodies >/dev/null
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
atlas=build/release/myoatlas

"$atlas" mesh -o "$place/figure.glb"
"$atlas" mesh --layers skin -o "$place/skin.glb"

# Wall seconds and peak KiB of the median of five runs of a command.
measure() {
  for _ in 1 2 3 4 5; do
    /usr/bin/time -f '%e %M' -o "$place/time" "$@" >/dev/null 2>&1
    cat "$place/time"
  done | sort -n | sed -n 3p
}

xvfb-run -a -s '-screen 0 1280x800x24' bash -c "
  $(declare -f measure)
  place='$place'
  echo \"f3d, skin: \$(measure f3d --output $place/f.png --resolution 1280,800 $place/skin.glb) s, KiB\"
  echo \"f3d, all structures: \$(measure f3d --output $place/f.png --resolution 1280,800 $place/figure.glb) s, KiB\"
"
echo "myoatlas render, skin: $(measure "$atlas" render --layers skin --size 1280x800 -o "$place/m.png") s, KiB"
echo "myoatlas render, skin and muscles: $(measure "$atlas" render --layers skin,muscles --size 1280x800 -o "$place/m.png") s, KiB"
echo "myoatlas render, a trigger point: $(measure "$atlas" render --point upper_trapezius.1 --size 1280x800 -o "$place/m.png") s, KiB"
for layers in skin muscles skin,muscles; do
  echo "timings, $layers:"
  "$atlas" render --layers "$layers" --size 1280x800 --timings -o "$place/m.png"
done
build/release/benchmark
