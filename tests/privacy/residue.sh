#!/usr/bin/env bash
# Where a visitor's finger was, in every form in which the display server, libX11, SDL and the kiosk write it down: found
# in the kiosk's memory while the visit lasts, and nowhere when it has ended.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/../e2e/stage.sh"

if [ "$(id -u)" != 0 ]; then
    echo "1..0 # skipped: nobody but root may look into the kiosk's memory"
    exit
fi

# hex FORMAT NUMBERS...: as they lie in memory. FORMAT as of Python's struct module.
hex() { /usr/bin/python3 -c 'import struct, sys; print(struct.pack(sys.argv[1], *map(float if "d" in sys.argv[1] else int, sys.argv[2:])).hex())' "$@"; }

# A place that stands nowhere else in the program.
x=917 y=433
forms=(
    "in 16 bits, as the display server sends it"
    "in 16.16 bits, as it sends touches"
    "in 32 bits, as libX11 and SDL pass it on"
    "as shares of numbers, as libX11 passes touches on"
)
patterns=("$(hex '<hhhh' $x $y $x $y)" "$(hex '<ii' $((x << 16)) $((y << 16)))" "$(hex '<ii' $x $y)" "$(hex '<dd' $x $y)")
seen=(0 0 0 0)

finds() { "$build/tests/peek" "$kiosk_pid" "hex:$1"; }

stage_open || exit 1
empty=$(picture)
kiosk --content "$root/content" --voice none --clock-speed 20
attract=$(picture_after "$empty")
touch_at 640 360
home=$(picture_after "$attract")
for _ in 1 2 3 4; do
    slide $x $y $((x + 9)) $y
    xdotool mousemove $x $y
    for i in "${!patterns[@]}"; do seen[i]=$((seen[i] + $(finds "${patterns[i]}"))); done
    sleep 0.2
done
# Many at once, as when a step takes long: libX11 makes room for each of them, and uses most of it never again.
kill -STOP "$kiosk_pid"
for _ in 1 2 3 4 5 6; do slide $x $y $((x + 9)) $y; done
xdotool mousemove $x $y
kill -CONT "$kiosk_pid"
touch_at 1270 700 # SDL keeps the place of the last touch until the next one (README.md says so)
check "the visit ends" within 30 is_shown "$attract"
sleep 0.3
for i in "${!patterns[@]}"; do
    [ "${seen[i]}" -eq 0 ] || check "after the visit the place is not left ${forms[i]}" same "$(finds "${patterns[i]}")" 0
done
check "during the visit it was found in at least two forms" test "$(printf '%s\n' "${seen[@]}" | grep -vc '^0$')" -ge 2
check "the home screen was shown" test "$home" != "$attract"
kiosk_ends 3
check "asked to end, it ends in order" same "$kiosk_status" 0
finish
