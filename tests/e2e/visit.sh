#!/usr/bin/env bash
# A whole visit on the real program: touches, a change of mind, nobody there any more, and the next visitor.
# Twenty times as fast as in the waiting room.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

way=(begin:0 compare back checks phq-9 begin-check age-adult option:1 next option:2 hide)

differs() {
    [ "$1" != "$2" ] && return
    echo "the screen did not change"
    return 1
}

if ! "$build/tests/where" "$stage_size" "${way[@]}" >"$stage_folder/places" 2>"$stage_folder/complained"; then
    check "the places to touch are known" same "$(cat "$stage_folder/complained")" ""
    finish
    exit 1
fi
stage_open || exit 1
empty=$(picture)
kiosk --content "$root/content" --clock-speed 20
attract=$(picture_after "$empty")
check "the kiosk shows something" differs "$attract" "$empty"
check "the content is without problems" same "$(complaints)" ""

home=$(touches begin:0)
check "a touch on the attract picture leads home" differs "$home" "$attract"

read -r from_x from_y < <(spot compare)
slide "$from_x" "$from_y" 5 400
sleep 0.3
check "a finger that slides off its target changes nothing" same "$(picture)" "$home"

page=$(touches compare)
check "a touch on a card opens its page" differs "$page" "$home"
check "Back shows the very same home screen" same "$(touches back)" "$home"

before=$home
for name in checks phq-9 begin-check age-adult option:1 next option:2 hide; do
    now=$(touches "$name")
    check "a touch on $name shows something new" differs "$now" "$before"
    before=$now
done

check "when nobody is there, the attract picture comes back" within 30 is_shown "$attract"
check "the next visitor finds the same home screen" same "$(touches begin:0)" "$home"
check "the kiosk is still running" kiosk_runs
kiosk_ends 2
check "asked to end, it ends at once and in order" same "$kiosk_status" 0
check "it has complained about nothing" same "$(complaints)" ""
finish
