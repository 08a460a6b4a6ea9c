#!/bin/sh
# Runs the parts of the soak, each src/soak/parts/NAME.sh, and publishes what each measured.
# A part gets the minutes it may take as its argument, and prints its text for docs/reliability.md.
set -eu
cd "$(dirname "$0")/../.."
minutes=${SOAK_MINUTES:-5}
set -- src/soak/parts/*.sh
mkdir -p target/soak
failed=
for part; do
  name=$(basename "$part" .sh)
  echo "soak: $name" >&2
  if sh "$part" "$(awk "BEGIN { print $minutes / $# }")" >"target/soak/$name.md"; then
    sh src/soak/publish.sh "$name" "target/soak/$name.md"
  else
    failed="$failed $name"
  fi
done
[ -z "$failed" ] || {
  echo "soak: failed:$failed" >&2
  exit 1
}
