#!/usr/bin/env bash
# Runs clang-tidy over sources of app/, all of them unless some are named.
# usage: tidy.sh [FILE...]
set -euo pipefail
cd "$(dirname "$0")/.."
command -v clang-tidy >/dev/null || { echo "clang-tidy is missing: apt-get install clang clang-tidy" >&2; exit 1; }
# A build folder of its own, for the commands only: Clang's, one for each source.
cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=clang++ -DMYOATLAS_UNITY=OFF >/dev/null
if [ $# -gt 0 ]; then printf '%s\n' "$@"; else git ls-files -- 'app/*.cpp'; fi |
  xargs -r -P "$(nproc)" -n 1 clang-tidy --quiet -p build/tidy
