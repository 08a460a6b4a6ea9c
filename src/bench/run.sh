#!/bin/sh
# Measures the image beside its peers, and writes docs/performance.md. Peers that are not installed
# are left out by name. RUNS sets how often each command is run.
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
ours=$root/target/image/bin/reglogout
java=$root/target/image/lib/runtime/bin/java
work=$(mktemp -d /tmp/reglogout-bench.XXXXXX)
end() {
  [ ! -d "$work/gnupg" ] || GNUPGHOME=$work/gnupg gpgconf --kill all
  rm -rf "$work"
}
trap end EXIT
missing=
for peer in docker podman skopeo docker-credential-pass pass; do
  command -v "$peer" >/dev/null 2>&1 || missing="$missing $peer"
done
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

# row WORK OURS PEER THEIRS: one line of the table.
row() {
  awk -v w="$1" -v o="$2" -v p="$3" -v t="$4" \
    'BEGIN { printf "| %s | %s ms | %s | %s ms | %.2f |\n", w, o, p, t, o / t }' >>"$work/table"
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

echo 'hello' >&2
mkdir "$work/hello"
cat >"$work/hello/Hello.java" <<'END'
public class Hello {
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
END
javac -d "$work/hello" "$work/hello/Hello.java"
jar --create --file "$work/hello.jar" -C "$work/hello" Hello.class
"$java" -XX:AOTCacheOutput="$work/hello.aot" "@$root/target/image/lib/options" -cp "$work/hello.jar" Hello >/dev/null 2>&1
hello=$(median true "$java" -XX:AOTCache="$work/hello.aot" "@$root/target/image/lib/options" -cp "$work/hello.jar" Hello)

echo 'one inline logout' >&2
entries 2 80 >"$work/two.json"
script two <<END
cp $work/two.json $work/cfg/config.json
END
export PATH="$plain_path:/usr/bin:/bin" HOME="$work/home"
one=$(median "$work/two" "$ours" --config "$work/cfg" r1.example.com)
row 'one inline logout' "$one" 'bare JVM, hello world' "$hello"
for peer in docker podman skopeo; do
  has "$peer" || continue
  case $peer in
    docker) theirs=$(median "$work/two" docker --config "$work/cfg" logout r1.example.com) ;;
    *) theirs=$(median "$work/two" "$peer" logout --authfile "$work/cfg/config.json" r1.example.com) ;;
  esac
  row 'one inline logout' "$one" "$peer" "$theirs"
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
  o=$(median "$work/slow1" "$ours" --config "$work/cfg" r1.example.com)
  t=$(median "$work/slow1" docker --config "$work/cfg" logout r1.example.com)
  row 'one logout, helper calls of 50 ms' "$o" docker "$t"

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
  o=$(median "$work/slow50" "$ours" --config "$work/cfg" $(servers 50))
  row '50 registries, one helper, calls of 50 ms' "$o" 'loop of docker' "$t"
  path=$work/safe:$path
  # shellcheck disable=SC2046 # several words
  o=$(median "$work/pass50" "$ours" --config "$work/cfg" $(servers 50))
  row 'the same, the helper named pass' "$o" 'loop of docker' "$t"
  path=${path#"$work/safe:"}
  runs=$few
  unset REGLOGOUT_FIXTURE_DELAY
fi

if has docker && has docker-credential-pass && has pass; then
  echo 'real pass' >&2
  path=$plain_path:/usr/bin:/bin
  export GNUPGHOME="$work/gnupg" PASSWORD_STORE_DIR="$work/passwords"
  mkdir -m 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-gen-key bench future-default default never 2>/dev/null
  pass init bench >/dev/null
  script pass1 <<END
printf '{"auths":{"r1.example.com":{}},"credsStore":"pass"}' >$work/cfg/config.json
printf '{"ServerURL":"r1.example.com","Username":"u","Secret":"p"}' | docker-credential-pass store
END
  o=$(median "$work/pass1" "$ours" --config "$work/cfg" r1.example.com)
  t=$(median "$work/pass1" docker --config "$work/cfg" logout r1.example.com)
  row 'one logout, real docker-credential-pass' "$o" docker "$t"
fi

echo '100 inline' >&2
path=$plain_path
entries 100 80 >"$work/hundred.json"
script hundred <<END
cp $work/hundred.json $work/cfg/config.json
END
# shellcheck disable=SC2046 # several words
o=$(median "$work/hundred" "$ours" --config "$work/cfg" $(servers 100))
if has docker; then
  script loop100 <<END
for i in \$(/usr/bin/seq 1 100); do docker --config $work/cfg logout r\$i.example.com; done
END
  few=$runs
  runs=5
  t=$(median "$work/hundred" "$work/loop100")
  runs=$few
  row '100 inline registries' "$o" 'loop of docker' "$t"
fi
if has podman; then
  t=$(median "$work/hundred" podman logout --all --authfile "$work/cfg/config.json")
  row '100 inline registries' "$o" 'podman logout --all' "$t"
fi

echo 'growth' >&2
for n in 1 10 100 1000 10000; do
  for size in 100 1000; do
    entries "$n" "$size" >"$work/grown.json"
    script grown <<END
cp $work/grown.json $work/cfg/config.json
END
    o=$(median "$work/grown" "$ours" --config "$work/cfg" r1.example.com)
    bytes=$(wc -c <"$work/grown.json")
    cp "$work/grown.json" "$work/cfg/config.json"
    memory=$(env PATH="$plain_path" /usr/bin/time -f %M "$ours" -q --config "$work/cfg" r1.example.com 2>&1 | tail -1)
    printf '| %s | %s | %s ms | %s |\n' "$n" "$((bytes / 1000))" "$o" "$((memory / 1024))" >>"$work/growth"
  done
done
memory=$(cp "$work/two.json" "$work/cfg/config.json" &&
  env PATH="$plain_path" /usr/bin/time -f %M "$ours" -q --config "$work/cfg" r1.example.com 2>&1 | tail -1)
packed=$(tar czf - -C "$root/target" image | wc -c)

{
  cat <<END
# Performance

Written by \`make bench\`. Whole processes, medians of $runs runs (of a few where a run takes seconds), all of one table
from one run on one machine: $(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), $(uname -sm),
Java $("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')$(has docker && docker --version | sed 's/Docker version \([^,]*\).*/, docker \1/')$(has podman && podman --version | sed 's/podman version/, podman/')$(has skopeo && skopeo --version | sed 's/skopeo version/, skopeo/').
${missing:+Not installed, so left out:$missing.}

| work | ours | peer | theirs | ratio |
|---|---|---|---|---|
END
  cat "$work/table"
  cat <<END

Peak memory of one logout: $((memory / 1024)) MB. \`target/image\` packed (tar.gz): $((packed / 1000000)) MB.

One registry removed from a file of so many entries:

| entries | KB | time | peak MB |
|---|---|---|---|
END
  cat "$work/growth"
  cat <<'END'

Where the time of a start goes: most of it is the Java runtime's own (the bare JVM above runs with the same runtime and
flags). What is ours is kept small by a start-up cache made from a training run over the real work, by linking our code and
the libraries as modules, by raising picocli's class files from Java 5 so that the cache can hold them linked, and by rules
for the code on the way (`docs/architecture.md`). A missing or damaged cache costs time and changes nothing else.
END
} >docs/performance.md
cat docs/performance.md
