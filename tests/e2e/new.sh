#!/usr/bin/env bash
# iop-content new: what it makes passes the check, is not shown, and nothing is ever written over.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
content=$folder/content
cp -r "$root/content" "$content"

# runs COMMAND...: status, what it said and what it complained about.
runs() {
    told=$(timeout 60 "$build/iop-content" "$@" 2>"$folder/complained")
    status=$?
    complained=$(cat "$folder/complained")
}

agrees() {
    /usr/bin/python3 -B "$root/tests/tools/schema_agrees.py" "$build/iop-content" "$root/content/.schema" "$content"
}

runs check "$content"
before=$told

# ---- a page ----------------------------------------------------------------------------------------------

runs new page parking --in family --content "$content"
check "a new page is made" same "$status" 0
check "and what happens next is said" holds "$told" "status: draft"
page=$content/family/parking.yaml
check "it lies in its section" test -s "$page"
runs check "$content"
check "it passes the check" same "$status" 0
check "and is not among the pages that are shown" same "$told" "$before"
text=$(cat "$page")
runs new page parking --in family --content "$content"
check "a page that is there is not written over" same "$status" 2
check "with a sentence" holds "$complained" "it is there already"
check "and stays as it was" same "$(cat "$page")" "$text"
runs new page "Next Week" --in family --content "$content"
check "a name that cannot be used gets one that can" holds "$complained" "For example:  next-week"
runs new page help --in family --content "$content"
check "a name that leads to the kiosk itself is refused" holds "$complained" "is taken by the kiosk"
runs new page con --in family --content "$content"
check "and one that Windows cannot keep" holds "$complained" "by Windows"
runs new screening typical-week --content "$content"
check "a name of another section's page is refused" holds "$complained" "explainers/typical-week.yaml cannot be made"
check "and leaves no file" test ! -e "$content/screenings/typical-week.yaml"
for wrong in "Parking --in family" "../up --in family" "up --in nowhere" "up"; do
    # shellcheck disable=SC2086 # an id, an option and its value
    runs new page $wrong --content "$content"
    check "\"$wrong\" is refused" same "$status" 2
done
sed -i '/^status: draft/d' "$page"
runs check "$content"
check "what is still to be written cannot be shown" same "$status" 2
check "and is named at its place" holds "$told" "family/parking.yaml:4:14: error: a text of 'title' is still to be written"
sed -i 's/\[\[//; s/\]\]//; s/\[\[//; s/\]\]//' "$page"
runs check "$content"
check "once written it is a page like any other" same "$status" 0
check "and is shown" holds "$told" "$(($(grep -o '[0-9]* pages' <<<"$before" | cut -d' ' -f1) + 1)) pages"

# ---- the guide's own examples ----------------------------------------------------------------------------

# block BEGINS FILE: the indented lines of content/README.md from the one that begins so, as they are meant.
block() {
    awk -v begins="    $1" 'index($0, begins) == 1 {found = 1} found && /^[^ ]/ {exit} found {print substr($0, 5)}' \
        "$content/README.md" >>"$2"
}
cp "$content/kiosk.yaml" "$folder/kiosk.yaml"
block "order: 45" "$content/explainers/parking-by-the-guide.yaml"
block "hours:" "$content/kiosk.yaml"
check "the guide shows a page" test -s "$content/explainers/parking-by-the-guide.yaml"
runs check "$content"
check "which passes the check, as do its hours and notices" same "$status" 0
rm "$content/explainers/parking-by-the-guide.yaml"
cp "$folder/kiosk.yaml" "$content/kiosk.yaml"

# ---- a check ---------------------------------------------------------------------------------------------

runs new screening sleep --content "$content"
check "a new check is made" same "$status" 0
runs check "$content"
check "it passes the check and its proof" same "$status" 0
runs explain "$content" sleep
check "it can be printed" holds "$told" "a draft, not shown to visitors"
check "editors have nothing against what is made" agrees

# ---- a language ------------------------------------------------------------------------------------------

runs new language ht --content "$content/" --out "$folder/texts.txt"
check "the texts for a new language are listed" same "$status" 0
check "and what to add is said" holds "$told" "- {tag: ht, name:"
check "kiosk.yaml is not changed" same "$(cat "$content/kiosk.yaml")" "$(cat "$root/content/kiosk.yaml")"
list=$(cat "$folder/texts.txt")
check "each with its place" holds "$list" "home.yaml:"
check "and with the words that are there" holds "$list" "en: Touch to begin"
check "texts of checks are among them" holds "$list" "screenings/gad-7.yaml:"
check "each once" same "$(grep -c '^[a-z/0-9-]*\.yaml:' <<<"$list")" "$(grep '^[a-z/0-9-]*\.yaml:' <<<"$list" | sort -u | wc -l)"
runs new language ht --content "$content" --out "$folder/texts.txt"
check "a list that is there is not written over" same "$status" 2
runs new language es --content "$content" --out "$folder/none.txt"
check "a language that is complete lacks nothing" holds "$told" "0 texts have no 'es' yet"
runs new language spanish --content "$content" --out "$folder/none2.txt"
check "the name of a language is no tag" same "$status" 2
runs new language "../x" --content "$content" --out "$folder/none2.txt"
check "what is no language is refused" same "$status" 2
check "and leaves no file" test ! -e "$folder/none2.txt"

# ---- the check for programs ------------------------------------------------------------------------------

runs check "$content" --json
check "a clean folder is an empty array" same "$told" "[]"
check "with status 0" same "$status" 0
printf 'order 30\ntitle: x\n' >"$content/family/odd.yaml"
runs check --json "$content"
check "a mistake ends with status 2" same "$status" 2
check "and is an entry with its place" holds "$told" 'family/odd.yaml", "line": 1, "column": 1, "severity": "error", "code": "K018"'
check "that programs can read" /usr/bin/python3 -c 'import json, sys; json.loads(sys.argv[1])' "$told"
mv "$content/family/odd.yaml" "$content/family/odd.yml"
runs check "$content"
check "warnings alone end with status 1" same "$status" 1
check "and have no colors where nobody looks" lacks "$told" "$(printf '\033')"
check "a mistyped command is told what may have been meant" holds "$("$build/iop-content" chek content 2>&1)" "did you mean 'check'?"
finish
