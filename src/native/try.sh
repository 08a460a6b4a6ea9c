#!/bin/sh
# Tries a native program before it is put in place: the ways that each need something of the runtime.
# Argument: the program.
set -eu
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/.docker" "$home/bin" "$home/store"
ln -s "$(pwd)/helpers-fixtures/docker-credential-keeper" "$home/bin/"
config=$home/.docker/config.json
end() {
  echo "reglogout: the native program was built and does not work, so it is not used: $1" >&2
  cat "$home/out" >&2
  exit 1
}
# run EXIT ARGUMENTS...
run() {
  wanted=$1
  shift
  code=0
  env -i HOME="$home" PATH="$home/bin:/usr/bin:/bin" REGLOGOUT_FIXTURE_STORE="$home/store" \
    timeout 20 "$program" "$@" >"$home/out" 2>&1 || code=$?
  [ "$code" = "$wanted" ] || end "'$*' ended with $code instead of $wanted"
}
says() { grep -qF -e "$1" "$home/out" || end "it does not say: $1"; }

run 0 --version
says 'reglogout '
printf '{"auths":{"a.example.com":{"auth":"dTpw"}},"credHelpers":{"b.example.com":"keeper"}}' >"$config"
printf '{"ServerURL":"b.example.com","Username":"u","Secret":"p"}' |
  REGLOGOUT_FIXTURE_STORE=$home/store "$home/bin/docker-credential-keeper" store
run 0 list --json
says '"b.example.com"'
run 0 a.example.com b.example.com
says 'removed a.example.com'
says 'erased b.example.com'
run 2 -- -Dx=y
run 0 completion bash
