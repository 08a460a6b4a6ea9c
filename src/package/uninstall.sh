#!/bin/sh
# Removes what install.sh has installed, and nothing else. Arguments: DESTDIR or nothing, PREFIX.
set -eu
prefix=$2
destination=$1$prefix
manifest=$destination/lib/reglogout/installed
case $prefix in
  /*) ;;
  *)
    echo "reglogout: PREFIX must be a full path, and is '$prefix'; nothing was removed" >&2
    exit 1
    ;;
esac
if [ ! -f "$manifest" ]; then
  echo "nothing of \`make install\` is in $prefix"
  exit 0
fi
list=$(cat "$manifest")
places=$(echo "$list" | sed -n 's|^file \(.*\)/[^/]*$|\1|p' | sort -u)
for directory in $places; do
  if [ -d "$destination/$directory" ] && [ ! -w "$destination/$directory" ]; then
    echo "reglogout: $destination/$directory cannot be written to; be who installed it; nothing was removed" >&2
    exit 1
  fi
done
# the list itself goes last, so that what was interrupted can be run again
for file in $(echo "$list" | sed -n 's/^file //p' | grep -vxF lib/reglogout/installed); do
  rm -f "$destination/$file"
done
rm -f "$manifest"
for directory in $(echo "$list" | sed -n 's/^directory //p' | LC_ALL=C sort -r); do
  [ ! -d "$destination/$directory" ] || rmdir "$destination/$directory" 2>/dev/null ||
    echo "left, for what else is in it: $prefix/$directory"
done
echo "$list" | sed -n 's/^above //p' | LC_ALL=C sort -r | while read -r directory; do
  rmdir "$1$directory" 2>/dev/null || true
done
echo "removed from $prefix"
