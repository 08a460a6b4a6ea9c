#!/bin/sh
# Installs what the tests need and this machine lacks, where that is possible: as root on Debian.
set -eu
missing=
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need docker-credential-pass golang-docker-credential-helpers
need docker-credential-ecr-login amazon-ecr-credential-helper
need pass pass
need gpg gnupg
need gnome-keyring-daemon gnome-keyring
need dbus-daemon dbus
need secret-tool libsecret-tools
need setpriv util-linux
need script bsdutils
need strace strace
need zsh zsh
need fish fish
need mandoc mandoc
need groff groff-base
need unshare util-linux
need mount mount
need chattr e2fsprogs
need jq jq
need ansible-playbook ansible-core
need podman podman
need skopeo skopeo
need buildah buildah
need docker-registry docker-registry
need htpasswd apache2-utils
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing what the tests need:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # several packages
  apt-get install -y -qq $missing >/dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -y -qq $missing >/dev/null
  }
else
  echo "*** missing for the tests:$missing" >&2
  echo '*** install them as root, or set REGLOGOUT_ALLOW_SKIP=1 to leave out what needs them' >&2
  [ "${REGLOGOUT_ALLOW_SKIP:-}" = 1 ]
fi
