#!/bin/sh
# Makes target/reglogout_VERSION_ARCHITECTURE.deb, which brings what was built: it needs no Java, and
# starts as quickly; and its SHA-256 sum beside it. Argument: target/image or target/native. DEBFULLNAME and DEBEMAIL name who maintains it, as for Debian's own tools.
set -eu
umask 022
cd "$(dirname "$0")/../.."
facts=src/package/facts.sh
built=${1:-target/image}
version=$(sh $facts version)
[ "$built" != target/native ] || version=$version+native
time=$(sh $facts time)
case $(sh $facts machine "$built") in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$(sh $facts machine "$built") ;;
esac
maintainer="${DEBFULLNAME:-reglogout maintainers} <${DEBEMAIL:-reglogout@packages.invalid}>"
work=target/package
deb=target/reglogout_${version}_$architecture.deb

# Debian's own places for what stage.sh puts into those that fit every system.
sh src/package/stage.sh "$work/root/usr" "$built"
share=$work/root/usr/share
mv "$share/zsh/site-functions" "$share/zsh/vendor-completions"
gzip -n -9 "$share/man/man1/reglogout.1"
sed "s|@LEGAL@|/usr/lib/reglogout/$(sh $facts legal "$built")|" src/package/deb/copyright \
  >"$share/doc/reglogout/copyright"
rm "$share/doc/reglogout/LICENSE"
gzip -n -9 <CHANGELOG.md >"$share/doc/reglogout/NEWS.gz"
rm "$share/doc/reglogout/CHANGELOG.md"
{
  echo "reglogout ($version) unstable; urgency=medium"
  echo
  echo '  * See NEWS.gz.'
  echo
  echo " -- $maintainer  $(LC_ALL=C date -u -d "@$time" '+%a, %d %b %Y %H:%M:%S +0000')"
} | gzip -n -9 >"$share/doc/reglogout/changelog.gz"
mkdir -p "$work/root/usr/share/lintian/overrides"
cp src/package/deb/lintian-overrides "$share/lintian/overrides/reglogout"

mkdir "$work/control"
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@MAINTAINER@/$maintainer/; s/@GLIBC@/$(sh $facts glibc "$built")/" \
  src/package/deb/control >"$work/control/control"
sh src/package/archive.sh "$work/root" ./usr "$work/data.tar" "$time"
sh src/build/mvn.sh target/deb.log -Dreglogout.deb="$(pwd)/$deb" -Dreglogout.deb.time="$time" \
  org.vafer:jdeb:jdeb >&2
rm -rf "$work"
sh src/package/sum.sh "$deb"
echo "$deb"
