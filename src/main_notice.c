/* Breaks the words of problems into lines, and draws them on a panel over a picture. */
#include "main_notice.h"

#include "text.h"

#include <string.h>

enum { MOST_LINES = 40, LINE_SIZE = 512, LEAST_PX = 13, LINES_A_SCREEN = 42, PIECE_SIZE = 1024 };

struct notice_line {
    char words[LINE_SIZE];
    enum face face;
    bool gap; /* some room above */
};

struct notice {
    struct notice_line lines[MOST_LINES];
    int count, room; /* room: lines that may be used */
    int px, width;
    struct metrics metrics;
};

static int width_of(const struct notice *notice, enum face face, const char *words, size_t length)
{
    return notice->metrics.width(notice->metrics.context, face, notice->px, words, length);
}

/* Bytes of the words that fit into a line: whole words, at least one. */
static size_t fitting(const struct notice *notice, enum face face, const char *words)
{
    size_t fits = strcspn(words, " ");
    for (size_t end = fits; end < LINE_SIZE; end += 1 + strcspn(words + end + 1, " ")) {
        if (width_of(notice, face, words, end) > notice->width)
            break;
        fits = end;
        if (words[end] == '\0')
            break;
    }
    return fits;
}

static void add_words(struct notice *notice, enum face face, const char *words)
{
    for (bool first = true; *words != '\0' && notice->count < notice->room; first = false) {
        struct notice_line *line = &notice->lines[notice->count++];
        struct text text = text_in(line->words, sizeof line->words);
        size_t length = fitting(notice, face, words);
        text_add_bytes(&text, words, length);
        line->face = face;
        line->gap = first && face == FACE_BOLD;
        words += length;
        words += strspn(words, " ");
    }
}

static void add_problem(struct notice *notice, const struct problem *problem)
{
    char piece[PIECE_SIZE];
    struct text place = text_in(piece, sizeof piece);
    text_add(&place, problem->place.file);
    if (problem->place.line > 0)
        text_addf(&place, ", line %d", problem->place.line);
    add_words(notice, FACE_BOLD, piece);
    struct text sentence = text_in(piece, sizeof piece);
    text_addf(&sentence, "%s%s%s.", problem->message, problem->hint != NULL ? ": " : "",
              problem->hint != NULL ? problem->hint : "");
    if (piece[0] >= 'a' && piece[0] <= 'z')
        piece[0] = (char)(piece[0] - 'a' + 'A');
    add_words(notice, FACE_REGULAR, piece);
    if (problem->fix == NULL)
        return;
    struct text fix = text_in(piece, sizeof piece);
    text_addf(&fix, "To mend it: %s", problem->fix);
    for (char *at = piece; *at != '\0'; at++)
        *at = *at == '\n' ? ' ' : *at;
    add_words(notice, FACE_REGULAR, piece);
}

static void fill(struct notice *notice, const struct problems *problems)
{
    size_t told = 0;
    add_words(notice, FACE_HEAVY, "The files cannot be shown as they are now. This is the last good picture.");
    for (size_t i = 0; i < problems->count && notice->count + 4 < notice->room; i++)
        if (problems->list[i]->severity == SEVERITY_ERROR) {
            add_problem(notice, problems->list[i]);
            told++;
        }
    if (told < problems->errors) {
        char words[64];
        struct text text = text_in(words, sizeof words);
        text_addf(&text, "%zu more: iop-content check lists them all.", problems->errors - told);
        notice->room = MOST_LINES;
        add_words(notice, FACE_BOLD, words);
    }
}

static void add_shape(struct draw_list *list, struct rect rect, color ink)
{
    draw_list_add(list, (struct draw){.kind = DRAW_FILL, .rect = rect, .clip = rect, .bounds = rect, .color = ink});
}

static void add_text(struct draw_list *list, const struct notice *notice, int index, struct rect at, color ink)
{
    const struct notice_line *line = &notice->lines[index];
    struct rect bounds = {at.x - notice->px, at.y - notice->px * 2, at.w + notice->px * 2, notice->px * 3};
    draw_list_add(list, (struct draw){.kind = DRAW_TEXT,
                                      .rect = {at.x, at.y, 0, 0},
                                      .clip = bounds,
                                      .bounds = bounds,
                                      .color = ink,
                                      .face = line->face,
                                      .px = notice->px,
                                      .text = line->words,
                                      .length = strlen(line->words)});
}

static int height_of(const struct notice *notice)
{
    int height = notice->px * 2;
    for (int i = 0; i < notice->count; i++)
        height += notice->px * 3 / 2 + (notice->lines[i].gap ? notice->px / 2 : 0);
    return height;
}

void notice_draw(struct raster *raster, struct pixmap *picture, const struct theme *theme,
                 const struct problems *problems)
{
    static struct notice notice;
    const color *tones = theme->palettes[0].tones;
    struct draw_list list = {0};
    int shorter = picture->width < picture->height ? picture->width : picture->height;
    int px = shorter / LINES_A_SCREEN < LEAST_PX ? LEAST_PX : shorter / LINES_A_SCREEN;
    int fits = picture->height / 2 / (px * 3 / 2);
    notice = (struct notice){.room = fits < MOST_LINES ? fits : MOST_LINES - 1,
                             .px = px,
                             .width = picture->width - px * 4,
                             .metrics = raster_metrics(raster)};
    fill(&notice, problems);
    int height = height_of(&notice), y = picture->height - height;
    add_shape(&list, (struct rect){0, y, picture->width, height}, tones[TONE_NOTE]);
    add_shape(&list, (struct rect){0, y, px / 2, height}, tones[TONE_NOTE_INK]);
    y += px / 2;
    for (int i = 0; i < notice.count; i++) {
        y += px * 3 / 2 + (notice.lines[i].gap ? px / 2 : 0);
        add_text(&list, &notice, i, (struct rect){px * 2, y, notice.width, 0}, tones[TONE_INK]);
    }
    raster_draw(raster, picture, &list, (struct rect){0, 0, picture->width, picture->height});
    draw_list_free(&list);
}
