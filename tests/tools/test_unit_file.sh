#!/usr/bin/env bash
# The unit that starts the kiosk is one that systemd understands, and leaves little to whoever would break out.
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
unit=$root/kiosk/iop-kiosk.service

sets() { grep -qxF "$1" "$unit"; }

check "systemd is there to read it" command -v systemd-analyze
check "every line is understood" same "$(timeout 60 systemd-analyze verify "$unit" 2>&1 | grep -F "$unit" | grep -v 'is not executable')" ""
check "its exposure is at most 2.5 of 10" timeout 60 systemd-analyze security --offline=yes --threshold=25 "$unit"
check "no core of a visit is ever written" sets "LimitCORE=0"
check "nor is a visit swapped out" sets "MemorySwapMax=0"
check "whatever ends it, it comes back" sets "Restart=always"
finish
