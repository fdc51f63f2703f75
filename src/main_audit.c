/* iop-content audit: every screen on every panel, in every language and size, against the rules of layout. */
#include "main_content.h"

#include "audit_ledger.h"
#include "main_options.h"
#include "main_stage.h"
#include "main_workers.h"
#include "text.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LEAST_PANEL_MM = 80, MOST_PANEL_MM = 2000 };
enum { FIELD_SEPARATOR = '\x1f', NUMBER_BASE = 10 };

struct audit_options {
    const char *folder, *assets;
    bool json, drafts;
    int width, height, panel_mm; /* width 0: eight usual panels */
};

struct report {
    const struct audit_options *options;
    const struct content *content;
    struct theme theme;
    struct audit_panel panel; /* the only one, if one is asked for */
    struct audit_ledger ledger;
    int stops, done, scenes;
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

static bool tell_progress(void *context)
{
    FILE *out = context;
    fputs("+\n", out);
    return fflush(out) == 0;
}

static bool audit_part(void *context, int part, int parts, FILE *out)
{
    struct report *report = context;
    const char *cause = NULL;
    struct raster *raster = stage_raster(report->options->folder, report->options->assets, &cause);
    if (raster == NULL) {
        fprintf(stderr, "iop-content: %s\n", cause);
        return false;
    }
    struct metrics metrics = raster_metrics(raster);
    struct audit audit = {.content = report->content,
                          .theme = &report->theme,
                          .metrics = &metrics,
                          .found = tell_finding,
                          .moved_on = tell_progress,
                          .context = out,
                          .part = part,
                          .parts = parts};
    if (report->options->width > 0)
        audit_tour_on(&audit, &report->panel);
    else
        audit_tour(&audit);
    fprintf(out, "=%d\n", audit.scenes);
    raster_close(raster);
    return true;
}

/* ---- in the process that reports ----------------------------------------------------------------------------- */

static void show_progress(struct report *report)
{
    report->done++;
    if (isatty(STDERR_FILENO) == 1)
        fprintf(stderr, "\r\033[Klooking at screen %d of %d%s", report->done, report->stops,
                report->done == report->stops ? "\r\033[K" : "");
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

static void hear(void *context, char *line)
{
    struct report *report = context;
    if (line[0] == '+') {
        show_progress(report);
        return;
    }
    if (line[0] == '=') {
        report->scenes += (int)strtol(line + 1, NULL, NUMBER_BASE);
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
        finding.place.file = NULL;
    if (finding.rule < RULE_COUNT)
        audit_ledger_keep(&report->ledger, &finding);
}

/* The panel that was asked for, and how many screens that makes. */
static void choose_panel(struct report *report)
{
    const struct audit_options *options = report->options;
    int width = options->width, height = options->height;
    report->stops = width > 0 ? audit_stops_on(report->content) : audit_stops(report->content);
    if (width > 0)
        report->panel = (struct audit_panel){
            width, height, options->panel_mm > 0 ? (float)options->panel_mm : usual_panel_mm(width, height)};
}

static int print_report(const struct report *report, struct problems *problems)
{
    audit_ledger_report(&report->ledger, problems, SEVERITY_ERROR);
    problems_sort(problems);
    if (report->options->json)
        problems_print_json(problems, stdout);
    else if (problems->count > 0)
        problems_print(problems, stdout, isatty(STDOUT_FILENO) == 1);
    else
        printf(
            "%s: %d screens looked at, in every language, on %s: nothing is cut, hidden, too small or out of reach.\n",
            report->options->folder, report->scenes, report->options->width > 0 ? "this panel" : "eight panels");
    return problems->errors > 0 ? 2 : problems->warnings > 0 ? 1 : 0;
}

/* ---- the command ------------------------------------------------------------------------------------------------ */

static int read_arguments(int argc, char **argv, struct audit_options *options)
{
    static const struct option known[] = {
        {"json", no_argument, NULL, 'j'},           {"drafts", no_argument, NULL, 'd'},
        {"assets", required_argument, NULL, 'a'},   {"size", required_argument, NULL, 's'},
        {"panel-mm", required_argument, NULL, 'm'}, {NULL, 0, NULL, 0}};
    bool good = true;
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'j')
            options->json = true;
        else if (found == 'd')
            options->drafts = true;
        else if (found == 'a')
            options->assets = optarg;
        else if (found == 's')
            good = option_size(optarg, &options->width, &options->height) && good;
        else
            good = found == 'm' && option_number(optarg, LEAST_PANEL_MM, MOST_PANEL_MM, &options->panel_mm) && good;
    }
    if (!good || optind + 1 != argc || (options->panel_mm > 0 && options->width == 0))
        return content_usage_error("audit needs one folder, and knows --json, --drafts, --assets DIR, and --size "
                                   "1920x1080 with --panel-mm 80 to 2000.");
    options->folder = argv[optind];
    return 0;
}

static int audit_content(struct report *report, struct problems *problems)
{
    const struct job job = {.work = audit_part, .answer = hear, .context = report};
    choose_panel(report);
    stage_theme(&report->theme, report->options->assets);
    return workers_run(&job) ? print_report(report, problems) : 2;
}

int content_audit_command(int argc, char **argv)
{
    static struct problems problems;
    static struct report report;
    struct audit_options options = {.assets = "assets"};
    int status = read_arguments(argc, argv, &options);
    if (status != 0)
        return status;
    struct content *content = content_load_as(options.folder, (struct load_wish){.drafts = options.drafts}, &problems);
    report.options = &options;
    report.content = content;
    report.ledger.folder = options.folder;
    if (content != NULL)
        status = audit_content(&report, &problems);
    else {
        problems_print(&problems, stdout, isatty(STDOUT_FILENO) == 1);
        status = 2;
    }
    audit_ledger_free(&report.ledger);
    content_free(content);
    problems_free(&problems);
    return status;
}
