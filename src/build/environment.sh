# shellcheck shell=sh
# Read by the scripts that build and test, with `.`: the locale and the JDK that Maven runs with.

# Without a UTF-8 locale Java cannot name a path with letters beyond ASCII.
export LC_ALL=C.UTF-8
unset LANGUAGE

# Tells whether a folder is a JDK for the build: 17 or newer, with compiler and packer, which a
# runtime has not.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/jar" ] && [ -f "$1/release" ] &&
    [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")" -ge 17 ] 2>/dev/null
}

# Sets JAVA_HOME to the first that is one: its own, that of javac on PATH, those of this system.
use_jdk() {
  for candidate in "${JAVA_HOME:-}" \
    "$(readlink -f "$(command -v javac)" 2>/dev/null | sed 's|/bin/javac$||')" /usr/lib/jvm/*; do
    if is_jdk "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  return 1
}
