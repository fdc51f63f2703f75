/* Writes the picture book: by parts, languages side by side, each screen with the file that staff edit. */
#include "main_book.h"

#include "main_html.h"
#include "main_reading.h"

#include <string.h>

struct book {
    const struct gallery *gallery;
    FILE *out;
    struct app app;
    struct reading reading;
};

/* Of parts that are no section of the content, in English and Spanish. */
static const struct {
    const char *group, *english, *spanish;
} other_parts[] = {{"frame", "Beginning, menus and help", "Inicio, menús y ayuda"},
                   {"compare", "Kinds of care compared", "Tipos de atención comparados"},
                   {"glossary", "Words explained", "Palabras explicadas"}};

/* NULL: in no words of the content. */
static const struct words *words_of_part(const struct content *content, const char *group)
{
    for (size_t i = 0; i < content->section_count; i++)
        if (strcmp(content->sections[i].id, group) == 0)
            return &content->sections[i].title;
    if (strcmp(group, "checks") == 0)
        return &content->words.checks_title;
    return strcmp(group, "staff") == 0 ? &content->words.staff_title : NULL;
}

/* NULL: nobody has translated it. */
static const char *part_title(const struct content *content, const char *group, int language)
{
    const struct words *words = words_of_part(content, group);
    const char *tag = content->settings.languages[language].tag;
    if (words != NULL)
        return words->in[language];
    for (size_t i = 0; i < sizeof other_parts / sizeof *other_parts; i++)
        if (strcmp(other_parts[i].group, group) == 0)
            return strcmp(tag, "en") == 0   ? other_parts[i].english
                   : strcmp(tag, "es") == 0 ? other_parts[i].spanish
                                            : NULL;
    return strcmp(tag, "en") == 0 ? group : NULL;
}

static bool is_wanted(const struct gallery *gallery, int language)
{
    const char *only = gallery->wanted->language;
    return only == NULL || strcmp(only, gallery->content->settings.languages[language].tag) == 0;
}

static void put_part_title(const struct book *book, const char *group)
{
    const struct content *content = book->gallery->content;
    int put = 0;
    for (int language = 0; language < book->gallery->languages; language++) {
        const char *title = part_title(content, group, language);
        if (title == NULL || !is_wanted(book->gallery, language))
            continue;
        html_title(book->out, title, content->settings.languages[language].tag, put == 0);
        put++;
    }
    if (put == 0)
        html_title(book->out, group, "en", true);
}

static bool is_drawn(const struct gallery *gallery, int stop)
{
    for (int language = 0; language < gallery->languages; language++)
        if (gallery_of(gallery, stop, language) > 0)
            return true;
    return false;
}

/* A part of the tour may come in several stretches: it is one part of the book. */
static bool opens_part(const struct gallery *gallery, int index, struct stop *stop)
{
    struct stop before;
    tour_stop(gallery->content, index, 0, stop);
    for (int i = 0; i < index; i++)
        if (tour_stop(gallery->content, i, 0, &before) && strcmp(before.group, stop->group) == 0)
            return false;
    return true;
}

static void put_badge(const struct book *book, const struct stop *stop, const char *words)
{
    if (tour_shows_draft(book->gallery->content, &stop->session))
        fprintf(book->out, " <span class=\"draft\" lang=\"en\">%s</span>", words);
}

static void put_figure(struct book *book, const struct stop *stop, int index, int language)
{
    const struct gallery *gallery = book->gallery;
    const struct language *spoken = &gallery->content->settings.languages[language];
    int count = gallery_of(gallery, index, language);
    if (count == 0)
        return;
    fputs("<figure lang=\"", book->out);
    html_text(book->out, spoken->tag);
    fputs("\">\n", book->out);
    for (int screenful = 0; screenful < count; screenful++) {
        char name[PICTURE_NAME];
        picture_name(name, stop->name, spoken->tag, screenful);
        html_picture(book->out, &(struct html_picture){name, gallery->wanted->width, gallery->wanted->height,
                                                       &book->reading, screenful, count});
    }
    fputs("<figcaption>", book->out);
    html_text(book->out, spoken->name);
    put_badge(book, stop, "Draft");
    fputs("</figcaption>\n</figure>\n", book->out);
}

/* In every language, the first one large; the place is that of the first. */
static void put_heading(struct book *book, int index)
{
    const struct gallery *gallery = book->gallery;
    struct place place = {0};
    struct stop stop;
    int put = 0;
    tour_stop(gallery->content, index, 0, &stop);
    fprintf(book->out, "<article id=\"%s\">\n<p class=\"tick\">&#9744; fine &nbsp; &#9744; see note</p>\n<h3>",
            stop.name);
    for (int language = 0; language < gallery->languages; language++) {
        if (gallery_of(gallery, index, language) == 0)
            continue;
        tour_stop(gallery->content, index, language, &stop);
        reading_take(&book->reading, &book->app, &stop);
        html_title(book->out, book->reading.title, gallery->content->settings.languages[language].tag, put == 0);
        place = put++ == 0 ? book->reading.place : place;
    }
    put_badge(book, &stop, "Draft: visitors do not see it");
    fprintf(book->out, "</h3>\n<p class=\"place\">%s", stop.name);
    if (place.line > 0) {
        fputs(" &middot; ", book->out);
        html_text(book->out, reading_file(place, gallery->wanted->folder));
        fprintf(book->out, ", line %d", place.line);
    }
    fputs("</p>\n<div class=\"pair\">\n", book->out);
}

static void put_screen(struct book *book, int index)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    put_heading(book, index);
    for (int language = 0; language < gallery->languages; language++) {
        if (gallery_of(gallery, index, language) == 0)
            continue;
        tour_stop(gallery->content, index, language, &stop);
        reading_take(&book->reading, &book->app, &stop);
        put_figure(book, &stop, index, language);
    }
    fputs("</div>\n</article>\n", book->out);
}

/* Who signs a part need not be who signs the next. */
static void put_room_to_sign(struct book *book, const char *group)
{
    fputs("<table class=\"sign\">\n<caption>Looked through: ", book->out);
    put_part_title(book, group);
    fputs("</caption>\n<tr><th>Name and role</th><th>Signature</th><th>Date</th></tr>\n"
          "<tr><td></td><td></td><td></td></tr>\n</table>\n",
          book->out);
}

static void put_part(struct book *book, const struct stop *first, int index)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    fprintf(book->out, "<section id=\"part-%s\">\n<h2>", first->group);
    put_part_title(book, first->group);
    fputs("</h2>\n", book->out);
    for (int i = index; i < gallery->stops; i++)
        if (is_drawn(gallery, i) && tour_stop(gallery->content, i, 0, &stop) && strcmp(stop.group, first->group) == 0)
            put_screen(book, i);
    put_room_to_sign(book, first->group);
    fputs("</section>\n", book->out);
}

static int count_drafts(const struct gallery *gallery)
{
    int count = 0;
    struct stop stop;
    for (int i = 0; tour_stop(gallery->content, i, 0, &stop); i++)
        count += is_drawn(gallery, i) && tour_shows_draft(gallery->content, &stop.session);
    return count;
}

static void put_drafts(struct book *book)
{
    int drafts = count_drafts(book->gallery);
    if (drafts == 0)
        return;
    fprintf(book->out,
            "<p><span class=\"draft\">Draft</span> marks %d screen%s of files with <code>status: draft</code>. "
            "Visitors do not see %s.</p>\n",
            drafts, drafts == 1 ? "" : "s", drafts == 1 ? "it" : "them");
}

static void put_beginning(struct book *book, const char *title)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    fputs("<header>\n<h1>", book->out);
    html_text(book->out, title);
    fprintf(book->out,
            "</h1>\n<p>Every screen that a visitor can reach, in %d pictures. Contents <b>%s</b>: "
            "the same files have the same number. Under each title stand the file and the line to edit. "
            "Each part ends with room to sign.</p>\n",
            gallery->files, gallery->content->revision);
    put_drafts(book);
    fputs("</header>\n<nav aria-label=\"Parts\">\n<ul>\n", book->out);
    for (int i = 0; i < gallery->stops; i++)
        if (opens_part(gallery, i, &stop)) {
            fprintf(book->out, "<li><a href=\"#part-%s\">", stop.group);
            put_part_title(book, stop.group);
            fputs("</a></li>\n", book->out);
        }
    fputs("<li><a href=\"#sign\">The whole, signed</a></li>\n</ul>\n</nav>\n<main>\n", book->out);
}

static void put_signatures(struct book *book)
{
    static const char *const what[] = {"What is said of care and programs",
                                       "Checks, results and what follows from them", "Help in a crisis",
                                       "The Spanish words", "Phone numbers"};
    fprintf(book->out,
            "<section id=\"sign\">\n<h2>Looked through and signed</h2>\n<p>Contents <b>%s</b></p>\n"
            "<table class=\"sign\">\n"
            "<tr><th>What was looked at</th><th>Name and role</th><th>Signature</th><th>Date</th></tr>\n",
            book->gallery->content->revision);
    for (size_t i = 0; i < sizeof what / sizeof *what; i++)
        fprintf(book->out, "<tr><th>%s</th><td></td><td></td><td></td></tr>\n", what[i]);
    fputs("</table>\n</section>\n</main>\n", book->out);
}

bool book_write(const struct gallery *gallery)
{
    static struct book book; /* large */
    const struct preview *wanted = gallery->wanted;
    struct stop stop;
    char title[256];
    snprintf(title, sizeof title, "%s: what the kiosk shows", gallery->content->settings.clinic_name);
    book.gallery = gallery;
    book.out = html_open(gallery->out, title);
    if (book.out == NULL)
        return false;
    reading_app(&book.app, gallery->content, wanted->width, wanted->height, preview_panel_mm(wanted));
    put_beginning(&book, title);
    for (int i = 0; i < gallery->stops; i++)
        if (opens_part(gallery, i, &stop))
            put_part(&book, &stop, i);
    put_signatures(&book);
    reading_free(&book.reading);
    app_close(&book.app);
    return html_close(book.out, gallery->out);
}
