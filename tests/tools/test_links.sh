#!/usr/bin/env bash
# Which libraries are the programs made of? The core needs no SDL, and nothing draws on a terminal.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"

# All libraries that the program loads, also those that others bring.
libraries() { ldd "$1" | awk '{print $1}'; }

# links PROGRAM PATTERN: succeeds if a library of that name is loaded.
links() { libraries "$1" | grep -iqE "$2"; }

lacks() {
    local found
    [ -x "$1" ] || { echo "there is no program $1"; return 1; }
    found=$(libraries "$1" | grep -iE "$2") || return 0
    printf '%s is linked with:\n%s\n' "$1" "$found"
    return 1
}

# Sources outside src/platform and the tests of it that include SDL's headers.
sdl_outside_platform() {
    ! grep -rlE '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]SDL' "$root/src" --include='*.[ch]' | grep -v '/src/platform/'
}

check "the kiosk is linked with SDL, so the question can be answered" links "$build/iop-kiosk" 'libSDL2'
for program in test_tour test_app test_quiet test_walks test_golden_scenes; do
    check "$program walks all screens without SDL" lacks "$build/tests/$program" 'libSDL|libX11|wayland'
done
for program in iop-kiosk iop-content iop-voice; do
    check "$program has nothing of a terminal toolkit" lacks "$build/$program" 'ncurses|libtinfo|slang|newt'
    check "$program has nothing of a browser" lacks "$build/$program" 'webkit|libgtk|QtWeb|javascriptcore'
    check "$program speaks to no network library" lacks "$build/$program" 'libcurl|libssl|libgnutls'
done
# The speech library is GPL-3: what links it is, too.
check "the voice is linked with the speech library" links "$build/iop-voice" 'libespeak'
for program in iop-kiosk iop-content; do
    check "$program is not" lacks "$build/$program" 'libespeak|libsonic'
done
check "SDL is included under src/platform only" sdl_outside_platform
finish
