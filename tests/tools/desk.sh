# shellcheck shell=bash
# For test scripts about iop-content: a folder that vanishes at the end, TAP, and a browser. They source
# this first; they run in the project's folder.
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$root" || exit 1

# whole FOLDER [LANGUAGE...]: nothing of a page of pictures is missing.
whole() { /usr/bin/python3 tests/tools/book_is_whole.py "$@"; }

lacks() { ! holds "$@" >/dev/null; }

# in_browser OPTION... FILE: a real browser opens a page from the disk, without a display.
in_browser() {
    timeout 200 chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$folder/browser" --hide-scrollbars "$@"
}
