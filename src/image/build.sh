#!/bin/sh
# Builds target/image: a runtime with our modules linked in, a start-up cache, and the launcher.
# It is made in a folder of its own and put in place whole.
set -eu
umask 022 # for whoever the image is copied to
export LC_ALL=C.UTF-8 # for Java, in a folder with letters beyond ASCII
cd "$(dirname "$0")/../.."
jdk=$1
work=target/image-work
new=target/image.new
rm -rf "$work" "$new"
mkdir -p "$work/modules" "$new/bin" "$new/lib"

cp target/reglogout-[0-9]*[0-9].jar "$work/modules/"
cp target/modules/*.jar "$work/modules/"
tools=$(printf '%s:' target/tools/*.jar)
picocli=$(echo "$work"/modules/picocli-*.jar)
"$jdk/bin/java" -cp "$tools" src/image/RaiseClassFiles.java "$picocli" "$work/picocli.jar"
mv "$work/picocli.jar" "$picocli"

"$jdk/bin/javac" --release 17 -p "$work/modules" --patch-module dev.reglogout=src/image \
  -d "$work/training" src/image/Training.java
"$jdk/bin/jar" --update --file "$(echo "$work"/modules/reglogout-*.jar)" -C "$work/training" .

"$jdk/bin/jlink" --module-path "$work/modules" --add-modules dev.reglogout \
  --no-header-files --no-man-pages --output "$new/lib/runtime"
for tool in "$new"/lib/runtime/bin/*; do
  case $tool in
    */java | */java.exe) ;;
    *) rm "$tool" ;;
  esac
done

# Tells whether this JDK has an option.
knows() { "$jdk/bin/java" -XX:+UnlockDiagnosticVMOptions "$1" -version >/dev/null 2>&1; }

modules=$new/lib/runtime/lib/modules
sum=$(cksum <"$modules")
cache=reglogout-$(echo "$sum" | tr ' ' -).aot
cp src/image/options "$new/lib/options"
# Compiled ahead by what a training has recorded, a start has more to do than it saves.
recording=
if knows -XX:-AOTReplayTraining; then echo '-XX:-AOTReplayTraining' >>"$new/lib/options"; fi
if knows -XX:-AOTRecordTraining; then recording=-XX:-AOTRecordTraining; fi
sh src/image/train.sh "$new" "$new/lib/$cache" $recording

# The launcher trusts a cache that is as old as the modules, and else compares these sums.
sums=none
if [ -f "$new/lib/$cache" ]; then
  touch -r "$modules" "$new/lib/$cache"
  sums="$(cksum <"$new/lib/$cache") $sum"
fi
# Where the runtime says that its loader is; on systems whose programs do not, what is always there.
loader=$(LC_ALL=C grep -a -o '/[A-Za-z0-9/._+-]*/ld-[A-Za-z0-9._-]*' \
  "$new/lib/runtime/bin/java" | head -n 1) || true
sed "s/@CACHE@/$cache/; s/@SUMS@/$sums/; s|@LOADER@|${loader:-/}|" src/image/reglogout >"$new/bin/reglogout"
chmod 755 "$new/bin/reglogout"

rm -rf target/image.old
[ ! -e target/image ] || mv target/image target/image.old
mv "$new" target/image
rm -rf target/image.old "$work"
