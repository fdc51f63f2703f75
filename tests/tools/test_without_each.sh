#!/usr/bin/env bash
# The table of protections still fits the sources, and the tool that takes them away notices when it does not.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/tests/unit"
cp "$root/tests/without-each" "$place/tests"
echo "/* a test */" >"$place/tests/unit/test_lock.c"
echo "int main(void) { return lock(door) && lock(door); }" >"$place/house.c"

# table LINES...: the table of the small house.
table() { printf '%s\n' "$@" >"$place/tests/protections.txt"; }
checks_fine() { "$place/tests/without-each" --check; }
finds_a_fault() {
    local said
    said=$("$place/tests/without-each" --check) && return 1
    holds "$said" "$1"
}

check "every protection of the table is where the table says" "$root/tests/without-each" --check
table "the door is locked" "    in house.c" "    after main" "    - lock(door)" "    noticed by test_lock"
check "a text behind its anchor is found" checks_fine
table "the door is locked" "    in house.c" "    - lock(door)" "    noticed by test_lock"
check "one that stands twice is a fault" finds_a_fault "does not hold this once"
table "the door is locked" "    in house.c" "    - bolt(door)" "    noticed by test_lock"
check "one that is gone is a fault" finds_a_fault "protections.txt:1: the door is locked"
table "the door is locked" "    in shed.c" "    - lock(door)" "    noticed by test_lock"
check "and so is a file that is gone" finds_a_fault "there is no shed.c"
table "the door is locked" "    in house.c" "    after main" "    - lock(door)" "    noticed by test_bolt"
check "a test that is gone" finds_a_fault "there is no test test_bolt"
table "the door is locked" "    in house.c" "    after main" "    - lock(door)"
check "and a row that nobody notices" finds_a_fault "who notices"
table "# nothing"
check "a table without a row is no success" test "$("$place/tests/without-each" --check >"$place/said"; echo $?)" = 1
finish
