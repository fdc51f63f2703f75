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

static const char *part_title(const struct content *content, const char *group)
{
    static const struct {
        const char *group, *title;
    } others[] = {{"frame", "Beginning, menus and help"},
                  {"compare", "Kinds of care compared"},
                  {"checks", "Checks"},
                  {"glossary", "Words explained"}};
    for (size_t i = 0; i < content->section_count; i++)
        if (strcmp(content->sections[i].id, group) == 0)
            return content->sections[i].title.in[0];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i].group, group) == 0)
            return others[i].title;
    return group;
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
                                                       screenful == 0 ? &book->reading : NULL});
    }
    fputs("<figcaption>", book->out);
    html_text(book->out, spoken->name);
    fputs("</figcaption>\n</figure>\n", book->out);
}

static void put_heading(struct book *book, const struct stop *stop)
{
    const struct reading *reading = &book->reading;
    fprintf(book->out, "<article id=\"%s\">\n<span class=\"tick\">&#9744; fine &nbsp; &#9744; see note</span>\n<h3>",
            stop->name);
    html_text(book->out, reading->title);
    fprintf(book->out, "</h3>\n<p class=\"place\">%s", stop->name);
    if (reading->place.line > 0) {
        fputs(" &middot; ", book->out);
        html_text(book->out, reading_file(reading->place, book->gallery->wanted->folder));
        fprintf(book->out, ", line %d", reading->place.line);
    }
    fputs("</p>\n<div class=\"pair\">\n", book->out);
}

static void put_screen(struct book *book, int index)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    bool headed = false;
    for (int language = 0; language < gallery->languages; language++) {
        if (gallery_of(gallery, index, language) == 0)
            continue;
        tour_stop(gallery->content, index, language, &stop);
        reading_take(&book->reading, &book->app, &stop);
        if (!headed)
            put_heading(book, &stop);
        headed = true;
        put_figure(book, &stop, index, language);
    }
    fputs("</div>\n</article>\n", book->out);
}

static void put_part(struct book *book, const struct stop *first, int index)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    fprintf(book->out, "<section id=\"part-%s\">\n<h2>", first->group);
    html_text(book->out, part_title(gallery->content, first->group));
    fputs("</h2>\n", book->out);
    for (int i = index; i < gallery->stops; i++)
        if (is_drawn(gallery, i) && tour_stop(gallery->content, i, 0, &stop) && strcmp(stop.group, first->group) == 0)
            put_screen(book, i);
    fputs("</section>\n", book->out);
}

static void put_beginning(struct book *book, const char *title)
{
    const struct gallery *gallery = book->gallery;
    struct stop stop;
    fputs("<header>\n<h1>", book->out);
    html_text(book->out, title);
    fprintf(book->out,
            "</h1>\n<p>Every screen that a visitor can reach, in %d pictures. Contents <b>%s</b>: "
            "the same files have the same number. Under each title stand the file and the line to edit.</p>\n"
            "</header>\n<nav>\n",
            gallery->files, gallery->content->revision);
    for (int i = 0; i < gallery->stops; i++)
        if (opens_part(gallery, i, &stop)) {
            fprintf(book->out, "<a href=\"#part-%s\">", stop.group);
            html_text(book->out, part_title(gallery->content, stop.group));
            fputs("</a>\n", book->out);
        }
    fputs("<a href=\"#sign\">Sign</a>\n</nav>\n", book->out);
}

static void put_signatures(struct book *book)
{
    fprintf(
        book->out,
        "<section id=\"sign\" class=\"sign\">\n<h2>Looked through and signed</h2>\n<p>Contents <b>%s</b></p>\n<table>\n"
        "<tr><th>What was looked at</th><th>Name and role</th><th>Signature</th><th>Date</th></tr>\n",
        book->gallery->content->revision);
    static const char *const what[] = {"What is said of care and programs",
                                       "Checks, results and what follows from them", "Help in a crisis",
                                       "The Spanish words", "Phone numbers"};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++)
        fprintf(book->out, "<tr><td>%s</td><td class=\"write\"></td><td class=\"write\"></td><td></td></tr>\n",
                what[i]);
    fputs("</table>\n</section>\n", book->out);
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
