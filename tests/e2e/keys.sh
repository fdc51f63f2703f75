#!/usr/bin/env bash
# A visit by keys on the real program, and that no key leads out of it: under a window manager with all its keys.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

# key NAME...: presses them, slower than a switch bounces; prints the picture that follows.
key() {
    local before name
    for name in "$@"; do
        before=$(picture)
        xdotool key "$name"
        sleep 0.1
    done
    picture_after "$before"
}

differs() {
    [ "$1" != "$2" ] && return
    echo "the screen did not change"
    return 1
}

# Over the whole screen, as in a clinic.
starts() {
    "$build/iop-kiosk" --content "$root/content" --assets "$root/assets" >"$stage_folder/said" 2>"$stage_folder/complained" &
    kiosk_pid=$!
}

# The kiosk's window lies above all others, over the whole screen.
covers_all() {
    local top
    top=$(xprop -root _NET_CLIENT_LIST_STACKING | grep -o '0x[0-9a-f]*' | tail -n 1)
    xprop -id "$top" WM_CLASS | grep -q iop-kiosk || return 1
    xwininfo -id "$top" | tr -d '\n' | grep -q "X:  0 .*Y:  0 .*Width: 1280 .*Height: 720.*IsViewable"
}

all_keys() {
    local mods name
    for mods in "" alt+ ctrl+ shift+ super+ ctrl+alt+ ctrl+shift+ alt+shift+ super+shift+ ctrl+alt+shift+; do
        for name in F{1..12} {a..z} Escape Tab Delete Insert Print Pause Menu BackSpace Left Right Up Down Home End \
            Prior Next Scroll_Lock Sys_Req Super_L; do
            printf '%s%s\n' "$mods" "$name"
        done
    done
    printf '%s\n' {ctrl+,alt+,super+,ctrl+alt+}{space,Return} # alone they would press buttons
}

stage_open || exit 1
openbox --sm-disable 2>"$stage_folder/openbox" &
manager_pid=$!
manages() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 0x; }
within 10 manages || exit 1
empty=$(picture)
starts
attract=$(picture_after "$empty")
check "the kiosk covers the whole screen" within 5 covers_all

home=$(key Return)
check "a key wakes the kiosk" differs "$home" "$attract"
first=$(key Tab)
check "Tab moves the ring" differs "$first" "$home"
second=$(key Tab)
check "and moves it on" differs "$second" "$first"
check "Shift and Tab move it back" same "$(key shift+Tab)" "$first"
xdotool keydown Tab
sleep 1.5
xdotool keyup Tab
check "a key that is held down is one key" same "$(picture)" "$second"
page=$(key Return)
check "Enter opens what has the ring" differs "$page" "$second"
check "Escape leads back to it" same "$(key Escape)" "$second"
help=$(key F1)
check "F1 leads to help" differs "$help" "$second"
check "Home leads home" differs "$(key Home)" "$help"

all_keys >"$stage_folder/keys"
# shellcheck disable=SC2046 # one word a key
xdotool key --delay 4 $(cat "$stage_folder/keys")
for name in shift ctrl alt super Shift_R Control_R Alt_R Super_R; do xdotool keyup "$name"; done
sleep 0.5
check "after $(wc -l <"$stage_folder/keys") keys with every modifier the kiosk is still running" kiosk_runs
check "nothing has come over it" within 5 covers_all
check "and it still listens: F1 leads to help" same "$(key Home F1)" "$help"
check "it has complained about nothing" same "$(complaints)" ""

# ---- what other programs and a window manager can do to a window -------------------------------------------

own=$(xdotool search --class iop-kiosk | tail -n 1)
xdotool windowminimize "$own"
check "a window that is made small comes back" within 5 covers_all
xdotool windowunmap "$own"
check "one that is taken off the screen comes back, too" within 5 covers_all
/usr/bin/python3 -B "$root/tests/tools/hide_by_parent.py" "$own"
check "one whose frame is taken away first comes back, too" within 5 covers_all
xlogo 2>"$stage_folder/xlogo" &
logo_pid=$!
within 5 xdotool search --class xlogo >"$stage_folder/logo"
xdotool windowactivate "$(tail -n 1 "$stage_folder/logo")" 2>>"$stage_folder/xlogo"
check "another program does not stay over it" within 5 covers_all
kill "$logo_pid"
/usr/bin/python3 -B "$root/tests/tools/ask_to_close.py" "$own"
check "asked by the window manager to close, it goes on" kiosk_runs
check "and lies over everything" within 5 covers_all
kiosk_ends 2
check "asked to end, it ends at once and in order" same "$kiosk_status" 0
kill "$manager_pid"
wait "$manager_pid"

# ---- without a window manager: when nobody can see the kiosk any more, and where help is -----------------------

lost="iop-kiosk: Another program closed the kiosk's window, or the display refuses its pictures. Start the kiosk anew, as its unit does."
finds_own() { own=$(xdotool search --class iop-kiosk | tail -n 1) && [ -n "$own" ]; }

# ends_when SENTENCE COMMAND...: a kiosk ends of itself after that, and says why.
ends_when() {
    local sentence=$1
    shift
    starts
    within 20 complains_of "iop-kiosk: seal" # the first picture stands
    within 5 finds_own
    "$@"
    check "$sentence" within 5 is_gone "$kiosk_pid"
    kill -KILL "$kiosk_pid" 2>/dev/null
    wait "$kiosk_pid"
    check "with a status that tells" same $? 1
    check "and says why" complains_of "$lost"
    kiosk_pid=""
}

closes_it() { xdotool windowclose "$own"; }
refuses_pictures() {
    /usr/bin/python3 -B "$root/tests/tools/take_pens.py" "$own"
    xdotool key Return
}
ends_when "a kiosk whose window another program closed for good ends" closes_it
ends_when "one whose pictures the display refuses ends, too" refuses_pictures
finish
