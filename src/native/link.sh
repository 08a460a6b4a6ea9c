#!/bin/sh
# Makes what the builder links with, from the JDK's own libraries and runtime.c: libjvm.so, and under
# the names of static libraries, which a JDK does not bring, what leads the linker to the shared ones;
# and old.o, with which the program runs on every glibc that the JDK's libraries run on.
# Arguments: the JDK, the builder's jar, the folder for all this, that of the program's libraries.
set -eu
jdk=$1
svm=$2
links=$3
libraries=$4
here=$(dirname "$0")
names='java net nio zip extnet'
mkdir -p "$links/include" "$libraries"

# bytes CLASS: a C struct with the fields that a class of the builder's declares.
bytes() {
  echo 'typedef struct {'
  "$jdk/bin/javap" -cp "$svm" "com.oracle.svm.core.$1LibCHelper\$CPUFeatures" |
    sed -n 's/.* boolean \(f[A-Za-z0-9_]*\)();/  char \1;/p'
  echo '} CPUFeatures;'
}
bytes amd64.AMD64 >"$links/include/amd64cpufeatures.h"
bytes aarch64.AArch64 >"$links/include/aarch64cpufeatures.h" # looked at by the builder, not used
bytes riscv64.RISCV64 >"$links/include/riscv64cpufeatures.h"
{
  echo 'enum { SVM_LOCALE_INITIALIZATION_SUCCEEDED, SVM_LOCALE_INITIALIZATION_OUT_OF_MEMORY };'
  echo 'typedef struct {'
  # shellcheck disable=SC2016 # a class's name
  "$jdk/bin/javap" -v -cp "$svm" 'com.oracle.svm.core.c.locale.LocaleCHelper$LocaleProps' |
    sed -n 's/^ *value="\([a-z]*_[a-z]*\)"$/  const char *\1;/p'
  echo '} svm_locale_props_t;'
} >"$links/include/svm_locale.h"

for name in $names; do
  cp "$jdk/lib/lib$name.so" "$libraries/"
  echo "INPUT($libraries/lib$name.so)" >"$links/lib$name.a"
done
ar rc "$links/libz.a" # what the program uses of it, libzip.so has

# Functions that have a new version in this machine's glibc: those of the old one, which it has, too.
nm -D --defined-only "$(gcc -print-file-name=libc.so.6)" |
  sed -n 's/.* [TWi] \([A-Za-z_0-9]*\)@\(@\{0,1\}\)GLIBC_2\.\([0-9.]*\)$/\1 \3 \2/p' |
  sort -k 1,1 -k 2,2V | awk '
    $3 == "" && int($2) <= 17 { old[$1] = $2 }
    $3 == "@" && int($2) > 17 && $1 in old {
      printf ".section .text.%s,\"ax\",@progbits\n.globl %s\n.hidden %s\n.type %s,@function\n", $1, $1, $1, $1
      printf "%s: jmp *%s_old@GOTPCREL(%%rip)\n.symver %s_old,%s@GLIBC_2.%s\n", $1, $1, $1, $1, old[$1]
    }
    END { print ".section .note.GNU-stack,\"\",@progbits" }' >"$links/old.s"
gcc -c "$links/old.s" -o "$links/old.o"

# What the libraries ask libjvm.so for and runtime.c does not answer.
gcc -std=gnu11 -O2 -fPIC -Wall -Wextra -Werror -I"$links" -c "$here/runtime.c" -o "$links/runtime.o"
nm -g --defined-only "$links/runtime.o" | awk '{ print $3 }' >"$links/answered"
for name in $names; do
  nm -D --undefined-only "$libraries/lib$name.so"
done | sed -n 's/^ *U \([A-Za-z_0-9]*\)@SUNWprivate_1.1$/\1/p' | sort -u | grep -vxF -f "$links/answered" |
  sed '1i void reglogout_missing(const char *);
       s/.*/void &(void) { reglogout_missing("&"); }/' >"$links/missing.c"
gcc -O2 -fPIC -c "$links/missing.c" -o "$links/missing.o"
echo 'SUNWprivate_1.1 { global: *; };' >"$links/versions"
gcc -shared -Wl,-soname,libjvm.so -Wl,--version-script="$links/versions" -Wl,-z,defs -Wl,-s \
  -o "$libraries/libjvm.so" -Wl,--gc-sections "$links/runtime.o" \
  "$links/missing.o" "$links/old.o"
