#!/bin/sh
# Sees to it that what is needed is here: says what is missing, installs it where that is ours to do
# (as root, with apt, and nothing that is only recommended), and else ends with one command to copy.
# Arguments: `build` or `test`, for what; `say` to install nothing.
set -eu
cd "$(dirname "$0")/../.."
. src/build/environment.sh
purpose=$1
missing=  # what a person calls it
packages= # Debian's names

lacks() {
  missing="$missing${missing:+, }$1"
  case " $packages " in
    *" $2 "*) ;;
    *) packages="$packages${packages:+ }$2" ;;
  esac
}

look() {
  missing=
  packages=
  command -v mvn >/dev/null 2>&1 || lacks 'Maven 3.8 or newer' maven
  use_jdk || lacks 'a JDK of version 17 or newer with javac and jar' "$jdk_package"
  if [ "$purpose" = test ]; then
    while read -r program package; do
      case $program in
        '' | '#'*) ;;
        *) command -v "$program" >/dev/null 2>&1 || lacks "$program" "$package" ;;
      esac
    done <src/test/programs
    # Debian 12 has docker's client only together with the engine, which is never installed.
    command -v docker >/dev/null 2>&1 || ! is_offered docker-cli || lacks docker docker-cli
  fi
}

is_offered() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# Not every Debian has 17.
choose_jdk_package() {
  jdk_package=openjdk-17-jdk-headless
  is_offered $jdk_package || ! is_offered default-jdk-headless || jdk_package=default-jdk-headless
}

# Shows apt's own account of how far it is, at every quarter.
progress() {
  shown=
  while IFS=: read -r kind _ percent _; do
    case $kind in
      dlstatus) step=fetched ;;
      pmstatus) step=installed ;;
      *) continue ;;
    esac
    percent=${percent%%.*}
    now="$step $((percent / 25 * 25)) %"
    if [ "$now" != "$shown" ] && [ "$percent" -ge 25 ]; then
      echo "  $now" >&2
      shown=$now
    fi
  done
}

# Services of what is installed are for whoever wants them, and are not started.
without_services() {
  policy=${REGLOGOUT_SERVICE_POLICY:-/usr/sbin/policy-rc.d}
  if [ -e "$policy" ]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  "$@" && code=0 || code=$?
  rm -f "$policy"
  trap - EXIT INT TERM
  return "$code"
}

apt_install() {
  # shellcheck disable=SC2086 # several packages
  {
    apt-get install -y --no-install-recommends -o APT::Status-Fd=3 -o Dpkg::Use-Pty=0 \
      -o DPkg::Lock::Timeout=300 \
      $packages 3>&1 >"$log" 2>&1 </dev/null || echo failed >"$log.failed"
  } | progress
  [ ! -e "$log.failed" ]
}

jdk_package=openjdk-17-jdk-headless
look
[ -n "$missing" ] || exit 0
echo "reglogout: missing here: $missing" >&2
if ! command -v apt-get >/dev/null 2>&1; then
  echo 'reglogout: there is no apt-get here to install it with; install it in your way, and run this again' >&2
  exit 1
fi
if [ "${2:-}" = say ] || [ "$(id -u)" != 0 ]; then
  choose_jdk_package
  look
  command="apt-get update && apt-get install -y --no-install-recommends $packages"
  if command -v sudo >/dev/null 2>&1; then
    command="sudo sh -c '$command'"
  elif [ "$(id -u)" != 0 ]; then
    command="su -c '$command'"
  fi
  echo "reglogout: to install it: $command" >&2
  exit 1
fi

mkdir -p target
log=target/apt.log
rm -f "$log.failed"
export DEBIAN_FRONTEND=noninteractive
echo 'reglogout: asking apt what there is' >&2
apt-get update -q >"$log.update" 2>&1 </dev/null || true # what is known from before may do
choose_jdk_package
look
# shellcheck disable=SC2086 # several packages
size=$(LC_ALL=C apt-get install --assume-no --no-install-recommends $packages 2>/dev/null |
  sed -n 's/^Need to get \(.*\) of archives.*/\1/p; s/^After this operation, \(.*\) of additional.*/\1 on disk/p' |
  paste -s -d '|' - | sed 's/|/, /') || true
echo "reglogout: installing $packages${size:+ ($size)}" >&2
if ! without_services apt_install; then
  why=$(sed -n 's/^[WE]: \(Failed to fetch .*\)/\1/p' "$log.update" "$log" | head -n 1)
  [ -n "$why" ] || why=$(sed -n 's/^E: //p' "$log" | tail -n 1)
  echo "reglogout: apt-get could not install it: ${why:-see $log}; all it said is in $log" >&2
  exit 1
fi
look
if [ -n "$missing" ]; then
  echo "reglogout: still missing after the installation: $missing; what apt-get said is in $log" >&2
  exit 1
fi
