/* iop-content diff: what a visitor will see changed between two content folders. */
#include "main_diff.h"

#include "digest.h"
#include "main_content.h"
#include "main_html.h"
#include "main_lines.h"
#include "main_options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Words that stand on many screens, such as the help bar's, are told where they are met first. */
struct told {
    uint64_t *marks;
    size_t count, room;
};

/* ---- comparing ------------------------------------------------------------------------------------------------- */

static void read_side(struct side *side, int stop_index, int language)
{
    struct stop stop;
    if (stop_index >= 0 && language >= 0 && tour_stop(side->content, stop_index, language, &stop))
        reading_take(&side->reading, &side->app, &stop);
    else
        side->reading.count = side->reading.picture_count = 0;
}

static struct line_list list_of(const struct reading *reading, const char **lines)
{
    for (int i = 0; i < reading->count; i++)
        lines[i] = reading->lines[i].words;
    return (struct line_list){lines, reading->count};
}

/* Actions name pages by their index, which moves when a page comes before them: "[page 4 0]" is left out. */
static void add_shape(FILE *out, const char *tree)
{
    while (*tree != '\0') {
        size_t length = strcspn(tree, "\n");
        const char *action = NULL;
        for (const char *at = tree; at < tree + length; at++)
            action = *at == '"' ? NULL : action == NULL && at[0] == ' ' && at[1] == '[' ? at : action;
        fwrite(tree, 1, action != NULL ? (size_t)(action - tree) : length, out);
        fputc('\n', out);
        tree += length + (tree[length] == '\n');
    }
}

static bool trees_differ(const char *old, const char *new)
{
    char *texts[2] = {NULL, NULL};
    size_t sizes[2] = {0, 0};
    const char *trees[] = {old, new};
    for (int i = 0; i < 2; i++) {
        FILE *out = open_memstream(&texts[i], &sizes[i]);
        if (out == NULL)
            continue;
        add_shape(out, trees[i]);
        fclose(out);
    }
    bool differ = texts[0] == NULL || texts[1] == NULL || strcmp(texts[0], texts[1]) != 0;
    free(texts[0]);
    free(texts[1]);
    return differ;
}

bool diff_compare(struct diff *diff, struct difference at)
{
    static const char *old_lines[MOST_LINES_READ], *new_lines[MOST_LINES_READ];
    read_side(&diff->old, at.old_stop, at.old_language);
    read_side(&diff->new, at.new_stop, at.new_language);
    bool alone = at.old_stop < 0 || at.new_stop < 0 || at.old_language < 0 || at.new_language < 0;
    diff->pictured = !alone && pictures_differ((struct pictured){&diff->old.files, &diff->old.reading},
                                               (struct pictured){&diff->new.files, &diff->new.reading}, &diff->changes,
                                               diff->new.names[at.new_stop]);
    diff->edit_count =
        edits_find(list_of(&diff->old.reading, old_lines), list_of(&diff->new.reading, new_lines), diff->edits);
    if (alone || diff->pictured)
        return true;
    for (int i = 0; i < diff->edit_count; i++)
        if (diff->edits[i].kind != EDIT_SAME)
            return true;
    return trees_differ(diff->old.reading.tree, diff->new.reading.tree);
}

const struct reading_line *diff_line(const struct diff *diff, const struct edit *edit)
{
    const struct side *side = edit->kind == EDIT_REMOVED ? &diff->old : &diff->new;
    return &side->reading.lines[edit->index];
}

/* ---- telling ----------------------------------------------------------------------------------------------------- */

/* True the first time. */
static bool is_news(struct told *told, enum edit_kind kind, const char *words)
{
    uint64_t mark = digest_bytes(digest_bytes(0, &kind, sizeof kind), words, strlen(words));
    for (size_t i = 0; i < told->count; i++)
        if (told->marks[i] == mark)
            return false;
    if (told->count == told->room) {
        size_t room = told->room * 2 + 64;
        uint64_t *marks = realloc(told->marks, room * sizeof *marks);
        if (marks == NULL)
            return true;
        told->marks = marks;
        told->room = room;
    }
    told->marks[told->count++] = mark;
    return true;
}

static void print_heading(const struct diff *diff, struct difference at)
{
    bool gone = at.new_stop < 0 || at.new_language < 0;
    const struct side *side = gone ? &diff->old : &diff->new;
    int language = gone ? at.old_language : at.new_language;
    printf("\n%s  (%s, %s)%s\n", side->reading.title, side->names[gone ? at.old_stop : at.new_stop],
           side->content->settings.languages[language].tag,
           gone                                     ? ": gone"
           : at.old_stop < 0 || at.old_language < 0 ? ": new"
                                                    : "");
}

static void print_edit(const struct diff *diff, const struct edit *edit)
{
    const struct reading_line *line = diff_line(diff, edit);
    printf("  %c %s\n", edit->kind == EDIT_REMOVED ? '-' : '+', line->words);
    if (line->place.line > 0)
        printf("      %s%s:%d\n", edit->kind == EDIT_REMOVED ? "was in " : "", line->place.file, line->place.line);
}

/* Of a screen that is only there once: it and where it stands, and what is new in words. */
static void tell_alone(const struct diff *diff, struct difference at, struct told *told)
{
    bool gone = at.new_stop < 0 || at.new_language < 0;
    const struct reading *reading = gone ? &diff->old.reading : &diff->new.reading;
    print_heading(diff, at);
    if (reading->place.line > 0)
        printf("      %s%s:%d\n", gone ? "was in " : "", reading->place.file, reading->place.line);
    for (int i = 0; i < diff->edit_count; i++) {
        const struct reading_line *line = diff_line(diff, &diff->edits[i]);
        bool own = line->place.line > 0 && strcmp(line->place.file, reading->place.file) == 0;
        if (!gone && own && is_news(told, EDIT_ADDED, line->words))
            print_edit(diff, &diff->edits[i]);
    }
}

static void tell(const struct diff *diff, struct difference at, struct told *told)
{
    bool headed = false, worded = false;
    for (int i = 0; i < diff->edit_count; i++) {
        const struct edit *edit = &diff->edits[i];
        worded = worded || edit->kind != EDIT_SAME;
        if (edit->kind == EDIT_SAME || !is_news(told, edit->kind, diff_line(diff, edit)->words))
            continue;
        if (!headed)
            print_heading(diff, at);
        headed = true;
        print_edit(diff, edit);
    }
    if (worded || !trees_differ(diff->old.reading.tree, diff->new.reading.tree))
        return; /* pictures are told at the end */
    print_heading(diff, at);
    printf("  the words are the same; an icon, a picture or the order of things is not\n");
}

static void tell_pictures(const struct diff *diff)
{
    char sentence[3 * PICTURE_FILE_PATH];
    for (int i = 0; i < diff->changes.count; i++) {
        picture_sentence(&diff->changes.list[i], sentence, sizeof sentence);
        printf("\n%s\n", sentence);
        put_line("  shown on: ", 4, "%s", diff->changes.list[i].screens);
    }
}

static void tell_theme(const struct diff *diff)
{
    if (diff->theme.count == 0)
        return;
    printf("\nthe colors and sizes of every screen: %s/theme.yaml\n", diff->new.assets);
    for (int i = 0; i < diff->theme.count; i++)
        printf("  %s\n", diff->theme.list[i].words);
}

/* ---- all screens ----------------------------------------------------------------------------------------------------
 */

static bool open_side(struct side *side, const char *folder)
{
    struct stop stop;
    side->folder = folder;
    side->files.content = folder;
    side->files.assets = side->assets;
    side->content = content_load_or_report(folder, (struct load_wish){0});
    if (side->content == NULL)
        return false;
    side->stops = tour_length(side->content);
    side->names = calloc((size_t)side->stops + 1, sizeof *side->names);
    for (int i = 0; side->names != NULL && tour_stop(side->content, i, 0, &stop); i++)
        memcpy(side->names[i], stop.name, sizeof stop.name);
    reading_app(&side->app, side->content, 1920, 1080, usual_panel_mm(1920, 1080));
    return side->names != NULL;
}

static void close_side(struct side *side)
{
    if (side->content == NULL)
        return;
    app_close(&side->app);
    reading_free(&side->reading);
    free(side->names);
    content_free(side->content);
}

static int find(const struct side *side, const char *name)
{
    for (int i = 0; i < side->stops; i++)
        if (strcmp(side->names[i], name) == 0)
            return i;
    return -1;
}

static void compare_one(struct diff *diff, struct difference at, struct told *told)
{
    diff->compared++;
    if (!diff_compare(diff, at))
        return;
    diff->list[diff->count++] = at;
    if (at.old_stop < 0 || at.new_stop < 0 || at.old_language < 0 || at.new_language < 0)
        tell_alone(diff, at, told);
    else
        tell(diff, at, told);
}

/* Those of one language; a tag that only one side knows has an index of -1 on the other. */
static void compare_language(struct diff *diff, const char *tag, struct told *told)
{
    int old = content_language(diff->old.content, tag), new = content_language(diff->new.content, tag);
    for (int i = 0; new >= 0 && i < diff->new.stops; i++)
        compare_one(diff, (struct difference){find(&diff->old, diff->new.names[i]), i, old, new}, told);
    for (int i = 0; old >= 0 && i < diff->old.stops; i++)
        if (new < 0 || find(&diff->new, diff->old.names[i]) < 0)
            compare_one(diff, (struct difference){i, -1, old, new}, told);
}

static bool compare_all(struct diff *diff)
{
    const struct settings *old = &diff->old.content->settings, *new = &diff->new.content->settings;
    struct told told = {0};
    diff->list = calloc((size_t)(diff->old.stops + diff->new.stops) * MAX_LANGUAGES * 2 + 1, sizeof *diff->list);
    if (diff->list == NULL)
        return false;
    for (size_t i = 0; i < new->language_count; i++)
        compare_language(diff, new->languages[i].tag, &told);
    for (size_t i = 0; i < old->language_count; i++)
        if (content_language(diff->new.content, old->languages[i].tag) < 0)
            compare_language(diff, old->languages[i].tag, &told);
    free(told.marks);
    tell_pictures(diff);
    tell_theme(diff);
    if (diff->count == 0 && diff->theme.count > 0)
        printf("\nThe words and pictures of all %d screens are the same.\n", diff->compared);
    else if (diff->count == 0)
        printf("A visitor sees no difference on %d screens.\n", diff->compared);
    else
        printf("\n%d of %d screens differ. What stands on many screens is told once.\n", diff->count, diff->compared);
    return true;
}

/* What stands beside a content folder is its own; without that, what the command line or the usual place says. */
static void find_assets(struct side *side, const char *folder, const char *said, const char *otherwise)
{
    char theme[PICTURE_FILE_PATH + 16];
    snprintf(side->assets, sizeof side->assets, "%s/../assets", folder);
    snprintf(theme, sizeof theme, "%s/theme.yaml", side->assets);
    if (said != NULL || access(theme, R_OK) != 0)
        snprintf(side->assets, sizeof side->assets, "%s", said != NULL ? said : otherwise);
}

struct diff_arguments {
    struct preview shown;
    const char *assets, *old_assets; /* NULL: not said */
};

static int read_arguments(int argc, char **argv, struct diff_arguments *arguments)
{
    struct preview *shown = &arguments->shown;
    static const struct option known[] = {
        {"out", required_argument, NULL, 'o'},        {"size", required_argument, NULL, 's'},
        {"panel-mm", required_argument, NULL, 'p'},   {"assets", required_argument, NULL, 'a'},
        {"old-assets", required_argument, NULL, 'b'}, {NULL, 0, NULL, 0}};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'o')
            shown->out = optarg;
        else if (found == 'a')
            arguments->assets = optarg;
        else if (found == 'b')
            arguments->old_assets = optarg;
        else if (found == 's' && !option_size(optarg, &shown->width, &shown->height))
            return content_usage_error("--size needs a size such as 1920x1080 (320x240 to 7680x7680).");
        else if (found == 'p' && !option_number(optarg, 80, 2000, &shown->panel_mm))
            return content_usage_error("--panel-mm needs a width in millimetres, 80 to 2000.");
        else if (found == '?')
            return content_usage_error("that option is not known.");
    }
    return optind + 2 == argc ? 0 : content_usage_error("diff needs two folders, the old one first.");
}

static bool open_sides(struct diff *diff, char **folders, const struct diff_arguments *arguments)
{
    find_assets(&diff->new, folders[1], arguments->assets, "assets");
    find_assets(&diff->old, folders[0], arguments->old_assets, diff->new.assets);
    theme_compare(diff->old.assets, diff->new.assets, &diff->theme);
    return open_side(&diff->old, folders[0]) && open_side(&diff->new, folders[1]);
}

int content_diff_command(int argc, char **argv)
{
    static struct diff diff; /* large */
    struct diff_arguments arguments = {
        .shown = {.width = 1920, .height = 1080, .text_size = DEFAULT_TEXT_SIZE, .moves = -1}};
    int status = read_arguments(argc, argv, &arguments);
    if (status != 0)
        return status;
    status = 2;
    if ((arguments.shown.out == NULL || html_may_write(arguments.shown.out)) &&
        open_sides(&diff, argv + optind, &arguments) && compare_all(&diff) &&
        (arguments.shown.out == NULL || diff_book(&diff, &arguments.shown)))
        status = diff.count + diff.theme.count > 0 ? 1 : 0;
    close_side(&diff.old);
    close_side(&diff.new);
    free(diff.list);
    return status;
}
