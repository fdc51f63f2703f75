#!/usr/bin/env bash
# A step that never ends must not freeze the kiosk until somebody comes: it ends by itself, and what started it starts it
# anew. The build with holes waits 3 s where the kiosk waits 30.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

# starts PROGRAM: a kiosk with little patience, at rest on the screen.
speed=1
starts() {
    "$@" "$build/tests/leaky" --windowed "$stage_size" --content "$root/content" --assets "$root/assets" --voice none \
        --require-seal --clock-speed "$speed" >"$stage_folder/said" 2>"$stage_folder/complained" &
    kiosk_pid=$!
    picture_after "$empty" >"$stage_folder/picture"
}

# Sets $signal to the number of the signal that ended it.
ended_by() {
    wait "$kiosk_pid"
    signal=$(($? - 128))
    kiosk_pid=""
}
alarm=14

# ticks PID: how often it was on a processor by its own will.
ticks() { awk '/^voluntary_ctxt_switches/ {print $2}' "/proc/$1/status"; }

# What the kiosk began with is tried beside the first picture, and the end of that wakes it once: true if no thread of
# it was on a processor for a while.
worked() { awk '{print $14 + $15}' "/proc/$1/stat"; }
rests() {
    local before
    before=$(worked "$kiosk_pid")
    sleep 1.5
    [ "$(worked "$kiosk_pid")" = "$before" ]
}

stage_open || exit 1
empty=$(picture)

starts env
within 10 rests
before=$(ticks "$kiosk_pid")
sleep 4.5
check "at rest it may wait longer than its patience" kiosk_runs
check "and nothing wakes it meanwhile" same "$(ticks "$kiosk_pid")" "$before"
touch_at 640 360
check "a touch is answered as ever" within 5 is_not_shown "$(cat "$stage_folder/picture")"
sleep 4.5
check "in a visit it may wait longer as well" kiosk_runs
check "behind the seal" grep -q "seal: seccomp" "$stage_folder/complained"
kiosk_ends 3
check "asked to end, it ends in order" same "$kiosk_status" 0

starts env IOP_LEAK=hang
touch_at 640 360
check "a step that never ends ends the kiosk" within 8 is_gone "$kiosk_pid"
ended_by
check "by its alarm" same "$signal" "$alarm"

starts sh -c 'trap "" ALRM; IOP_LEAK=hang exec "$@"' sh
touch_at 640 360
check "also where whoever started it ignores alarms" within 8 is_gone "$kiosk_pid"
ended_by
check "by its alarm, too" same "$signal" "$alarm"

starts env
kill -STOP "$display_pid"
kill -TERM "$kiosk_pid"
check "asked to end while the display server is frozen, it ends" within 8 is_gone "$kiosk_pid"
kiosk_pid=""
kill -CONT "$display_pid"

starts env
touch_at 640 360
within 5 is_not_shown "$(cat "$stage_folder/picture")"
xdotool mousemove 640 700 mousedown 1
kill -STOP "$display_pid"
sleep 0.2
check "a display server that freezes does not end a kiosk that waits" kiosk_runs
kill -CONT "$display_pid"
xdotool mouseup 1
check "when it thaws, the visit goes on" kiosk_runs
kiosk_ends 3
check "and ends in order" same "$kiosk_status" 0

# A display server that freezes in the middle of a step: while the question counts down, the kiosk draws every second.
speed=20
starts env
touch_at 640 360
within 5 is_not_shown "$(cat "$stage_folder/picture")"
kill -STOP "$display_pid"
check "one that freezes while the kiosk draws ends it" within 15 is_gone "$kiosk_pid"
kill -CONT "$display_pid"
kiosk_pid=""
finish
