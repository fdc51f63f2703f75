#!/usr/bin/env bash
# The real program when the clinic closes, when it opens, and at midnight: the screen changes by itself, at the minute.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

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
kiosk_ends 10
at 2026-11-23T20:00 1
closed=$first
check "a closed clinic looks different from an open one" is_not_shown "$open"
touch_at 640 360
help=$(picture_after "$closed")
check "a touch leads to help" is_not_shown "$closed"
xdotool mousemove 60 40 mousedown 1 mouseup 1
check "which closes and is at rest again" within 5 is_shown "$closed"
check "help was another screen" is_not_shown "$help"
kiosk_ends 10

at 2026-11-23T17:59 40
check "at closing time the screen changes by itself" within 60 is_not_shown "$first"
kiosk_ends 10
at 2026-11-23T07:59 40
check "at opening time, too" within 60 is_shown "$open"
kiosk_ends 10

sed -i '/^hours:/,/^  - {days/d' "$content/kiosk.yaml"

# A visitor reads at midnight. The list of pages beside the text names one that expires with the day.
"$build/tests/where" "$stage_size" begin:0 explainers >"$stage_folder/places" || exit 1
"$build/tests/where" "$stage_size" begin:0 "done" | tail -n 1 >>"$stage_folder/places"
was_read() { grep -q '^iop-kiosk: reload' "$stage_folder/complained"; }
cp "$content/kiosk.yaml" "$stage_folder/kiosk.yaml"
cp "$content/explainers/typical-week.yaml" "$stage_folder/page.yaml"
sed -i '/^notices:/,$d; s/warn_after_s: [0-9]*/warn_after_s: 300/' "$content/kiosk.yaml"
sed -i '1i expires: 2026-11-25' "$content/explainers/typical-week.yaml"
at 2026-11-24T23:59 4
touch_named begin:0
home=$(picture_after "$first")
touch_named explainers
page=$(picture_after "$home")
check "at midnight everything is read for the new day" within 60 was_read
check "whoever reads meanwhile keeps the menu that they have" is_shown "$page"
touch_named "done"
again=$(picture_after "$page")
touch_named begin:0
within 10 is_shown "$home"
touch_named explainers
next=$(picture_after "$home")
check "the next visitor's menu does not name what has expired" is_not_shown "$page"
check "and is one of pages, not home" same "$([ "$next" != "$home" ] && [ "$next" != "$again" ] && echo yes)" yes
kiosk_ends 10
cp "$stage_folder/kiosk.yaml" "$content/kiosk.yaml"
cp "$stage_folder/page.yaml" "$content/explainers/typical-week.yaml"

at 2026-11-24T23:59 40
check "before its day a notice is not shown" same "$first" "$open"
check "at midnight it comes" within 60 is_not_shown "$first"
check "the kiosk is still running" kiosk_runs
kiosk_ends 10
check "and ends in order" same "$kiosk_status" 0
finish
