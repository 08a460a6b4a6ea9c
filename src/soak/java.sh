#!/bin/sh
# Runs a class of the tests against the image: java.sh CLASS ARGUMENT...
set -eu
cd "$(dirname "$0")/../.."
mkdir -p target/soak
sh src/build/mvn.sh target/soak/build.log test-compile \
  dependency:build-classpath \
  -Dmdep.outputFile=target/soak/classpath >&2
exec java -cp "target/test-classes:target/classes:$(cat target/soak/classpath)" \
  -Dreglogout.program=target/image/bin/reglogout "$@"
