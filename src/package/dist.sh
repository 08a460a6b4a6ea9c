#!/bin/sh
# Packs the program with all that belongs to it into target/reglogout-VERSION-SYSTEM.tar.gz.
set -eu
cd "$(dirname "$0")/../.."
facts=src/package/facts.sh
system=$(uname -s | tr '[:upper:]' '[:lower:]')-$(sh $facts machine)
name=reglogout-$(sh $facts version)-$system
work=target/package
sh src/package/stage.sh "$work/$name"
sh src/package/archive.sh "$work" "$name" "target/$name.tar.gz" "$(sh $facts time)"
rm -rf "$work"
echo "target/$name.tar.gz"
