#!/usr/bin/env bash
# Installs Debian's Chromium for the browser stories of tests/acceptance. As root, on Debian or Ubuntu, where
# `mvn verify` finds no browser and npm brings none (it has one for Linux on x86-64 only).
set -euo pipefail
if command -v chromium > /dev/null; then
  echo "browser.sh: $(command -v chromium) is there already"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk > /dev/null
echo "browser.sh: installed $(command -v chromium); to remove it: apt-get purge chromium fonts-noto-core fonts-noto-cjk"
