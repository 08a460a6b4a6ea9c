#!/bin/sh
# Prints what can build the native program: `native-image PROGRAM`, of GRAALVM_HOME or PATH, or
# `jars JDK`, the builder on Maven Central run by that JDK. Where neither can, says why in one line
# and ends with 77. Argument: the JDK, or nothing.
set -eu
cd "$(dirname "$0")/../.."
least=25
megabytes=3500 # with which it has been built

cannot() {
  echo "reglogout: the native program cannot be built here: $1; the image, which needs less, is made by \`make\`" >&2
  exit 77
}

# The major version of a native-image, as it says itself; 0 where it says none.
major() {
  version=$("$1" --version 2>/dev/null | sed -n '1s/^native-image \([0-9]*\).*/\1/p') || version=
  echo "${version:-0}"
}

# What this machine has left, or what this container may take, if that is less.
available() {
  {
    awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo
    awk '/^[0-9]+$/ { print int($1 / 1048576) }' /sys/fs/cgroup/memory.max 2>/dev/null || true
  } | sort -n | head -n 1
}

program=$(command -v native-image 2>/dev/null || true)
if [ -n "${GRAALVM_HOME:-}" ]; then
  program=$GRAALVM_HOME/bin/native-image
  [ -x "$program" ] || cannot "GRAALVM_HOME is $GRAALVM_HOME, and has no bin/native-image"
  [ "$(major "$program")" -ge $least ] || cannot "GRAALVM_HOME is $GRAALVM_HOME, which is older than $least"
elif [ -n "$program" ] && [ "$(major "$program")" -lt $least ]; then
  program=
fi

command -v gcc >/dev/null 2>&1 || cannot 'there is no gcc (on Debian: apt-get install gcc libc6-dev)'
tried=$(mktemp)
trap 'rm -f "$tried"' EXIT
echo 'int main(void) { return 0; }' | gcc -x c -o "$tried" - 2>/dev/null ||
  cannot 'gcc links no program (on Debian: apt-get install libc6-dev)'
memory=$(available)
[ "$memory" -ge $megabytes ] || cannot "it takes $megabytes MB of memory, and there are $memory"

if [ -n "$program" ]; then
  echo "native-image $program"
  exit 0
fi

# What the JDK brings of its own libraries, and src/native/runtime.c, are for this system alone.
system="$(uname -sm) $(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d ' ' -f 1)"
[ "$system" = 'Linux x86_64 glibc' ] ||
  cannot "without a GraalVM of version $least or newer (GRAALVM_HOME) it is only built on Linux with glibc on x86-64"
jdk=$(sh src/image/find-jdk.sh "${1:-}") || cannot "there is no JDK of version $least"
builder=$(sed -n 's|^ *<version>\([0-9][0-9.]*\)</version> <!-- the builder -->.*|\1|p' src/native/pom.xml)
runtime=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$jdk/release")
[ "${runtime%%[.+-]*}" = "${builder%%.*}" ] ||
  cannot "builder $builder fits a JDK of version ${builder%%.*}, and $jdk is $runtime (JDK=/path names another)"
echo "jars $jdk"
