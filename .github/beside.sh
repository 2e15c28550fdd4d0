#!/bin/sh
# Main's generator beside a change's records: `beside.sh BASE HEAD` leaves in the working tree all
# files of BASE and, of HEAD, `data/` alone. Links are written as plain files, which the gate refuses.
set -eu

# By their hashes: HEAD means another commit once BASE is checked out.
base=$(git rev-parse --verify "$1^{commit}")
head=$(git rev-parse --verify "$2^{commit}")

git checkout --quiet --force --detach "$base"
git rm -r --quiet --force --ignore-unmatch -- data
if git rev-parse --quiet --verify "$head:data" >/dev/null; then
  git -c core.symlinks=false checkout --quiet "$head" -- data
fi
