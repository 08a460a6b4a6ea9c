#!/bin/sh
# Reads every script with shellcheck, and the manual with mandoc, where they are installed.
set -eu
cd "$(dirname "$0")/../.."
code=0
if command -v shellcheck >/dev/null 2>&1; then
  scripts=$(find src .ci helpers-fixtures -type f ! -name '*.java' ! -name '*.md' -exec awk '
    FNR == 1 && (/^#!.*[ \/](ba|da)?sh$/ || /^# shellcheck shell=/) { print FILENAME }' {} +)
  # shellcheck disable=SC2086 # several files, whose names have no blanks
  shellcheck -x -e SC2119 -P .:helpers-fixtures $scripts || code=1
  shellcheck -s bash -e SC2088 src/main/resources/dev/reglogout/cli/completion/reglogout.bash || code=1
else
  echo 'left out: shellcheck is not installed' >&2
fi
if command -v mandoc >/dev/null 2>&1; then
  mandoc -T lint src/man/reglogout.1 || code=1
else
  echo 'left out: mandoc is not installed' >&2
fi
exit $code
