#!/bin/sh
# Packs the program with all that belongs to it into target/reglogout-VERSION-SYSTEM.tar.gz, and
# its SHA-256 sum beside it. Argument: what was built (target/image or target/native).
set -eu
cd "$(dirname "$0")/../.."
facts=src/package/facts.sh
built=${1:-target/image}
system=$(uname -s | tr '[:upper:]' '[:lower:]')-$(sh $facts machine "$built")
name=reglogout-$(sh $facts version)-$system
[ "$built" != target/native ] || name=$name-native
work=target/package
sh src/package/stage.sh "$work/$name" "$built"
sh src/package/archive.sh "$work" "$name" "target/$name.tar.gz" "$(sh $facts time)"
rm -rf "$work"
sh src/package/sum.sh "target/$name.tar.gz"
echo "target/$name.tar.gz"
