#!/usr/bin/env bash
# Staff look at one screen while they edit: the window of `iop-content preview --watch` follows every save, names a
# mistake over the last good picture, and obeys its keys.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

the_window() { xdotool search --onlyvisible --class iop-content 2>/dev/null | tail -n 1; }
title() { xdotool getwindowname "$(the_window)" 2>/dev/null; }
title_holds() { holds "$(title)" "$1"; }
title_lacks() { ! holds "$(title)" "$1" >/dev/null; }
runs() { ! is_gone "$kiosk_pid"; }

# press KEY: one key, and not sooner than a hand can.
press() {
    sleep 0.1
    xdotool key "$1"
}

stage_open || exit 1
content=$stage_folder/content
cp -r "$root/content" "$content"
file=$content/home.yaml
cp "$file" "$stage_folder/good.yaml"
"$build/iop-content" preview "$content" --watch --assets "$root/assets" >"$stage_folder/said" 2>"$stage_folder/complained" &
kiosk_pid=$!

check "the window opens with the home screen" within 10 title_holds "home - "
check "and names the file and line of what it shows" title_holds "home.yaml:"
xdotool windowfocus --sync "$(the_window)"
sleep 0.3
before=$(picture)

# ---- saving ----------------------------------------------------------------------------------------------------

sed -i 's/What would help today?/What would do you good?/' "$file"
check "a save is shown at once" within 5 is_not_shown "$before"
after=$(picture_after "$before")
cp "$stage_folder/good.yaml" "$file.part" && mv "$file.part" "$file"
check "a file that is renamed over the old one, too" within 5 is_shown "$before"
check "as it was before" is_not_shown "$after"

printf 'title: {en: "Two", es: "Dos"}: three\n' >>"$file"
check "a mistake is counted in the title" within 5 title_holds "1 mistake"
check "and shown over the picture" is_not_shown "$before"
broken=$(picture_after "$before")
check "the upper half is still the last good picture" same \
    "$(xwd -silent -root | head -c 600000 | tail -c 400000 | md5sum)" \
    "$(cp "$stage_folder/good.yaml" "$file" && within 5 is_shown "$before" && xwd -silent -root | head -c 600000 | tail -c 400000 | md5sum)"
check "the notice itself was no empty panel" test "$broken" != "$before"
check "it was told in the terminal, too" holds "$(cat "$stage_folder/complained")" "home.yaml:"
check "when it is mended, the notice is gone" is_shown "$before"
check "and the title counts nothing" title_lacks "mistake"

# ---- keys --------------------------------------------------------------------------------------------------------

press l
check "l shows the next language" within 5 title_holds "es, normal, calm"
check "in the picture" is_not_shown "$before"
press l
check "and l again the first" within 5 is_shown "$before"
press plus
check "plus makes the text larger" within 5 title_holds "en, large, "
check "in the picture, too" is_not_shown "$before"
press minus
check "minus makes it smaller again" within 5 is_shown "$before"
press t
check "t changes the colors" within 5 title_holds "black on white"
for _ in 1 2 3; do press t; done
check "and comes round" within 5 is_shown "$before"
press o
check "o turns the panel" within 5 title_holds "1080x1920"
check "in the picture, too" is_not_shown "$before"
press o
check "and back" within 5 title_holds "1920x1080"
check "to the same picture" within 5 is_shown "$before"
press Right
check "Right leads to the next screen" within 5 title_holds "settings - "
press Left
check "and Left back" within 5 is_shown "$before"

# ---- touches -----------------------------------------------------------------------------------------------------

touch_at 700 170
check "a touch does what it does in the kiosk" within 5 title_holds "home and on"
there=$(picture_after "$before")
sed -i 's/What would help today?/What would do you good?/' "$file"
sleep 0.6
check "a save elsewhere leaves the visitor of the window where they are" is_shown "$there"
check "nothing ends it" runs
press q
check "q ends it" within 5 is_gone "$kiosk_pid"
wait "$kiosk_pid"
check "in order" same $? 0
kiosk_pid=""

# ---- from broken to whole ------------------------------------------------------------------------------------------

printf 'attract: [\n' >"$file"
sed 's/^order: .*/order: 1\nstatus: draft/' "$content/explainers/typical-week.yaml" >"$content/explainers/soon.yaml"
"$build/iop-content" preview "$content" --watch --drafts --assets "$root/assets" >"$stage_folder/said" 2>"$stage_folder/complained" &
kiosk_pid=$!
check "with broken files it opens, too" within 10 title_holds "mistake"
cp "$stage_folder/good.yaml" "$file"
check "and shows them once they are mended" within 5 title_holds "home - "
xdotool windowfocus --sync "$(the_window)"
for _ in 1 2 3 4 5 6; do press Right; done
check "on a wish it shows drafts, and says so" within 5 title_holds "DRAFT - page-soon"
sed -i '/^status: draft/d' "$content/explainers/soon.yaml"
check "until they are none" within 5 title_lacks "DRAFT"
check "on the same screen" title_holds "page-soon"
press Escape
check "Escape ends it" within 5 is_gone "$kiosk_pid"
kiosk_pid=""
check "without a display it says so" holds "$(DISPLAY='' "$build/iop-content" preview "$content" --watch --assets "$root/assets" 2>&1)" "iop-content: "
check "a window and a folder at once are refused" holds "$("$build/iop-content" preview "$content" --watch --out "$stage_folder/x" 2>&1)" "either --out DIR or --watch"
finish
