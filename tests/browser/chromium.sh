#!/bin/sh
# Finds a Chromium for the browser tests; installs Debian's where it may.
set -eu

for name in "${CHROMIUM:-}" chromium google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done

if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  else
    as_root=none
  fi
  if [ "$as_root" != none ]; then
    echo "Installing chromium and fonts-noto-cjk ..."
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
    exit 0
  fi
fi

echo "No Chromium found. Install it (Debian: chromium, fonts-noto-cjk) or set CHROMIUM." >&2
# In continuous integration a missing browser is a failure, elsewhere those tests say that they were skipped.
[ -z "${CI:-}" ]
