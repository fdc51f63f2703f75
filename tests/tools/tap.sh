# shellcheck shell=bash
# For test scripts: each check is one counted test. Source this file, then
#   check "a sentence that should be true" command arguments...
#   finish
# and the script's lines are TAP, which tests/run counts. It also says where things are: $root and $build.
# shellcheck disable=SC2034 # they are for who sources this

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${IOP_BUILD:-$root/build-tests}

checks=0
failed_checks=0

# Runs a command silently; shows what it said only if the check failed.
check() {
    local sentence=$1 said
    shift
    checks=$((checks + 1))
    if said=$("$@" 2>&1); then
        printf 'ok %d - %s\n' "$checks" "$sentence"
    else
        failed_checks=$((failed_checks + 1))
        printf 'not ok %d - %s\n' "$checks" "$sentence"
        printf '%s\n' "$said" | head -n 40 | sed 's/^/# /'
    fi
}

# True if two texts are the same; says so if not.
same() {
    [ "$1" = "$2" ] && return
    printf 'expected: %s\nfound:    %s\n' "$2" "$1"
    return 1
}

# True if a text holds another.
holds() {
    case $1 in
    *"$2"*) return 0 ;;
    esac
    printf 'looked for: %s\nin: %s\n' "$2" "$1"
    return 1
}

# The plan comes last, so that a script that dies on its way is noticed by its exit status and no plan.
finish() {
    printf '1..%d\n' "$checks"
    [ "$failed_checks" -eq 0 ]
}
