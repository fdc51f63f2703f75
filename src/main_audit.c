/* iop-content audit: every screen on every panel, in every language and size, against the rules of layout. */
#include "main_content.h"

#include "audit_report.h"
#include "main_stage.h"
#include "main_workers.h"
#include "text.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FINDINGS = 2000, FIELD_SEPARATOR = '\x1f', NUMBER_BASE = 10 };

struct audit_options {
    const char *folder, *assets;
    bool json;
};

/* The same thing found on several screens is one finding; it shows the first screen in the order of their names. */
struct kept {
    struct finding finding; /* its strings are in memory of its own */
    int more;
};

struct ledger {
    const struct audit_options *options;
    const struct content *content;
    struct theme theme;
    struct arena arena;
    struct kept list[MOST_FINDINGS];
    int count, stops, done, scenes;
};

/* ---- in the process of a part ----------------------------------------------------------------------------- */

static void write_field(FILE *out, const char *string)
{
    for (const char *at = string != NULL ? string : ""; *at != '\0'; at++)
        fputc((unsigned char)*at < ' ' ? ' ' : *at, out);
    fputc(FIELD_SEPARATOR, out);
}

static void tell_finding(void *context, const struct finding *finding)
{
    FILE *out = context;
    fprintf(out, "%d%c%d%c%d%c", (int)finding->rule, FIELD_SEPARATOR, finding->place.line, FIELD_SEPARATOR,
            finding->place.column, FIELD_SEPARATOR);
    write_field(out, finding->place.file);
    write_field(out, finding->where);
    write_field(out, finding->thing);
    write_field(out, finding->detail);
    fputc('\n', out);
    fflush(out);
}

static void tell_progress(void *context)
{
    FILE *out = context;
    fputs("+\n", out);
    fflush(out);
}

static bool audit_part(void *context, int part, int parts, FILE *out)
{
    struct ledger *ledger = context;
    const char *cause = NULL;
    struct raster *raster = stage_raster(ledger->options->folder, ledger->options->assets, &cause);
    if (raster == NULL) {
        fprintf(stderr, "iop-content: %s\n", cause);
        return false;
    }
    struct metrics metrics = raster_metrics(raster);
    struct audit audit = {.content = ledger->content,
                          .theme = &ledger->theme,
                          .metrics = &metrics,
                          .found = tell_finding,
                          .moved_on = tell_progress,
                          .context = out,
                          .part = part,
                          .parts = parts};
    audit_tour(&audit);
    fprintf(out, "=%d\n", audit.scenes);
    raster_close(raster);
    return true;
}

/* ---- in the process that reports ----------------------------------------------------------------------------- */

static void show_progress(struct ledger *ledger)
{
    ledger->done++;
    if (isatty(STDERR_FILENO) == 1)
        fprintf(stderr, "\r\033[Klooking at screen %d of %d%s", ledger->done, ledger->stops,
                ledger->done == ledger->stops ? "\r\033[K" : "");
}

static char *next_field(char **rest)
{
    char *field = *rest, *end = strchr(field, FIELD_SEPARATOR);
    if (end == NULL)
        return field + strlen(field);
    *end = '\0';
    *rest = end + 1;
    return field;
}

static int next_number(char **rest)
{
    return (int)strtol(next_field(rest), NULL, NUMBER_BASE);
}

static bool same_place(struct place a, struct place b)
{
    return a.line == b.line && a.column == b.column && strcmp(a.file, b.file) == 0;
}

static struct kept *find_same(struct ledger *ledger, const struct finding *finding)
{
    for (int i = 0; i < ledger->count; i++) {
        const struct finding *other = &ledger->list[i].finding;
        if (other->rule == finding->rule && same_place(other->place, finding->place) &&
            strcmp(other->thing, finding->thing) == 0)
            return &ledger->list[i];
    }
    return NULL;
}

static struct finding copy_of(struct arena *arena, struct finding finding)
{
    finding.place.file = arena_copy(arena, finding.place.file, strlen(finding.place.file));
    finding.where = arena_copy(arena, finding.where, strlen(finding.where));
    finding.thing = arena_copy(arena, finding.thing, strlen(finding.thing));
    finding.detail = arena_copy(arena, finding.detail, strlen(finding.detail));
    return finding;
}

static void keep(struct ledger *ledger, const struct finding *finding)
{
    struct kept *same = find_same(ledger, finding);
    if (same == NULL) {
        if (ledger->count < MOST_FINDINGS)
            ledger->list[ledger->count++] = (struct kept){copy_of(&ledger->arena, *finding), 0};
        return;
    }
    same->more++;
    int order = strcmp(finding->where, same->finding.where);
    if (order < 0 || (order == 0 && strcmp(finding->detail, same->finding.detail) < 0))
        same->finding = copy_of(&ledger->arena, *finding);
}

static void hear(void *context, char *line)
{
    struct ledger *ledger = context;
    if (line[0] == '+') {
        show_progress(ledger);
        return;
    }
    if (line[0] == '=') {
        ledger->scenes += (int)strtol(line + 1, NULL, NUMBER_BASE);
        return;
    }
    char *rest = line;
    struct finding finding = {.rule = (enum audit_rule)next_number(&rest)};
    finding.place.line = next_number(&rest);
    finding.place.column = next_number(&rest);
    finding.place.file = next_field(&rest);
    finding.where = next_field(&rest);
    finding.thing = next_field(&rest);
    finding.detail = next_field(&rest);
    if (finding.place.file[0] == '\0')
        finding.place.file = ledger->options->folder;
    if (finding.rule < RULE_COUNT)
        keep(ledger, &finding);
}

static int print_report(const struct ledger *ledger, struct problems *problems)
{
    for (int i = 0; i < ledger->count; i++)
        audit_report(problems, &ledger->list[i].finding, ledger->list[i].more);
    problems_sort(problems);
    if (ledger->options->json)
        problems_print_json(problems, stdout);
    else if (problems->count > 0)
        problems_print(problems, stdout, isatty(STDOUT_FILENO) == 1);
    else
        printf("%s: %d screens looked at, in every language, on six panels: nothing is cut, hidden, too small or out "
               "of reach.\n",
               ledger->options->folder, ledger->scenes);
    return problems->errors > 0 ? 2 : problems->warnings > 0 ? 1 : 0;
}

/* ---- the command ------------------------------------------------------------------------------------------------ */

static int read_arguments(int argc, char **argv, struct audit_options *options)
{
    static const struct option known[] = {
        {"json", no_argument, NULL, 'j'}, {"assets", required_argument, NULL, 'a'}, {NULL, 0, NULL, 0}};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'j')
            options->json = true;
        else if (found == 'a')
            options->assets = optarg;
        else
            return content_usage_error("audit knows --json and --assets DIR.");
    }
    if (optind + 1 != argc)
        return content_usage_error("audit needs one folder.");
    options->folder = argv[optind];
    return 0;
}

static int audit_content(struct ledger *ledger, struct problems *problems)
{
    const struct job job = {.work = audit_part, .answer = hear, .context = ledger};
    ledger->stops = audit_stops(ledger->content);
    stage_theme(&ledger->theme, ledger->options->assets);
    return workers_run(&job) ? print_report(ledger, problems) : 2;
}

int content_audit_command(int argc, char **argv)
{
    static struct problems problems;
    static struct ledger ledger;
    struct audit_options options = {.assets = "assets"};
    int status = read_arguments(argc, argv, &options);
    if (status != 0)
        return status;
    struct content *content = content_load(options.folder, &problems);
    ledger.options = &options;
    ledger.content = content;
    if (content != NULL)
        status = audit_content(&ledger, &problems);
    else {
        problems_print(&problems, stdout, isatty(STDOUT_FILENO) == 1);
        status = 2;
    }
    arena_free(&ledger.arena);
    content_free(content);
    problems_free(&problems);
    return status;
}
