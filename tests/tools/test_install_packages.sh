#!/usr/bin/env bash
# Does install-packages ask apt for exactly what is missing? Asked with stand-ins for the system's commands.
# shellcheck disable=SC2016 # the stand-ins expand their variables when they run, not here
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin"

# Nothing but these commands exists for the script, so that a real sudo or apt can never be reached.
for command in bash env sed awk sort grep cat tail mktemp rm; do
    ln -s "$(command -v $command)" "$place/bin/$command"
done

stand_in() {
    printf '#!/bin/bash\n%s\n' "$2" >"$place/bin/$1"
    chmod +x "$place/bin/$1"
}

stand_in id 'echo "${USER_ID:-0}"'
stand_in dpkg-query 'for p in $INSTALLED; do echo "installed $p"; done; echo "not-installed halfway"; exit 1'
stand_in apt-cache 'echo "  Candidate: ${CANDIDATE:-1.0}"'
stand_in apt-get 'echo "apt-get ${*: -$(($# - 4))}" >>"$CALLS"; case "$* " in *" install "*) [ ! -e "$STALE" ] || { /bin/rm "$STALE"; echo "404 Not Found"; exit 100; };; esac; [ ! -e "$BROKEN" ]'

printf '# a list\nalpha   # the first letter\nbeta    # the second\n\n' >"$place/one.txt"
printf 'halfway # was removed\nalpha\n' >"$place/two.txt"
export CALLS=$place/calls STALE=$place/stale BROKEN=$place/broken INSTALLED="" USER_ID=0 CANDIDATE=1.0

install_packages() {
    : >"$CALLS"
    PATH=$place/bin "$root/kiosk/install-packages" "$@" >"$place/output" 2>&1
    printf 'status %s' "$?"
    sed 's/^/, /' "$CALLS" | tr -d '\n'
}

one=$place/one.txt two=$place/two.txt
INSTALLED="alpha beta"
check "nothing is asked of apt when all is there" same "$(install_packages "$one")" "status 0"
check "nothing is said either" same "$(cat "$place/output")" ""
INSTALLED="alpha"
check "only what is missing is installed" same "$(install_packages "$one")" \
    "status 0, apt-get install --no-install-recommends beta"
check "what is missing is named, and why" holds "$(cat "$place/output")" "the second"
INSTALLED=""
check "lists are merged, removed packages count as missing" same "$(install_packages "$one" "$two")" \
    "status 0, apt-get install --no-install-recommends alpha beta halfway"
CANDIDATE="(none)"
check "package lists are fetched first on a new machine" same "$(install_packages "$one")" \
    "status 0, apt-get update, apt-get install --no-install-recommends alpha beta"
CANDIDATE=1.0
touch "$STALE"
check "stale package lists are fetched anew, then it tries again" same "$(install_packages "$one")" \
    "status 0, apt-get install --no-install-recommends alpha beta, apt-get update, apt-get install --no-install-recommends alpha beta"
check "apt's own words are not shown" same "$(grep -c 404 "$place/output")" "0"
touch "$BROKEN"
check "when nothing helps it gives up" holds "$(install_packages "$one")" "status 1"
check "and says so in a sentence" holds "$(cat "$place/output")" "The packages could not be installed."
rm "$BROKEN"
USER_ID=1000
check "without root and sudo it stops" same "$(install_packages "$one")" "status 1"
check "and says in a sentence what to do" holds "$(cat "$place/output")" "become root and run:  apt-get install alpha beta"
stand_in sudo 'echo "sudo" >>"$CALLS"; exec "$@"'
check "without root it uses sudo" same "$(install_packages "$one")" \
    "status 0, sudo, apt-get install --no-install-recommends alpha beta"
rm "$place/bin/apt-get"
check "a machine without apt is told so" same "$(install_packages "$one")" "status 1"
check "in a sentence that names Debian 12" holds "$(cat "$place/output")" "made for Debian 12"
check "without a list it explains itself" same "$(install_packages)" "status 2"
finish
