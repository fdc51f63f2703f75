/* Pictures of what differs between two content folders, in pairs: before and after. */
#include "main_diff.h"

#include "main_gallery.h"
#include "main_html.h"

enum { PATH_SIZE = 4096 };

/* One side, drawn. */
struct half {
    struct gallery gallery;
    struct preview wanted;
    char out[PATH_SIZE];
    const char *folder; /* "before": as the page names it */
    const char *title;
};

static bool draw_half(struct half *half, const struct diff *diff, const struct preview *shown, bool old)
{
    const struct side *side = old ? &diff->old : &diff->new;
    half->wanted = *shown;
    half->wanted.folder = side->folder;
    half->folder = old ? "before" : "after";
    half->title = old ? "Before" : "After";
    snprintf(half->out, sizeof half->out, "%s/%s", shown->out, half->folder);
    if (!gallery_begin(&half->gallery, &half->wanted, side->content, half->out))
        return false;
    for (int i = 0; i < diff->count; i++) {
        const struct difference *at = &diff->list[i];
        int stop = old ? at->old_stop : at->new_stop, language = old ? at->old_language : at->new_language;
        if (stop >= 0 && language >= 0)
            gallery_want(&half->gallery, stop, language);
    }
    return gallery_draw(&half->gallery);
}

static void put_half(FILE *out, const struct half *half, const struct side *side, int stop, int language)
{
    const struct language *spoken = &side->content->settings.languages[language < 0 ? 0 : language];
    bool there = stop >= 0 && language >= 0;
    int count = there ? gallery_of(&half->gallery, stop, language) : 0;
    fprintf(out, "<figure lang=\"%s\">\n", spoken->tag);
    for (int screenful = 0; screenful < count; screenful++) {
        char name[PICTURE_NAME], path[PICTURE_NAME + 16];
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

static void put_pair(FILE *out, struct diff *diff, const struct half *halves, const struct difference *at)
{
    diff_compare(diff, *at);
    bool gone = at->new_stop < 0 || at->new_language < 0;
    const struct side *side = gone ? &diff->old : &diff->new;
    const char *name = side->names[gone ? at->old_stop : at->new_stop];
    const char *tag = side->content->settings.languages[gone ? at->old_language : at->new_language].tag;
    fprintf(out, "<article id=\"%s.%s\">\n<span class=\"tick\">&#9744; fine &nbsp; &#9744; see note</span>\n<h3>", name,
            tag);
    html_text(out, side->reading.title);
    fprintf(out, "</h3>\n<p class=\"place\">%s, %s</p>\n", name, tag);
    put_words(out, diff);
    fputs("<div class=\"pair\">\n", out);
    put_half(out, &halves[0], &diff->old, at->old_stop, at->old_language);
    put_half(out, &halves[1], &diff->new, at->new_stop, at->new_language);
    fputs("</div>\n</article>\n", out);
}

static bool write_page(struct diff *diff, const struct half *halves, const char *folder)
{
    FILE *out = html_open(folder, "What a visitor will see changed");
    if (out == NULL)
        return false;
    fprintf(out,
            "<header>\n<h1>What a visitor will see changed</h1>\n<p>From contents <b>%s</b> to <b>%s</b>: %d of %d "
            "screens differ.</p>\n</header>\n",
            diff->old.content->revision, diff->new.content->revision, diff->count, diff->compared);
    for (int i = 0; i < diff->count; i++)
        put_pair(out, diff, halves, &diff->list[i]);
    return html_close(out, folder);
}

bool diff_book(struct diff *diff, const struct preview *shown)
{
    struct half halves[2] = {0};
    bool written = draw_half(&halves[0], diff, shown, true) && draw_half(&halves[1], diff, shown, false) &&
                   write_page(diff, halves, shown->out);
    if (written)
        printf("%s/index.html shows them before and after\n", shown->out);
    gallery_free(&halves[0].gallery);
    gallery_free(&halves[1].gallery);
    return written;
}
