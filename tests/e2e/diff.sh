#!/usr/bin/env bash
# What a visitor will see changed between two content folders: in words with their places, and as pictures in pairs.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
old=tests/fixtures/tiny
new=$folder/new
difference() { "$build/iop-content" diff "$@" 2>&1; }
status_of() { "$@" >/dev/null 2>&1; echo $?; }
anew() {
    rm -rf "$new"
    cp -r "$old" "$new"
}

anew
check "the same files are no difference" same "$(status_of difference $old "$new")" 0
check "and it says so" holds "$(difference $old "$new")" "A visitor sees no difference on "
printf '# a remark for staff\n' >>"$new/home.yaml"
check "nor is what no visitor sees" same "$(status_of difference $old "$new")" 0

sed -i 's/Choose a card\./Take any card./' "$new/home.yaml"
said=$(difference $old "$new")
check "a changed word is a difference" same "$(status_of difference $old "$new")" 1
check "what was there is told" holds "$said" "  - Choose a card."
check "with its place" holds "$said" "was in $old/home.yaml:10"
check "and what is there now" holds "$said" "  + Take any card."
check "with its place, too" holds "$said" "      $new/home.yaml:10"
check "the screen is named" holds "$said" "(home, en)"
check "the other language did not change" lacks "$said" "(home, es)"
check "and nothing else did" holds "$said" "1 of "

anew
sed -i '0,/icon: groups/s//icon: home/' "$new/home.yaml"
check "another icon is a difference without words" holds "$(difference $old "$new")" "the words are the same; an icon"

anew
sed 's/^order: .*/order: 99/; s/^title:.*/title: {en: "A new page", es: "Una página nueva"}/' \
    "$new/explainers/first-page.yaml" >"$new/explainers/second-page.yaml"
said=$(difference $old "$new")
check "a page that was added is new" holds "$said" "(page-second-page, en): new"
check "with its words" holds "$said" "  + A new page"
said=$(difference "$new" $old)
check "the other way round it is gone" holds "$said" "(page-second-page, es): gone"

check "pictures are drawn before and after" holds "$(difference $old "$new" --out "$folder/pairs" --size 640x360)" "index.html shows"
check "and the page of pairs is whole" whole "$folder/pairs"
check "what was added has no picture before" test ! -e "$folder/pairs/before/page-second-page.en.png"
check "but one after" test -s "$folder/pairs/after/page-second-page.en.png"
check "what is the same has none" test ! -e "$folder/pairs/after/help.en.png"

printf 'cards: [\n' >"$new/home.yaml"
check "what cannot be read is an error" same "$(status_of difference $old "$new")" 2
check "and is told as such" holds "$(difference $old "$new")" "home.yaml:1"
check "one folder alone is refused" holds "$(difference $old)" "diff needs two folders"
finish
