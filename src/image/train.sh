#!/bin/sh
# Runs the image over the real work, and writes the start-up cache from what it used.
# Arguments: the image, the cache to write.
set -eu
image=$1
cache=$2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
here=$(pwd)
mkdir -p "$home/.docker" "$home/bin" "$home/store"
for name in keeper refuses cannot-list; do
  ln -s "$here/helpers-fixtures/docker-credential-$name" "$home/bin/"
done
cat >"$home/.docker/config.json" <<'END'
{
	"auths": {
		"a.example.com": { "auth": "dTpw" },
		"kept.example.com": { "auth": "dTpw" },
		"\u0062.example.com": {},
		"https://index.docker.io/v1/": { "identitytoken": "t" }
	},
	"credHelpers": {
		"b.example.com": "keeper",
		"c.example.com": "refuses",
		"d.example.com": "cannot-list",
		"e.example.com": "missing"
	},
	"credsStore": "keeper"
}
END
for host in a.example.com b.example.com https://index.docker.io/v1/; do
  printf '{"ServerURL":"%s","Username":"u","Secret":"p"}' "$host" |
    REGLOGOUT_FIXTURE_STORE=$home/store "$home/bin/docker-credential-keeper" store
done
env -i HOME="$home" PATH="$home/bin:$PATH" LC_ALL=C.UTF-8 \
  REGLOGOUT_FIXTURE_STORE="$home/store" \
  "$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$cache" "@$image/lib/options" \
  -Dreglogout.terminals= -m dev.reglogout/dev.reglogout.cli.Main \
  a.example.com b.example.com c.example.com d.example.com e.example.com docker.io \
  none.example.com >"$home/out" 2>&1 || [ $? = 1 ]
[ -s "$cache" ] || {
  cat "$home/out" >&2
  echo 'reglogout: no start-up cache was written; the image works, and starts slower' >&2
}
