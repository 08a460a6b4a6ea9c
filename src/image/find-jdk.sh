#!/bin/sh
# Prints the JDK to build the image from: the newest of JAVA_HOME's and those in the usual folders,
# 25 or newer. Arguments: a JDK that overrides the search, or nothing; `need` to say what is missing.
# REGLOGOUT_JDK_FOLDERS names other folders to search, separated by colons.
set -eu
given=${1:-}
need=${2:-}
least=25

# The major version in a JDK's release file; 0 where there is no jlink.
major() {
  version=
  if [ -x "$1/bin/jlink" ] && [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

best=
newest=0
if [ -n "$given" ]; then
  best=$given
  newest=$(major "$given")
else
  if [ -n "${REGLOGOUT_JDK_FOLDERS+set}" ]; then
    IFS=:
    # shellcheck disable=SC2086 # several folders in one variable
    set -- $REGLOGOUT_JDK_FOLDERS
  else
    set -- /usr/lib/jvm/* /opt/*jdk* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
      "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home
  fi
  for jdk in "${JAVA_HOME:-}" "$@"; do
    [ -d "$jdk" ] || continue
    version=$(major "$jdk")
    if [ "$version" -gt "$newest" ]; then
      best=$jdk
      newest=$version
    fi
  done
fi
if [ "$newest" -lt "$least" ]; then
  [ "$need" != need ] ||
    echo "reglogout: the image needs a JDK of version $least or newer${given:+; $given is none}: install one, or name it with JDK=/path (the jar runs on 17)" >&2
  exit 1
fi
echo "$best"
