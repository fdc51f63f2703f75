#!/usr/bin/env bash
# Staff edit while the kiosk runs, in all the ways in which files are saved: what is whole and can be read on the panel is
# shown between two visits, what is not is never shown. Waits for what must come, however slow the machine is.
set -uo pipefail
# shellcheck source=tests/e2e/stage.sh
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

patience=60 # seconds

# comes COMMAND...: it succeeds some time.
comes() { within "$patience" "$@"; }

# Events of the journal: files were read, or refused.
events() { grep -cE '^iop-kiosk: (reload|content refused)' "$stage_folder/complained"; }
more_events_than() { [ "$(events)" -gt "$1" ]; }

# stands_still PICTURE: the screen shows it for half a second.
stands_still() {
    for _ in $(seq 6); do
        is_shown "$1" || return 1
        sleep 0.1
    done
}

# another_than PICTURE: waits until the screen shows another and stands still; prints it.
another_than() {
    local now
    comes is_not_shown "$1" || true
    for _ in $(seq 20); do
        now=$(picture)
        ! stands_still "$now" || break
    done
    printf '%s\n' "$now"
}

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
kiosk --content "$content" --assets "$stage_folder/assets"
comes complains_of "iop-kiosk: seal" # the first picture stands
before=$(another_than "$empty")

# ---- ways of saving --------------------------------------------------------------------------------------------

seen=$(events)
cp "$new" "$content/home.yaml.part" && mv "$content/home.yaml.part" "$file"
comes more_events_than "$seen"
after=$(another_than "$before")
check "a file that is renamed over the old one is shown" is_not_shown "$before"
cat "$old" >"$file"
check "a file that is written in place is shown" comes is_shown "$before"
rm "$file" && cp "$new" "$file"
check "a file that is deleted and made anew is shown" comes is_shown "$after"
cp "$old" "$content/.home.yaml.swp" && mv "$file" "$file~" && cp "$old" "$file" && rm "$file~" "$content/.home.yaml.swp"
check "an editor with swap and backup files is understood" comes is_shown "$before"
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
check "it is shown when it is whole" comes is_shown "$after"
check "and nobody was told of a mistake" same "$(grep -c error "$stage_folder/complained")" 0

# ---- mistakes --------------------------------------------------------------------------------------------------

forget_complaints
printf 'attract: [\n' >"$file"
check "a broken file is named with its line" comes complains_of "home.yaml:"
check "and the last good content stays" stays "$after"
head -c 900 "$old" >"$file"
check "half a file, as a full disk leaves it, is not shown" stays "$after"
cat "$old" >"$file"
check "when it is mended, it is shown" comes is_shown "$before"
if [ "$(id -u)" -ne 0 ]; then
    chmod 000 "$file"
    check "a file that may not be read is named" comes complains_of "Permission denied"
    check "and the last good content stays, too" is_shown "$before"
    chmod 644 "$file"
fi

# ---- what no visitor could use -----------------------------------------------------------------------------------

word=$(printf 'abcdefghij%.0s' {1..20})
# breaks WHAT FILE OLD NEW LINE: valid YAML, but the screen would not do.
breaks() {
    local kept=$stage_folder/out/kept.yaml
    forget_complaints
    cp "$content/$2" "$kept"
    sed "s/$3/$4/" "$kept" >"$content/$2"
    check "$1 is refused, with file and line" comes complains_of "$2:$5"
    check "the journal says so" comes complains_of "content refused"
    check "and the last good content stays" stays "$before"
    seen=$(events)
    cat "$kept" >"$content/$2"
    comes more_events_than "$seen"
}
line_of() { grep -n "$2" "$content/$1" | head -n 1 | cut -d: -f1; }
breaks "a card whose title is one word of 200 letters" home.yaml "What is an IOP?" "$word" "$(line_of home.yaml "What is an IOP?")"
check "when it is mended, the kiosk is as before" stays "$before"
breaks "an answer as long as a page" screenings/gad-7.yaml 'en: "Not at all"' "en: \"$(printf 'some of the days, or many of them, %.0s' {1..80})\"" \
    "$(line_of screenings/gad-7.yaml 'en: "Not at all"')"
breaks "a name of the clinic that goes on and on" kiosk.yaml "Harbor Behavioral Health" "$(printf 'Harbor and %.0s' {1..60})" \
    "$(line_of kiosk.yaml "Harbor Behavioral Health")"
breaks "an icon that does not exist" home.yaml "icon: favorite" "icon: favorit" ""

# ---- folders ------------------------------------------------------------------------------------------------------

cp -r "$stage_folder/releases/1" "$stage_folder/releases/2"
cp "$new" "$stage_folder/releases/2/home.yaml"
ln -s releases/2 "$stage_folder/next" && mv -T "$stage_folder/next" "$stage_folder/current"
check "a whole folder that is swapped by its link is shown" comes is_shown "$after"
cat "$old" >"$stage_folder/releases/2/home.yaml"
check "and an edit in the new folder, too" comes is_shown "$before"
forget_complaints
mv "$stage_folder/releases/2" "$stage_folder/releases/away"
rm "$stage_folder/current"
check "a folder that is gone is named" comes complains_of "does not exist"
check "and the last good content stays" is_shown "$before"
mv "$stage_folder/releases/away" "$stage_folder/releases/2"
cp "$new" "$stage_folder/releases/2/home.yaml"
ln -s releases/2 "$stage_folder/current"
check "when it is back, it is shown" comes is_shown "$after"

cat "$old" >"$file"
comes is_shown "$before"
forget_complaints
sed -i 's/#1E2A4A/#2A1E4A/g' "$stage_folder/assets/theme.yaml"
check "new colors are read" comes complains_of "reload"
sed -i 's/stop-color="#[0-9A-Fa-f]\{6\}"/stop-color="#345678"/' "$stage_folder/assets/pictures/attract-landscape.svg"
check "a changed picture is shown" comes is_not_shown "$before"
before=$(another_than "$before")
forget_complaints
sed -i 's/#2A1E4A/#2A1E4Z/' "$stage_folder/assets/theme.yaml"
cat "$new" >"$file"
check "a mistake in the theme is told with its line" comes complains_of "must be a color"
check "and holds no content back" comes is_not_shown "$before"
sed -i 's/#2A1E4Z/#2A1E4A/' "$stage_folder/assets/theme.yaml"
cat "$old" >"$file"
check "mended, all is as before" comes is_shown "$before"

# ---- a visit ---------------------------------------------------------------------------------------------------------

touch_named begin:0
home=$(another_than "$before")
seen=$(events)
sed -i 's/What would help today?/What would do you good?/' "$stage_folder/releases/2/home.yaml"
sed -i 's/You .* have to figure it out alone\./New words stand here./' "$stage_folder/releases/2/home.yaml"
check "what is saved during a visit is read" comes more_events_than "$seen"
check "nothing changes under the hands of a visitor" stays "$home"
seen=$(events)
sed -i "s/What is an IOP?/$word/" "$stage_folder/releases/2/home.yaml"
check "what no visitor could use is refused meanwhile" comes more_events_than "$seen"
check "and the visitor sees nothing of it" is_shown "$home"
seen=$(events)
sed -i "s/$word/What is an IOP?/" "$stage_folder/releases/2/home.yaml"
comes more_events_than "$seen"
check "nor of its mending" is_shown "$home"
touch_named "done"
check "the new words are there when the visit has ended" comes is_not_shown "$home"
now=$(another_than "$home")
check "at rest" is_not_shown "$before"
touch_named begin:0
later=$(another_than "$now")
check "and on the home screen of the next visitor" is_not_shown "$home"
check "which the kiosk shows" is_shown "$later"
check "the kiosk is still running" kiosk_runs
kiosk_ends 10
check "asked to end, it ends in order" same "$kiosk_status" 0

# ---- what the kiosk begins with ------------------------------------------------------------------------------------------

sed -i "s/What is an IOP?/$word/" "$file"
kiosk --content "$content" --assets "$root/assets"
check "content that no visitor could use and the kiosk begins with is named" comes complains_of "home.yaml:"
check "as a warning, for there is no better" complains_of "warning:"
seen=$(events)
sed -i 's/You .* have to figure it out alone\./More words stand here./' "$file"
check "it does not hold back another edit" comes more_events_than "$seen"
check "which is taken" complains_of "iop-kiosk: reload"
kiosk_ends 10
check "and the kiosk ends in order" same "$kiosk_status" 0

# ---- from broken to whole ----------------------------------------------------------------------------------------------

printf 'attract: [\n' >"$file"
kiosk --content "$content" --assets "$root/assets"
card=$(another_than "$empty")
sed "s/What is an IOP?/$word/" "$old" >"$file"
check "a kiosk that began with broken content shows all of it once it can be read" comes is_not_shown "$card"
check "though a title is too long, which is told: the card alone would be worse" complains_of "warning:"
kiosk_ends 10
check "and ends in order" same "$kiosk_status" 0
finish
