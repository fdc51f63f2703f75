/* Cuts text into runs of one font, looks each up, sets it if it is new, and blends it. */
#include "words.h"

#include "bidi.h"
#include "letters.h"
#include "text.h"
#include "wordstore.h"

#include <stdlib.h>

struct words {
    struct fonts *fonts;
    struct word_store *store; /* NULL until something is drawn: who only measures needs none */
    struct width_store *widths;
    struct letter_desk desk;
    unsigned set, measured;
};

struct words *words_open(struct fonts *fonts)
{
    struct words *words = calloc(1, sizeof *words);
    if (!words)
        return NULL;
    words->fonts = fonts;
    words->widths = width_store_open();
    if (words->widths)
        return words;
    words_close(words);
    return NULL;
}

/* A space, or letters of one word that one font draws. */
struct run {
    const char *text;
    size_t length;
    int font, px;
    bool right_to_left;
};

static struct letter_run letters_of(const struct run *run)
{
    return (struct letter_run){run->text, run->length, run->right_to_left};
}

static uint64_t key_of(const struct run *run)
{
    enum { TURNED = 1 << 16 }; /* more than there are fonts */
    return run_key(run->font + (run->right_to_left ? TURNED : 0), run->px, run->text, run->length);
}

/* The first run of a text that is not empty. */
static struct run first_run(struct words *words, const struct draw *item, size_t from)
{
    struct run run = {item->text + from, 0, (int)item->face, item->px, item->right_to_left};
    const size_t rest = item->length - from;
    while (run.length < rest && run.length + 4 <= RUN_BYTES_MAX) {
        size_t used;
        const uint32_t character = utf8_next(run.text + run.length, rest - run.length, &used);
        const bool goes_along = run.length > 0 && fonts_draw_nothing(character); /* a joiner parts no word */
        const int font = goes_along ? run.font : fonts_for_character(words->fonts, item->face, character);
        if (run.length > 0 && (font != run.font || character == ' '))
            break;
        run.font = font;
        run.length += used;
        if (character == ' ')
            break;
    }
    return run;
}

static int run_width(struct words *words, const struct run *run, uint64_t key)
{
    int width = width_store_find(words->widths, key);
    if (width >= 0)
        return width;
    TTF_Font *font = fonts_at(words->fonts, run->font, run->px);
    if (!font)
        return 0;
    width = (letters_advance(font, letters_of(run)) + LETTER_STRETCH / 2) / LETTER_STRETCH;
    width_store_add(words->widths, key, width);
    words->measured++;
    return width;
}

/* The word and its mask; a word too large to be kept stays on the desk until the next one is set. */
struct shown {
    struct word word;
    const uint8_t *mask;
};

static struct shown set_run(struct words *words, const struct run *run, uint64_t key)
{
    struct letters letters = {0};
    struct shown shown = {.word = {.key = key}};
    TTF_Font *font = fonts_at(words->fonts, run->font, run->px);
    if (!font)
        return shown;
    shown.word.advance = run_width(words, run, key);
    words->set++;
    if (run->text[0] != ' ' && letters_set(&words->desk, font, letters_of(run), &letters)) {
        shown.word.left = letters.left;
        shown.word.top = letters.top;
        shown.word.width = letters.width;
        shown.word.height = letters.height;
        shown.mask = letters.bytes;
    }
    if (words->store)
        word_store_add(words->store, &shown.word, shown.mask);
    return shown;
}

static struct shown look_up(struct words *words, const struct run *run)
{
    const uint64_t key = key_of(run);
    if (!words->store)
        words->store = word_store_open();
    const struct word *word = words->store ? word_store_find(words->store, key) : NULL;
    if (word)
        return (struct shown){*word, word_store_mask(words->store, word)};
    return set_run(words, run, key);
}

static int width_of(struct words *words, const struct draw *item)
{
    int width = 0;
    for (size_t at = 0; at < item->length;) {
        const struct run run = first_run(words, item, at);
        width += run_width(words, &run, key_of(&run));
        at += run.length;
    }
    return width;
}

static void draw_run(const struct canvas *canvas, const struct shown *shown, const struct draw *item, int pen)
{
    const struct mask mask = {shown->mask, shown->word.width, shown->word.height};
    shape_mask(canvas, pen + shown->word.left, item->rect.y + shown->word.top, &mask, item->color);
}

/* The first run stands at the right. */
static void draw_back(struct words *words, const struct canvas *canvas, const struct draw *item)
{
    int pen = item->rect.x + width_of(words, item);
    for (size_t at = 0; at < item->length;) {
        const struct run run = first_run(words, item, at);
        const struct shown shown = look_up(words, &run);
        pen -= shown.word.advance;
        draw_run(canvas, &shown, item, pen);
        at += run.length;
    }
}

void words_draw(struct words *words, const struct canvas *canvas, const struct draw *item)
{
    const int right = canvas->clip.x + canvas->clip.w;
    int pen = item->rect.x;
    if (item->right_to_left) {
        draw_back(words, canvas, item);
        return;
    }
    for (size_t at = 0; at < item->length && pen - item->px < right;) {
        const struct run run = first_run(words, item, at);
        const struct shown shown = look_up(words, &run);
        draw_run(canvas, &shown, item, pen);
        pen += shown.word.advance;
        at += run.length;
    }
}

int words_width(struct words *words, enum face face, int px, const char *text, size_t length)
{
    const struct draw item = {
        .face = face, .px = px, .text = text, .length = length, .right_to_left = bidi_needed(text, length)};
    return width_of(words, &item);
}

/* An icon's word is drawn as one picture, a square em; a word that the font does not know, letter by letter. */
static bool is_icon(struct words *words, const char *text, size_t length)
{
    const int em = 40;
    const int width = words_width(words, FACE_ICON, em, text, length);
    return width > em / 2 && width <= em + em / 4;
}

bool words_can_draw(struct words *words, enum face face, const char *text, size_t length)
{
    if (face == FACE_ICON)
        return is_icon(words, text, length);
    for (size_t at = 0, used; at < length; at += used)
        if (!fonts_draw(words->fonts, face, utf8_next(text + at, length - at, &used)))
            return false;
    return true;
}

struct word_counts words_counts(const struct words *words)
{
    return (struct word_counts){words->store ? word_store_count(words->store) : 0, words->set,
                                width_store_count(words->widths), words->measured};
}

void words_forget(struct words *words)
{
    if (words->store)
        word_store_forget(words->store);
    width_store_forget(words->widths);
    letter_desk_forget(&words->desk);
    fonts_forget(words->fonts);
}

void words_close(struct words *words)
{
    if (!words)
        return;
    word_store_close(words->store);
    width_store_close(words->widths);
    letter_desk_forget(&words->desk);
    free(words);
}
