#!/usr/bin/env bash
# A whole visit by ear: what the voice says after each key is as it was listened to. After a change on purpose:
# tests/update-golden, then read tests/golden/speech/ with your eyes closed, as it were.
set -euo pipefail

# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/tap.sh"
content=${IOP_BUILD:-$root/build-tests}/iop-content
cd "$root"

says_the_same() {
    diff -u "tests/golden/speech/visit.$1.txt" \
        <("$content" read content --script tests/golden/speech/visit.keys --language "$1")
}

names_a_strange_line() {
    local said status=0
    said=$("$content" read content --script <(echo "jump") 2>&1 >/dev/null) || status=$?
    [ "$status" = 2 ] && [[ $said == *"\"jump\" is no line of a script"* ]]
}

names_a_folder() {
    local said status=0
    said=$("$content" read content --script tests 2>&1 >/dev/null) || status=$?
    [ "$status" = 2 ] && [[ $said == *"the script tests cannot be read"* ]]
}

check "a visit in English is heard as it was listened to" says_the_same en
check "a visit in Spanish is heard as it was listened to" says_the_same es
check "a line that is no key is named" names_a_strange_line
check "a script that is a folder is named" names_a_folder

finish
