#!/bin/sh
# Runs the image over the real work, and writes the start-up cache from what it used. What it holds
# is loaded at every start, needed or not, so it is what is common: files and helpers, as text with
# stderr a terminal, which needs a little more than a pipe, as a document, and what is stored.
# Arguments: the image, the cache to write, options for the training alone.
set -eu
image=$1
cache=$2
shift 2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
here=$(pwd)
mkdir -p "$home/.docker" "$home/bin" "$home/store" "$home/run"
ln -s "$here/helpers-fixtures/docker-credential-keeper" "$home/bin/"
cat >"$home/.docker/config.json" <<'END'
{
	"auths": {
		"a.example.com": { "auth": "dTpw" },
		"c.example.com:5000": { "auth": "dTpw" },
		"d.example.com": { "auth": "dTpw" },
		"kept.example.com": { "auth": "dTpw" },
		"\u0062.example.com": {},
		"https://index.docker.io/v1/": { "identitytoken": "t" }
	},
	"credHelpers": {
		"b.example.com": "keeper"
	}
}
END
printf '{"ServerURL":"b.example.com","Username":"u","Secret":"p"}' |
  REGLOGOUT_FIXTURE_STORE=$home/store "$home/bin/docker-credential-keeper" store
env -i TERM=xterm HOME="$home" PATH="$home/bin:$PATH" LC_ALL=C.UTF-8 \
  XDG_RUNTIME_DIR="$home/run" REGLOGOUT_FIXTURE_STORE="$home/store" \
  "$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$cache" "@$image/lib/options" "$@" \
  -Dreglogout.terminals=2 -m dev.reglogout/dev.reglogout.cli.Training \
  list // --json d.example.com // \
  a.example.com b.example.com c.example.com:5000 docker.io none.example.com >"$home/out" 2>&1 || true
[ -s "$cache" ] || {
  cat "$home/out" >&2
  echo 'reglogout: no start-up cache was written; the image works, and starts slower' >&2
}
