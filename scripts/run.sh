#!/usr/bin/env bash
# Installs what is missing, builds, and opens the atlas. Without a display it renders the first picture to atlas.png.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh
scripts/build.sh release
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/myoatlas "$@"
fi
build/release/myoatlas render --point upper_trapezius.1 --view auto -o atlas.png
echo "No display here, so no window: the first picture is in $(pwd)/atlas.png"
