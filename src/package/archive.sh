#!/bin/sh
# Packs a folder: the same bytes for the same content, whoever packs it and when.
# Arguments: where the folder is, the folder, the archive (.tar or .tar.gz), the time of all files.
set -eu
umask 022
tar=tar
! command -v gtar >/dev/null 2>&1 || tar=gtar
"$tar" --version 2>/dev/null | grep -q 'GNU tar' || {
  echo 'reglogout: packing needs GNU tar: install it' >&2
  exit 1
}
LC_ALL=C "$tar" -C "$1" --format=gnu --sort=name --mtime="@$4" --owner=0 --group=0 \
  --numeric-owner --mode=u+rw,go+r-w -cf "$3.new" "$2"
case $3 in
  *.gz) gzip -n <"$3.new" >"$3" && rm "$3.new" ;;
  *) mv "$3.new" "$3" ;;
esac
