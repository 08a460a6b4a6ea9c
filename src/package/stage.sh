#!/bin/sh
# Lays out, in a new folder, all that is installed below a prefix. Arguments: the folder, and what was
# built (target/image or target/native).
set -eu
umask 022
cd "$(dirname "$0")/../.."
tree=$1
built=${2:-target/image}
scripts=src/main/resources/dev/reglogout/cli/completion
rm -rf "$tree"
mkdir -p "$tree/bin" "$tree/lib/docker/cli-plugins" "$tree/share/man/man1" \
  "$tree/share/bash-completion/completions" "$tree/share/zsh/site-functions" \
  "$tree/share/fish/vendor_completions.d" "$tree/share/doc/reglogout"

cp -Rp "$built" "$tree/lib/reglogout" # with its times: the start-up cache has the modules'
ln -s ../lib/reglogout/bin/reglogout "$tree/bin/reglogout"
ln -s ../../reglogout/bin/reglogout "$tree/lib/docker/cli-plugins/docker-reglogout"
cp src/man/reglogout.1 "$tree/share/man/man1/reglogout.1"
cp $scripts/reglogout.bash "$tree/share/bash-completion/completions/reglogout"
cp $scripts/reglogout.zsh "$tree/share/zsh/site-functions/_reglogout"
cp $scripts/reglogout.fish "$tree/share/fish/vendor_completions.d/reglogout.fish"
cp LICENSE CHANGELOG.md "$tree/share/doc/reglogout/"
sed "s|@LEGAL@|$(sh src/package/facts.sh legal "$built")|" src/package/third-party.txt \
  >"$tree/share/doc/reglogout/third-party.txt"
chmod -R a+rX,go-w "$tree/share" # whatever the tree was checked out with
