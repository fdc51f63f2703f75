#!/usr/bin/env bash
# Every screen with the letters that are really drawn: nothing is cut on any panel; and what staff can break is named.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"

# audits FOLDER [OPTION...]: status and what was said.
audits() {
    told=$(timeout 250 "$build/iop-content" audit "$@" --assets "$root/assets" 2>/dev/null)
    status=$?
}

# With opening hours and notices, so that those screens are looked at, too.
cp -r "$root/content" "$folder/shipped"
cat "$root/tests/fixtures/hours.yaml" >>"$folder/shipped/kiosk.yaml"
audits "$folder/shipped"
check "nothing is cut, hidden, too small or out of reach on any screen of the shipped content" same "$status" 0
rm -r "$folder/shipped"
check "and all of them were looked at" grep -qE ': [0-9]{4,} screens looked at' <<<"$told"

# Arabic, Vietnamese and Chinese; where no font with Chinese letters is installed, that is all that is found.
audits "$root/tests/fixtures/scripts" --json
check "in other scripts, too, but for letters that no installed font has" \
    python3 -c 'import json,sys; rows=json.load(sys.stdin); assert all(r["code"]=="K174" for r in rows), rows' <<<"$told"

# A small folder with what a hurried editor could write.
cp -r "$root/tests/fixtures/tiny/." "$folder"
page=$folder/explainers/first-page.yaml
audits "$folder"
check "a small folder in order is clean" same "$status" 0

sed -i '1i # ☃' "$page"
sed -i 's/^title: .*/title: {en: "Hello 🫠", es: "Hola 🫠"}/' "$page"
line=$(grep -n '^title:' "$page" | cut -d: -f1)
audits "$folder"
check "an emoji that no font has is an error" same "$status" 2
check "at its line" holds "$told" "first-page.yaml:$line:"
check "with its code" holds "$told" "[K174]"
audits "$folder" --json
check "for programs, too" python3 -c 'import json,sys; rows=json.load(sys.stdin); assert rows and all(r["code"]=="K174" for r in rows), rows' <<<"$told"

sed -i "${line}a status: draft" "$page"
audits "$folder"
check "a draft is not looked at" same "$status" 0
audits "$folder" --drafts
check "unless it is asked for" holds "$told" "first-page.yaml:$line:"

timeout 20 "$build/iop-content" audit "$folder/nowhere" >"$folder/said" 2>&1
check "a folder that is not there ends with status 2" same "$?" 2
check "and a sentence" grep -q nowhere "$folder/said"

finish
