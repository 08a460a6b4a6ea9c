#!/bin/sh
# Installs what stage.sh has laid out. All that can be known to fail is looked at before anything is
# changed; copies are made beside their places, and moved there at the end.
# Arguments: the folder of stage.sh, DESTDIR or nothing, PREFIX.
set -eu
umask 022 # for everybody
tree=$1
root=$2
prefix=$3
destination=$root$prefix
program=$destination/lib/reglogout
manifest=$program/installed
new=.reglogout.new
fresh=$destination/lib/$new

fail() {
  echo "reglogout: $1; nothing was installed" >&2
  exit 1
}

case $prefix in
  /*) ;;
  *) fail "PREFIX must be a full path, and is '$prefix'" ;;
esac

# All but the program, which is one folder: moved whole.
directories=$(cd "$tree" && find bin lib share -type d ! -path 'lib/reglogout*' | LC_ALL=C sort)
files=$(cd "$tree" && find bin lib share ! -type d ! -path 'lib/reglogout/*' | LC_ALL=C sort)

ours() { [ -f "$manifest" ] && grep -qxF "$1" "$manifest"; }

missing=
for directory in $directories; do
  place=$destination/$directory
  [ -d "$place" ] || missing="$missing $directory"
  while [ ! -e "$place" ] && [ ! -h "$place" ]; do
    place=${place%/*}
    place=${place:-/}
  done
  [ -d "$place" ] || fail "$place is not a directory"
  { [ -w "$place" ] && [ -x "$place" ]; } ||
    fail "$place cannot be written to; be root, or choose another place: make install PREFIX=\$HOME/.local"
done
for file in $files; do
  place=$destination/$file
  if [ -d "$place" ] || { { [ -e "$place" ] || [ -h "$place" ]; } && ! ours "file $file"; }; then
    fail "$place is there already, and is not from an earlier \`make install\`; remove it first"
  fi
done
[ ! -e "$program" ] || [ -f "$manifest" ] ||
  fail "$program is there already, and is not from an earlier \`make install\`; remove it first"

# Directories above the prefix that are not there either, the deepest first.
above=
place=$prefix
while [ -n "$place" ] && [ ! -d "$root$place" ]; do
  above="$above$place
"
  place=${place%/*}
done

made=
failed='the installation failed'
undo() {
  rm -rf "$fresh"
  for file in $files; do
    rm -f "$destination/${file%/*}/$new.${file##*/}"
  done
  for directory in $made; do
    rmdir "$destination/$directory" 2>/dev/null || true
  done
  printf %s "$above" | while read -r directory; do
    rmdir "$root$directory" 2>/dev/null || true
  done
}
trap 'undo; echo "reglogout: $failed; nothing was installed" >&2' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

for directory in $missing; do
  # not even root may everywhere
  why=$(mkdir -p "$destination/$directory" 2>&1) || {
    [ -d "$destination" ] && failed="$destination/$directory" || failed="PREFIX $prefix"
    failed="$failed cannot be created: ${why##*: }"
    exit 1
  }
  made="$directory $made"
done
rm -rf "$fresh"
mkdir "$fresh"
# with their times, but as files of whoever installs
(cd "$tree/lib/reglogout" && tar -cf - .) | (cd "$fresh" && tar -xof -)
for file in $files; do
  cp -RPp "$tree/$file" "$destination/${file%/*}/$new.${file##*/}"
done

# What an uninstallation removes: files, and those directories that were not there before.
{
  (cd "$tree" && find lib/reglogout ! -type d) | sed 's/^/file /'
  echo 'file lib/reglogout/installed'
  for file in $files; do echo "file $file"; done
  (cd "$tree" && find lib/reglogout -type d) | sed 's/^/directory /'
  for directory in $made; do echo "directory $directory"; done
  printf %s "$above" | sed 's/^/above /'
  [ ! -f "$manifest" ] || grep -E '^(directory|above) ' "$manifest"
} | LC_ALL=C sort -u >"$fresh/installed"

trap '' HUP INT TERM
trap 'echo "reglogout: the installation failed half-way: mend what is said above, and run it again" >&2' EXIT
old=$destination/lib/.reglogout.old
rm -rf "$old"
[ ! -e "$program" ] || mv "$program" "$old"
mv "$fresh" "$program"
for file in $files; do
  mv -f "$destination/${file%/*}/$new.${file##*/}" "$destination/$file"
done
if [ -f "$old/installed" ]; then # what this version has no more
  sed -n 's/^file //p' "$old/installed" | grep -v '^lib/reglogout/' | while read -r file; do
    ours "file $file" || rm -f "$destination/$file"
  done
fi
rm -rf "$old"
trap - EXIT
echo "installed: $prefix/bin/reglogout"
case $prefix in
  /usr | /usr/local) ;;
  *) echo "for \`docker reglogout\`, link $prefix/lib/docker/cli-plugins/docker-reglogout into ~/.docker/cli-plugins" ;;
esac
