#!/bin/sh
# Runs the program, and first builds what is missing: the image, or the jar where there is no JDK
# for it; with NATIVE=1 the native program. Arguments: the program's; none for its help. The exit code is the program's.
set -eu
unset MAKEFLAGS MAKELEVEL MFLAGS # of the make that runs this
root=$(cd "$(dirname "$0")/../.." && pwd)
jdk=${JDK:-}
jar=target/reglogout.jar
image=target/image/bin/reglogout
native=target/native/bin/reglogout
target=$image

is_built() { make -s -q -C "$root" "$1" JDK= 2>/dev/null; }

if ! sh "$root/src/image/find-jdk.sh" "$jdk" >/dev/null; then
  [ -z "$jdk" ] || exec sh "$root/src/image/find-jdk.sh" "$jdk" need
  is_built $image || target=$jar
fi

[ "${NATIVE:-}" != 1 ] || target=$native

build() {
  sh "$root/src/build/prepare.sh" build
  [ $target != $jar ] ||
    echo 'reglogout: no JDK of version 25 or newer is here: instead of the image, which starts quicker, the jar is built' >&2
  echo 'reglogout: building; the first time takes a minute or two' >&2
  is_built $jar || sh "$root/src/build/jar.sh" >&2
  case $target in
    "$image") sh "$root/src/build/image.sh" "$jdk" >&2 ;;
    "$native") make -s -C "$root" $native JDK="$jdk" >&2 ;;
  esac
}

is_built $target || build
[ $# -gt 0 ] || set -- --help
if [ $target != $jar ]; then
  exec "$root/$target" "$@"
fi
# In another locale Java opens no file below a folder with letters beyond ASCII.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
java=$( (. "$root/src/build/environment.sh" && use_jdk && echo "$JAVA_HOME/bin/java") || echo java)
exec "$java" -jar "$root/$jar" "$@"
