#!/usr/bin/env bash
# Configures and builds one preset (default: release).
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
cmake --preset "$preset" >"${TMPDIR:-/tmp}/myoatlas-configure.log" 2>&1 || {
  cat "${TMPDIR:-/tmp}/myoatlas-configure.log" >&2
  exit 1
}
cmake --build --preset "$preset" -- -j "$(nproc)"
