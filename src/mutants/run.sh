#!/bin/sh
# Changes the code that decides, one place at a time, runs the tests that reach it, and publishes
# how many of the changes a test noticed, and which ones none did.
set -eu
cd "$(dirname "$0")/../.."
sh src/build/mvn.sh target/mutants.log -Pmutants test-compile org.pitest:pitest-maven:mutationCoverage
part=target/pit-reports/mutants.md
below=0
sed 's/<mutation /\n&/g' target/pit-reports/mutations.xml |
  awk -f src/mutants/report.awk >"$part" || below=1
sh src/soak/publish.sh mutants "$part"
[ "$below" = 0 ] || {
  echo 'mutants: fewer than 85 % of the changes were noticed' >&2
  exit 1
}
