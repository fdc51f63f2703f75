#!/usr/bin/env bash
# The commonest mistakes are told in the words that tests/bad-content/COMPARED.md shows beside those of other programs.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/../tools/tap.sh"
export IOP_BUILD=$build

check "the commonest mistakes are told as they are compared" /usr/bin/python3 -B "$root/tests/bench/compare-messages" --check
finish
