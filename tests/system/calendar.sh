#!/usr/bin/env bash
# Runs the calendar stories against xandikos and radicale from Debian's packages, on 127.0.0.1. As root, on Debian or
# Ubuntu.
#
#   tests/system/calendar.sh             the stories, by Maven; none is skipped
#   tests/system/calendar.sh COMMAND…    any command once both are installed
#
# It installs what is missing of the packages below and leaves /etc and the machine's services as they are; each story
# starts a server of its own in a folder of its own, and ends it.
#
# Ends with 1 where a story fails, and with 3 where this machine has no such servers and cannot be given them.
set -euo pipefail
packages=(xandikos radicale)
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)

fail() {
  echo "calendar.sh: $1" >&2
  exit 3
}

missing() {
  for package in "${packages[@]}"; do
    command -v "$package" > /dev/null || echo "$package"
  done
}

install_missing() {
  local wanted
  mapfile -t wanted < <(missing)
  [ ${#wanted[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "run it as root: it installs ${wanted[*]} by apt-get"
  command -v apt-get > /dev/null || fail "it installs ${wanted[*]} by apt-get, which is not here"
  echo "calendar.sh: installing ${wanted[*]} by apt-get; to remove them: apt-get purge ${wanted[*]}"
  # Debian starts what it installs, unless this file forbids it.
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || fail "apt-get reaches no package source"
  apt-get install -y -qq --no-install-recommends "${wanted[@]}" > /dev/null || fail "apt-get cannot install ${wanted[*]}"
  [ -z "$(trap -p EXIT)" ] || { rm -f "$policy"; trap - EXIT; }
}

install_missing
for package in "${packages[@]}"; do
  command -v "$package" > /dev/null || fail "$package is not in the path, though it is installed"
  echo "calendar.sh: $package $(dpkg-query -W -f '${Version}' "$package" 2> /dev/null || echo 'of this machine')"
done
# What is skipped elsewhere fails here.
export CALENDAR_STORIES=required
if [ $# -gt 0 ]; then
  "$@"
else
  cd "$project"
  mvn -q -B package -pl integration,tests/acceptance -am -Dfuzz.skip -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest='CalDavTest,BookedMeetingsTest,FromPricingToMeetingTest'
  echo "calendar.sh: the calendar stories are green"
fi
