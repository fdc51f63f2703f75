#!/usr/bin/env bash
# Staff edit while the kiosk runs, in all the ways in which files are saved: what is whole is shown between two visits,
# what is not is never shown.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"
# shellcheck source=tests/e2e/stage.sh
. "$root/tests/e2e/stage.sh"

# spot NAME: where a touch of that name is, as "x y".
spot() { awk -v name="$1" '$3 == name {print $1, $2; exit}' "$stage_folder/places"; }
touch_named() {
    local x y
    read -r x y < <(spot "$1")
    touch_at "$x" "$y"
}

complains_of() { grep -qF "$1" "$stage_folder/complained"; }
forget_complaints() { : >"$stage_folder/complained"; }

# stays PICTURE: the screen shows it now and still does after the time that a reload takes.
stays() {
    for _ in $(seq 12); do
        is_shown "$1" || return 1
        sleep 0.1
    done
}

stage_open || exit 1
"$build/tests/where" "$stage_size" begin:0 "done" >"$stage_folder/places" || exit 1
mkdir -p "$stage_folder/releases" "$stage_folder/out"
cp -r "$root/content" "$stage_folder/releases/1"
cp -r "$root/assets" "$stage_folder/assets"
ln -s releases/1 "$stage_folder/current"
content=$stage_folder/current
file=$content/home.yaml
old=$stage_folder/out/old.yaml
new=$stage_folder/out/new.yaml
cp "$file" "$old"
sed 's/You .* have to figure it out alone\./New words stand here./' "$old" >"$new"

empty=$(picture)
kiosk --content "$content" --assets "$stage_folder/assets" --clock-speed 20
before=$(picture_after "$empty")
sleep 0.3

# ---- ways of saving --------------------------------------------------------------------------------------------

cp "$new" "$content/home.yaml.part" && mv "$content/home.yaml.part" "$file"
after=$(picture_after "$before")
check "a file that is renamed over the old one is shown" is_not_shown "$before"
cat "$old" >"$file"
check "a file that is written in place is shown" within 5 is_shown "$before"
rm "$file" && cp "$new" "$file"
check "a file that is deleted and made anew is shown" within 5 is_shown "$after"
cp "$old" "$content/.home.yaml.swp" && mv "$file" "$file~" && cp "$old" "$file" && rm "$file~" "$content/.home.yaml.swp"
check "an editor with swap and backup files is understood" within 5 is_shown "$before"
touch "$file~" "$content/.hidden.yaml"
check "what editors leave behind changes nothing" stays "$before"
rm "$file~" "$content/.hidden.yaml"

{
    head -c 700 "$new"
    sleep 1.2
    is_shown "$before" && touch "$stage_folder/was_calm"
    tail -c +701 "$new"
} >"$file"
check "a file that is still being written is not read" test -e "$stage_folder/was_calm"
check "it is shown when it is whole" within 5 is_shown "$after"
check "and nobody was told of a mistake" same "$(grep -c error "$stage_folder/complained")" 0

# ---- mistakes --------------------------------------------------------------------------------------------------

forget_complaints
printf 'attract: [\n' >"$file"
check "a broken file is named with its line" within 5 complains_of "home.yaml:"
check "and the last good content stays" stays "$after"
head -c 900 "$old" >"$file"
check "half a file, as a full disk leaves it, is not shown" stays "$after"
cat "$old" >"$file"
check "when it is mended, it is shown" within 5 is_shown "$before"
if [ "$(id -u)" -ne 0 ]; then
    chmod 000 "$file"
    check "a file that may not be read is named" within 5 complains_of "Permission denied"
    check "and the last good content stays, too" is_shown "$before"
    chmod 644 "$file"
fi

# ---- folders ------------------------------------------------------------------------------------------------------

cp -r "$stage_folder/releases/1" "$stage_folder/releases/2"
cp "$new" "$stage_folder/releases/2/home.yaml"
ln -s releases/2 "$stage_folder/next" && mv -T "$stage_folder/next" "$stage_folder/current"
check "a whole folder that is swapped by its link is shown" within 5 is_shown "$after"
cat "$old" >"$stage_folder/releases/2/home.yaml"
check "and an edit in the new folder, too" within 5 is_shown "$before"
forget_complaints
mv "$stage_folder/releases/2" "$stage_folder/releases/away"
rm "$stage_folder/current"
check "a folder that is gone is named" within 5 complains_of "does not exist"
check "and the last good content stays" is_shown "$before"
mv "$stage_folder/releases/away" "$stage_folder/releases/2"
cp "$new" "$stage_folder/releases/2/home.yaml"
ln -s releases/2 "$stage_folder/current"
check "when it is back, it is shown" within 5 is_shown "$after"

cat "$old" >"$file"
within 5 is_shown "$before"
sed -i 's/#1E2A4A/#2A1E4A/g' "$stage_folder/assets/theme.yaml"
forget_complaints
check "new colors are read" within 5 complains_of "reload"
sed -i 's/stop-color="#[0-9A-Fa-f]\{6\}"/stop-color="#345678"/' "$stage_folder/assets/pictures/attract-landscape.svg"
check "a changed picture is shown" within 5 is_not_shown "$before"
before=$(picture_after "$before")

# ---- a visit ---------------------------------------------------------------------------------------------------------

touch_named begin:0
home=$(picture_after "$before")
sed -i 's/What would help today?/What would do you good?/' "$stage_folder/releases/2/home.yaml"
sed -i 's/You .* have to figure it out alone\./New words stand here./' "$stage_folder/releases/2/home.yaml"
check "nothing changes under the hands of a visitor" stays "$home"
touch_named "done"
check "the new words are there when the visit has ended" within 5 is_not_shown "$home"
now=$(picture_after "$home")
check "at rest" is_not_shown "$before"
touch_named begin:0
later=$(picture_after "$now")
check "and on the home screen of the next visitor" is_not_shown "$home"
check "which the kiosk shows" is_shown "$later"
check "the kiosk is still running" kiosk_runs
kiosk_ends 3
check "asked to end, it ends in order" same "$kiosk_status" 0

# ---- from broken to whole ----------------------------------------------------------------------------------------------

printf 'attract: [\n' >"$file"
kiosk --content "$content" --assets "$root/assets"
card=$(picture_after "$empty")
cat "$old" >"$file"
check "a kiosk that began with broken content shows all of it once it is mended" within 5 is_not_shown "$card"
kiosk_ends 3
check "and ends in order" same "$kiosk_status" 0
finish
