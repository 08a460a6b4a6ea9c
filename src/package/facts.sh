#!/bin/sh
# Prints a fact about what is packaged. Arguments: version, time (seconds since 1970), machine, legal,
# glibc; what was built (target/image or target/native).
set -eu
cd "$(dirname "$0")/../.."
built=${2:-target/image}
legal=lib/runtime/legal
program=$built/lib/runtime/bin/java
if [ -e "$built/lib/reglogout" ]; then
  legal=lib/legal
  program=$built/lib/reglogout
fi
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
    header=$(od -An -tx1 -j18 -N2 "$program" | tr -d ' ')
    case $header in
      3e00) echo x86_64 ;;
      b700) echo aarch64 ;;
      *) uname -m ;;
    esac
    ;;
  legal) # the folder of the licences
    echo "$legal"
    ;;
  glibc) # the newest that a program or library of it asks for
    find "$built/lib" -type f \( -name '*.so' -o -path "$program" \) \
      -exec grep -a -z -x -h 'GLIBC_2\.[0-9.]*' {} + | tr '\0' '\n' | sed 's/^GLIBC_\(2\.[0-9]*\).*/\1/' | sort -u -t . -k 1,1n -k 2,2n | tail -n 1
    ;;
esac
