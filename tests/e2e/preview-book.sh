#!/usr/bin/env bash
# The picture book: every screen in all languages, drawn by several processes, on a page that works from a disk.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$root" || exit 1
content=tests/fixtures/tiny
whole() { /usr/bin/python3 tests/tools/book_is_whole.py "$@"; }
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

# A real browser, where there is one: it fetches all pictures and complains of nothing.
if command -v chromium >/dev/null; then
    timeout 100 chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$folder/user" --window-size=1200,800 \
        --screenshot="$folder/seen.png" "file://$folder/book/index.html" >/dev/null 2>&1
    check "Chromium shows it" test -s "$folder/seen.png"
else
    printf '# chromium is not installed: only the strict parser has read the page\n'
fi
finish
