# What the fixture helpers share. Each of them sources this file; README.md explains the set.
# shellcheck shell=sh

PATH=/usr/bin:/bin${PATH:+:$PATH} # a test may pass a PATH that holds nothing but links to the fixtures
name=${0##*/}
name=${name#docker-credential-}
verb=$*
not_found='credentials not found in native keychain'

# say TEXT: one line on stdout.
say() { printf '%s\n' "$1"; }

# fail TEXT: what a helper does about any error, the message on stdout and exit 1.
fail() {
  say "$1"
  exit 1
}

# hear: reads stdin to its end, keeps it as hex in $stdin, and logs the call.
hear() {
  pause
  # shellcheck disable=SC2046 # one word per byte
  set -- $(od -An -v -tx1)
  IFS=
  stdin="$*"
  unset IFS
  log "$stdin"
}

# leave_stdin: logs the call without reading stdin.
leave_stdin() {
  pause
  log unread
}

pause() { [ -z "$REGLOGOUT_FIXTURE_DELAY" ] || sleep "$REGLOGOUT_FIXTURE_DELAY"; }

log() {
  [ -z "$REGLOGOUT_FIXTURE_LOG" ] || printf '%s %s %s\n' "$name" "$verb" "$1" >>"$REGLOGOUT_FIXTURE_LOG"
}

need_key() { [ -n "$stdin" ] || fail 'no credentials server URL'; }

version_or_usage() {
  case $verb in
    version) say "docker-credential-$name (reglogout fixture) v1.0.0" ;;
    '') fail "Usage: docker-credential-$name <store|get|erase|list|version>" ;;
    *) fail "docker-credential-$name: unknown action: $verb" ;;
  esac
}

# holds_nothing [ERASE [GET]]: answers as a helper without entries. ERASE and GET are its words for
# an absent key; without ERASE it erases silently, without GET it says the usual sentence.
holds_nothing() {
  case $verb in
    list) say '{}' ;;
    erase)
      need_key
      [ -z "$1" ] || fail "$1"
      ;;
    get)
      need_key
      fail "${2:-$not_found}"
      ;;
    store) fail "$name stores nothing" ;;
    *) version_or_usage ;;
  esac
}

# keeper: answers from the entries in $REGLOGOUT_FIXTURE_STORE. A file is an entry: its name is the
# hex of the key, its first line the user name, its second the secret.
keeper() {
  case $verb in
    list) keeper_list ;;
    erase) keeper_erase ;;
    get) keeper_get ;;
    store) keeper_store ;;
    *) version_or_usage ;;
  esac
}

enter_store() {
  [ -n "$REGLOGOUT_FIXTURE_STORE" ] || fail 'REGLOGOUT_FIXTURE_STORE is not set'
  [ -d "$REGLOGOUT_FIXTURE_STORE" ] || mkdir -p "$REGLOGOUT_FIXTURE_STORE"
  cd "$REGLOGOUT_FIXTURE_STORE" || exit 1
  REGLOGOUT_FIXTURE_STORE=. # entering twice stays here
}

# keeper_list [PREFIX]: lists the entries, with PREFIX before every key.
keeper_list() {
  enter_store
  printf '%s\n' * | entries_to_json "$1"
}

keeper_erase() {
  need_key
  enter_store
  rm "$stdin" 2>/dev/null && return
  [ -e "$stdin" ] && fail 'the entry cannot be erased'
  fail "$not_found"
}

keeper_get() {
  need_key
  enter_store
  [ -f "$stdin" ] || fail "$not_found"
  { IFS= read -r user && IFS= read -r secret; } <"$stdin"
  printf '%s\n' "$stdin" "$user" "$secret" | LC_ALL=C awk "$bytes"'
    { value[NR] = json(NR == 1 ? text($0) : $0) }
    END { printf "{\"ServerURL\":%s,\"Username\":%s,\"Secret\":%s}\n", value[1], value[2], value[3] }'
}

keeper_store() {
  enter_store
  entry=$(say "$stdin" | members)
  key=${entry%%"$newline"*}
  [ -n "$key" ] || fail 'no credentials server URL'
  say "${entry#*"$newline"}" >".new-$$"
  mv ".new-$$" "$key" 2>/dev/null && return
  rm ".new-$$"
  fail 'the entry cannot be stored'
}

newline='
'

# entries_to_json [PREFIX]: makes the JSON object of a list from lines "FILE" or "HEX USER".
entries_to_json() {
  LC_ALL=C awk -v prefix="$1" "$bytes"'
    {
      user = $2
      if (NF < 2 && (getline user < $1) < 0) next # no entry at all, or one erased meanwhile
      close($1)
      printf "%s%s:%s", (n++ ? "," : "{"), json(prefix text($1)), json(user)
    }
    END { print n ? "}" : "{}" }'
}

# members: from the hex of {"ServerURL":…,"Username":…,"Secret":…} prints the hex of the key, the
# user name and the secret, a line each.
members() {
  LC_ALL=C awk "$bytes"'
    {
      rest = text($0)
      while (match(rest, /"([^"\\]|\\.)*"/)) {
        string = unescape(substr(rest, RSTART + 1, RLENGTH - 2))
        rest = substr(rest, RSTART + RLENGTH)
        if (n++ % 2) member[label] = string
        else label = string
      }
      print hex(member["ServerURL"])
      print member["Username"]
      print member["Secret"]
    }
    function unescape(s,    out, at, c) {
      while (at = index(s, "\\")) {
        out = out substr(s, 1, at - 1)
        c = substr(s, at + 1, 1)
        if (c == "u") out = out utf8(number(substr(s, at + 2, 4)))
        else out = out (c in short ? short[c] : c)
        s = substr(s, at + (c == "u" ? 6 : 2))
      }
      return out s
    }
    function utf8(n) {
      if (n < 128) return sprintf("%c", n)
      if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
      return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
    }
    function number(digits,    i, n) {
      for (i = 1; i <= 4; i++) n = 16 * n + index("123456789abcdef", tolower(substr(digits, i, 1)))
      return n
    }
    function hex(s,    i, out) {
      for (i = 1; i <= length(s); i++) out = out hex_of[substr(s, i, 1)]
      return out
    }
    BEGIN { short["b"] = "\b"; short["f"] = "\f"; short["n"] = "\n"; short["r"] = "\r"; short["t"] = "\t" }'
}

# The awk functions text(HEX) and json(TEXT), for LC_ALL=C.
bytes='
BEGIN {
  for (i = 0; i < 256; i++) {
    c = sprintf("%c", i)
    byte[sprintf("%02x", i)] = c
    hex_of[c] = sprintf("%02x", i)
    quoted[c] = i < 32 || index("<>&", c) ? sprintf("\\u%04x", i) : c
  }
  quoted["\""] = "\\\""
  quoted["\\"] = "\\\\"
}
function text(hex,    i, out) {
  for (i = 1; i < length(hex); i += 2) out = out byte[substr(hex, i, 2)]
  return out
}
function json(s,    i, out) {
  for (i = 1; i <= length(s); i++) out = out quoted[substr(s, i, 1)]
  return "\"" out "\""
}'
