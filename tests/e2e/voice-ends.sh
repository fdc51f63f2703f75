#!/usr/bin/env bash
# In the middle of a sentence that tells an answer: the kiosk is asked to end, the kiosk is killed, the process that
# speaks is killed. Nobody goes on speaking, nothing stays on the disk, and whoever comes next has not heard it.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

stage_open || exit 1
empty=$(picture)
mkdir "$stage_folder/home" "$stage_folder/tmp"
export HOME=$stage_folder/home TMPDIR=$stage_folder/tmp
content=$stage_folder/content
cp -r "$root/content" "$content"
printf '\nkeys:\n  F9: read_aloud\n' >>"$content/kiosk.yaml"
way=(begin:0 checks phq-9 begin-check age-adult option:1 next)
"$build/tests/where" "$stage_size" "${way[@]}" >"$stage_folder/places" || exit 1
words="Question 2 of 9" # said when the way has been gone

# The voice's other process; fails if there is none.
speaker() {
    local waiting
    waiting=$(waiter) && pgrep -r R,S,D -P "$waiting" -x iop-voice
}
is_another_speaker() { [ "$(speaker)" != "$1" ] && [ -n "$(speaker)" ]; }

# A loudspeaker is open: SDL feeds it from a thread of its own.
sounds() { grep -qs SDLAudio /proc/"$1"/task/*/comm; }
files() { find "$stage_folder/home" "$stage_folder/tmp" "$content" -printf '%p %s %C@\n' | sort; }

# knows PID: how often the words stand in its memory; "nobody may look" to all but root.
knows() { "$build/tests/peek" "$1" "$words" || echo "nobody may look"; }
heard_it() { [ "$(id -u)" != 0 ] || [ "$(knows "$1")" -gt 0 ]; }
never_heard_it() { [ "$(id -u)" != 0 ] || same "$(knows "$1")" 0; }

# speaks_up: a kiosk, a visit with the voice on, and the words being said; sets $spoke, $waited and $helpers.
speaks_up() {
    local before name
    kiosk --content "$content"
    within 20 speaker >/dev/null
    picture_after "$empty" >/dev/null
    touches "${way[0]}" >/dev/null
    before=$(picture)
    xdotool key F9
    picture_after "$before" >/dev/null
    for name in "${way[@]:1}"; do touches "$name"; done >/dev/null
    spoke=$(speaker)
    waited=$(waiter)
    helpers=$(pgrep -P "$kiosk_pid")
}

all_are_gone() {
    local process
    for process in "$waited" "$spoke" $helpers; do
        within 5 is_gone "$process" || return 1
    done
}

before=$(files)

# ---- asked to end ----------------------------------------------------------------------------------------------------

speaks_up
check "a visit is spoken" within 10 sounds "$spoke"
check "the one that speaks has heard the question" within 5 heard_it "$spoke"
check "the voice was told nothing of a proof" same "$(tr '\0' ' ' <"/proc/$waited/cmdline")" "iop-voice --socket 3 "
kiosk_ends 3
check "asked to end in the middle of a sentence, the kiosk ends in order" same "$kiosk_status" 0
check "nobody is left who could speak on" all_are_gone
check "and nothing is new on the disk" same "$(files)" "$before"

# ---- killed ----------------------------------------------------------------------------------------------------------

speaks_up
check "another visit is spoken" within 10 sounds "$spoke"
kill -KILL "$kiosk_pid"
check "when the kiosk is killed in the middle of a sentence, nobody is left who could speak on" all_are_gone
wait "$kiosk_pid" 2>/dev/null
check "and nothing is new on the disk" same "$(files)" "$before"

# ---- the one that speaks is killed --------------------------------------------------------------------------------------

speaks_up
check "a third visit is spoken" within 10 sounds "$spoke"
kill -KILL "$spoke"
check "when the one that speaks is killed, another one takes its place" within 10 is_another_speaker "$spoke"
check "which the same process started" same "$(waiter)" "$waited"
check "and has not heard what was said before" never_heard_it "$(speaker)"
check "nor has the one that waits" never_heard_it "$waited"
next=$(speaker)
check "the kiosk goes on" kiosk_runs
touches option:1 >/dev/null
check "and is heard again" within 10 sounds "$next"
kiosk_ends 3
check "it ends in order" same "$kiosk_status" 0
helpers="$helpers $next"
check "with all its processes" all_are_gone
check "and nothing is new on the disk" same "$(files)" "$before"
finish
