#!/usr/bin/env bash
# The seal as seen from outside, on the real program: what it asks of the kernel during a visit, what another program
# finds in its memory, what is left when it is killed, and what it does where the kernel cannot seal it.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/../e2e/stage.sh"

way=(begin:0 checks phq-9 begin-check age-adult option:1 next option:2)
# goes_the_way [STEPS]: touches one thing of it after the other.
goes_the_way() {
    local name
    for name in "${way[@]:0:${1:-${#way[@]}}}"; do touches "$name"; done >/dev/null
}

# The kiosk's own process: also below strace.
own_process() { pgrep -P "$kiosk_pid" -x iop-kiosk || printf '%s\n' "$kiosk_pid"; }
is_sealed() { grep -qs "iop-kiosk: seal: " "$stage_folder/complained"; }
starts() {
    rm -f "$stage_folder/complained"
    "$@" "$build/iop-kiosk" --windowed "$stage_size" --content "$root/content" --assets "$root/assets" \
        --clock-speed "$speed" "${options[@]}" >"$stage_folder/said" 2>"$stage_folder/complained" &
    kiosk_pid=$!
    within 20 is_sealed
}
options=(--require-seal)
speed=20

# What the kernel offers: whoever starts the kiosk may allow dumps and leave files open.
ulimit -S -c "$(ulimit -H -c)"
exec 9>"$stage_folder/left-open"

stage_open || exit 1
"$build/tests/where" "$stage_size" "${way[@]}" >"$stage_folder/places" || exit 1
empty=$(picture)

# ---- every request to the kernel -------------------------------------------------------------------------------

trace=$stage_folder/trace
# What the kiosk and its threads ask, without the processes that unpack pictures or speak: "before" or "after" the seal.
asked() {
    awk -v part="$1" '
        NR == 1 { own[$1] = 1 }
        / clone3?\(/ && /CLONE_THREAD/ && own[$1] && match($0, /= [0-9]+$/) { own[substr($0, RSTART + 2)] = 1 }
        own[$1] && (part == "after") == (sealed > 0)
        own[$1] && /seccomp\(SECCOMP_SET_MODE_FILTER.*len=/ { sealed = 1 }' "$trace"
}
asks_to_write='open(at)?\(.*O_(WRONLY|RDWR|CREAT|TRUNC)| (creat|f?truncate|rename(at2?)?|unlink(at)?|mkdir(at)?|link(at)?|symlink(at)?|f?chmod(at2?)?)\('
asks_to_talk=' (socket|connect|bind|listen|accept4?)\('
asks_to_start=' (execve|execveat|fork|vfork)\(|clone3?\(.*SIGCHLD'
does_not_ask() { ! asked after | grep -E "$1"; }
# How many steps the kiosk's own filter has.
filter_steps() { awk 'NR == 1 { own = $1 } $1 == own && /SECCOMP_SET_MODE_FILTER/ && match($0, /len=[0-9]+/) { print substr($0, RSTART + 4, RLENGTH - 4); exit }' "$trace"; }

starts env "DBUS_SESSION_BUS_ADDRESS=unix:path=$stage_folder/bus" strace -f -qq -o "$trace"
home=$(picture_after "$empty")
goes_the_way
check "after a visit that nobody ends, the kiosk is at rest again" within 30 is_shown "$home"
kiosk_process=$(own_process)
kill -TERM "$kiosk_process"
within 5 is_gone "$kiosk_process"
usual_steps=$(filter_steps)
check "before the seal it asks for a connection, as to the display" grep -Eq "$asks_to_talk" <(asked before)
check "and starts processes" grep -Eq "$asks_to_start" <(asked before)
check "but it does not talk to the desktop's message bus" same "$(grep -c "$stage_folder/bus\\\"" <(asked before))" 0
check "after the seal it asks for much" test "$(asked after | wc -l)" -gt 100
check "but never to write, make, rename or remove a file" does_not_ask "$asks_to_write"
check "never for a connection" does_not_ask "$asks_to_talk"
check "and never to start a program" does_not_ask "$asks_to_start"
check "the journal holds its events and nothing else" same "$(complaints)" ""

# ---- what another program finds in its memory -----------------------------------------------------------------------

# peeks TEXT: how often it stands in the kiosk's memory, "nobody may look" if the kernel says so.
peeks() { "$build/tests/peek" "$(own_process)" "$1" || echo "nobody may look"; }

starts env
goes_the_way 7
during=$(peeks "Question 2 of 9")
touches option:2 >/dev/null
within 30 is_shown "$home"
sleep 0.2
after=$(peeks "Question 2 of 9")
if [ "$(id -u)" = 0 ]; then
    check "root finds the question in its memory while it is asked" test "$during" -gt 0
    check "and no more when the visit has ended" same "$after" 0
else
    check "nobody but root may look into its memory" same "$during" "nobody may look"
fi

# ---- what the kernel says of it -----------------------------------------------------------------------------------------

# tells FILE WORDS: the line of that file under /proc says so, whatever the spaces.
tells() { tr -s '[:space:]' ' ' <"/proc/$(own_process)/$1" | grep -Fq "$2"; }
check "a crash writes no memory to the disk" tells limits "Max core file size 0 0 bytes"
check "it can gain no rights" tells status "NoNewPrivs: 1"
check "a filter holds" tells status "Seccomp: 2"
# The voice has the filter of the helper that started it, and its own.
seal_line() { grep -x 'iop-kiosk: seal: .*' "$stage_folder/complained"; }
check "the journal names the seal that was reached" grep -xEq 'iop-kiosk: seal: seccomp(, Landlock [1-9]| \(the kernel .* Landlock\))' <(seal_line)
check "nothing of whoever started it is open" same "$(find "/proc/$(own_process)/fd" -lname "*left-open")" ""
helper_is_sealed() { grep -q "^Seccomp:[[:space:]]*2$" "/proc/$1/status"; }
for helper in $(pgrep -P "$(own_process)"); do check "a helper of its is sealed" within 5 helper_is_sealed "$helper"; done
voice_process() {
    local helper
    for helper in $(pgrep -P "$(own_process)"); do pgrep -P "$helper" -x iop-voice && return; done
    return 1
}
has_two_filters() { grep -q "^Seccomp_filters:[[:space:]]*2$" "/proc/$(voice_process)/status"; }
check "the voice is sealed as well" within 10 has_two_filters
writes_nowhere() { [ "$(readlink "/proc/$(voice_process)/fd/2")" = /dev/null ]; }
check "and writes to nobody's terminal or journal" within 5 writes_nowhere
if [ "$(id -u)" = 0 ]; then
    check "what holds the answers is left out of dumps and not swapped" grep -Eq "^VmFlags:.* lo .*dd" "/proc/$(own_process)/smaps"
fi

# ---- killed in the middle of a visit -----------------------------------------------------------------------------------

goes_the_way
kiosk_process=$(own_process)
helpers=$(pgrep -P "$kiosk_process")
check "it has a helper process" test -n "$helpers"
kill -KILL "$kiosk_process"
within 5 is_gone "$kiosk_process"
for helper in $helpers; do check "killed, it takes its helper along" within 5 is_gone "$helper"; done
check "and no shared memory stays behind" same "$(awk -v own="$kiosk_process" '$5 == own' /proc/sysvipc/shm)" ""
kiosk_pid=""

# ---- the voice of one visitor is not that of the next -------------------------------------------------------------------

starts env
home=$(picture_after "$empty")
speaker() { pgrep -n -r R,S,D -P "$(voice_process)" -x iop-voice; }
touches begin:0 >/dev/null
within 10 speaker >"$stage_folder/speaker"
xdotool key F19 # read aloud
sleep 0.5
first=$(speaker)
is_another_speaker() { [ -n "$(speaker)" ] && [ "$(speaker)" != "$first" ]; }
check "while it reads aloud, one process speaks" test -n "$first"
check "after the visit that process is gone" within 20 is_gone "$first"
check "and another one waits for the next visitor" within 10 is_another_speaker
kiosk_ends 5

# ---- for another user than root, the kernel's word on its memory --------------------------------------------------------

# Whoever may look into a process owns its files under /proc.
owner() { stat -c %u "/proc/$1/mem"; }
if [ "$(id -u)" = 0 ] && setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$build/iop-kiosk" -a -r "$root/content/kiosk.yaml"; then
    xhost +si:localuser:nobody >"$stage_folder/xhost" 2>&1 || true
    starts setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent
    check "a program of the same user may not look into its memory" same "$(owner "$kiosk_pid")" 0
    voice=$(within 10 voice_process)
    check "nor into that of its voice" same "$(owner "$voice")" 0
    kiosk_ends 5
fi

# ---- on Wayland: a wider seal, for drivers ------------------------------------------------------------------------------

# SDL draws through OpenGL if it is asked to, and there is a driver.
options=(--require-seal --seal-profile gl)
starts env SDL_FRAMEBUFFER_ACCELERATION=opengl strace -f -qq -o "$trace"
attract=$(picture_after "$empty")
goes_the_way
check "with the seal for OpenGL a visit ends at rest as well" within 30 is_shown "$attract"
kiosk_process=$(own_process)
kill -TERM "$kiosk_process"
within 5 is_gone "$kiosk_process"
for_drivers_steps=$(filter_steps)
check "it is another one than the usual, which lets no drivers work" \
    test "${usual_steps:-0}" -gt 0 -a "${for_drivers_steps:-0}" -gt 0 -a "${for_drivers_steps:-0}" != "$usual_steps"
check "it never makes, renames or removes a file" does_not_ask 'open(at)?\(.*O_(CREAT|TRUNC)| (creat|truncate|rename(at2?)?|unlink(at)?|mkdir(at)?)\(.* = [0-9]'
check "never opens a connection" does_not_ask "$asks_to_talk"
check "and never starts a program" does_not_ask "$asks_to_start"
options=()

# ---- where the kernel cannot -----------------------------------------------------------------------------------------------

without=$build/tests/without
starts "$without" landlock
check "without Landlock it starts" kiosk_runs
check "and says so" grep -q "seal: seccomp (the kernel has no Landlock)" "$stage_folder/complained"
kiosk_ends 5
starts "$without" seccomp
check "where seccomp is refused it starts" kiosk_runs
check "and says that there is no seal, and why" grep -q "seal: none: the kernel, or .* refuses seccomp" "$stage_folder/complained"
kiosk_ends 5
options=(--require-seal)
starts "$without" seccomp
wait "$kiosk_pid"
check "with --require-seal it does not start there" same "$?" 1
check "and says what to do in a whole sentence" grep -q "^iop-kiosk: The kernel does not seal this program, .*\.$" "$stage_folder/complained"
kiosk_pid=""
# One message comes to the kiosk's end of the socket: version 16 bits, kind, trouble.
unsealed_voice() { timeout 20 python3 - "$without" "$build/iop-voice" "$@" <<'PY'
import socket, subprocess, sys
ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
voice = subprocess.Popen([sys.argv[1], "seccomp", sys.argv[2], "--socket", str(its.fileno()), *sys.argv[3:]],
                         pass_fds=[its.fileno()], env={"SDL_AUDIODRIVER": "dummy"})
its.close()
message = ours.recv(64)
ours.close()
print("kind", message[2], "trouble", message[3], "status", voice.wait())
PY
}
check "the voice, too, does not serve without a seal that is demanded" same "$(unsealed_voice --require-seal)" "kind 4 trouble 3 status 1"
check "and does where none is demanded" same "$(unsealed_voice)" "kind 1 trouble 0 status 0"
starts env
check "with --require-seal it starts where seccomp is there" kiosk_runs
kiosk_ends 5
check "and ends in order" same "$kiosk_status" 0
finish
