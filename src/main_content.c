/* iop-content: the staff's command. Checks, draws and reads the content folder. */
#include "main_content.h"

#include "suggest.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "Usage: iop-content COMMAND [FOLDER] [OPTIONS]\n"
    "\n"
    "  check FOLDER [--json] [--coverage]\n"
    "                    all problems of all files, each with its place and how to mend it: what cannot be\n"
    "                    read, what leads nowhere, words that hurt or are hard to read; and a proof that every\n"
    "                    check does what is promised of it\n"
    "                    (--json: for other programs, as an array that may be empty;\n"
    "                    --coverage: which page covers which agreed topic)\n"
    "  audit FOLDER [--json] [--drafts] [--assets DIR] [--size 1920x1080] [--panel-mm 476]\n"
    "                    lays out every screen in every language and text size on eight panels from 7 to 32 inches, "
    "and\n"
    "                    names what is cut, hidden, too small, too near, without contrast, or out of reach of keys\n"
    "                    (--drafts: with what has `status: draft`; --size: on this panel only, as the kiosk does\n"
    "                    with new content before it shows it)\n"
    "  preview FOLDER --out DIR [--size 1920x1080] [--panel-mm 476] [--language en]\n"
    "                    [--text-size 0-3] [--theme 0-3] [--lower] [--focus STEPS] [--drafts] [--date 2026-11-26]\n"
    "                    [--assets DIR]\n"
    "                    a PNG of every screen and state, and index.html: a picture book to look through,\n"
    "                    print and sign, all languages side by side\n"
    "                    (--focus: with the ring of keys, so many steps behind the title; --drafts: with what has\n"
    "                    `status: draft`, marked as such; --date: as on that day)\n"
    "  preview FOLDER --watch [the same options, but --out and --focus]\n"
    "                    a window that shows one screen, and shows it anew whenever you save\n"
    "  diff OLD NEW [--out DIR] [--size 1920x1080] [--panel-mm 476] [--assets DIR] [--old-assets DIR]\n"
    "                    what a visitor will see changed between two folders: words, each with its line, pictures,\n"
    "                    and the theme of the assets beside each folder, else of --assets and --old-assets;\n"
    "                    --out: and as pictures before and after. Exit status: 0 the same, 1 different, 2 errors.\n"
    "                    An older state, from git:  git worktree add /tmp/old REVISION,  then  diff /tmp/old/content "
    "content\n"
    "  read FOLDER [--language en] [--speech] [--script FILE] [--drafts]\n"
    "                    the kiosk as plain numbered lines: a number touches, b back, h home, q quit\n"
    "                    (--speech: what the voice says after each key; --script: the keys from a file)\n"
    "  read FOLDER --all [--language en] [--speech] [--drafts]\n"
    "                    the words of every screen and state, one after the other, with the file and line of each\n"
    "                    (--speech: as the voice reads them)\n"
    "  explain FOLDER/screenings/ID.yaml\n"
    "                    one check as a table to print, read and sign: signs, rules, results, in all languages\n"
    "  explain K012      what a code of the check means, an example wrong and right, and how to mend it\n"
    "  new page ID --in SECTION | new screening ID | new language TAG   [--content FOLDER]\n"
    "                    a draft to begin with; for a language, the list of texts to translate\n"
    "  pin               asks for the PIN of the staff screen, and prints the line for kiosk.yaml\n"
    "  schema --out DIR [--content FOLDER]\n"
    "                    what each kind of file may hold, as JSON Schema: editors complete and explain keys with it; "
    "texts\n"
    "                    in the languages of FOLDER, else of the folder around DIR\n"
    "  reference [--out FILE]\n"
    "                    the same as a page to read\n"
    "\n"
    "Exit status: 0 all well, 1 warnings only, 2 errors or a wrong command line.\n";

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"check", content_check_command}, {"preview", content_preview_command}, {"diff", content_diff_command},
    {"read", content_read_command},   {"audit", content_audit_command},     {"explain", content_explain_command},
    {"new", content_new_command},     {"schema", content_schema_command},   {"reference", content_reference_command},
    {"pin", content_pin_command}};

int content_usage_error(const char *sentence)
{
    fprintf(stderr, "iop-content: %s\niop-content --help shows all commands.\n", sentence);
    return 2;
}

static int status_of(const struct problems *problems)
{
    return problems->errors > 0 ? 2 : problems->warnings > 0 ? 1 : 0;
}

/* "2026-07-15", in this machine's time zone. */
const char *content_today(void)
{
    static char date[16];
    time_t now = time(NULL);
    struct tm broken_down;
    if (localtime_r(&now, &broken_down) == NULL || strftime(date, sizeof date, "%Y-%m-%d", &broken_down) == 0)
        return "";
    return date;
}

static void print_findings(const char *folder, const struct content *content, const struct problems *problems)
{
    if (problems->count > 0)
        problems_print(problems, stdout, isatty(STDOUT_FILENO) == 1);
    else if (content != NULL)
        printf("%s: %zu pages, %zu checks, %zu languages: all well.\n", folder, content->page_count,
               content->screening_count, content->settings.language_count);
}

/* What stands beside the folder. */
struct check_options {
    bool json, coverage;
};

/* The one folder among the arguments; NULL if the line is not of that form. */
static const char *check_arguments(int argc, char **argv, struct check_options *options)
{
    const char *folder = NULL;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0)
            options->json = true;
        else if (strcmp(argv[i], "--coverage") == 0)
            options->coverage = true;
        else if (argv[i][0] == '-' || folder != NULL)
            return NULL;
        else
            folder = argv[i];
    }
    return folder;
}

int content_check_command(int argc, char **argv)
{
    static struct problems problems;
    struct check_options options = {0};
    const char *folder = check_arguments(argc, argv, &options);
    if (folder == NULL)
        return content_usage_error("check needs one folder.");
    struct content *content = content_load(folder, &problems);
    if (content != NULL) {
        if (options.coverage && !options.json)
            content_print_coverage(folder, content);
        content_judge(folder, content, &problems);
        content_warn_overdue(content, content_today(), &problems);
        problems_sort(&problems);
    }
    if (options.json)
        problems_print_json(&problems, stdout);
    else
        print_findings(folder, content, &problems);
    int status = status_of(&problems);
    content_free(content);
    problems_free(&problems);
    return status;
}

struct content *content_load_or_report(const char *folder, struct load_wish wish)
{
    static struct problems problems;
    wish.today = wish.today != NULL ? wish.today : content_today();
    struct content *content = content_load_as(folder, wish, &problems);
    if (problems.count > 0)
        problems_print(&problems, stderr, isatty(STDERR_FILENO) == 1);
    problems_free(&problems);
    return content;
}

int content_language(const struct content *content, const char *tag)
{
    for (size_t i = 0; i < content->settings.language_count; i++)
        if (strcmp(content->settings.languages[i].tag, tag) == 0)
            return (int)i;
    return -1;
}

int main(int argc, char **argv)
{
    if (argc >= 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0))
        return fputs(usage, stdout) < 0;
    if (argc < 2)
        return content_usage_error("it needs a command.");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    struct suggestion meant = {.written = argv[1]};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        suggest(&meant, commands[i].name);
    if (meant.found == NULL)
        return content_usage_error("that command is not known.");
    char told[80];
    snprintf(told, sizeof told, "that command is not known; did you mean '%.20s'?", meant.found);
    return content_usage_error(told);
}
