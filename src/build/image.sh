#!/bin/sh
# Builds target/image. Argument: the JDK for it, or nothing.
set -eu
cd "$(dirname "$0")/../.."
sh src/image/build.sh "$(sh src/image/find-jdk.sh "${1:-}" need)"
touch target/image/bin/reglogout
