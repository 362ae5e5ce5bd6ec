#!/usr/bin/env bash
# Runs the mail stories against postfix and dovecot from Debian's packages, on 127.0.0.1. As root, on Debian or Ubuntu.
#
#   tests/system/mail.sh             the stories, by Maven
#   tests/system/mail.sh COMMAND…    any command while both servers run
#
# It installs what is missing of the packages below, leaves /etc and the machine's services as they are, keeps all else
# in a folder of its own, and ends what it started.
#
# Ends with 1 where a story fails or a server does not start, and with 3 where this machine has no such servers and cannot be given them.
set -euo pipefail
packages=(postfix dovecot-imapd dovecot-lmtpd)
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)

# It cannot be tried here.
fail() {
  echo "mail.sh: $1" >&2
  exit 3
}

# It was tried, and is broken: the configuration is ours.
broken() {
  echo "mail.sh: $1" >&2
  exit 1
}

missing() {
  for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || echo "$package"
  done
}

install_missing() {
  local wanted
  mapfile -t wanted < <(missing)
  [ ${#wanted[@]} -gt 0 ] || return 0
  echo "mail.sh: installing ${wanted[*]} by apt-get; to remove them: apt-get purge ${wanted[*]}"
  # Debian starts what it installs, unless this file forbids it.
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
  fi
  echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || fail "apt-get reaches no package source"
  apt-get install -y -qq --no-install-recommends "${wanted[@]}" > /dev/null || fail "apt-get cannot install ${wanted[*]}"
  [ -z "$(trap -p EXIT)" ] || { rm -f "$policy"; trap - EXIT; }
}

# A port that nobody listens at.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

await_port() {
  for _ in $(seq 100); do
    (exec 3<> "/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
    sleep 0.1
  done
  cat "$folder"/*.log >&2
  broken "$2 does not listen on port $1"
}

# Ends the server whose process id stands in a file, and waits until it has.
end() {
  local pid
  [ -s "$1" ] || return 0
  pid=$(tr -d ' ' < "$1")
  kill "$pid" && tail --pid="$pid" -f /dev/null
}

stop() {
  end "$folder/run/master.pid"
  end "$folder/queue/pid/master.pid"
  rm -rf "$folder"
}

configure() {
  sed -e "s#@FOLDER@#$folder#g" -e "s#@SMTP@#$MAIL_STORIES_SMTP#g" -e "s#@IMAP@#$MAIL_STORIES_IMAP#g" "$here/mail/$1"
}

start() {
  mkdir -p "$folder"/{postfix,queue,data,run,mail}
  chown postfix "$folder/data"
  chown mail:mail "$folder/mail"
  for file in main.cf master.cf; do configure "$file" > "$folder/postfix/$file"; done
  for file in dovecot.conf users; do configure "$file" > "$folder/$file"; done
  postfix -c "$folder/postfix" start || broken "postfix does not start"
  dovecot -c "$folder/dovecot.conf" || broken "dovecot does not start"
  await_port "$MAIL_STORIES_SMTP" postfix
  await_port "$MAIL_STORIES_IMAP" dovecot
}

[ "$(id -u)" = 0 ] || fail "run it as root: postfix and dovecot are started by root alone"
command -v apt-get > /dev/null || fail "it installs ${packages[*]} by apt-get, which is not here"
install_missing
export MAIL_STORIES_SMTP MAIL_STORIES_IMAP
MAIL_STORIES_SMTP=$(free_port)
MAIL_STORIES_IMAP=$(free_port)
# Both servers change to users of their own, who must reach it.
folder=$(mktemp -d /tmp/parley-mail.XXXXXX)
chmod 755 "$folder"
trap stop EXIT
start
echo "mail.sh: postfix $(postconf -c "$folder/postfix" -h mail_version) on port $MAIL_STORIES_SMTP, dovecot $(dovecot --version) on port $MAIL_STORIES_IMAP"
if [ $# -gt 0 ]; then
  "$@"
else
  cd "$project"
  mvn -q -B package -pl tests/acceptance -am -Dtest=MailStoriesTest -Dfuzz.skip -Dsurefire.failIfNoSpecifiedTests=false
  echo "mail.sh: the mail stories are green"
fi
