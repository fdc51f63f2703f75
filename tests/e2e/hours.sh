#!/usr/bin/env bash
# The real program when the clinic closes, when it opens, and at midnight: the screen changes by itself, at the minute.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"
# shellcheck source=tests/e2e/stage.sh
. "$root/tests/e2e/stage.sh"

stage_open || exit 1
content=$stage_folder/content
cp -r "$root/content" "$content"
cat >>"$content/kiosk.yaml" <<'END'
hours:
  - {days: [mon, tue, wed, thu, fri], open: "8:00", close: "18:00"}
notices:
  - {from: 2026-11-25, until: 2026-11-25, text: {en: "Closed tomorrow", es: "Cerramos mañana"}}
END
empty=$(picture)

# at TIME SPEED: starts a kiosk at that time; its first picture is in $first.
at() {
    kiosk --content "$content" --at "$1" --clock-speed "$2"
    first=$(picture_after "$empty")
}

at 2026-11-23T12:00 1
open=$first
kiosk_ends 3
at 2026-11-23T20:00 1
closed=$first
check "a closed clinic looks different from an open one" is_not_shown "$open"
touch_at 640 360
help=$(picture_after "$closed")
check "a touch leads to help" is_not_shown "$closed"
xdotool mousemove 60 40 mousedown 1 mouseup 1
check "which closes and is at rest again" within 5 is_shown "$closed"
check "help was another screen" is_not_shown "$help"
kiosk_ends 3

at 2026-11-23T17:59 40
check "at closing time the screen changes by itself" within 10 is_not_shown "$first"
kiosk_ends 3
at 2026-11-23T07:59 40
check "at opening time, too" within 10 is_shown "$open"
kiosk_ends 3

sed -i '/^hours:/,/^  - {days/d' "$content/kiosk.yaml"
at 2026-11-24T23:59 40
check "before its day a notice is not shown" same "$first" "$open"
check "at midnight it comes" within 15 is_not_shown "$first"
check "the kiosk is still running" kiosk_runs
kiosk_ends 3
check "and ends in order" same "$kiosk_status" 0
finish
