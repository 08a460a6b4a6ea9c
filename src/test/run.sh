#!/bin/sh
# Runs all tests: scripts and manual, the units, then the program from end to end, as jar, as image
# and as native program. A part that fails keeps no other from running; a table at the end has all.
# JDK names the JDK of the image, TESTS (JarIT,RegistryTest) the only classes to run. The native
# program is built and tested with NATIVE=1 alone: that takes minutes and 5 GB.
set -eu
cd "$(dirname "$0")/../.."
jdk=${JDK:-}
only=${TESTS:-}
results=target/test
. src/build/environment.sh

code=0
sh src/build/prepare.sh test || code=$?
if [ $code != 0 ] && { [ "${REGLOGOUT_ALLOW_SKIP:-}" != 1 ] || ! sh src/build/prepare.sh build say; }; then
  echo 'reglogout: with REGLOGOUT_ALLOW_SKIP=1 the tests that need other programs than Maven and a JDK are left out' >&2
  exit 1
fi
use_jdk
rm -rf $results
mkdir -p $results
: >$results/table

# row PART TESTS FAILED SKIPPED SECONDS
row() { printf '%s\t%s\t%s\t%s\t%s\n' "$@" >>$results/table; }

leave_out() {
  echo "left out: $1, because $2" >&2
  printf '%s\t%s\n' "$1" "left out: $2" >>$results/table
  if [ "${CI:-}" = true ]; then
    row "$1, required under CI=true" 1 1 0 0
  fi
}

# part NAME COMMAND...: runs a part and adds its row: from the reports in target/test/NAME, or a
# single test that is the command itself.
part() {
  name=$1
  shift
  echo "testing: $name" >&2
  start=$(date +%s)
  failed=0
  "$@" || failed=$?
  if [ $failed = 77 ]; then
    leave_out "$name" 'it cannot be built here'
    return
  fi
  seconds=$(($(date +%s) - start))
  if ls "$results/$name"/TEST-*.xml >/dev/null 2>&1; then
    awk -f src/test/count.awk -v skipped="$results/skipped" "$results/$name"/TEST-*.xml >"$results/counts"
    read -r tests bad left <"$results/counts"
    if [ $failed != 0 ] && [ "$bad" = 0 ]; then # a JVM that died, or too little is covered
      tests=$((tests + 1))
      bad=1
      sh src/build/why.sh "$results/$name.log" || grep '^\[ERROR\]\|^\[WARNING\] Rule' "$results/$name.log" >&2 || true
    fi
    row "$name" "$tests" "$bad" "$left" "$seconds"
    for report in "$results/$name"/*.txt; do # the stacks of what failed
      ! grep -q '<<< \(FAILURE\|ERROR\)!' "$report" || sed -n '5,80p' "$report" >&2
    done
  else
    [ $failed = 0 ] || ! [ -e "$results/$name.log" ] ||
      sh src/build/why.sh "$results/$name.log" || grep '^\[ERROR\]' "$results/$name.log" >&2 || true
    row "$name" 1 $((failed > 0)) 0 "$seconds"
  fi
}

# chosen SUFFIX: the classes of that kind in TESTS.
chosen() { echo "$only" | tr , '\n' | grep "$1\$" | paste -s -d , -; }

wanted() { [ -z "$only" ] || [ -n "$(chosen "$1")" ]; }

# count_classes SUFFIX: tells mvn.sh how many there are to run.
count_classes() {
  if [ -n "$only" ]; then
    REGLOGOUT_CLASSES=$(chosen "$1" | tr , '\n' | wc -l)
  else
    REGLOGOUT_CLASSES=$(find src/test/java -name "*$1.java" | wc -l)
  fi
  export REGLOGOUT_CLASSES
}

units() {
  count_classes Test
  # with only some tests, it cannot be asked how much is covered
  sh src/build/mvn.sh $results/units.log jacoco:prepare-agent@watch surefire:test \
    -Dreglogout.reports=test/units ${only:+"-Dtest=$(chosen Test)" -Dsurefire.failIfNoSpecifiedTests=false} &&
    { [ -n "$only" ] || sh src/build/mvn.sh $results/coverage.log jacoco:report@gate jacoco:check@gate; }
}

# end_to_end NAME PROGRAM TAG: the tests of a program, but for those with a tag.
end_to_end() {
  count_classes IT
  sh src/build/mvn.sh "$results/$1.log" failsafe:integration-test failsafe:verify \
    -Dreglogout.reports="test/$1" -Dreglogout.program="$2" -Dreglogout.left.out="$3" \
    ${only:+"-Dit.test=$(chosen IT)" -Dfailsafe.failIfNoSpecifiedTests=false}
}

image() {
  sh src/build/image.sh "$jdk" && end_to_end image target/image/bin/reglogout 'library | native'
}

[ -n "$only" ] || part lint sh src/test/lint.sh
echo 'building: the jar; the first time takes a minute or two' >&2
unset REGLOGOUT_CLASSES
sh src/build/jar.sh tests
! wanted Test || part units units
[ -z "$jdk" ] || export REGLOGOUT_JDK_FOLDERS="$jdk" # for the test that builds an image
if wanted IT; then
  part jar end_to_end jar target/reglogout.jar image
  if sh src/image/find-jdk.sh "$jdk" >/dev/null; then
    part image image
  else
    leave_out image 'no JDK of version 25 or newer is here'
  fi
  # It puts its reports into target/test/native, and ends with 77 where the program cannot be built.
  [ "${NATIVE:-}" != 1 ] || part native sh src/test/native.sh
fi
sh src/test/report.sh
