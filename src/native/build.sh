#!/bin/sh
# Builds target/native: the program compiled ahead of time, laid out as the image. It is made in a
# folder of its own, tried, and put in place whole. Ends with 77 where it cannot be built.
# Argument: the JDK, or nothing.
set -eu
umask 022 # for whoever it is copied to
export LC_ALL=C.UTF-8 # what the program takes the names of files to be in is set when it is built
cd "$(dirname "$0")/../.."
root=$(pwd)
way=$(sh src/native/find-builder.sh "${1:-}")
jdk=${way#* }
if [ "${way%% *}" = native-image ]; then # a JDK's bin has a link to it
  jdk=$(dirname "$(dirname "$(readlink -f "$jdk")")")
  while [ ! -x "$jdk/bin/javac" ] && [ "$jdk" != / ]; do jdk=$(dirname "$jdk"); done
fi
work=$root/target/native-work
new=$root/target/native.new
rm -rf "$work" "$new"
mkdir -p "$work/main" "$new/bin" "$new/lib"

echo 'building the native program takes a few minutes' >&2
path=$(printf '%s:' "$root"/target/reglogout-[0-9]*[0-9].jar "$root"/target/modules/*.jar)
"$jdk/bin/javac" --release 17 -cp "$path" -d "$work/main" src/native/NativeMain.java
builder=$(sh src/native/compile.sh "$way" "$work/main:$path" NativeMain "$new/lib/reglogout" \
  "$work" target/native.log)

loader=$(LC_ALL=C grep -a -o '/[A-Za-z0-9/._+-]*/ld-[A-Za-z0-9._-]*' "$new/lib/reglogout" | head -n 1) || true
{
  sed "/^# What follows is the image's alone/,\$d; s|@LOADER@|${loader:-/}|" src/image/reglogout
  cat src/native/start
} >"$new/bin/reglogout"
chmod 755 "$new/bin/reglogout"
sh src/native/licences.sh "$jdk" "$builder" "$new/lib/legal"
sh src/native/try.sh "$new/bin/reglogout"

rm -rf target/native.old
[ ! -e target/native ] || mv target/native target/native.old
mv "$new" target/native
rm -rf target/native.old "$work"
