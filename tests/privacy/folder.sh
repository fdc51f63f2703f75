#!/usr/bin/env bash
# The content folder goes wrong behind the seal: removed, made anew, closed to the kiosk. It goes on with the last good
# content, says so in the journal, and help stays one touch away.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/../e2e/stage.sh"


# goes_on WORDS: at rest as before, and from there to help and back.
goes_on() {
    local home help
    check "$1: the last good content stays" is_shown "$attract"
    touch_named begin:0
    home=$(picture_after "$attract")
    touch_named get-help
    help=$(picture_after "$home")
    check "$1: help is one touch away" test "$help" != "$home"
    check "$1: and the kiosk is at rest again after the visit" within 20 is_shown "$attract"
}

stage_open || exit 1
"$build/tests/where" "$stage_size" begin:0 get-help >"$stage_folder/places" || exit 1
content=$stage_folder/content
cp -r "$root/content" "$content"
empty=$(picture)
run=("$build/iop-kiosk")
if [ "$(id -u)" = 0 ]; then # root may read everything
    chmod 755 "$stage_folder"
    chown -R 65534:65534 "$content"
    run=(setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent "$build/iop-kiosk")
fi
"${run[@]}" --windowed "$stage_size" --assets "$root/assets" --content "$content" --voice none --clock-speed 20 \
    --require-seal >"$stage_folder/said" 2>"$stage_folder/complained" &
kiosk_pid=$!
attract=$(picture_after "$empty")
check "the kiosk is sealed" within 5 complains_of "seal: seccomp"
sleep 0.5

forget_complaints
mv "$content" "$stage_folder/away"
check "a folder that is moved away is named" within 5 complains_of "$content"
check "as a refusal" within 5 complains_of "content refused: what was shown before stays"
goes_on "moved away"

forget_complaints
cp -r "$stage_folder/away" "$content"
sed -i 's/You .* have to figure it out alone\./New words stand here./' "$content/home.yaml"
check "one that is made anew cannot be read, and that is said" within 5 complains_of "content refused: what was shown before stays"
goes_on "made anew"

forget_complaints
rm -r "$content"
mv "$stage_folder/away" "$content"
check "the old folder in its old place is read again" within 5 complains_of "reload: "
check "and looks as before" within 5 is_shown "$attract"

forget_complaints
chmod 000 "$content"
check "a folder that is closed to the kiosk is named" within 5 complains_of "content refused: what was shown before stays"
goes_on "closed to the kiosk"
forget_complaints
chmod 755 "$content"
check "when it is opened again, it is read" within 5 complains_of "reload: "
check "the kiosk is still running" kiosk_runs
kiosk_ends 3
check "and ends in order" same "$kiosk_status" 0
finish
