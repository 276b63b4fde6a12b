#!/usr/bin/env bash
# generator_symbols.sh MAKE_BODY MYOATLAS: fails unless the generator is in the first program and nothing of it in the second.
set -euo pipefail
symbols() { nm --demangle "$1" | grep -c ' myo::generate::' || true; }
in_tool=$(symbols "$1")
in_atlas=$(symbols "$2")
echo "generator symbols: $in_tool in $(basename "$1"), $in_atlas in $(basename "$2")"
[ "$in_tool" -gt 100 ] && [ "$in_atlas" -eq 0 ]
