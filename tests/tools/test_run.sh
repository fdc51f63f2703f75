#!/usr/bin/env bash
# Does tests/run add up and end as it promises? Asked with a copy of it in a project of four small scripts.
# shellcheck disable=SC2016 # the stand-ins expand their variables when they run, not here
set -uo pipefail
# shellcheck source=tests/tools/tap.sh
. "$(dirname "${BASH_SOURCE[0]}")/tap.sh"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# A project whose test programs are given by name; "broken" does not build.
project() {
    rm -rf "${place:?}"/*
    mkdir -p "$place/tests/tools" "$place/tests/e2e" "$place/kiosk" "$place/programs"
    cp "$root/tests/run" "$place/tests/"
    cp "$root/tests/tools/tally" "$place/tests/tools/"
    printf '#!/bin/sh\nexit %s\n' "${install_status:-0}" >"$place/kiosk/install-packages"
    printf '#!/bin/sh\necho 1..2; echo "ok 1 - a"; echo "ok 2 - b"\n' >"$place/programs/passing"
    printf '#!/bin/sh\necho 1..2; echo "ok 1 - a"; echo "not ok 2 - b"; exit 1\n' >"$place/programs/failing"
    printf '#!/bin/sh\necho 1..2; echo "ok 1 - a"; kill -SEGV $$\n' >"$place/programs/crashing"
    chmod +x "$place/kiosk/install-packages" "$place"/programs/*
    : >"$place/programs.txt"
    [ $# -eq 0 ] || printf '%s\n' "$@" >"$place/programs.txt"
    cat >"$place/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(dummy NONE)
file(COPY programs/ programs.txt DESTINATION \${CMAKE_BINARY_DIR}/tests)
END
    case " $* " in
    *" broken "*) echo 'message(FATAL_ERROR "this project does not build")' >>"$place/CMakeLists.txt" ;;
    esac
}

run_project() {
    "$place/tests/run" >"$place/output" 2>&1
    printf 'status %s, ' "$?"
    tail -n 1 "$place/output"
}

project passing
check "passing programs are counted in both builds" same "$(run_project)" "status 0, 4 passed, 0 failed"
printf '#!/bin/sh\ntest -d "$IOP_BUILD"\n' >"$place/tests/e2e/starts.sh"
check "a script that may not be started is left alone" same "$(run_project)" "status 0, 4 passed, 0 failed"
chmod +x "$place/tests/e2e/starts.sh"
check "test scripts run once and know the build" same "$(run_project)" "status 0, 5 passed, 0 failed"
project passing failing
check "one failing test fails the whole run" same "$(run_project)" "status 1, 6 passed, 2 failed"
project passing crashing
check "a crash fails the whole run" same "$(run_project)" "status 1, 6 passed, 2 failed"
project passing missing
check "a declared program that was not built fails the run" same "$(run_project)" "status 1, 4 passed, 2 failed"
project
check "a run without any test is no success" same "$(run_project)" "status 1, 0 passed, 0 failed"
project broken
check "a build that fails is a failure" same "$(run_project)" "status 1, 0 passed, 2 failed"
check "the reason is shown" holds "$(cat "$place/output")" "this project does not build"
install_status=1 project passing
check "packages that cannot be installed are a failure" same "$(run_project)" "status 1, 0 passed, 1 failed"
finish
