#!/bin/sh
# Runs a class of the tests against the image: java.sh CLASS ARGUMENT...
set -eu
cd "$(dirname "$0")/../.."
mkdir -p target/soak
mvn -B -q -ntp -Dstyle.color=never test-compile \
  dependency:build-classpath \
  -Dmdep.outputFile=target/soak/classpath >&2
exec java -cp "target/test-classes:target/classes:$(cat target/soak/classpath)" \
  -Dreglogout.program=target/image/bin/reglogout "$@"
