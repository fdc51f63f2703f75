#!/usr/bin/env bash
# The screen of staff on the real program, behind the seal: two corners by one finger and by two, a PIN, and nothing
# written.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

# hold X Y: a finger that stays for three seconds.
hold() { xdotool mousemove "$1" "$2" mousedown 1 sleep 3.3 mouseup 1; }
both_corners() {
    hold 12 12
    sleep 0.3
    hold 1268 12
}

# type KEY...: slower than a switch bounces; prints the picture that follows.
type_keys() {
    local before name
    before=$(picture)
    for name in "$@"; do
        xdotool key "$name"
        sleep 0.1
    done
    sleep 0.4
    picture_after "$before"
}

line=$(printf '2468\n2468\n' | timeout 20 "$build/iop-content" pin)
# shellcheck disable=SC2016 # no variables
check "iop-content pin prints a line for kiosk.yaml" holds "$line" 'staff_pin: "$y$j9T$'
check "it does not print the digits" same "$(grep -c 2468 <<<"$line")" 0
for wrong in '24\n24\n' '2468\n2469\n' 'abcd\nabcd\n' ''; do
    # shellcheck disable=SC2059 # line breaks are meant
    printf "$wrong" | timeout 20 "$build/iop-content" pin >"$stage_folder/out" 2>&1
    check "what is no PIN, or not the same twice, is refused" same "$?" 2
done
timeout 20 "$build/iop-content" pin 2468 >"$stage_folder/out" 2>&1
check "and so is a PIN on the command line" same "$?" 2

stage_open || exit 1
cp -r "$root/content" "$stage_folder/content"
printf '%s\n' "$line" >>"$stage_folder/content/kiosk.yaml"
timeout 60 "$build/iop-content" check "$stage_folder/content" >"$stage_folder/out"
check "the check accepts the line" same "$?" 0

empty=$(picture)
kiosk --content "$stage_folder/content" --panel-mm 300 --require-seal
attract=$(picture_after "$empty")
sleep 0.5
hold 12 12
check "one corner alone changes nothing" is_shown "$attract"
both_corners
pin=$(picture_after "$attract")
is_not_shown "$attract"
check "both corners, one after the other, ask for the PIN" same "$?" 0
wrong=$(type_keys 1 1 1 1 Return)
[ "$wrong" != "$pin" ]
check "a wrong one is told" same "$?" 0
overview=$(type_keys 2 4 6 8 Return)
[ "$overview" != "$wrong" ] && [ "$overview" != "$pin" ]
check "the right one opens, behind the seal too" same "$?" 0
check "Back leads to rest, as it was before" same "$(type_keys Escape)" "$attract"
keyed=$(type_keys ctrl+alt+s)
check "keys lead to the same question" same "$keyed" "$pin"
check "and out of it" same "$(type_keys Escape)" "$attract"
check "it was sealed all the time, and the journal says how" grep -xEq 'iop-kiosk: seal: seccomp(, Landlock [1-9]| \(.*\))' "$stage_folder/complained"
check "it has complained about nothing" same "$(complaints)" ""
kiosk_ends 3
check "asked to end, it ends at once and in order" same "$kiosk_status" 0

# Two fingers at once. Buttons of the mouse are fingers (tools/fingers.c): 2, 3, and 8 for a third one.
finger() { xdotool mousemove "$2" "$3" mouse"$1" "$4"; }
two_fingers() {
    finger down "$1" "$2" 2
    finger down "$3" "$4" 3
}
lift() { xdotool mouseup 2 mouseup 3; }

empty=$(picture)
LD_PRELOAD=$build/tests/libfingers.so kiosk --content "$root/content" --panel-mm 300 --voice none
attract=$(picture_after "$empty")
sleep 0.5
two_fingers 12 12 640 400
sleep 3.4
lift
check "two fingers, of which one lies elsewhere, do nothing" is_shown "$attract"
two_fingers 12 12 1268 12
sleep 2
lift
sleep 1.4
check "nor do two that lift too soon" is_shown "$attract"
two_fingers 12 12 1268 12
sleep 1
finger down 640 12 8
sleep 2.5
xdotool mouseup 8
lift
check "nor a palm" is_shown "$attract"
two_fingers 12 12 1268 12
sleep 1
xdotool mousemove 1200 300
sleep 2.5
lift
check "nor a finger that drifts away" is_shown "$attract"
two_fingers 12 12 1268 12
sleep 2
check "before three seconds are over nothing is shown" is_shown "$attract"
sleep 1.5
is_not_shown "$attract"
check "both corners held at once open it while they are held" same "$?" 0
opened=$(picture)
lift
sleep 0.3
check "and lifting changes nothing" is_shown "$opened"
check "Back leads to rest" same "$(type_keys Escape)" "$attract"
sleep 1 # a mouse right behind a finger is taken for its echo
touch_at 640 360
home=$(picture_after "$attract")
check "a touch begins a visit" is_not_shown "$attract"
two_fingers 12 12 1268 12
sleep 3.4
lift
check "in a visit they do nothing" is_shown "$home"
check "it has complained about nothing" same "$(complaints)" ""
kiosk_ends 3
finish
