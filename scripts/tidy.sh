#!/usr/bin/env bash
# Runs clang-tidy over the sources of app/ with the compile commands of the release build.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v clang-tidy >/dev/null || { echo "clang-tidy is missing: apt-get install clang-tidy" >&2; exit 1; }
git ls-files -- 'app/*.cpp' | xargs -r -P "$(nproc)" -n 4 clang-tidy --quiet -p build/release
