#!/bin/sh
# Installs what stage.sh has laid out. All that can be known to fail is looked at before anything is
# changed; what is copied is copied beside its place, and only moved there at the end.
# Arguments: the folder of stage.sh, DESTDIR or nothing, PREFIX.
set -eu
umask 022 # for everybody
tree=$1
root=$2
prefix=$3
lib=$root$prefix/lib
list=$lib/reglogout/installed # what an uninstallation removes
new=$lib/.reglogout.new
old=$lib/.reglogout.old

fail() {
  echo "reglogout: $1; nothing was installed" >&2
  exit 1
}
is_there() { [ -e "$1" ] || [ -h "$1" ]; }
is_ours() { [ -f "$list" ] && grep -qxF "file $1" "$list"; }

case $prefix in
  /*) ;;
  *) fail "PREFIX must be a full path, and is '$prefix'" ;;
esac

# The program is one folder, moved whole. No name below the prefix has a blank in it.
names=$(cd "$tree" && find bin lib share -path lib/reglogout -prune -o ! -type d -print | LC_ALL=C sort)
! is_there "$lib/reglogout" || [ -f "$list" ] ||
  fail "$lib/reglogout is there already, and is not from an earlier \`make install\`; remove it first"
for name in $names lib/reglogout; do
  place=$root$prefix/$name
  if [ "$name" != lib/reglogout ] && is_there "$place" && { [ -d "$place" ] || ! is_ours "$prefix/$name"; }; then
    fail "$place is there already, and is not from an earlier \`make install\`; remove it first"
  fi
  place=${place%/*}
  while ! is_there "$place"; do
    place=${place%/*}
    place=${place:-/}
  done
  [ -d "$place" ] || fail "$place is not a directory"
  { [ -w "$place" ] && [ -x "$place" ]; } ||
    fail "$place cannot be written to; be root, or choose another place: make install PREFIX=\$HOME/.local"
done

# The directories of these that are not there, the upper ones first.
missing=$(for name in $names lib/reglogout; do
  directory=$prefix/${name%/*}
  while [ -n "$directory" ] && [ ! -d "$root$directory" ]; do
    echo "$directory"
    directory=${directory%/*}
  done
done | LC_ALL=C sort -u)

failed='the installation failed'
undo() {
  rm -rf "$new"
  echo "$missing" | LC_ALL=C sort -r | while read -r directory; do
    [ -z "$directory" ] || rmdir "$root$directory" 2>/dev/null || true
  done
  echo "reglogout: $failed; nothing was installed" >&2
}
trap undo EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

for name in $names lib/reglogout; do
  # not even root may everywhere
  why=$(mkdir -p "$root$prefix/${name%/*}" 2>&1) || {
    [ -d "$root$prefix" ] && failed=$root$prefix/${name%/*} || failed="PREFIX $prefix"
    failed="$failed cannot be created: ${why##*: }"
    exit 1
  }
done
rm -rf "$new"
cp -RPp "$tree" "$new" # with its times, which the start-up cache needs
[ "$(id -u)" != 0 ] || chown -hR "$(id -u):$(id -g)" "$new"
{
  for name in $names lib/reglogout/installed; do echo "file $prefix/$name"; done
  (cd "$tree" && find lib/reglogout ! -type d) | sed "s|^|file $prefix/|"
  (cd "$tree" && find lib/reglogout -type d) | sed "s|^|directory $prefix/|"
  [ -z "$missing" ] || echo "$missing" | sed 's/^/directory /'
  [ ! -f "$list" ] || grep '^directory ' "$list"
} | LC_ALL=C sort -u >"$new/lib/reglogout/installed"

trap '' HUP INT TERM
trap 'echo "reglogout: the installation failed half-way: repair what is said above, and run it again" >&2' EXIT
rm -rf "$old"
[ ! -d "$lib/reglogout" ] || mv "$lib/reglogout" "$old"
mv "$new/lib/reglogout" "$lib/reglogout"
for name in $names; do
  mv -f "$new/$name" "$root$prefix/$name"
done
if [ -f "$old/installed" ]; then # what this version has no more
  grep '^file ' "$old/installed" | grep -vxFf "$list" | grep -vF "file $prefix/lib/reglogout/" |
    while read -r _ file; do rm -f "$root$file"; done
fi
rm -rf "$old" "$new"
trap - EXIT
echo "installed: $prefix/bin/reglogout"
case $prefix in
  /usr | /usr/local) ;;
  *) echo "for \`docker reglogout\`, link $prefix/lib/docker/cli-plugins/docker-reglogout into ~/.docker/cli-plugins" ;;
esac
