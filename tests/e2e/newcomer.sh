#!/usr/bin/env bash
# Somebody who knows nothing but content/README.md adds a page, makes the commonest mistakes, mends each of them from
# its message alone, and sees the page in a kiosk that runs all the while.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

differs() {
    [ "$1" != "$2" ] && return
    echo "the screen did not change"
    return 1
}

# visit: from rest to the part with the new page and back to rest; sets $english and $spanish to what a visitor saw.
visit() {
    touches begin:0 >/dev/null
    english=$(touches next-steps)
    spanish=$(touches language)
    touches "done" >/dev/null
    within 5 is_shown "$rest" || echo "# the visit did not end at the picture at rest"
}

# checks_content: $told is what the check says, $status its exit status.
checks_content() {
    told=$(timeout 60 build/iop-content check content 2>&1)
    status=$?
}

all_is_well() {
    checks_content
    same "$status" 0 && holds "$told" "all well"
}

# loads: how often the running kiosk has taken new content.
loads() { grep -ac 'iop-kiosk: reload' "$stage_folder/complained"; }
has_loaded() { [ "$(loads)" -gt "$1" ]; }

# ---- as the guide says -------------------------------------------------------------------------------------------

stage_open || exit 1
"$build/tests/where" "$stage_size" begin:0 next-steps language >"$stage_folder/places" || exit 1
"$build/tests/where" "$stage_size" begin:1 next-steps "done" | grep 'done$' >>"$stage_folder/places" || exit 1
cp -r "$root/content" "$stage_folder/content"
ln -s "$build" "$stage_folder/build"
cd "$stage_folder" || exit 1
page=content/next-steps/parking-for-visitors.yaml

empty=$(picture)
kiosk --content content --clock-speed 10
rest=$(picture_after "$empty")
visit
without_english=$english without_spanish=$spanish

loaded=$(loads)
check "a new page is made" timeout 20 build/iop-content new page parking-for-visitors --in next-steps
check "and lies where the guide says" test -s "$page"
check "as it is, the check has nothing against it" all_is_well
within 5 has_loaded "$loaded"
visit
check "but visitors do not see a draft" same "$english $spanish" "$without_english $without_spanish"

# write PLACES: what somebody makes of the draft with the guide's example beside it.
write() {
    cat <<END
$(head -n 1 content/next-steps/section.yaml | sed 's/section/page/')
order: 5
title: {en: "Parking", es: "Estacionamiento"}
main_message:
  en: "Good to know: places 1 to $1 behind the building are **free** for visits."
  es: "Bueno saberlo: detrás hay lugares **gratis**, 1 a $1."
blocks:
  - prose:
      en: |
        Turn in at Elm Street. There is a ramp at the door.
      es: |
        Entre por la calle Elm. Hay una rampa en la puerta.
  - steps:
      items:
        - text: {en: "Take a free place.", es: "Tome un lugar libre."}
        - text: {en: "Ring at the door.", es: "Toque el timbre."}
action: {text: {en: "Get help", es: "Buscar ayuda"}, to: help}
END
}

loaded=$(loads)
write 12 >"$page"
check "filled in, it passes the check" all_is_well
check "and the running kiosk takes it" within 5 has_loaded "$loaded"
visit
check "visitors see it in English" differs "$english" "$without_english"
check "and in Spanish" differs "$spanish" "$without_spanish"
check "which is not the same" differs "$english" "$spanish"

# ---- mistakes -------------------------------------------------------------------------------------------------------

# The ways to mend: each reads $told and changes the line that it names, $line, as it says.
use_spaces() { holds "$told" "fix: use spaces: two for each level" && sed -i "${line}s/\t/  /g" "$page"; }
close_quote() { holds "$told" 'fix: put " at the end of the text' && sed -i "${line}s/\$/\"/" "$page"; }
copy_line() {
    local indent fixed
    indent=$(sed -n "${line}s/[^ ].*//p" "$page")
    fixed=$(sed -n 's/^ *fix: put the text in quotes   //p' <<<"$told")
    [ -n "$fixed" ] && write_line "$indent$fixed"
}
indent_alike() {
    local spaces
    spaces=$(sed -n 's/.*before the line above: \([0-9]*\)$/\1/p' <<<"$told")
    holds "$told" "fix: indent all lines of one block by the same number of spaces" && [ -n "$spaces" ] &&
        write_line "$(printf '%*s' "$spaces" '')$(sed -n "${line}s/^ *//p" "$page")"
}
take_what_was_meant() {
    local wrong right
    wrong=$(sed -n "s/.*error: [^']*'\([^']*\)'.*/\1/p" <<<"$told")
    right=$(sed -n "s/.*did you mean '\([^']*\)'?/\1/p" <<<"$told")
    [ -n "$wrong" ] && [ -n "$right" ] && sed -i "${line}s/\b$wrong\b/$right/" "$page"
}
close_in_braces() {
    local closed open
    closed=$(sed -n 's/^ *fix: close the quote where the text ends:   //p' <<<"$told")
    open=${closed%\"}
    [ -n "$closed" ] && write_line "$(open=$open closed=$closed awk -v at="$line" 'NR == at {
        i = index($0, ENVIRON["open"])
        print substr($0, 1, i - 1) ENVIRON["closed"] substr($0, i + length(ENVIRON["open"]))
    }' "$page")"
}
put_dash() {
    local key
    key=$(sed -n 's/^ *fix: write   - \([a-z]*\): .*/\1/p' <<<"$told")
    [ -n "$key" ] && sed -i "${line}s/  $key:/- $key:/" "$page"
}
write_line() { new=$1 awk -v at="$line" 'NR == at {print ENVIRON["new"]; next} {print}' "$page" >new && mv new "$page"; }

# mistake NAME LINE BREAK MEND: an edit that is meant, the number of places, and one that is not, a sed script.
places=12
mistake() {
    local name=$1 expected=$2 break=$3 mend=$4 good_english=$english good_spanish=$spanish loaded
    loaded=$(loads)
    places=$((places + 1))
    write "$places" >meant
    sed "$break" meant >"$page"
    checks_content
    check "$name: the check finds an error" same "$status" 2
    check "$name: one, and no others that follow from it" same "$(grep -c ': error: ' <<<"$told")" 1
    line=$(sed -n "s|^$page:\([0-9]*\):[0-9]*: error: .*|\1|p" <<<"$told")
    check "$name: it names the file and the very line" same "$line" "$expected"
    check "$name: the kiosk names them, too" within 5 complains_of "parking-for-visitors.yaml:$expected:"
    visit
    check "$name: and shows what it had" same "$english $spanish" "$good_english $good_spanish"
    check "$name: what the message says can be done" "$mend"
    check "$name: and mends it" all_is_well
    check "$name: as it was meant" same "$(cat "$page")" "$(cat meant)"
    check "$name: the kiosk takes it" within 5 has_loaded "$loaded"
    visit
    check "$name: and shows the new words" differs "$english" "$good_english"
    check "$name: in Spanish, too" differs "$spanish" "$good_spanish"
}

mistake "a tab" 14 '14s/^      /\t\t\t/' use_spaces
mistake "a lost quote" 5 '5s/"$//' close_quote
mistake "a lost quote in braces" 3 '3s/"Parking"/"Parking/' close_in_braces
mistake "a lost dash" 16 '16s/- text/  text/' put_dash
mistake "two colons" 6 '6s/"//g' copy_line
mistake "a dash too far left" 16 '16s/^ //' indent_alike
mistake "a misspelled key" 7 '7s/blocks/bloks/' take_what_was_meant
mistake "a misspelled target" 17 '17s/to: help/to: hlep/' take_what_was_meant

# ---- and away again --------------------------------------------------------------------------------------------------

loaded=$(loads)
rm "$page"
check "without the page, the check has nothing to say" all_is_well
check "and the running kiosk takes that" within 5 has_loaded "$loaded"
visit
check "visitors do not see it any more" same "$english $spanish" "$without_english $without_spanish"
check "it was the same kiosk all the while" kiosk_runs
kiosk_ends 3
check "asked to end, it ends in order" same "$kiosk_status" 0
finish
