#!/bin/sh
# Writes the SHA-256 sum of a file beside it, as `sha256sum -c` reads it. Argument: the file.
set -eu
cd "$(dirname "$1")"
name=$(basename "$1")
if command -v sha256sum >/dev/null 2>&1; then
  sha256sum "$name" >"$name.sha256"
else
  shasum -a 256 "$name" >"$name.sha256"
fi
