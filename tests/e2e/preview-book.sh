#!/usr/bin/env bash
# The picture book: every screen in all languages, drawn by several processes, on a page that works from a disk.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
content=tests/fixtures/tiny
preview() { "$build/iop-content" preview "$@" --size 640x360 2>&1; }

said=$(preview $content --out "$folder/book")
check "all languages are drawn when none is named" whole "$folder/book" en es
page=$(cat "$folder/book/index.html")
check "it says where the pictures are" holds "$said" "are in $folder/book"
check "and paints no bar into a file" same "$(printf '%s' "$said" | tr -cd '\r\033')" ""
check "the captions name file and line" holds "$page" "explainers/first-page.yaml, line "
check "there is room to sign" holds "$page" "Looked through and signed"
check "it is told which contents were looked at" holds "$page" "Contents <b>"
check "a printer gets a page of its own kind" holds "$page" "@media print"
check "a picture has the words of its screen" holds "$page" "Hello. Take your time. Choose a card."

preview $content --out "$folder/again" >/dev/null
check "the same files give the same book" diff -r "$folder/book" "$folder/again"
preview $content --out "$folder/spanish" --language es >/dev/null
check "one language alone is a book, too" whole "$folder/spanish" es
rm "$folder/spanish/home.es.png"
check "(a picture that is missing is noticed)" holds "$(whole "$folder/spanish" es)" "home.es.png is not there"
check "a folder that cannot be made is named" holds "$(preview $content --out /dev/null/book)" "/dev/null/book cannot be made"
preview $content --out /dev/null/book >/dev/null
check "and that is an error" same $? 2
preview $content --out "$folder/none" --language xx >/dev/null
check "an unknown language is one, too" same $? 2


# ---- two languages, and room to sign ----------------------------------------------------------------------------------

check "a screen has its title in both languages" holds "$page" '<span lang="en">What is an IOP?</span> <span lang="es" class="other">¿Qué es un IOP?</span>'
check "and so has a part" holds "$page" '<h2><span lang="en">What it is</span> <span lang="es" class="other">Qué es</span></h2>'
check "each part ends with room to sign" same "$(grep -c '<caption>Looked through: ' <<<"$page")" "$(grep -c '<section id="part-' <<<"$page")"
check "Spanish pictures speak Spanish" grep -qE '^<img .*home.es.png.* alt="[^"]*Elija una tarjeta' "$folder/book/index.html"
check "one language alone has no other title" lacks "$(cat "$folder/spanish/index.html")" 'class="other"'

# ---- drafts ------------------------------------------------------------------------------------------------------------

cp -r $content "$folder/drafts"
sed 's/^order: .*/order: 99\nstatus: draft/' $content/explainers/typical-week.yaml >"$folder/drafts/explainers/later.yaml"
preview "$folder/drafts" --out "$folder/without" >/dev/null
check "without a wish a draft is in no book" test ! -e "$folder/without/page-later.en.png"
check "and no badge is" lacks "$(cat "$folder/without/index.html")" 'class="draft"'
preview "$folder/drafts" --drafts --out "$folder/with" >/dev/null
page=$(cat "$folder/with/index.html")
check "with it, the draft has its pictures" whole "$folder/with" en es
check "in its place" test -s "$folder/with/page-later.es.png"
check "its heading and both of its captions say what it is" same "$(grep -o '<span class="draft" lang="en">Draft' <<<"$page" | wc -l)" 3
check "and the first lines say how many there are" holds "$page" "marks 1 screen of files"
check "the picture is that of the page, without a mark" same "$(md5sum <"$folder/with/home.en.png")" "$(md5sum <"$folder/without/home.en.png")"
read_drafts() { "$build/iop-content" read "$folder/drafts" --all "$@"; }
check "the words of a draft can be read, too" holds "$(read_drafts --drafts)" "======== page-later (es)  DRAFT"
check "by who wishes to" lacks "$(read_drafts)" "page-later"
check "the check reads it, and finds nothing" lacks "$("$build/iop-content" check "$folder/drafts" 2>&1)" "later.yaml"

# ---- the same folder again -----------------------------------------------------------------------------------------

printf 'mine\n' >"$folder/with/notes.txt"
cp "$folder/with/home.en.png" "$folder/with/my own.png"
printf '../outside.png\n%s\n' "/etc/passwd" >>"$folder/with/pictures.txt"
touch "$folder/outside.png"
preview "$folder/drafts" --out "$folder/with" >/dev/null
check "pictures of screens that are gone are taken away" test ! -e "$folder/with/page-later.en.png"
check "what is somebody else's stays" test -s "$folder/with/notes.txt" -a -s "$folder/with/my own.png" -a -e "$folder/outside.png"
rm "$folder/with/my own.png"
check "and the book is whole" whole "$folder/with" en es
mkdir "$folder/foreign"
printf '<p>My own page</p>\n' >"$folder/foreign/index.html"
touch "$folder/foreign/home.en.png" "$folder/foreign/old.en.png"
before=$(find "$folder/foreign" -type f -exec md5sum {} +)
check "a folder with somebody's page is refused" holds "$(preview $content --out "$folder/foreign")" "that iop-content did not write"
check "and is as it was" same "$(find "$folder/foreign" -type f -exec md5sum {} +)" "$before"
mkdir "$folder/strange"
printf 'home.en.png\nold.en.png\n' >"$folder/strange/pictures.txt"
touch "$folder/strange/old.en.png"
before=$(find "$folder/strange" -type f -exec md5sum {} +)
check "a folder with somebody's list of pictures is refused, too" holds "$(preview $content --out "$folder/strange")" "that iop-content did not write"
check "and is as it was" same "$(find "$folder/strange" -type f -exec md5sum {} +)" "$before"

# ---- a real browser ---------------------------------------------------------------------------------------------------

in_browser --window-size=1200,800 --screenshot="$folder/seen.png" "file://$folder/book/index.html" >/dev/null 2>&1
check "Chromium shows it" test -s "$folder/seen.png"
in_browser --window-size=400,800 --screenshot="$folder/phone.png" "file://$folder/book/index.html" >/dev/null 2>&1
check "on a phone, too" test -s "$folder/phone.png"
in_browser --no-pdf-header-footer --print-to-pdf="$folder/book.pdf" "file://$folder/book/index.html" >/dev/null 2>&1
check "and prints it" same "$(head -c 5 "$folder/book.pdf")" "%PDF-"
check "with the pictures that are further down" test "$(grep -ac '/Subtype */Image' "$folder/book.pdf")" -ge 30
finish
