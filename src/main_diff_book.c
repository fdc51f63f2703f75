/* Pictures of what differs between two content folders, in pairs: before and after. */
#include "main_diff.h"

#include "main_gallery.h"
#include "main_html.h"
#include "main_shelf.h"

#include <string.h>

enum { PATH_SIZE = 4096 + 64, FOLDER_SIZE = 32, SAMPLES = 7 };

/* One side, drawn. */
struct half {
    struct gallery gallery;
    struct preview wanted;
    char out[PATH_SIZE];
    char folder[FOLDER_SIZE]; /* "before": as the page names it */
    const char *title;
};

/* Both sides of what differs, in one palette and text size. */
struct halves {
    struct half old, new;
};

static bool is_there(const struct difference *at, bool old)
{
    return (old ? at->old_stop : at->new_stop) >= 0 && (old ? at->old_language : at->new_language) >= 0;
}

/* suffix: of the folder's name. list: what is drawn. */
struct wish {
    const struct preview *shown;
    const char *suffix;
    const struct difference *list;
    int count;
};

static bool draw_half(struct half *half, const struct side *side, const struct wish *wish, bool old)
{
    half->wanted = *wish->shown;
    half->wanted.folder = side->folder;
    half->wanted.assets = side->assets;
    half->title = old ? "Before" : "After";
    snprintf(half->folder, sizeof half->folder, "%s%s", old ? "before" : "after", wish->suffix);
    snprintf(half->out, sizeof half->out, "%.4000s/%s", wish->shown->out, half->folder);
    if (!gallery_begin(&half->gallery, &half->wanted, side->content, half->out))
        return false;
    for (int i = 0; i < wish->count; i++) {
        const struct difference *at = &wish->list[i];
        if (is_there(at, old))
            gallery_want(&half->gallery, old ? at->old_stop : at->new_stop, old ? at->old_language : at->new_language);
    }
    bool whole = gallery_draw(&half->gallery);
    return shelf_renew(&half->gallery, whole) && whole;
}

static bool draw(struct halves *halves, const struct diff *diff, const struct wish *wish)
{
    return draw_half(&halves->old, &diff->old, wish, true) && draw_half(&halves->new, &diff->new, wish, false);
}

static void free_halves(struct halves *halves)
{
    gallery_free(&halves->old.gallery);
    gallery_free(&halves->new.gallery);
}

static void put_half(FILE *out, const struct half *half, const struct side *side, int stop, int language)
{
    const struct language *spoken = &side->content->settings.languages[language < 0 ? 0 : language];
    bool there = stop >= 0 && language >= 0;
    int count = there ? gallery_of(&half->gallery, stop, language) : 0;
    fprintf(out, "<figure lang=\"%s\">\n", spoken->tag);
    for (int screenful = 0; screenful < count; screenful++) {
        char name[PICTURE_NAME], path[PICTURE_NAME + FOLDER_SIZE];
        picture_name(name, side->names[stop], spoken->tag, screenful);
        snprintf(path, sizeof path, "%s/%s", half->folder, name);
        html_picture(out, &(struct html_picture){path, half->wanted.width, half->wanted.height, &side->reading,
                                                 screenful, count});
    }
    fprintf(out, "<figcaption lang=\"en\">%s%s</figcaption>\n</figure>\n", half->title, there ? "" : ": not there");
}

static void put_words(FILE *out, const struct diff *diff)
{
    for (int i = 0; i < diff->edit_count; i++) {
        const struct edit *edit = &diff->edits[i];
        if (edit->kind == EDIT_SAME)
            continue;
        const struct reading_line *line = diff_line(diff, edit);
        const char *folder = (edit->kind == EDIT_REMOVED ? &diff->old : &diff->new)->folder;
        const char *tag = edit->kind == EDIT_REMOVED ? "del" : "ins";
        fprintf(out, "<p><%s>", tag);
        html_text(out, line->words);
        fprintf(out, "</%s> <span class=\"place\">", tag);
        html_text(out, reading_file(line->place, folder));
        if (line->place.line > 0)
            fprintf(out, ", line %d", line->place.line);
        fputs("</span></p>\n", out);
    }
}

static void put_pictures(FILE *out, const struct diff *diff)
{
    char sentence[3 * PICTURE_FILE_PATH];
    for (int i = 0; diff->pictured && i < diff->changes.count; i++) {
        if (!picture_is_of(&diff->changes.list[i], &diff->new.reading))
            continue;
        picture_sentence(&diff->changes.list[i], sentence, sizeof sentence);
        fputs("<p class=\"place\">", out);
        html_text(out, sentence);
        fputs("</p>\n", out);
    }
}

static void put_pair(FILE *out, struct diff *diff, const struct halves *halves, const struct difference *at)
{
    diff_compare(diff, *at);
    bool gone = at->new_stop < 0 || at->new_language < 0;
    const struct side *side = gone ? &diff->old : &diff->new;
    const char *name = side->names[gone ? at->old_stop : at->new_stop];
    const char *tag = side->content->settings.languages[gone ? at->old_language : at->new_language].tag;
    fprintf(out, "<article id=\"%s.%s.%s\">\n<p class=\"tick\">&#9744; fine &nbsp; &#9744; see note</p>\n<h3>",
            halves->new.folder, name, tag);
    html_title(out, side->reading.title, tag, true);
    fprintf(out, "</h3>\n<p class=\"place\">%s, %s</p>\n", name, tag);
    put_words(out, diff);
    put_pictures(out, diff);
    fputs("<div class=\"pair\">\n", out);
    put_half(out, &halves->old, &diff->old, at->old_stop, at->old_language);
    put_half(out, &halves->new, &diff->new, at->new_stop, at->new_language);
    fputs("</div>\n</article>\n", out);
}

/* ---- the theme: a few screens in each palette and text size that changed -------------------------------------------
 */

static bool is_first_of_its_kind(const struct theme_changes *theme, int index)
{
    for (int i = 0; i < index; i++)
        if (theme->list[i].palette == theme->list[index].palette &&
            theme->list[i].text_size == theme->list[index].text_size)
            return false;
    return true;
}

static int find_stop(const struct side *side, const char *beginning)
{
    for (int i = 0; i < side->stops; i++)
        if (strncmp(side->names[i], beginning, strlen(beginning)) == 0)
            return i;
    return -1;
}

static int list_samples(const struct diff *diff, struct difference *list)
{
    static const char *const stops[SAMPLES] = {"attract", "home", "page-", "compare", "question-", "result-", "help"};
    int count = 0;
    for (int i = 0; i < SAMPLES; i++) {
        struct difference at = {find_stop(&diff->old, stops[i]), find_stop(&diff->new, stops[i]), 0, 0};
        if (at.old_stop >= 0 && at.new_stop >= 0)
            list[count++] = at;
    }
    return count;
}

static bool put_samples(FILE *out, struct diff *diff, const struct preview *shown, const struct theme_change *change)
{
    struct difference list[SAMPLES];
    struct preview wanted = *shown;
    char suffix[FOLDER_SIZE / 2];
    struct wish wish = {&wanted, suffix, list, list_samples(diff, list)};
    struct halves halves = {0};
    wanted.palette = change->palette;
    wanted.text_size = change->text_size;
    snprintf(suffix, sizeof suffix, "-theme-%d-%d", change->palette % THEMES, change->text_size % TEXT_SIZES);
    bool drawn = draw(&halves, diff, &wish);
    for (int i = 0; drawn && i < wish.count; i++)
        put_pair(out, diff, &halves, &list[i]);
    free_halves(&halves);
    return drawn;
}

static bool put_theme(FILE *out, struct diff *diff, const struct preview *shown)
{
    bool drawn = true;
    if (diff->theme.count == 0)
        return true;
    fputs("<section id=\"theme\">\n<h2>Colors and sizes of every screen</h2>\n<ul>\n", out);
    for (int i = 0; i < diff->theme.count; i++) {
        fputs("<li>", out);
        html_text(out, diff->theme.list[i].words);
        fputs("</li>\n", out);
    }
    fputs("</ul>\n<p>A few screens, in each palette and text size that changed:</p>\n", out);
    for (int i = 0; drawn && i < diff->theme.count; i++)
        if (is_first_of_its_kind(&diff->theme, i))
            drawn = put_samples(out, diff, shown, &diff->theme.list[i]);
    fputs("</section>\n", out);
    return drawn;
}

/* ---- the page ------------------------------------------------------------------------------------------------------
 */

static bool write_page(struct diff *diff, const struct halves *halves, const struct preview *shown)
{
    FILE *out = html_open(shown->out, "What a visitor will see changed");
    if (out == NULL)
        return false;
    fprintf(out,
            "<header>\n<h1>What a visitor will see changed</h1>\n<p>From contents <b>%s</b> to <b>%s</b>: %d of %d "
            "screens differ%s.</p>\n</header>\n<main>\n",
            diff->old.content->revision, diff->new.content->revision, diff->count, diff->compared,
            diff->theme.count > 0 ? ", and the colors or sizes of all of them" : "");
    for (int i = 0; i < diff->count; i++)
        put_pair(out, diff, halves, &diff->list[i]);
    bool drawn = put_theme(out, diff, shown);
    fputs("</main>\n", out);
    return html_close(out, shown->out) && drawn;
}

bool diff_book(struct diff *diff, const struct preview *shown)
{
    struct halves halves = {0};
    struct wish wish = {shown, "", diff->list, diff->count};
    bool written = draw(&halves, diff, &wish) && write_page(diff, &halves, shown);
    if (written)
        printf("%s/index.html shows them before and after\n", shown->out);
    free_halves(&halves);
    return written;
}
