#!/usr/bin/env bash
# Fails on a word of the atlas' texts that neither the English dictionaries nor words.txt know.
# usage: check.sh MYOATLAS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
atlas=$1
export LC_ALL=C.UTF-8
unknown=$(
  {
    for kind in muscles scenarios guides; do "$atlas" list "$kind" | cut -f1; done | xargs "$atlas" show
    "$atlas" list regions 2>/dev/null | cut -f2
  } | awk '/^  Also called:|^SOURCES$/ { skip = 1 } /^  Ids elsewhere:|^$/ { skip = 0 } !skip' |
    grep -vE '\[(confirmed|read in|seen only|not yet|disputed)|et al\.' | sed -E 's/[a-z]+_[a-z_.0-9]+|FMA[0-9]+|TA2//g' |
    hunspell -d en_GB,en_US -i utf-8 -l | sort -u | comm -23 - <(grep -v '^#' "$here/words.txt" | sort -u)
)
[ -z "$unknown" ] && exit 0
echo "Unknown words; mend them, or add them to tests/spelling/words.txt:"
echo "$unknown"
exit 1
