#!/usr/bin/env bash
# iop-kiosk --prove: holds on the kiosk as it is, and notices every hole that is made on purpose.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"

# Folders of its own, where nobody else writes meanwhile.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/home" "$place/tmp"
cp -r "$root/content" "$root/assets" "$place"
export HOME=$place/home TMPDIR=$place/tmp

# proves COMMAND...: what the proof said, and its status.
proves() {
    report=$(timeout 100 "$@" --prove --content "$place/content" --assets "$place/assets" 2>&1)
    status=$?
}

# failed WORDS: the line with these words says that it failed.
failed() { grep -F "[FAILED]" <<<"$report" | grep -F "$1"; }
nothing_failed() { ! grep -F "[FAILED]" <<<"$report"; }

proves "$build/iop-kiosk"
check "the proof holds" same "$status" 0
check "and no line says otherwise" nothing_failed
check "it says so in plain words" holds "$report" "All of this holds: nothing of a visit is kept."
check "it names the seal" holds "$report" "seccomp, Landlock"
check "it tried to start a program" holds "$report" "start another program"
proves "$build/tests/leaky"
check "the build that can leak is tight until it is asked to leak" same "$status" 0

# leaks WAY WORDS: with that hole the proof fails, in the line with these words.
leaks() {
    IOP_LEAK=$1 proves "$build/tests/leaky"
    check "a leak of \"$1\" is noticed" same "$status" 1
    check "by the line \"$2\"" failed "$2"
    rm -f "$place/tmp/leak"
}
leaks answers "the answers themselves"
leaks words "words put together for this visit"
leaks places "which sentences were shown"
leaks code "the code for a phone"
leaks letters "pictures of words"
leaks pixels "pieces of the screen"
leaks dump "may look into its memory"
leaks file "files open for writing"
leaks written "files new, changed or gone"
leaks socket "connections beyond this machine"

proves "$build/tests/without" landlock "$build/iop-kiosk"
check "without Landlock it does not hold" same "$status" 1
check "and the seal says why" failed "the kernel has no Landlock"
check "for files of others can be read" failed "read a file that is none of its business"
proves "$build/tests/without" seccomp "$build/iop-kiosk"
check "without seccomp it does not hold" same "$status" 1
check "and the seal says why" failed "none: the kernel, or what surrounds this program, refuses seccomp"
finish
