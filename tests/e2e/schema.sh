#!/usr/bin/env bash
# Editors judge content by the schemas, the kiosk by its tables: they must agree.
set -uo pipefail
# shellcheck source=tests/tools/desk.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/desk.sh"

# Debian's own Python, for which tests/packages.txt installs the libraries.
agrees() { /usr/bin/python3 -B "$root/tests/tools/schema_agrees.py" "$build/iop-content" "$root/content/.schema" "$@"; }

agrees_with() { /usr/bin/python3 -B "$root/tests/tools/schema_agrees.py" "$build/iop-content" "$@"; }
fails() { ! "$@" >/dev/null 2>&1; }

check "the schemas have nothing against sound content" agrees "$root/content" "$root/tests/fixtures/tiny"
check "and refuse the mistakes that a row of the tables knows, and only those" agrees --bad "$root/tests/bad-content"
check "every key is described, and every example fits its place" agrees --examples

# ---- languages: a text must have all of kiosk.yaml, and no other -----------------------------------------

# with_languages FOLDER: are the schemas made for a folder content with its files?
with_languages() {
    timeout 60 "$build/iop-content" schema --out "$folder/schemas" --content "$1" >"$folder/told" &&
        /usr/bin/python3 -B "$root/tests/tools/schema_agrees.py" "$build/iop-content" "$folder/schemas" "$1"
}

cp -r "$root/content" "$folder/content"
sed -i 's/^  - {tag: es.*/&\n  - {tag: ht, name: Kreyòl}/' "$folder/content/kiosk.yaml"
check "for other languages other schemas are made" with_languages "$root/tests/fixtures/scripts"
timeout 60 "$build/iop-content" schema --out "$folder/content/.schema" >"$folder/told"
check "schemas in a content folder ask for the languages of that folder" grep -q "English, Español, Kreyòl" "$folder/told"
check "and then refuse texts without them" fails agrees_with "$folder/content/.schema" "$folder/content"
echo "languages: none" >"$folder/content/kiosk.yaml"
check "without languages there are no schemas" fails timeout 60 "$build/iop-content" schema --out "$folder/none" --content "$folder/content"
finish
