#!/bin/sh
# Compiles a program ahead of time, with all that it needs beside it. Prints the builder's name and
# version. Arguments: what builds it (as find-builder.sh says), the class path, the main class, the
# program's file, a folder to work in, the log.
set -eu
cd "$(dirname "$0")/../.."
way=$1
tool=${way#* }
path=$2
main=$3
program=$4
work=$5
log=$6
name=$(basename "$program")
folder=$(dirname "$program")
mkdir -p "$work/temporary" "$folder"
set --
while read -r option; do
  case $option in
    '' | '#'*) ;;
    *) set -- "$@" "$option" ;;
  esac
done <src/native/options
set -- "$@" "-H:Class=$main"

if [ "${way%% *}" = native-image ]; then
  builder=$("$tool" --version | head -n 1)
  "$tool" -H:+UnlockExperimentalVMOptions "$@" -cp "$path" -o "$program" >"$log" 2>&1 || failed=1
else
  jdk=$tool
  if [ ! -d "$work/jars" ]; then
    sh src/build/mvn.sh target/native-jars.log -f src/native/pom.xml dependency:copy-dependencies \
      -DoutputDirectory="$work/jars"
  fi
  version=$(sed -n 's|.*<version>\(.*\)</version> <!-- the builder -->.*|\1|p' src/native/pom.xml)
  builder="SubstrateVM $version"
  if [ ! -d "$work/graal" ]; then
    mkdir "$work/graal"
    mv "$work/jars/compiler-$version.jar" "$work/graal/"
  fi
  sh src/native/link.sh "$jdk" "$work/jars/svm-$version.jar" "$work/links" "$folder"
  "$jdk/bin/java" src/native/BuilderOptions.java \
    "$work/jars" "$work/graal" >"$work/exports"
  "$jdk/bin/javac" -d "$work/patch" src/native/ProgressReporterCHelper.java
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
    -imagecp "$path" "$@" -H:-UseSystemLocale -H:Name="$name" -H:Path="$folder" \
    -H:CLibraryPath="$work/links" -H:TempDirectory="$work/temporary" \
    -H:NativeLinkerOption="$folder/libjvm.so" -H:NativeLinkerOption="$work/links/old.o" \
    >"$log" 2>&1 || failed=1
fi
rm -f "$folder"/*.md "$folder"/*.json "$folder"/*.txt # the builder's accounts
if [ -n "${failed:-}" ]; then
  sed -n 's/^\(Error: .*\|> .*\|Fatal error: .*\|Caused by: .*\)/\1/p' "$log" | head -n 5 >&2
  echo "reglogout: $builder could not build the native program with $tool: all it said is in $log" >&2
  exit 1
fi
strip "$program" 2>/dev/null || true
echo "$builder"
