#!/bin/sh
# Lays out the licences of what is in the native program, and says what that is, in which version.
# Arguments: the JDK, the builder's name and version, the folder.
set -eu
cd "$(dirname "$0")/../.."
jdk=$1
builder=$2
legal=$3
fact() { sed -n "s/^$1=\"\(.*\)\"\$/\1/p" "$jdk/release"; }
modules=$("$jdk/bin/java" -p "target/modules:$(echo target/reglogout-[0-9]*[0-9].jar)" \
  --add-modules dev.reglogout --limit-modules dev.reglogout --list-modules | sed -n 's/^\(jdk\|java\)\(\.[a-z.]*\)@.*/\1\2/p')
mkdir -p "$legal"
for module in $modules; do
  [ ! -d "$jdk/legal/$module" ] || cp -RL "$jdk/legal/$module" "$legal/"
done
mkdir -p "$legal/java.base"
cat >"$legal/README" <<END
The program in this folder was compiled ahead of time. In it, and in the libraries beside it, are:

classes and libraries of the JDK $(fact JAVA_RUNTIME_VERSION)
  of $(fact IMPLEMENTOR); modules $(echo "$modules" | paste -s -d ' ' -)
  GNU General Public License 2 with the Classpath Exception: java.base/LICENSE, and beside it the
  licences of what that JDK has from others
  source: https://github.com/openjdk/jdk25u, and lib/src.zip of that JDK

the runtime of $builder (SubstrateVM, part of GraalVM)
  of Oracle and its affiliates
  GNU General Public License 2 with the Classpath Exception: the same text, java.base/LICENSE
  source: https://github.com/oracle/graal, tag vm-${builder##* }

libjvm.so, which is reglogout's own: Apache License 2.0
END
[ -f "$legal/java.base/LICENSE" ] || {
  echo "reglogout: $jdk has no legal/java.base/LICENSE, which belongs to the program" >&2
  exit 1
}
