#!/bin/sh
# Prints what the parts of the tests came to, and ends with 1 if one failed.
set -eu
cd "$(dirname "$0")/../.."
results=target/test
echo
if [ -s $results/skipped ]; then
  echo 'skipped, because:'
  sort $results/skipped | uniq -c | sort -rn
  echo
fi
awk -F '\t' '
  function line(part, tests, failed, skipped, seconds) {
    printf "%-16s %7s %9s %8s %8s\n", part, tests, failed, skipped, seconds
  }
  NR == 1 { line("part", "tests", "failures", "skipped", "seconds") }
  NF == 2 { printf "%-16s %s\n", $1, $2; next }
  { line($1, $2, $3, $4, $5); tests += $2; failed += $3; skipped += $4; seconds += $5 }
  END {
    line("all", tests, failed, skipped, seconds)
    printf "\n%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
    exit failed > 0 || tests == 0
  }' $results/table
