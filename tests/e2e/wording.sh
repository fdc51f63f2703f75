#!/usr/bin/env bash
# What staff see of the check of the wording: a clean folder, a word that hurts, a topic that gets lost, and the table.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"
cp -r "$root/content/." "$folder"
find "$folder" -name '*.yaml' -exec sed -i 's/review_by: *"\?[0-9-]*"\?/review_by: 2999-01-01/' {} + # whatever the day is
goals=$folder/next-steps/small-goals.yaml

# runs ARGUMENTS...: status and what iop-content check said.
runs() {
    told=$(timeout 60 "$build/iop-content" check "$@" 2>&1)
    status=$?
}

runs "$folder"
check "the content that is shipped is clean" same "$status" 0
check "and the check says so" holds "$told" "all well"

runs "$folder" --coverage
check "the table of topics is no complaint" same "$status" 0
check "it names a topic and its page" grep -q '^003-29 .* small-goals$' <<<"$told"
check "it says what is left out" grep -q '^000-25 .* left out: ' <<<"$told"
check "it counts what is missing" holds "$told" "0 without a page"

runs --coverage "$folder"
check "the option may stand in front of the folder" same "$status" 0

sed -i 's/title: {en: "/&For addicts: /' "$goals"
runs "$folder"
check "a word that hurts is a warning" same "$status" 1
check "the word is named with what to write instead" holds "$told" "person with a substance use disorder"
check "the place is that of the word" grep -q 'small-goals.yaml:[0-9]*:1[0-9]*: warning' <<<"$told"

sed -i 's/"003-29"//' "$goals"
runs "$folder"
check "a topic that gets lost is an error" same "$status" 2
check "the topic is named" holds "$told" "no page covers the topic '003-29'"

rm "$folder/words/coverage.yaml"
runs "$folder"
check "without a list of topics none is asked for" same "$status" 1

runs "$folder" --json
check "other programs get the same" holds "$told" '"K143"'

finish
