#!/usr/bin/env bash
# The program when something is wrong: no content, broken content, no display, a mistyped option.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

# runs COMMAND...: status, what it said and what it complained about.
runs() {
    said=$(timeout 20 "$@" 2>"$stage_folder/complained")
    status=$?
    complained=$(cat "$stage_folder/complained")
}

# One or more whole sentences: a capital or the program's name first, a full stop last.
is_a_sentence() {
    [[ $1 =~ ^(iop-kiosk:\ )?[A-Z].*\.$ ]] && return
    printf 'this is no sentence: %s\n' "$1"
    return 1
}

differs() { [ "$1" != "$2" ]; }

# ---- the command line ----------------------------------------------------------------------------------

runs "$build/iop-kiosk" --colour red
check "an unknown option ends the program with status 2" same "$status" 2
check "and shows how it is used" holds "$complained" "Usage: iop-kiosk"
for wrong in "--windowed 12" "--windowed 99999x10" "--panel-mm wide" "--clock-speed 0" "leftover"; do
    # shellcheck disable=SC2086 # an option and its value are two words
    runs "$build/iop-kiosk" $wrong
    check "\"$wrong\" ends the program with status 2" same "$status" 2
done
runs "$build/iop-kiosk" --help
check "--help succeeds" same "$status" 0
check "--help says what each option is for" holds "$said" "--content DIR"

# ---- no display ------------------------------------------------------------------------------------------

runs env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11,wayland XDG_RUNTIME_DIR="$stage_folder" \
    "$build/iop-kiosk" --content "$root/content" --assets "$root/assets"
check "without a display it ends with status 1" same "$status" 1
check "and says so in a whole sentence" is_a_sentence "$(tail -n 1 <<<"$complained")"
check "that names what to set" holds "$complained" "DISPLAY"

# ---- no content ------------------------------------------------------------------------------------------

stage_open || exit 1
# shows_help TITLE: the kiosk that was just started shows the help card, and a message.
shows_help() {
    local card
    card=$(picture_after "$empty")
    check "$1: the screen shows the help card" differs "$card" "$empty"
    check "$1: the message names the folder" holds "$(cat "$stage_folder/complained")" "$2"
    check "$1: and where help is shown" holds "$(cat "$stage_folder/complained")" "911"
    for spot in "640 360" "100 60" "1200 60" "640 700"; do
        # shellcheck disable=SC2086 # two numbers
        touch_at $spot
    done
    sleep 0.3
    check "$1: touches do not end it" kiosk_runs
    kiosk_ends 2
    check "$1: asked to end, it ends in order" same "$kiosk_status" 0
}

empty=$(picture)
kiosk --content "$stage_folder/nothing-here" --clock-speed 1000
shows_help "without content" "nothing-here"

cp -r "$root/content" "$stage_folder/broken"
printf 'attract: [\n' >"$stage_folder/broken/home.yaml"
kiosk --content "$stage_folder/broken"
shows_help "with broken content" "home.yaml:"

# ---- a lost display -----------------------------------------------------------------------------------------

kiosk --content "$root/content"
within 5 is_not_shown "$empty" || true
kill "$display_pid"
check "when the display goes away, the kiosk ends" within 10 is_gone "$kiosk_pid"
finish
