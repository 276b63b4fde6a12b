#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh
scripts/check_format.sh
scripts/build.sh release
ctest --preset release -j "$(nproc)"
