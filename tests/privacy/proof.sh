#!/usr/bin/env bash
# iop-kiosk --prove: holds on the kiosk as it is, and notices every hole that is made on purpose.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/tap.sh"

# Folders of its own, where nobody else writes meanwhile.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -r "$root/content" "$root/assets" "$place"
export place
unset SDL_AUDIODRIVER

# ---- proofs, three at a time: while a visit is spoken there is little to do -------------------------------------------

# proof NAME COMMAND...: in a home and a folder for temporary files that nobody else has; what it said, and its status.
# The folder for shared memory is everybody's: once more if nothing else is wrong.
proof() {
    local name=$1 status
    shift
    mkdir -p "$place/$name/home" "$place/$name/tmp"
    for _ in 1 2; do
        status=0
        HOME=$place/$name/home TMPDIR=$place/$name/tmp timeout 240 "$@" --content "$place/content" \
            --assets "$place/assets" >"$place/$name/report" 2>&1 || status=$?
        grep -Eq "(new|changed): /dev/shm" "$place/$name/report" || break
        [ "$(grep -cF "[FAILED]" "$place/$name/report")" = 1 ] || break
    done
    echo "$status" >"$place/$name/status"
}
export -f proof

kiosk="$build/iop-kiosk --prove"
leaky="$build/tests/leaky --prove"
silent="--voice none"
spoken_ways="said,voice-text,voice-sound,voice-dump voice-speaker" # several at once: each has its line
silent_ways="answers words places code letters pixels digits dump file written socket"

mkdir -p "$place/many/home/files"
(cd "$place/many/home/files" && seq -f "%06.0f" 210000 | xargs touch)
{
    echo "kiosk $kiosk"
    echo "leaky $leaky"
    for way in $spoken_ways; do echo "$way env IOP_LEAK=$way $leaky"; done
    for way in $silent_ways; do echo "$way env IOP_LEAK=$way $leaky $silent"; done
    echo "none $kiosk $silent"
    echo "missing $kiosk --voice /nowhere/iop-voice"
    echo "many $kiosk $silent"
    echo "landlock $build/tests/without landlock $kiosk $silent"
    echo "seccomp $build/tests/without seccomp $kiosk $silent"
} | xargs -P 3 -I{} bash -c 'proof {}'
# By itself: where the libraries of a voice without a seal write, nobody knows.
way=silent,voice-seal
proof $way env IOP_LEAK=$way "$build/tests/leaky" --prove

# about NAME: what follows is about that proof.
about() {
    report=$(cat "$place/$1/report")
    status=$(cat "$place/$1/status")
}

# failed WORDS: the line with these words says that it failed.
failed() { grep -F "[FAILED]" <<<"$report" | grep -F "$1"; }
nothing_failed() { ! grep -F "[FAILED]" <<<"$report"; }

# ---- as it is --------------------------------------------------------------------------------------------------------

about kiosk
check "the proof holds" same "$status" 0
check "and no line says otherwise" nothing_failed
check "it says so in plain words" holds "$report" "All of this holds: nothing of a visit is kept."
check "it names the seal" holds "$report" "seccomp, Landlock"
check "it tried to start a program" holds "$report" "start another program"
check "answers and results were heard in both languages" grep -Eq "to their end +[1-9][0-9]* in English, [1-9][0-9]* in Español" <<<"$report"
check "both processes of the voice tried what is forbidden" same "$(grep -c "it tried the same, and the kernel answered" <<<"$report")" 2
check "it says how many files it compared" grep -Eq "0 of [1-9][0-9]* compared" <<<"$report"
about leaky
check "the build that can leak is tight until it is asked to leak" same "$status" 0

about none
check "a kiosk without a voice can pass" same "$status" 0
check "and the proof says that there was none" holds "$report" "this kiosk has no voice"
about missing
check "a voice that should be there, and is not, fails" same "$status" 1
check "for it was not looked into" failed "the voice was not looked into"
check "and the proof says what to do" holds "$report" "start it with --voice none"
about many
check "a home with 210,000 files is compared" same "$status" 0
check "all of it" grep -Eq "0 of 21[0-9]{4} compared" <<<"$report"

# ---- with holes ------------------------------------------------------------------------------------------------------

# leaks WAY WORDS [AMONG]: with that hole, alone or among others, the proof fails, in the line with these words.
leaks() {
    about "${3:-$1}"
    check "a leak of \"$1\" is noticed" same "$status" 1
    check "by the line \"$2\"" failed "$2"
}
leaks answers "the answers themselves"
leaks words "words put together for this visit"
leaks places "which sentences were shown"
leaks code "the code for a phone"
leaks letters "pictures of words"
leaks pixels "pieces of the screen"
leaks digits "the PIN that staff typed"
leaks dump "may look into its memory"
leaks file "files open for writing"
leaks written "files new, changed or gone"
leaks socket "connections beyond this machine"
some=said,voice-text,voice-sound,voice-dump
leaks said "words that were handed to the voice" $some
leaks voice-text "words, in the voice's process that speaks" $some
leaks voice-text "in the voice's process that waits" $some
leaks voice-sound "their sound" $some
leaks voice-dump "may look into its memory" $some
leaks silent "that the voice said to their end" silent,voice-seal
leaks voice-seal "the seal that was reached" silent,voice-seal
leaks voice-speaker "the process that spoke"
leaks voice-speaker "the voice's two processes"

about landlock
check "without Landlock it does not hold" same "$status" 1
check "and the seal says why" failed "the kernel has no Landlock"
check "for files of others can be read" failed "read a file that is none of its business"
about seccomp
check "without seccomp it does not hold" same "$status" 1
check "and the seal says why" failed "none: the kernel, or what surrounds this program, refuses seccomp"
finish
