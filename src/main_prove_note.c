/* Notes what a visit would be known by, while it is rehearsed. */
#include "main_prove.h"

#include <string.h>

enum { NOT_AT_REST = 512, LETTERS_LEAST = 6, LETTERS_EACH = 32 };

static const char *shown_at_rest[NOT_AT_REST]; /* sentences that are on the screen when nobody is there */
static size_t shown_count;

static bool is_at_rest(const char *text)
{
    for (size_t i = 0; i < shown_count; i++)
        if (shown_at_rest[i] == text)
            return true;
    return false;
}

void note_rest(const struct scene *scene)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        for (size_t i = 0; i < node->span_count && shown_count < NOT_AT_REST; i++)
            shown_at_rest[shown_count++] = node->spans[i].text;
}

static void note_words(struct marks *marks, const struct node *node)
{
    for (size_t i = 0; i < node->span_count; i++) {
        const char *text = node->spans[i].text;
        if (is_at_rest(text))
            continue;
        marks_note(marks, MARK_WORDS, text, node->spans[i].length);
        marks_note(marks, MARK_PLACES, &text, sizeof text);
    }
    if (node->modules != NULL)
        for (int at = 8 * node->value; at + MARK_BYTES < node->value * node->value; at += MARK_BYTES)
            marks_note(marks, MARK_CODE, node->modules + at, MARK_BYTES);
}

/* The first row of the picture with much in it, from its first ink on. */
static void note_rows(struct marks *marks, const struct pixmap *picture, enum mark_kind kind, size_t wanted)
{
    unsigned char row[MARK_BYTES];
    for (int y = 0; y < picture->height && wanted > 0; y += kind == MARK_PIXELS ? 11 : 1)
        for (int x = 0; x + MARK_BYTES < picture->width; x += MARK_BYTES) {
            const uint32_t *from = picture->pixels + (ptrdiff_t)y * picture->stride + x;
            const size_t before = marks->count;
            for (int i = 0; i < MARK_BYTES; i++)
                row[i] = (unsigned char)from[i];
            if (kind == MARK_PIXELS)
                marks_note(marks, kind, from, MARK_BYTES);
            else
                marks_note(marks, kind, row, LETTERS_EACH);
            wanted -= marks->count > before ? 1 : 0;
            if (wanted == 0)
                return;
        }
}

/* A word in white on black is its mask. */
static void note_letters(const struct rehearsal *rehearsal, const struct draw *item)
{
    static uint32_t pixels[600 * 200];
    struct pixmap small = {pixels, 600, 200, 600};
    struct draw_list list = {0};
    struct draw word = *item;
    if (item->kind != DRAW_TEXT || item->face == FACE_ICON || item->px > 120)
        return;
    for (word.length = 0; word.length < item->length && item->text[word.length] != ' ';)
        word.length++;
    if (word.length < LETTERS_LEAST)
        return;
    memset(pixels, 0, sizeof pixels);
    word.rect = (struct rect){0, 150, 0, 0};
    word.clip = word.bounds = (struct rect){0, 0, 600, 200};
    word.color = 0xFFFFFFFFu;
    draw_list_add(&list, word);
    raster_draw(rehearsal->raster, &small, &list, word.clip);
    draw_list_free(&list);
    note_rows(rehearsal->marks, &small, MARK_LETTERS, 2);
}

void note_screen(const struct rehearsal *rehearsal, const struct scene *scene)
{
    const struct app *app = rehearsal->app;
    const uint8_t screen = session_view(&app->session)->screen;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        note_words(rehearsal->marks, node);
    if (screen != SCREEN_RESULT && screen != SCREEN_QUESTION)
        return;
    for (size_t i = 0; i < app->list.count && screen == SCREEN_RESULT; i++)
        note_letters(rehearsal, &app->list.items[i]);
    note_rows(rehearsal->marks, rehearsal->canvas, MARK_PIXELS, 20);
}
