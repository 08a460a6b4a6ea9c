# Stands in for helpers whose store answers for more than it is asked for, in sh. They match as
# their source does (docker-credential-helpers v0.9.8):
#   osxkeychain/osxkeychain.go: an item is an internet password of protocol, server and, where
#     given, port and path; what a query leaves out matches anything, for get and for erase. Erase
#     does not look at the label; list does, and rebuilds a URL with its scheme.
#   wincred/wincred.go: erase takes the exact target alone, whatever its label, and succeeds where
#     there is none; get takes the exact target, else what the query leaves out matches anything.
#   Docker Desktop's helper hands every call to the platform's own.
# The script that sources it sets kind (osxkeychain or wincred) and items: a file with a line for
# each item, "docker URL" or "foreign URL".
# shellcheck shell=sh disable=SC2154

# parts URL: sets $scheme $host $port $path
parts() {
  scheme='' rest=$1
  case $rest in *://*) scheme=${rest%%://*} rest=${rest#*://} ;; esac
  path=''
  case $rest in */*) path=/${rest#*/} rest=${rest%%/*} ;; esac
  host=${rest%%:*} port=''
  case $rest in *:*) port=${rest##*:} ;; esac
}

# matches QUERY ITEM
matches() {
  parts "$1"
  q_scheme=$scheme q_host=$host q_port=$port q_path=$path
  parts "$2"
  [ "$q_host" = "$host" ] || return 1
  [ -z "$q_port" ] || [ "$q_port" = "$port" ] || return 1
  [ -z "$q_path" ] || [ "$q_path" = "$path" ] || return 1
  if [ "$kind" = osxkeychain ]; then
    [ "${q_scheme:-https}" = "${scheme:-https}" ]
  else
    [ -z "$q_scheme" ] || [ "$q_scheme" = "$scheme" ]
  fi
}

shown() {
  case $kind:$1 in
    osxkeychain:*://*) echo "$1" ;;
    osxkeychain:*) echo "https://$1" ;;
    *) echo "$1" ;;
  esac
}

not_found() {
  echo 'credentials not found in native keychain'
  exit 1
}

IFS= read -r key || :
case $1 in
  list)
    comma='' json=''
    while read -r label url; do
      [ "$label" = docker ] || continue
      json="$json$comma\"$(shown "$url")\":\"ann\"" comma=,
    done <"$items"
    echo "{$json}"
    ;;
  get)
    while read -r label url; do
      [ "$label" = docker ] || continue
      if matches "$key" "$url"; then
        echo "{\"ServerURL\":\"$key\",\"Username\":\"ann\",\"Secret\":\"$url\"}"
        exit
      fi
    done <"$items"
    not_found
    ;;
  erase)
    kept='' hit=''
    while read -r label url; do
      if [ "$kind" = wincred ] && [ "$key" = "$url" ]; then
        hit=yes
      elif [ "$kind" = osxkeychain ] && matches "$key" "$url"; then
        hit=yes
      else
        kept="$kept$label $url
"
      fi
    done <"$items"
    printf %s "$kept" >"$items"
    [ -n "$hit" ] || [ "$kind" = wincred ] || not_found
    ;;
esac
