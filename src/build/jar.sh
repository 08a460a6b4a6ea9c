#!/bin/sh
# Builds target/reglogout.jar, and all that the image is made of.
set -eu
cd "$(dirname "$0")/../.."
# Jars of another version, or of a library given up, must not get into the image.
rm -rf target/modules target/tools target/reglogout-*.jar
sh src/build/mvn.sh target/build.log package -DskipTests
touch target/reglogout.jar
