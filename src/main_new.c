/* iop-content new: a page or a check to begin with, and the list of texts that a new language needs. */
#include "main_content.h"

#include "main_new.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { NEW_PATH_MAX = 4096, NEW_TEXT_MAX = 32768, ID_LENGTH_MAX = 64 };

static const char usage_sentence[] =
    "new needs one of:  new page ID --in SECTION,  new screening ID,  new language TAG;  and maybe  --content FOLDER.";

/* ---- from a pattern to a file -------------------------------------------------------------------------- */

/* The first words are English and stand for all other languages, too: whoever translates has something to read. */
static void add_in_brackets(struct text *out, const char *tag, const char *words)
{
    const char *bar = strchr(words, '|');
    const char *end = strchr(words, '}');
    bool spanish = strcmp(tag, "es") == 0;
    const char *from = spanish ? bar + 1 : words;
    text_addf(out, "[[%.*s]]", (int)((spanish ? end : bar) - from), from);
}

/* @{The title|El título} becomes {en: "[[The title]]", es: "[[El título]]"}, in the languages of the kiosk. */
static void add_inline(struct text *out, const struct settings *settings, const char *words)
{
    for (size_t l = 0; l < settings->language_count; l++) {
        text_addf(out, "%s%s: \"", l == 0 ? "{" : ", ", settings->languages[l].tag);
        add_in_brackets(out, settings->languages[l].tag, words);
        text_add(out, "\"");
    }
    text_add(out, "}");
}

/* The same as a block of lines for each language, as wide in as the column of the mark. */
static void add_block(struct text *out, const struct settings *settings, const char *words)
{
    int indent = 0;
    while (out->length > 0 && out->bytes[out->length - 1] == ' ') {
        out->bytes[--out->length] = '\0';
        indent++;
    }
    for (size_t l = 0; l < settings->language_count; l++) {
        text_addf(out, "%s%*s%s: |\n%*s", l == 0 ? "" : "\n", indent, "", settings->languages[l].tag, indent + 2, "");
        add_in_brackets(out, settings->languages[l].tag, words);
    }
}

static void fill_in(struct text *out, const struct settings *settings, const char *pattern)
{
    for (const char *at = pattern; *at != '\0'; at++) {
        bool block = strncmp(at, "@|{", 3) == 0;
        if (!block && strncmp(at, "@{", 2) != 0) {
            text_add_bytes(out, at, 1);
            continue;
        }
        (block ? add_block : add_inline)(out, settings, at + (block ? 3 : 2));
        at = strchr(at, '}');
    }
}

/* ---- one file ------------------------------------------------------------------------------------------- */

struct new_file {
    const char *content; /* the folder */
    const char *part;    /* "explainers", "screenings" */
    const char *id;
    const char *pattern;
};

static bool is_listed(const char *const *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

/* Names that lead elsewhere: screens of the kiosk, and devices to Windows, on which staff may edit. */
static bool is_taken(const char *id)
{
    static const char *const names[] = {"checks", "help", "con", "prn", "aux", "nul"};
    bool port = strlen(id) == 4 && (strncmp(id, "com", 3) == 0 || strncmp(id, "lpt", 3) == 0) && id[3] >= '1';
    return port || is_listed(names, sizeof names / sizeof *names, id);
}

/* Pages and checks lead to each other by these names: one name, one file, in whatever folder. Fills where it lies. */
static bool is_used(const char *folder, const char *id, char path[NEW_PATH_MAX])
{
    glob_t found = {0};
    int length =
        snprintf(path, NEW_PATH_MAX, "%s/{explainers,compare,family,next-steps,about,screenings}/%s.yaml", folder, id);
    bool used = length < NEW_PATH_MAX && glob(path, GLOB_BRACE, NULL, &found) == 0 && found.gl_pathc > 0;
    if (used)
        snprintf(path, NEW_PATH_MAX, "%s", found.gl_pathv[0]);
    globfree(&found);
    return used;
}

/* "Mañana 2!" -> "ma-ana-2": what the name could be; "parking" if nothing of it is left. */
static void suggest_id(const char *wanted, char out[ID_LENGTH_MAX + 1])
{
    size_t length = 0;
    for (const char *at = wanted; *at != '\0' && length < ID_LENGTH_MAX; at++) {
        bool fits = isalnum((unsigned char)*at) != 0;
        if (fits || (length > 0 && out[length - 1] != '-'))
            out[length++] = fits ? (char)tolower((unsigned char)*at) : '-';
    }
    while (length > 0 && out[length - 1] == '-')
        length--;
    out[length] = '\0';
    if (length < 3)
        strcpy(out, "parking");
}

static bool is_id(const char *id)
{
    size_t length = strlen(id);
    return length > 0 && length <= ID_LENGTH_MAX && id[0] != '-' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-") == length;
}

static int refuse(const char *path, const char *reason)
{
    fprintf(stderr, "iop-content: The file %s cannot be made: %s.\n", path, reason);
    return 2;
}

/* "x": what is there already is never written over. */
static int write_new(const char *path, const char *text)
{
    FILE *out = fopen(path, "wx");
    if (out == NULL)
        return refuse(path, errno == EEXIST ? "it is there already, and nothing is written over" : strerror(errno));
    bool whole = fputs(text, out) >= 0;
    return fclose(out) == 0 && whole ? 0 : refuse(path, strerror(errno));
}

static int make_file(const struct new_file *file, const struct settings *settings, char path[NEW_PATH_MAX])
{
    static char bytes[NEW_TEXT_MAX];
    struct text text = text_in(bytes, sizeof bytes);
    if (!is_id(file->id)) {
        char id[ID_LENGTH_MAX + 1];
        suggest_id(file->id, id);
        fprintf(
            stderr,
            "iop-content: The name '%.80s' cannot be used. It has small letters from a to z, digits and dashes only, "
            "at most %d. For example:  %s\n",
            file->id, ID_LENGTH_MAX, id);
        return 2;
    }
    if (is_taken(file->id)) {
        fprintf(stderr,
                "iop-content: The name '%s' is taken by the kiosk or by Windows. Choose another, such as  %s-page\n",
                file->id, file->id);
        return 2;
    }
    if (is_used(file->content, file->id, path))
        return refuse(path, "it is there already, and nothing is written over. Choose another name");
    if (snprintf(path, NEW_PATH_MAX, "%s/%s/%s.yaml", file->content, file->part, file->id) >= NEW_PATH_MAX)
        return content_usage_error("that folder's name is too long.");
    fill_in(&text, settings, file->pattern);
    return write_new(path, bytes);
}

static int new_page(const struct new_options *options, const struct content *content)
{
    char path[NEW_PATH_MAX];
    bool known = false;
    for (size_t i = 0; i < content->section_count; i++)
        known = known || strcmp(content->sections[i].id, options->section) == 0;
    if (!known)
        return content_usage_error("a page lies in a section: --in explainers, compare, family or next-steps.");
    const struct new_file file = {options->content, options->section, options->id, new_page_pattern};
    int status = make_file(&file, &content->settings, path);
    if (status == 0)
        printf("A new page lies in %s. Visitors do not see it yet: it is a draft.\n"
               "\n"
               "What happens next:\n"
               "  1. Open it and write your text in place of each [[…]], brackets and all.\n"
               "  2. Look at it: iop-content preview %s --watch --drafts\n"
               "  3. Let somebody who knows the other language, and a clinician, read it.\n"
               "  4. Take the line  status: draft  out.\n"
               "  5. iop-content check %s    until it finds nothing\n"
               "Then the page stands in the menu of its section.\n",
               path, options->content, options->content);
    return status;
}

static int new_screening(const struct new_options *options, const struct content *content)
{
    char path[NEW_PATH_MAX];
    const struct new_file file = {options->content, "screenings", options->id, new_screening_pattern};
    int status = make_file(&file, &content->settings, path);
    if (status == 0)
        printf("A new check lies in %s. Visitors do not see it yet: it is a draft.\n"
               "\n"
               "What happens next:\n"
               "  1. Open it and write your text in place of each [[…]]. If the check has an owner, take the owner's\n"
               "     words letter by letter, in each language, and write in license_note by what right.\n"
               "  2. iop-content check %s    until it finds nothing: it also tries all answers\n"
               "  3. iop-content explain %s\n"
               "     Print it. A clinician reads it, judges it and signs it.\n"
               "  4. Only then write  status: active  in place of  status: draft.\n",
               path, options->content, path);
    return status;
}

/* ---- the command ---------------------------------------------------------------------------------------- */

static bool read_options(int argc, char **argv, struct new_options *options)
{
    static const struct option known[] = {{"in", required_argument, NULL, 'i'},
                                          {"content", required_argument, NULL, 'c'},
                                          {"out", required_argument, NULL, 'o'},
                                          {NULL, 0, NULL, 0}};
    static char folder[NEW_PATH_MAX] = "content";
    *options = (struct new_options){.section = ""};
    opterr = 0;
    for (int c = getopt_long(argc, argv, "", known, NULL); c != -1; c = getopt_long(argc, argv, "", known, NULL)) {
        if (c == 'i')
            options->section = optarg;
        else if (c == 'c')
            snprintf(folder, sizeof folder, "%s", optarg);
        else if (c == 'o')
            options->out = optarg;
        else
            return false;
    }
    if (optind + 2 != argc)
        return false;
    /* "content/" and "content" name the same folder, and a copy beside it is told by its name. */
    for (size_t length = strlen(folder); length > 1 && folder[length - 1] == '/'; length--)
        folder[length - 1] = '\0';
    options->content = folder;
    options->kind = argv[optind];
    options->id = argv[optind + 1];
    return true;
}

int content_new_command(int argc, char **argv)
{
    static const struct {
        const char *kind;
        int (*make)(const struct new_options *options, const struct content *content);
    } kinds[] = {{"page", new_page}, {"screening", new_screening}, {"language", new_language}};
    struct new_options options;
    if (!read_options(argc, argv, &options))
        return content_usage_error(usage_sentence);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].kind, options.kind) != 0)
            continue;
        struct content *content = content_load_or_report(options.content, (struct load_wish){0});
        if (content == NULL) {
            fprintf(stderr, "iop-content: Mend %s first, so that what is new can be told from what was wrong.\n",
                    options.content);
            return 2;
        }
        int status = kinds[i].make(&options, content);
        content_free(content);
        return status;
    }
    return content_usage_error(usage_sentence);
}
