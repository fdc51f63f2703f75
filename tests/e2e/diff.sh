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
sed -i 's/Tiny Clinic/Small Clinic/' "$new/kiosk.yaml"
check "another name of the clinic is told with its place" holds "$(difference $old "$new")" "  + Small Clinic
      $new/kiosk.yaml:1"

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

# ---- pictures and the theme ------------------------------------------------------------------------------------------

anew
mkdir -p "$folder/was"
cp -r "$old" "$folder/was/content"
pictured=$folder/was/content
sed -i 's/name: Tiny Clinic/name: Tiny Clinic, logo: pictures\/logo.svg/' "$pictured/kiosk.yaml"
mkdir "$pictured/pictures"
cp content/pictures/logo.svg "$pictured/pictures/"
mkdir -p "$folder/is"
cp -r "$pictured" "$folder/is/content"
check "the same picture is no difference" same "$(status_of difference "$pictured" "$folder/is/content")" 0
sed -i '0,/fill="#[0-9A-Fa-f]*"/s//fill="#123456"/' "$folder/is/content/pictures/logo.svg"
said=$(difference "$pictured" "$folder/is/content" --out "$folder/pictures" --size 640x360)
check "another picture of the same name is one" holds "$said" "the picture $folder/is/content/pictures/logo.svg is another one"
check "with the screens that show it" holds "$said" "shown on: home"
check "and no other" holds "$said" "2 of "
check "they are drawn before and after" whole "$folder/pictures"
check "and are not the same" same "$(cmp -s "$folder/pictures/before/home.en.png" "$folder/pictures/after/home.en.png"; echo $?)" 1
mv "$folder/is/content/pictures/logo.svg" "$folder/is/content/pictures/mark.svg"
sed -i 's/logo.svg/mark.svg/' "$folder/is/content/kiosk.yaml"
check "a picture of another name, too" holds "$(difference "$pictured" "$folder/is/content")" "mark.svg took the place of $pictured/pictures/logo.svg"
cp content/pictures/logo.svg "$folder/is/content/pictures/mark.svg"
check "but the same picture by another name is the same" same "$(status_of difference "$pictured" "$folder/is/content")" 0

cp -r assets "$folder/was/assets"
cp -r assets "$folder/is/assets"
check "the same theme is no difference" same "$(status_of difference "$pictured" "$folder/is/content")" 0
sed -i 's/large: 6.4/large: 6.6/; 0,/quiet: "#E3EDE6"/s//quiet: "#E3EDF6"/' "$folder/is/assets/theme.yaml"
said=$(difference "$pictured" "$folder/is/content" --out "$folder/themes" --size 640x360)
check "a tone that changed is named" holds "$said" "calm: quiet #E3EDE6, now #E3EDF6"
check "and so is a size" holds "$said" "text_size large: 6.4 mm, now 6.6 mm"
check "that is a difference" same "$(status_of difference "$pictured" "$folder/is/content")" 1
check "of the look alone" holds "$said" "The words and pictures of all"
check "some screens are drawn in the palette" test -s "$folder/themes/after-theme-0-1/home.en.png"
check "and in the size" test -s "$folder/themes/after-theme-0-2/home.en.png"
check "on a whole page" whole "$folder/themes"
check "both sides may be told to look the same" same "$(status_of difference "$pictured" "$folder/is/content" --assets assets --old-assets assets)" 0
check "a page that is not ours stays" holds "$(mkdir "$folder/page" && echo mine >"$folder/page/index.html" && difference "$pictured" "$folder/is/content" --out "$folder/page")" "that iop-content did not write"

# ---- what is wrong -----------------------------------------------------------------------------------------------------

printf 'cards: [\n' >"$new/home.yaml"
check "what cannot be read is an error" same "$(status_of difference $old "$new")" 2
check "and is told as such" holds "$(difference $old "$new")" "home.yaml:1"
check "one folder alone is refused" holds "$(difference $old)" "diff needs two folders"
finish
