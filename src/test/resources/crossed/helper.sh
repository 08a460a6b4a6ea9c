# A credential helper of the crossed table. The script that sources it sets
#   store    a directory; a file in it marks an entry as erased
#   entries  the keys it was made with, separated by blanks
#   list     works, empty, silent, fails, unsupported, locked-item, locked or hides
#   erase    yes, no, lies, hits-another or unsupported
# The shell's own commands only: two thousand cells start it some ten thousand times.
# shellcheck shell=sh disable=SC2154

fail() {
  printf '%s\n' "$1"
  exit 1
}

# mark KEY: sets $mark to the file that marks a key as erased.
mark() {
  mark=$store/ rest=$1
  while :; do
    case $rest in
      */*) mark=$mark${rest%%/*}_ rest=${rest#*/} ;;
      *) mark=$mark$rest && return ;;
    esac
  done
}

# holds KEY: tells whether there is such an entry.
holds() {
  case " $entries " in *" $1 "*) ;; *) return 1 ;; esac
  mark "$1"
  [ ! -e "$mark" ]
}

# remove KEY
remove() {
  mark "$1"
  : >"$mark"
}

# show_all [BUT]: lists the entries, but for one.
show_all() {
  comma='' json=
  for entry in $entries; do
    if [ "$entry" != "${1-}" ] && holds "$entry"; then
      json="$json$comma\"$entry\":\"ci\"" comma=,
    fi
  done
  printf '{%s}\n' "$json"
}

not_found='credentials not found in native keychain'
IFS= read -r key || : # no newline at its end

case $1:$list:$erase in
  list:works:*) show_all ;;
  list:hides:*) show_all "${entries%% *}" ;;
  list:empty:*) echo '{}' ;;
  list:silent:*) ;;
  list:fails:*) fail 'backend down' ;;
  list:unsupported:*) fail 'list is unimplemented' ;;
  list:locked-item:*) echo '{"":"account not defined"}' ;;
  list:locked:*) fail 'failed to unlock database' ;;
  erase:*:lies) ;;
  erase:*:no) fail 'boom' ;;
  erase:*:unsupported) fail 'delete is unimplemented' ;;
  erase:*:yes)
    holds "$key" || fail "$not_found"
    remove "$key"
    ;;
  erase:*:hits-another)
    remove "${entries##* }"
    holds "$key" || fail "$not_found"
    remove "$key"
    ;;
  get:*)
    holds "$key" || fail "$not_found"
    printf '{"ServerURL":"%s","Username":"ci","Secret":"s3cret"}\n' "$key"
    ;;
  *) fail "${0##*/}: unknown action: $1" ;;
esac
