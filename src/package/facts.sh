#!/bin/sh
# Prints a fact about what is packaged. Argument: version, time (seconds since 1970), machine.
set -eu
cd "$(dirname "$0")/../.."
case $1 in
  version)
    sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml
    ;;
  time)
    if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
      echo "$SOURCE_DATE_EPOCH"
    elif ! git log -1 --format=%ct 2>/dev/null; then
      date -u -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)<.*|\1|p' pom.xml)" +%s
    fi
    ;;
  machine) # the runtime's, which need not be this kernel's
    header=$(od -An -tx1 -j18 -N2 target/image/lib/runtime/bin/java | tr -d ' ')
    case $header in
      3e00) echo x86_64 ;;
      b700) echo aarch64 ;;
      *) uname -m ;;
    esac
    ;;
esac
