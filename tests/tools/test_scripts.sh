#!/usr/bin/env bash
# Is every script of the project free of what shellcheck knows to be a mistake, and may it be started?
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
cd "$root" || exit 1

mapfile -t scripts < <(grep -rlE --exclude-dir='build*' '^#!.*\b(ba)?sh$' .ci kiosk tests | sort)
for script in "${scripts[@]}"; do
    check "$script is clean" shellcheck "$script"
    check "$script may be started" test -x "$script"
done
check "the scripts were found" test "${#scripts[@]}" -ge 8
finish
