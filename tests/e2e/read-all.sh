#!/usr/bin/env bash
# All words of the kiosk in one text: for a screen reader, for searching, for who proofreads.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
content=tests/fixtures/tiny
read_all() { "$build/iop-content" read "$@" 2>&1; }
said=$(read_all $content --all)
check "every screen is there with its place" holds "$said" "======== home (en)  $content/home.yaml:9"
check "in every language" holds "$said" "======== home (es)  "
check "with its words" holds "$said" "Choose a card."
check "the results of checks, too" holds "$said" "======== result-two-questions-"
said=$(read_all $content --all --language es)
check "one language alone" holds "$said" "Elija una tarjeta."
check "is without the other" same "$(grep -c 'Choose a card' <<<"$said")" 0
said=$(read_all $content --all --speech --language en)
check "what the voice says of every screen is there, too" holds "$said" "    en: Hello. "
check "in the same order" same "$(grep '^========' <<<"$said")" "$(read_all $content --all --language en | grep '^========')"
check "each screen says something" same "$(grep -c -A1 '^========' <<<"$said")" "$(grep -A1 '^========' <<<"$said" | grep -c '^    en: ')"
read_all $content --all --language xx >/dev/null
check "an unknown one is an error" same $? 2
read_all $content --all --loud >/dev/null
check "and so is a word that means nothing" same $? 2

# ---- what the guide for staff shows --------------------------------------------------------------------------------------

sed -n '/^\*\*A visit as a script/,/^\*\*/p' content/README.md | sed -n 's/^    //p' >"$folder/visit"
check "the guide shows a script" grep -q '^find ' "$folder/visit"
said=$(read_all content --script "$folder/visit" --language en)
check "that is gone through to its end" same $? 0
check "and says what a visitor hears" holds "$said" "    en: "
check "each line of it" same "$(grep -c '^\* ' <<<"$said")" "$(($(wc -l <"$folder/visit") - 1))"
read_all content --all --script "$folder/visit" >/dev/null
check "a script goes one way, --all goes everywhere" same $? 2
finish
