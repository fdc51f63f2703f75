#!/usr/bin/env bash
# The commonest mistakes are told in the words that tests/bad-content/COMPARED.md shows beside those of other programs.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export IOP_BUILD=${IOP_BUILD:-$root/build-tests}
# shellcheck source=tests/tools/tap.sh
. "$root/tests/tools/tap.sh"

check "the commonest mistakes are told as they are compared" /usr/bin/python3 -B "$root/tests/bench/compare-messages" --check
finish
