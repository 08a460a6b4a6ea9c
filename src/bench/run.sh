#!/bin/sh
# Measures the native program and the image beside their peers, and writes docs/performance.md. What
# is not built or not installed is left out by name. RUNS sets how often each command is run.
set -eu
cd "$(dirname "$0")/../.."
runs=${RUNS:-25}
need() {
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "make bench needs $1 (Debian package $2)" >&2
    exit 1
  fi
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}
need hyperfine hyperfine
need time time

root=$(pwd)
fixtures=$root/helpers-fixtures
image=$root/target/image/bin/reglogout
native=$root/target/native/bin/reglogout
java=$root/target/image/lib/runtime/bin/java
work=$(mktemp -d /tmp/reglogout-bench.XXXXXX)
bus=
end() {
  [ ! -d "$work/gnupg" ] || GNUPGHOME=$work/gnupg gpgconf --kill all
  [ -z "$bus" ] || kill "$bus" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
missing=
for peer in docker podman skopeo docker-credential-pass pass docker-credential-secretservice \
  gnome-keyring-daemon dbus-daemon; do
  command -v "$peer" >/dev/null 2>&1 || missing="$missing $peer"
done
[ -x "$native" ] || missing="$missing native"
has() { case " $missing " in *" $1 "*) false ;; esac; }

mkdir -p "$work/bin" "$work/cfg" "$work/store"
ln -s "$fixtures/docker-credential-keeper" "$work/bin/docker-credential-slow"
# only what is meant to be found is on PATH: no helper of the machine, no pass
for tool in docker podman skopeo sh env; do
  has "$tool" && command -v "$tool" >/dev/null && ln -s "$(command -v "$tool")" "$work/bin/$tool"
done
plain_path=$work/bin
path=$plain_path
mkdir "$work/safe"
ln -s "$fixtures/docker-credential-keeper" "$work/safe/docker-credential-pass"

# median PREPARE COMMAND…: the median of a command in milliseconds, with $path as its PATH.
median() {
  prepare=$1
  shift
  hyperfine -N -i --warmup 3 --runs "$runs" --prepare "$prepare" --export-csv "$work/times.csv" \
    "/usr/bin/env PATH=$path $*" >/dev/null 2>&1
  awk -F, 'END { printf "%.1f", $(NF-4) * 1000 }' "$work/times.csv"
}

# ours PREPARE ARGUMENTS…: the medians of both programs, in $i and $n.
ours() {
  prepared=$1
  shift
  i=$(median "$prepared" "$image" "$@")
  n=
  ! has native || n=$(median "$prepared" "$native" "$@")
}

# row WORK PEER THEIRS: one line of the table, with what `ours` has measured.
row() {
  awk -v w="$1" -v n="$n" -v i="$i" -v p="$2" -v t="$3" 'BEGIN {
    printf "| %s | %s | %s ms | %s | %s | %s | %s |\n", w, n == "" ? "" : n " ms", i, p,
      t == "" ? "" : t " ms", n == "" || t == "" ? "" : sprintf("%.2f", n / t),
      t == "" ? "" : sprintf("%.2f", i / t) }' >>"$work/table"
}

# script NAME: makes an executable script of stdin.
script() {
  { echo '#!/bin/sh'; cat; } >"$work/$1"
  chmod +x "$work/$1"
}

# entries N BYTES: the auths of N registries, with entries of about BYTES each.
entries() {
  awk -v n="$1" -v bytes="$2" 'BEGIN {
    pad = sprintf("%" (bytes > 80 ? bytes - 80 : 4) "s", ""); gsub(/ /, "A", pad)
    printf "{\n\t\"auths\": {\n"
    for (i = 1; i <= n; i++)
      printf "\t\t\"r%d.example.com\": {\n\t\t\t\"auth\": \"%s\"\n\t\t}%s\n", i, pad, (i < n ? "," : "")
    printf "\t}\n}" }'
}

servers() { seq -f 'r%g.example.com' 1 "$1" | tr '\n' ' '; }

# memory PROGRAM FILE: the peak of one logout from a file, in MB.
memory() {
  cp "$2" "$work/cfg/config.json"
  env PATH="$plain_path" /usr/bin/time -f %M "$1" -q --config "$work/cfg" r1.example.com 2>&1 |
    awk 'END { printf "%d", $1 / 1024 }'
}

echo 'hello' >&2
mkdir "$work/hello"
cat >"$work/hello/Hello.java" <<'END'
public class Hello {
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
END
javac --release 17 -d "$work/hello" "$work/hello/Hello.java"
jar --create --file "$work/hello.jar" -C "$work/hello" Hello.class
"$java" -XX:AOTCacheOutput="$work/hello.aot" "@$root/target/image/lib/options" -cp "$work/hello.jar" Hello >/dev/null 2>&1
hello=$(median true "$java" -XX:AOTCache="$work/hello.aot" "@$root/target/image/lib/options" -cp "$work/hello.jar" Hello)
native_hello=
if has native; then
  if [ ! -x target/native-hello/hello ] && way=$(sh src/native/find-builder.sh); then
    LC_ALL=C.UTF-8 sh src/native/compile.sh "$way" "$work/hello.jar" Hello \
      "$root/target/native-hello/hello" "$root/target/native-hello/work" target/native-hello.log >&2
    rm -rf target/native-hello/work
  fi
  [ ! -x target/native-hello/hello ] || native_hello=$(median true "$root/target/native-hello/hello")
fi

echo 'one inline logout' >&2
entries 2 80 >"$work/two.json"
entries 10 80 >"$work/ten.json"
entries 100 80 >"$work/hundred.json"
for name in two ten hundred; do
  script $name <<END
cp $work/$name.json $work/cfg/config.json
END
done
export PATH="$plain_path:/usr/bin:/bin" HOME="$work/home"
ours "$work/two" --config "$work/cfg" r1.example.com
row 'one inline logout' 'bare JVM, hello world' "$hello"
[ -z "$native_hello" ] || row 'one inline logout' 'native hello world' "$native_hello"
docker_one=
for peer in docker podman skopeo; do
  has "$peer" || continue
  case $peer in
    docker)
      theirs=$(median "$work/two" docker --config "$work/cfg" logout r1.example.com)
      docker_one=$theirs
      ;;
    *) theirs=$(median "$work/two" "$peer" logout --authfile "$work/cfg/config.json" r1.example.com) ;;
  esac
  row 'one inline logout' "$peer" "$theirs"
done
ours "$work/two" --json --config "$work/cfg" r1.example.com
row 'the same, --json' "docker's logout" "$docker_one"
ours "$work/ten" list --config "$work/cfg"
row 'list of ten entries' "docker's logout of one" "$docker_one"
ours "$work/two" doctor --config "$work/cfg"
row doctor '' ''

echo 'many bindings' >&2
# bindings N: a file that binds N registries to one helper.
bindings() {
  awk -v n="$1" 'BEGIN {
    printf "{\n\t\"credHelpers\": {\n"
    for (i = 1; i <= n; i++)
      printf "\t\t\"r%d.example.com\": \"empty\"%s\n", i, (i < n ? "," : "")
    printf "\t}\n}" }'
}
printf '#!/bin/sh\necho "{}"\n' >"$work/bin/docker-credential-empty"
chmod +x "$work/bin/docker-credential-empty"
for n_of in 2000 16000; do
  bindings "$n_of" >"$work/bindings.json"
  cp "$work/bindings.json" "$work/cfg/config.json"
  for command in doctor list '--all -n'; do
    # shellcheck disable=SC2086 # the command is words
    ours true $command --config "$work/cfg"
    row "$command, $n_of credHelpers" '' ''
  done
done

# put N: N entries in the fixtures' store.
script put <<END
rm -rf $work/store; mkdir $work/store
for i in \$(seq 1 \$1); do
  printf 'u\np\n' >$work/store/\$(printf r\$i.example.com | od -An -v -tx1 | tr -d ' \n')
done
END
if has docker; then
  echo 'helpers' >&2
  path=$plain_path:/usr/bin:/bin
  export REGLOGOUT_FIXTURE_STORE="$work/store" REGLOGOUT_FIXTURE_DELAY=0.05
  script slow1 <<END
printf '{"auths":{"r1.example.com":{}},"credsStore":"slow"}' >$work/cfg/config.json
$work/put 1
END
  ours "$work/slow1" --config "$work/cfg" r1.example.com
  row 'one logout, helper calls of 50 ms' docker \
    "$(median "$work/slow1" docker --config "$work/cfg" logout r1.example.com)"

  script slow50 <<END
printf '{"credsStore":"slow"}' >$work/cfg/config.json
$work/put 50
END
  script pass50 <<END
printf '{"credsStore":"pass"}' >$work/cfg/config.json
$work/put 50
END
  script loop50 <<END
for i in \$(seq 1 50); do docker --config $work/cfg logout r\$i.example.com; done
END
  few=$runs
  runs=3
  t=$(median "$work/slow50" "$work/loop50")
  # shellcheck disable=SC2046 # several words
  ours "$work/slow50" --config "$work/cfg" $(servers 50)
  row '50 registries, one helper, calls of 50 ms' 'loop of docker' "$t"
  path=$work/safe:$path
  # shellcheck disable=SC2046 # several words
  ours "$work/pass50" --config "$work/cfg" $(servers 50)
  row 'the same, the helper named pass' 'loop of docker' "$t"
  path=${path#"$work/safe:"}
  runs=$few
  unset REGLOGOUT_FIXTURE_DELAY
fi

# real NAME: rows of a helper that is not a fixture.
real() {
  path=$plain_path:/usr/bin:/bin
  script real <<END
printf '{"auths":{"r1.example.com":{}},"credsStore":"$1"}' >$work/cfg/config.json
printf '{"ServerURL":"r1.example.com","Username":"u","Secret":"p"}' | docker-credential-$1 store
END
  ours "$work/real" --config "$work/cfg" r1.example.com
  row "one logout, real docker-credential-$1" docker \
    "$(median "$work/real" docker --config "$work/cfg" logout r1.example.com)"
}
if has docker && has docker-credential-pass && has pass; then
  echo 'real pass' >&2
  export GNUPGHOME="$work/gnupg" PASSWORD_STORE_DIR="$work/passwords"
  mkdir -m 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-gen-key bench future-default default never 2>/dev/null
  pass init bench >/dev/null
  real pass
fi
if has docker && has docker-credential-secretservice && has gnome-keyring-daemon && has dbus-daemon; then
  echo 'real secretservice' >&2
  mkdir -m 700 "$work/run"
  dbus-daemon --session --fork --nopidfile --print-address=1 --print-pid=1 >"$work/bus"
  DBUS_SESSION_BUS_ADDRESS=$(sed -n 1p "$work/bus")
  bus=$(sed -n 2p "$work/bus")
  export DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR="$work/run"
  echo bench | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
  real secretservice
  unset DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR
fi

echo '100 inline' >&2
path=$plain_path
# shellcheck disable=SC2046 # several words
ours "$work/hundred" --config "$work/cfg" $(servers 100)
if has docker; then
  script loop100 <<END
for i in \$(/usr/bin/seq 1 100); do docker --config $work/cfg logout r\$i.example.com; done
END
  few=$runs
  runs=5
  t=$(median "$work/hundred" "$work/loop100")
  runs=$few
  row '100 inline registries' 'loop of docker' "$t"
fi
ours "$work/hundred" --all --yes --config "$work/cfg"
for peer in podman skopeo; do
  has "$peer" || continue
  t=$(median "$work/hundred" "$peer" logout --all --authfile "$work/cfg/config.json")
  row '100 inline registries, --all' "$peer logout --all" "$t"
done

echo 'growth' >&2
few=$runs
for entry in 1/100 1/1000 10/100 10/1000 100/100 100/1000 1000/100 1000/1000 10000/100 10000/1000 100000/100; do
  count=${entry%/*}
  [ "$count" -lt 10000 ] || runs=5
  entries "$count" "${entry#*/}" >"$work/grown.json"
  script grown <<END
cp $work/grown.json $work/cfg/config.json
END
  ours "$work/grown" --config "$work/cfg" r1.example.com
  native_memory=
  ! has native || native_memory="$(memory "$native" "$work/grown.json") MB"
  printf '| %s | %s | %s | %s | %s ms | %s MB |\n' "$count" "$(($(wc -c <"$work/grown.json") / 1000))" \
    "${n:+$n ms}" "$native_memory" "$i" "$(memory "$image" "$work/grown.json")" >>"$work/growth"
done
runs=$few
size() { echo "$(($(tar czf - -C "$root/target" "$1" | wc -c) / 1000000)) MB"; }

{
  cat <<END
# Performance

Written by \`make bench\`. Whole processes, medians of $runs runs (of a few where a run takes seconds), all of one table
from one run on one machine: $(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), $(uname -sm),
Java $("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')$(has docker && docker --version | sed 's/Docker version \([^,]*\).*/, docker \1/')$(has podman && podman --version | sed 's/podman version/, podman/')$(has skopeo && skopeo --version | sed 's/skopeo version/, skopeo/').
${missing:+Not there, so left out:$missing.}

| work | native | image | peer | theirs | native : theirs | image : theirs |
|---|---|---|---|---|---|---|
END
  cat "$work/table"
  echo
  echo "Peak memory of one logout, and the program packed (tar.gz): image $(memory "$image" "$work/two.json") MB, $(size image)$(has native && echo "; native $(memory "$native" "$work/two.json") MB, $(size native)")."
  cat <<END

One registry removed from a file of so many entries:

| entries | KB | native | peak | image | peak |
|---|---|---|---|---|---|
END
  cat "$work/growth"
  cat src/bench/where-the-time-goes.md
} >docs/performance.md
cat docs/performance.md
