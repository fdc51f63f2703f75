#!/usr/bin/env bash
# The kiosk and its voice as two programs: the one goes on without the other, and the other never without the one.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

differs() { [ "$1" != "$2" ]; }

is_another() {
    local now
    now=$(waiter) && [ "$now" != "$1" ]
}

has_no_voice() { ! waiter; }

no_complaints() { ! grep "cannot speak" "$stage_folder/complained"; }

# same_count WORDS N: so many lines of complaint hold the words.
same_count() { same "$(grep -c -- "$1" "$stage_folder/complained")" "$2"; }

stage_open || exit 1
empty=$(picture)

# ---- a voice that dies -------------------------------------------------------------------------------------

kiosk --content "$root/content" --clock-speed 30
attract=$(picture_after "$empty")
check "the kiosk starts its voice" within 10 waiter
first=$(waiter)
check "no socket or file of the kiosk's is open in the voice but their line" \
    same "$(find "/proc/$first/fd" -lname 'socket:*' | wc -l)" 1
touch_at 640 360
home=$(picture_after "$attract")
kill -KILL "$first"
check "when the voice dies, another one comes" within 10 is_another "$first"
check "and the kiosk is as it was" is_shown "$home"
check "the visit ends as ever" within 30 is_shown "$attract"
check "and the next visitor finds a voice" within 10 waiter
for _ in 1 2 3 4 5; do
    kill -KILL "$(waiter)" 2>/dev/null
    sleep 0.3
done
check "a voice that dies again and again does not take the kiosk along" kiosk_runs
touch_at 640 360
check "it answers a touch" within 10 is_not_shown "$attract"
check "the visit ends" within 30 is_shown "$attract"
check "and then there is a voice again" within 10 waiter
check "of all this nothing is said" no_complaints
last=$(waiter)
kiosk_ends 2
check "asked to end, the kiosk ends in order" same "$kiosk_status" 0
check "and its voice with it" within 5 is_gone "$last"

kiosk --content "$root/content"
within 10 waiter >/dev/null
last=$(waiter)
kill -KILL "$kiosk_pid"
check "a kiosk that is killed takes its voice along" within 5 is_gone "$last"
wait "$kiosk_pid" 2>/dev/null

# ---- no voice ----------------------------------------------------------------------------------------------

kiosk --content "$root/content" --voice /nowhere/iop-voice --clock-speed 100
check "without the voice's program the kiosk starts" within 10 is_shown "$attract"
touch_at 640 360
check "and works" within 10 is_not_shown "$attract"
check "until the end of the visit" within 30 is_shown "$attract"
check "it says so, once" same_count "cannot speak" 1
kiosk_ends 2
check "and ends in order" same "$kiosk_status" 0

SDL_AUDIODRIVER=none-such kiosk --content "$root/content" --clock-speed 100
check "without a loudspeaker the kiosk starts" within 10 is_shown "$attract"
touch_at 640 360
check "works" within 10 is_not_shown "$attract"
check "until the end of the visit" within 30 is_shown "$attract"
check "and says so, once" within 5 same_count "loudspeaker" 1
kiosk_ends 2
check "and ends in order" same "$kiosk_status" 0

kiosk --content "$root/content" --voice none
check "a kiosk that shall be silent starts" within 10 is_shown "$attract"
check "no voice" has_no_voice
check "and says nothing of it" no_complaints
finish
