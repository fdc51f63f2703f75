#!/usr/bin/env bash
# Editors judge content by the schemas, the kiosk by its tables: they must agree.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"

# Debian's own Python, for which tests/packages.txt installs the libraries.
agrees() { /usr/bin/python3 -B "$root/tests/tools/schema_agrees.py" "$build/iop-content" "$root/content/.schema" "$@"; }

check "the schemas have nothing against sound content" agrees "$root/content" "$root/tests/fixtures/tiny"
check "and refuse the mistakes that a row of the tables knows, and only those" agrees --bad "$root/tests/bad-content"
finish
