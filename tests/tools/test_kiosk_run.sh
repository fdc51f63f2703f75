#!/usr/bin/env bash
# Does kiosk/run build and start the right thing? Asked with stand-ins for cmake and the kiosk's programs.
# shellcheck disable=SC2016 # the stand-ins expand their variables when they run, not here
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/kiosk" "$place/bin"
cp "$root/kiosk/run" "$place/kiosk/"

script() {
    printf '#!/bin/bash\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

script "$place/kiosk/install-packages" 'echo "packages"'
script "$place/bin/cmake" 'echo "cmake $1" >>'"$place"'/calls; echo "the compiler speaks"; [ ! -e '"$place"'/broken ] || exit 1
[ "$1" != -S ] || touch '"$place"'/build/Makefile'
mkdir "$place/build"
script "$place/bin/tty" 'echo "${CONSOLE:-not a tty}"'
script "$place/bin/startx" 'echo "startx $*"'
script "$place/build/iop-kiosk" 'echo "iop-kiosk $*"'
script "$place/build/iop-content" 'echo "iop-content $*"'

kiosk_run() {
    : >"$place/calls"
    env -u DISPLAY -u WAYLAND_DISPLAY PATH="$place/bin:$PATH" "${display[@]}" "$place/kiosk/run" "$@" \
        </dev/null >"$place/output" 2>"$place/errors"
    printf 'status %s, ' "$?"
    tail -n 1 "$place/output"
}

defaults="--content $place/content --assets $place/assets"
display=(DISPLAY=:7)
check "it starts the kiosk with the content and assets beside it" same "$(kiosk_run)" "status 0, iop-kiosk $defaults"
check "the first time it configures and builds" same "$(cat "$place/calls")" "cmake -S
cmake --build"
check "it looks for packages first" holds "$(head -n 1 "$place/output")" "packages"
check "options come after the defaults, so that they win" same "$(kiosk_run --windowed 1600x900 --content x)" \
    "status 0, iop-kiosk $defaults --windowed 1600x900 --content x"
check "later it only builds" same "$(cat "$place/calls")" "cmake --build"
check "the compiler's words stay in the log" same "$(cat "$place/errors")" ""
display=(WAYLAND_DISPLAY=wayland-0)
check "Wayland is a display too" same "$(kiosk_run)" "status 0, iop-kiosk $defaults"
display=()
previews="--out $place/build/preview --assets $place/assets"
check "without a display it draws previews" same "$(kiosk_run)" "status 0, iop-content preview $place/content $previews"
check "and says why" holds "$(cat "$place/errors")" "This machine has no display"
check "previews are of the content asked for" same "$(kiosk_run --windowed 9x9 --content /srv/clinic)" \
    "status 0, iop-content preview /srv/clinic $previews"
check "however it is written" same "$(kiosk_run --content=/srv/clinic)" "status 0, iop-content preview /srv/clinic $previews"
check "help needs no display" same "$(kiosk_run --help)" "status 0, iop-kiosk $defaults --help"
display=(CONSOLE=/dev/tty1)
check "on a text console it starts a display first" same "$(kiosk_run)" "status 0, startx $place/build/iop-kiosk $defaults"
display=(CONSOLE=/dev/pts/3)
check "a remote terminal is no console" holds "$(kiosk_run)" "iop-content preview"
touch "$place/broken"
check "a build that fails ends the script" holds "$(kiosk_run)" "status 1"
check "with the compiler's last words" holds "$(cat "$place/errors")" "the compiler speaks"
check "and a sentence that names the log" holds "$(cat "$place/errors")" "The end of $place/build/build.log is shown above."
finish
