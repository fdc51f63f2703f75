# shellcheck shell=bash
# shellcheck disable=SC2034 # $kiosk_status is read by who sources this
# A screen without a screen for test scripts: a display of its own, pictures of it, and a finger. Source this file first,
# then call stage_open. Everything ends with the script. The loudspeaker is one that nobody hears.
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/tap.sh"

stage_size=1280x720
stage_folder=$(mktemp -d)
kiosk_pid=""
display_pid=""

stage_close() {
    [ -z "$kiosk_pid" ] || kill -KILL "$kiosk_pid" 2>/dev/null
    [ -z "$display_pid" ] || kill "$display_pid" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$stage_folder"
}
trap stage_close EXIT

# Starts an X server on a free display number. Without -noreset it begins anew when its last client leaves, and the next
# kiosk, if it comes at that moment, finds no display.
stage_open() {
    Xvfb -displayfd 3 -screen 0 ${stage_size}x24 -nolisten tcp -noreset 3>"$stage_folder/display" 2>"$stage_folder/xvfb" &
    display_pid=$!
    within 10 test -s "$stage_folder/display" || return 1
    DISPLAY=:$(tr -d '[:space:]' <"$stage_folder/display")
    export DISPLAY SDL_AUDIODRIVER=dummy
    unset WAYLAND_DISPLAY SDL_VIDEODRIVER
}

# within SECONDS COMMAND...: tries again and again; fails if it never succeeds.
within() {
    local tries=$(($1 * 20))
    shift
    while [ "$tries" -gt 0 ]; do
        "$@" && return
        sleep 0.05
        tries=$((tries - 1))
    done
    return 1
}

# A word that stands for what is on the screen now.
picture() { xwd -silent -root | md5sum | cut -d' ' -f1; }

is_shown() { [ "$(picture)" = "$1" ]; }
is_not_shown() { [ "$(picture)" != "$1" ]; }

# Waits until the screen shows something else than the picture, then until it stands still; prints it.
picture_after() {
    local before=$1 now next
    within 5 is_not_shown "$before" || true
    now=$(picture)
    for _ in $(seq 40); do
        sleep 0.05
        next=$(picture)
        [ "$next" != "$now" ] || break
        now=$next
    done
    printf '%s\n' "$now"
}

# kiosk OPTIONS...: starts iop-kiosk in a window as large as the screen.
kiosk() {
    : >"$stage_folder/complained" # and appended to: a script may empty it
    "$build/iop-kiosk" --windowed "$stage_size" --assets "$root/assets" "$@" \
        >"$stage_folder/said" 2>>"$stage_folder/complained" &
    kiosk_pid=$!
}

# What the kiosk said beside its fixed events (src/platform/journal.h).
complaints() { grep -vxE 'iop-kiosk: (start|stop|reload|content loaded|content refused|seal: .*)' "$stage_folder/complained"; }

complains_of() { grep -aqF "$1" "$stage_folder/complained"; }
forget_complaints() { : >"$stage_folder/complained"; }

kiosk_runs() {
    kill -0 "$kiosk_pid" 2>/dev/null && return
    echo "the kiosk is gone. It said:"
    cat "$stage_folder/complained"
    return 1
}

# kiosk_ends SECONDS: asks the kiosk to end and sets $kiosk_status to what came of it.
kiosk_ends() {
    kill -TERM "$kiosk_pid"
    if ! within "$1" is_gone "$kiosk_pid"; then
        kiosk_status="it did not end within $1 s"
        return
    fi
    wait "$kiosk_pid"
    kiosk_status=$?
    kiosk_pid=""
}

# Also true for a process that has ended and was not waited for.
is_gone() { ! kill -0 "$1" 2>/dev/null || grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"; }

touch_at() { xdotool mousemove "$1" "$2" mousedown 1 mouseup 1; }

# spot NAME: where that is by $stage_folder/places, which tests/tools/where.c writes; as "x y".
spot() { awk -v name="$1" '$3 == name {print $1, $2; exit}' "$stage_folder/places"; }
touch_named() {
    local x y
    read -r x y < <(spot "$1")
    touch_at "$x" "$y"
}

# touches NAME: puts a finger there and prints the picture that follows.
touches() {
    local before
    before=$(picture)
    touch_named "$1"
    picture_after "$before"
}

# slide X Y X Y: a finger that comes down in one place and goes up in another.
slide() { xdotool mousemove "$1" "$2" mousedown 1 mousemove "$3" "$4" mouseup 1; }

# The process of the voice that waits between visits: not a child of the kiosk itself but of a keeper of its. Fails if
# there is none.
waiter() {
    local keeper
    for keeper in $(pgrep -P "$kiosk_pid"); do
        pgrep -n -r R,S,D -P "$keeper" -x iop-voice && return
    done
    return 1
}
