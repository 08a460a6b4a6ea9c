#!/bin/sh
# Builds target/native: the program compiled ahead of time, laid out as the image. It is made in a
# folder of its own, tried, and put in place whole. Ends with 77 where it cannot be built.
# Argument: the JDK, or nothing.
set -eu
umask 022 # for whoever it is copied to
export LC_ALL=C.UTF-8 # what the program takes the names of files to be in is set when it is built
cd "$(dirname "$0")/../.."
root=$(pwd)
way=$(sh src/native/find-builder.sh "${1:-}")
tool=${way#* }
work=$root/target/native-work
new=$root/target/native.new
log=target/native.log
rm -rf "$work" "$new"
mkdir -p "$work/main" "$work/temporary" "$new/bin" "$new/lib"
path=$(printf '%s:' "$root"/target/reglogout-[0-9]*[0-9].jar "$root"/target/modules/*.jar)
set --
while read -r option; do
  case $option in
    '' | '#'*) ;;
    *) set -- "$@" "$option" ;;
  esac
done <src/native/options

echo 'building the native program takes a few minutes' >&2
if [ "${way%% *}" = native-image ]; then
  jdk=$(dirname "$(dirname "$(readlink -f "$tool")")")
  [ -x "$jdk/bin/javac" ] || jdk=$(dirname "$jdk")/..
  "$jdk/bin/javac" --release 17 -cp "$path" -d "$work/main" src/native/NativeMain.java
  builder=$("$tool" --version | head -n 1)
  "$tool" -H:+UnlockExperimentalVMOptions "$@" -cp "$work/main:$path" -o "$new/lib/reglogout" \
    >"$log" 2>&1 || failed=1
else
  jdk=$tool
  sh src/build/mvn.sh target/native-jars.log -f src/native/pom.xml dependency:copy-dependencies \
    -DoutputDirectory="$work/jars"
  version=$(sed -n 's|.*<version>\(.*\)</version> <!-- the builder -->.*|\1|p' src/native/pom.xml)
  builder="SubstrateVM $version"
  svm=$work/jars/svm-$version.jar
  compiler=$work/jars/compiler-$version.jar
  "$jdk/bin/javac" --release 17 -cp "$path" -d "$work/main" src/native/NativeMain.java
  sh src/native/link.sh "$jdk" "$svm" "$work/links" "$new/lib"
  "$jdk/bin/java" src/native/BuilderOptions.java "$work/jars" >"$work/exports"
  "$jdk/bin/javac" -d "$work/patch" src/native/ProgressReporterCHelper.java
  mkdir "$work/graal"
  mv "$compiler" "$work/graal/"
  USE_NATIVE_IMAGE_JAVA_PLATFORM_MODULE_SYSTEM=true "$jdk/bin/java" -XX:+UseSerialGC -Xmx3g \
    -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI \
    --upgrade-module-path "$work/graal" --module-path "$work/jars" \
    --add-modules=ALL-DEFAULT,jdk.graal.compiler,jdk.internal.vm.ci "@$work/exports" \
    --patch-module "org.graalvm.nativeimage.builder=$work/patch" \
    --enable-native-access=org.graalvm.nativeimage.builder \
    -Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader \
    -Dorg.graalvm.nativeimage.imagecode=buildtime -Dcom.oracle.graalvm.isaot=true \
    -Dsubstratevm.HostLibC=glibc -Dorg.graalvm.version="$version" -Dorg.graalvm.vendor=GraalVM \
    -Dorg.graalvm.vendorurl=https://www.graalvm.org -Dorg.graalvm.vendorversion="$version" \
    -m org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner \
    -imagecp "$work/main:$path" "$@" -H:Name=reglogout -H:Path="$new/lib" \
    -H:CLibraryPath="$work/links" -H:TempDirectory="$work/temporary" \
    -H:NativeLinkerOption="$new/lib/libjvm.so" \
    -H:NativeLinkerOption="$work/links/old.o" >"$log" 2>&1 || failed=1
fi
runtime=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"$/\1/p' "$jdk/release")
if [ -n "${failed:-}" ]; then
  sed -n 's/^\(Error: .*\|> .*\|Caused by: .*\)/\1/p' "$log" | head -n 5 >&2
  echo "reglogout: $builder could not build the native program with $jdk ($runtime): all it said is in $log" >&2
  exit 1
fi
rm -f "$new"/lib/*.md "$new"/lib/*.json "$new"/lib/*.txt # the builder's accounts
strip "$new/lib/reglogout" 2>/dev/null || true

loader=$(LC_ALL=C grep -a -o '/[A-Za-z0-9/._+-]*/ld-[A-Za-z0-9._-]*' "$new/lib/reglogout" | head -n 1) || true
{
  sed "/^# What follows is the image's alone/,\$d; s|@LOADER@|${loader:-/}|" src/image/reglogout
  cat src/native/start
} >"$new/bin/reglogout"
chmod 755 "$new/bin/reglogout"
sh src/native/licences.sh "$jdk" "$builder" "$new/lib/legal"
sh src/native/try.sh "$new/bin/reglogout"

rm -rf target/native.old
[ ! -e target/native ] || mv target/native target/native.old
mv "$new" target/native
rm -rf target/native.old "$work"
