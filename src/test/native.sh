#!/bin/sh
# Runs the end-to-end tests on the native program: all that the image passes, but for what is of the
# image's start-up cache and runtime. Called by run.sh; reports go to target/test/native. Ends with 77
# where the program cannot be built. JDK and TESTS as there.
set -eu
cd "$(dirname "$0")/../.."
only=${TESTS:-}
sh src/native/find-builder.sh "${JDK:-}" >/dev/null
make -s native JDK="${JDK:-}"
REGLOGOUT_CLASSES=$(find src/test/java -name '*IT.java' | wc -l | tr -d ' ')
export REGLOGOUT_CLASSES
sh src/build/mvn.sh target/test/native.log failsafe:integration-test failsafe:verify \
  -Dreglogout.reports=test/native -Dreglogout.program=target/native/bin/reglogout \
  -Dreglogout.left.out='library | jvm' \
  ${only:+"-Dit.test=$only" -Dfailsafe.failIfNoSpecifiedTests=false}
