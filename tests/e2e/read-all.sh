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
read_all $content --all --language xx >/dev/null
check "an unknown one is an error" same $? 2
read_all $content --all --loud >/dev/null
check "and so is a word that means nothing" same $? 2
finish
