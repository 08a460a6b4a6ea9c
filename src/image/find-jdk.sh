#!/bin/sh
# Prints the JDK to build the image from: the newest of JAVA_HOME's and those in the usual folders,
# 25 or newer. Arguments: a JDK that overrides the search, or nothing; `need` to say what is missing.
given=$1
least=25

# The major version in a JDK's release file; 0 where there is no jlink.
major() {
  [ -x "$1/bin/jlink" ] && [ -f "$1/release" ] || {
    echo 0
    return
  }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${version:-0}"
}

best=
newest=0
if [ -n "$given" ]; then
  best=$given
  newest=$(major "$given")
else
  for jdk in "$JAVA_HOME" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$jdk" ] || continue
    version=$(major "$jdk")
    if [ "$version" -gt "$newest" ]; then
      best=$jdk
      newest=$version
    fi
  done
fi
if [ "$newest" -lt "$least" ]; then
  [ "$2" != need ] ||
    echo "reglogout: the image needs a JDK of version $least or newer${given:+; $given is none}: install one, or name it with JDK=/path (the jar runs on 17)" >&2
  exit 1
fi
echo "$best"
