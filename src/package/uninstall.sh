#!/bin/sh
# Removes what install.sh has installed, and nothing else. Arguments: DESTDIR or nothing, PREFIX.
set -eu
root=$1
prefix=$2
list=$root$prefix/lib/reglogout/installed
case $prefix in
  /*) ;;
  *)
    echo "reglogout: PREFIX must be a full path, and is '$prefix'; nothing was removed" >&2
    exit 1
    ;;
esac
if [ ! -f "$list" ]; then
  echo "nothing of \`make install\` is in $prefix"
  exit 0
fi
listed() { sed -n "s/^$1 //p" "$list" | LC_ALL=C sort -r; }

listed file | sed 's|/[^/]*$||' | sort -u | while read -r directory; do
  if [ -d "$root$directory" ] && [ ! -w "$root$directory" ]; then
    echo "reglogout: $root$directory cannot be written to; be who installed it; nothing was removed" >&2
    exit 1
  fi
done
directories=$(listed directory)
# the list itself goes last, so that what was interrupted can be run again
listed file | grep -vxF "$prefix/lib/reglogout/installed" | while read -r file; do rm -f "$root$file"; done
rm -f "$list"
echo "$directories" | while read -r directory; do
  [ ! -d "$root$directory" ] || rmdir "$root$directory" 2>/dev/null ||
    echo "left, for what else is in it: $directory"
done
echo "removed from $prefix"
