#!/bin/sh
# Says in one line why Maven failed, where the cause is outside the project: no network, a damaged
# file in its repository folder, no room. Ends with 1 where none of these is the cause.
# Argument: what Maven said, a file.
set -eu
log=$1

say() {
  echo "reglogout: $1; all that Maven said is in $log" >&2
  exit 0
}

first() { sed -n "$1" "$log" | head -n 1; }

repository=$(sed -n 's|.*<localRepository>\(.*\)</localRepository>.*|\1|p' "${HOME:-}/.m2/settings.xml" 2>/dev/null | head -n 1)
repository=${repository:-${HOME:-}/.m2/repository}

# Every file was fetched with its sum beside it.
damaged() {
  find "$repository" -name '*.sha1' -exec awk '
    FNR == 1 && /^[0-9a-f]/ { file = FILENAME; sub(/\.sha1$/, "", file); print substr($1, 1, 40) "  " file }
  ' {} + 2>/dev/null | sha1sum -c --quiet 2>/dev/null | sed -n 's/: FAILED$//p' | head -n 1
}

! grep -q 'No space left on device' "$log" || say 'the build found no room on the disk'

if grep -qiE 'Could not transfer|Unknown host|Network is unreachable|Connection (refused|timed out)|previous attempt' "$log"; then
  host=$(first 's|.*(\{0,1\}https\{0,1\}://\([^/ )]*\).*|\1|p')
  cause=$(first 's/^\[ERROR\].*: \(Unknown host [^ :]*\|[^:]*Name or service not known\|Network is unreachable[^:]*\|Connect to .* failed: [^:]*\|Connection [^:]*\|[^:]*timed out[^:]*\).*/\1/p')
  say "the build could not fetch what it needs${host:+ from $host}${cause:+ ($cause)}; it needs the network the first time; behind a proxy, name it in ~/.m2/settings.xml"
fi

file=$(damaged)
[ -z "$file" ] || say "this file, which Maven has fetched, is damaged: $file; delete it, and run this again"

exit 1
