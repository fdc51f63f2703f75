#!/usr/bin/env bash
# Does tally count what a test program really did? Asked with programs that pass, fail, crash and hang.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

gcc -o "$place/dummy" "$root/tests/tools/dummy.c" -lcmocka || exit 1

tally_says() {
    : >"$place/numbers"
    "$root/tests/tools/tally" "$place/numbers" title "$@" >"$place/output"
    cat "$place/numbers"
}

script() {
    printf '#!/bin/sh\n%s\n' "$1" >"$place/script"
    chmod +x "$place/script"
    tally_says "$place/script"
}

check "each test of a passing program counts" same "$(tally_says "$place/dummy" passing)" "3 0"
check "a failing test counts as failed, its neighbors do not" same "$(tally_says "$place/dummy" failing)" "2 1"
check "the failing test is named" holds "$(cat "$place/output")" "a_test_that_obeys"
check "the line that failed is named" holds "$(cat "$place/output")" "dummy.c:"
check "a skipped test is neither passed nor failed" same "$(tally_says "$place/dummy" skipping)" "2 0"
check "a crash counts as failed, what ran before it counts" same "$(tally_says "$place/dummy" crashing)" "1 1"
check "a crash is called a crash" holds "$(cat "$place/output")" "crashed with signal 6"
check "leaving in the middle with status 0 counts as failed" same "$(tally_says "$place/dummy" leaving)" "1 1"
check "passing tests with a bad exit status count as failed" same "$(tally_says "$place/dummy" sour)" "3 1"
check "a program that says nothing and fails counts as failed" same "$(tally_says "$place/dummy" silent)" "0 1"
check "a program that does not exist counts as failed" same "$(tally_says "$place/nothing")" "0 1"
export IOP_TEST_SECONDS=1
check "a program that hangs counts as failed" same "$(tally_says "$place/dummy" hanging)" "1 1"
unset IOP_TEST_SECONDS
check "a silent script counts by its status: passed" same "$(script 'exit 0')" "1 0"
check "a silent script counts by its status: failed" same "$(script 'exit 1')" "0 1"
check "a script's own checks count one by one" same "$(script 'echo "ok 1 - a"; echo "not ok 2 - b"; echo 1..2; exit 1')" "1 1"
check "a script that dies between its checks counts as failed" same "$(script 'echo "ok 1 - a"; exit 0')" "1 1"
check "words that look almost like results do not count" same "$(script 'echo "okay 1"; echo "not okay"')" "1 0"
finish
