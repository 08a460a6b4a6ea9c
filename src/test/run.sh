#!/bin/sh
# Runs all tests: the units, then the program from end to end, as jar and as image.
# Argument: the JDK for the image, or nothing.
set -eu
cd "$(dirname "$0")/../.."
mvn -B -ntp verify
[ -z "$1" ] || export REGLOGOUT_JDK_FOLDERS="$1" # for the test that builds an image
if sh src/image/find-jdk.sh "$1" need >/dev/null; then
  make -s image JDK="$1"
  mvn -B -ntp failsafe:integration-test failsafe:verify \
    -Dreglogout.program=target/image/bin/reglogout -Dreglogout.left.out=library
elif [ "${REGLOGOUT_ALLOW_SKIP:-}" = 1 ]; then
  echo '*** SKIPPED: the image, for want of a JDK' >&2
else
  exit 1
fi
