#!/bin/sh
# Builds target/reglogout.jar, and all that the image is made of; with `tests`, compiles these, too.
set -eu
cd "$(dirname "$0")/../.."
# Jars of another version, or of a library given up, must not get into the image.
rm -rf target/modules target/tools target/reglogout-*.jar
skip=maven.test.skip
[ "${1:-}" != tests ] || skip=skipTests
sh src/build/mvn.sh target/build.log package -D$skip=true
touch target/reglogout.jar
