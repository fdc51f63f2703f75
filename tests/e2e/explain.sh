#!/usr/bin/env bash
# The table of a check that a clinician prints and signs, the codes of the check, and the proof of the rules.
set -uo pipefail
export LC_ALL=C.UTF-8 # characters are counted, not bytes
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
cp -r "$root/content/." "$folder"
rules=$folder/screenings/iop-fit.yaml

# runs COMMAND...: status, what it said and what it complained about.
runs() {
    told=$(timeout 60 "$@" 2>"$folder/.complained")
    status=$?
    complained=$(cat "$folder/.complained")
}

# The words of a table without its line breaks.
flat() { printf '%s' "$told" | tr -s ' \n' ' '; }

every_sign_and_rule_is_printed() {
    local name missing=0
    while read -r name; do
        grep -q "^  $name  *[A-Z]" <<<"$told" || { echo "no sign $name"; missing=1; }
    done < <(grep -o 'sign: [A-Z][0-9]*' "$rules" | sort -u | sed 's/sign: //')
    while read -r name; do
        grep -q "\[$name\]" <<<"$told" || { echo "no rule $name"; missing=1; }
    done < <(sed -n '/^rules:/,/^outcomes:/s/^ *- id: \([a-z0-9_]*\).*/\1/p' "$rules")
    return "$missing"
}

no_line_is_too_long() {
    local line
    while IFS= read -r line; do
        [ "${#line}" -le 78 ] || { echo "$line"; return 1; }
    done <<<"$(grep -v '^File ' <<<"$told")"
}

runs "$build/iop-content" explain "$rules"
check "the table of the rules is printed" same "$status" 0
check "with every sign and every rule" every_sign_and_rule_is_printed
check "rules are told in words" holds "$(flat)" "IF at least 1 of group C AND (at least 1 of group A OR at least 1 of group B) [r6]"
check "and the last one takes the rest" holds "$(flat)" "IN EVERY OTHER CASE [r9]"
check "in Spanish, too" holds "$(flat)" "La terapia una vez por semana no me ayuda lo suficiente."
check "what never enters is named" holds "$told" "What never enters"
check "there is room for a signature" holds "$told" "Signature  ____"
check "it fits on paper" no_line_is_too_long

first=$(grep '^Revision' <<<"$told")
runs "$build/iop-content" explain "$folder" iop-fit
check "a folder and an id name the same file" same "$(grep '^Revision' <<<"$told")" "$first"
sed -i 's/My therapist or doctor suggested an IOP/My therapist suggested an IOP/' "$rules"
runs "$build/iop-content" explain "$rules"
[ "$(grep '^Revision' <<<"$told")" != "$first" ]
check "a changed word changes the revision" same "$?" 0

runs "$build/iop-content" explain "$folder/screenings/phq-9.yaml"
check "a check with points is printed with its points" holds "$(flat)" "3 = Nearly every day"
check "and its totals" holds "$(flat)" "20 to 27 severe"

runs "$build/iop-content" explain "$folder" no-such-check
check "a check that is not there ends with status 2" same "$status" 2
check "and a sentence" holds "$complained" "There is no check 'no-such-check'"
runs "$build/iop-content" explain "$folder/home.yaml"
check "a file that is no check is refused" same "$status" 2
check "with the way to write it" holds "$complained" "FOLDER/screenings/ID.yaml"

# ---- codes of the check ------------------------------------------------------------------------------------

runs "$build/iop-content" explain K010
check "a code is explained" same "$status" 0
check "by what it means" holds "$told" "K010, an error: A line has two colons."
check "by an example that is wrong" holds "$told" "reviewer: Ana Ruiz: nurse"
check "and one that is right" holds "$told" 'reviewer: "Ana Ruiz: nurse"'
runs "$build/iop-content" explain k999
check "a code that does not exist ends with status 2" same "$status" 2
check "and says where codes stand" holds "$complained" "codes in brackets"

# ---- the proof, as staff meet it --------------------------------------------------------------------------

sed -i '/- id: r4/,/outcome:/s/outcome: ask_iop/outcome: weekly/' "$rules"
runs "$build/iop-content" check "$folder"
check "a broken rule is an error" same "$status" 2
check "in plain words" holds "$told" "one more sign lowers the need"
check "with the signs that show it" holds "$told" "B1 I feel overwhelmed"
check "at the place of the rule" holds "$told" "screenings/iop-fit.yaml:$(grep -n 'id: r4' "$rules" | cut -d: -f1):"

finish
