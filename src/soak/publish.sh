#!/bin/sh
# Puts a part that a run has measured into docs/reliability.md, between its markers.
# Arguments: the part's name, the file with its new text.
set -eu
page=$(dirname "$0")/../../docs/reliability.md
grep -q "^<!-- $1 begin -->\$" "$page" || {
  echo "publish.sh: $page has no part named $1" >&2
  exit 1
}
awk -v name="$1" -v part="$2" '
  $0 == "<!-- " name " end -->" { inside = 0 }
  !inside { print }
  $0 == "<!-- " name " begin -->" {
    inside = 1
    while ((getline line < part) > 0) print line
  }
' "$page" >"$page.new"
mv "$page.new" "$page"
