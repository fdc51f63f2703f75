# Turns what bench_drive printed, each line with the program's name before it, into one table.

function keep(key, value) {
    values[key, ++count[key]] = value
}

# Sorts a copy; few values, so simply. share: 0.5 is the median.
function quantile(key, share,    sorted, i, j, value, last) {
    last = count[key]
    for (i = 1; i <= last; i++) {
        value = values[key, i]
        for (j = i - 1; j >= 1 && sorted[j] > value; j--)
            sorted[j + 1] = sorted[j]
        sorted[j + 1] = value
    }
    i = int(share * (last - 1)) + 1
    return i < last ? sorted[i] + (share * (last - 1) - (i - 1)) * (sorted[i + 1] - sorted[i]) : sorted[last]
}

function figure(key, share) {
    return count[key] ? sprintf("%.1f", quantile(key, share)) : "-"
}

function heading(words) {
    printf "\n%-38s %9s %9s %9s %7s  %s\n", words, "median", "p95", "floor", "ratio", "goal"
}

# The floor's key is what the kiosk's figure is compared with; "" if with nothing.
function row(words, key, floor_key, goal,    ratio) {
    ratio = count[key] && count[floor_key] ? sprintf("%.2f", quantile(key, 0.5) / quantile(floor_key, 0.5)) : ""
    printf "%-38s %9s %9s %9s %7s  %s\n", "  " words, figure(key, 0.5), figure(key, 0.95),
        floor_key == "" ? "" : figure(floor_key, 0.5), ratio, goal
}

function plain_row(words, value, goal) {
    printf "%-38s %9s %27s  %s\n", "  " words, value, "", goal
}

function mebibytes(kibibytes) {
    return sprintf("%.1f", kibibytes / 1024)
}

function memory_row(words, key, goal) {
    if (memory[key] > 0)
        printf "%-48s %19s %7.2f  %s\n", "  " words, mebibytes(memory[key]), memory["kiosk every-page"] / memory[key], goal
}

$2 == "start" {
    keep($1 " first", $4)
    keep($1 " complete", $5)
    keep($1 " start cpu", $6)
}

$2 == "touch" {
    keep($1 " " $3, $5)
    split($3, part, ":")
    if (part[2] != "back")
        keep($1 " " part[1], $5)
    if (part[2] == "begin")
        keep($1 " begin", $5)
    last_opened[$1] = part[1] == "way" ? $5 : last_opened[$1]
    if (part[1] == "page" && part[2] != "back") {
        keep($1 " all pages", $5)
        if ($1 == "kiosk" && !(part[2] in known)) {
            known[part[2]] = ++cards
            card[cards] = part[2]
        }
    }
}

$2 == "missed" { missed = missed " " $1 ":" $3 }
$2 == "drag" { keep($1 " drag " $3, $4) }
$2 == "memory" { memory[$1 " " $3] = $4; own[$1 " " $3] = $5 }
$2 == "rest" { resting[$1 " " $3] = $4 " / " ($5 < 0 ? "?" : $5) }

END {
    heading("Start, ms")
    row("first pixel", "kiosk first", "floor first", "")
    row("first complete screen", "kiosk complete", "floor complete", "2, aim 1.2")
    row("the same, a floor that keeps nothing", "kiosk complete", "lean complete", "")
    row("processor time", "kiosk start cpu", "floor start cpu", "")

    heading("Touch to complete page, ms")
    for (i = 1; i <= cards; i++)
        row(card[i], "kiosk page:" card[i], "floor page:card", "")
    row("all cards", "kiosk all pages", "floor page:card", "3; p95 16.7")
    row("first time in a visit", "kiosk cold", "", "")
    row("first touch of a visit: home", "kiosk begin", "", "")
    plain_row("a page of 100 times the text", sprintf("%.1f", last_opened["long"]), "")
    row("an answer", "kiosk answer", "floor page:card", "3; p95 16.7")
    row("the end of a visit: attract screen", "kiosk end", "", "")
    row("Back", "kiosk page:back", "floor page:back", "3; p95 16.7")

    heading("Scrolling, ms of processor for a step")
    row("longest page", "kiosk drag text", "floor drag text", "6")
    row("100 times the text", "long drag text", "", "6")

    print "\nMemory, MiB"
    plain_row("after every page", mebibytes(memory["kiosk every-page"]), "")
    memory_row("compared with the floor at home", "floor home", "2")
    memory_row("compared with a floor that keeps nothing", "lean every-page", "")
    plain_row("on the attract screen", mebibytes(memory["kiosk attract"]), "")
    plain_row("grown by " changes " page changes", mebibytes(own["kiosk many"] - own["kiosk every-page"]), "1")

    printf "\nAt rest for %s s: times woken / X requests\n", seconds
    plain_row("attract screen", resting["kiosk attract"], "0 / 0")
    plain_row("home, somebody was there", resting["kiosk home"], "0 / 0")
    plain_row("floor", resting["floor attract"], "")
    if (missed != "")
        print "\nTouches that changed nothing:" missed
}
