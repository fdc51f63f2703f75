/* Breaks text into lines; where a break is allowed is libunibreak's knowledge (UAX #14). */
#include "flow.h"

#include "bidi.h"
#include "text.h"

#include <linebreak.h>
#include <string.h>

/* A run being cut into words. */
struct cutter {
    struct flow *flow;
    const struct metrics *metrics;
    struct type_size type;
    int space;
    const uint8_t *levels; /* of the bytes from the span being cut on; NULL: all run from left to right */
    uint16_t span;         /* being cut */
};

static enum face face_of(const struct span *span, enum face base)
{
    if ((span->style & (SPAN_BOLD | SPAN_LINK)) != 0)
        return FACE_BOLD;
    if ((span->style & SPAN_ITALIC) != 0)
        return FACE_ITALIC;
    return base;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static void add_word(struct cutter *cutter, const struct span *span, size_t from, size_t to, char break_behind)
{
    size_t end = to;
    int spaces = 0;
    while (end > from && is_space(span->text[end - 1])) {
        end--;
        spaces += span->text[end] == ' ' ? 1 : 0;
    }
    struct flow_word *word = &cutter->flow->words[cutter->flow->word_count++];
    enum face face = face_of(span, cutter->type.face);
    *word = (struct flow_word){.text = span->text + from, .length = (uint32_t)(end - from), .face = (uint8_t)face};
    word->span = cutter->span;
    word->may_break = break_behind != LINEBREAK_NOBREAK;
    word->must_break = break_behind == LINEBREAK_MUSTBREAK;
    word->space = spaces * cutter->space;
    if (cutter->levels != NULL) {
        word->level = cutter->levels[from];
        word->space_level = cutter->levels[to - 1];
    }
    if (end > from)
        word->width = cutter->metrics->width(cutter->metrics->context, face, cutter->type.px, word->text, word->length);
}

static size_t total_length(const struct span *spans, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += spans[i].length;
    return total;
}

/* All spans' bytes in one string, as line breaking looks across their borders. */
static char *joined(struct arena *arena, const struct span *spans, size_t count, size_t total)
{
    char *all = arena_take(arena, total + 1);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        memcpy(all + at, spans[i].text, spans[i].length);
        at += spans[i].length;
    }
    return all;
}

static bool ends_word(const char *breaks, size_t at)
{
    return breaks[at] == LINEBREAK_ALLOWBREAK || breaks[at] == LINEBREAK_MUSTBREAK;
}

/* What runs the other way is drawn apart. Spaces behind a word stay with it: they have a level of their own. */
static bool turns(const uint8_t *levels, const char *text, size_t at, size_t length)
{
    return levels != NULL && at + 1 < length && levels[at] != levels[at + 1] && !is_space(text[at + 1]);
}

static size_t count_words(const char *breaks, const uint8_t *levels, size_t total, size_t spans)
{
    size_t words = spans;
    for (size_t i = 0; i < total; i++)
        words += ends_word(breaks, i) || (levels != NULL && i + 1 < total && levels[i] != levels[i + 1]) ? 1 : 0;
    return words;
}

static void cut_span(struct cutter *cutter, const struct span *span, const char *breaks, bool last)
{
    size_t from = 0;
    for (size_t i = 0; i < span->length; i++) {
        bool end_of_text = last && i + 1 == span->length, turn = turns(cutter->levels, span->text, i, span->length);
        if ((!ends_word(breaks, i) && !turn) || end_of_text)
            continue;
        add_word(cutter, span, from, i + 1, ends_word(breaks, i) ? breaks[i] : LINEBREAK_NOBREAK);
        from = i + 1;
    }
    if (from < span->length)
        add_word(cutter, span, from, span->length, LINEBREAK_NOBREAK);
}

static int widest_line(const struct flow *flow)
{
    int widest = 0, width = 0, trailing = 0;
    for (uint32_t i = 0; i < flow->word_count; i++) {
        const struct flow_word *word = &flow->words[i];
        width += trailing + word->width;
        trailing = word->space;
        if (width > widest)
            widest = width;
        if (word->must_break)
            width = trailing = 0;
    }
    return widest;
}

struct flow *flow_measure(struct arena *arena, const struct metrics *metrics, const struct span *spans, size_t count,
                          struct type_size type)
{
    struct flow *flow = arena_take(arena, sizeof *flow);
    flow->metrics = metrics;
    flow->px = type.px;
    flow->line_height = type.line_height;
    flow->cap_height = type.cap_height;
    flow->right_to_left = type.right_to_left;
    size_t total = total_length(spans, count);
    if (total == 0)
        return flow;
    char *all = joined(arena, spans, count, total);
    char *breaks = arena_take(arena, total + 1);
    set_linebreaks_utf8((const utf8_t *)all, total, "en", breaks);
    const uint8_t *levels = bidi_needed(all, total) ? bidi_levels(arena, all, total, type.right_to_left) : NULL;
    flow->mixed = levels != NULL;
    flow->words = arena_take_array(arena, count_words(breaks, levels, total, count), sizeof *flow->words);
    int space = metrics->width(metrics->context, type.face, type.px, " ", 1);
    struct cutter cutter = {flow, metrics, type, space, levels, 0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        cutter.span = (uint16_t)i;
        cut_span(&cutter, &spans[i], breaks + at, i + 1 == count);
        at += spans[i].length;
        cutter.levels = levels != NULL ? levels + at : NULL;
    }
    flow->natural = widest_line(flow);
    return flow;
}

/* Width of the unbreakable cluster that starts at word `first`; *behind gets the word after it. */
static int cluster(const struct flow *flow, uint32_t first, uint32_t *behind)
{
    int width = 0, trailing = 0;
    uint32_t i = first;
    for (; i < flow->word_count; i++) {
        width += trailing + flow->words[i].width;
        trailing = flow->words[i].space;
        if (flow->words[i].may_break) {
            i++;
            break;
        }
    }
    *behind = i;
    return width;
}

int flow_least(const struct flow *flow)
{
    int least = 0;
    for (uint32_t i = 0; i < flow->word_count;) {
        int width = cluster(flow, i, &i);
        if (width > least)
            least = width;
    }
    return least;
}

static int width_of(const struct flow *flow, const struct flow_word *word, size_t length)
{
    return flow->metrics->width(flow->metrics->context, (enum face)word->face, flow->px, word->text, length);
}

/* The most bytes of a word that fit; at least one character. */
static size_t fitting(const struct flow *flow, const struct flow_word *word, int width)
{
    size_t fits = 0;
    for (size_t at = 0; at < word->length;) {
        size_t used;
        utf8_next(word->text + at, word->length - at, &used);
        at += used;
        if (fits > 0 && width_of(flow, word, at) > width)
            break;
        fits = at;
    }
    return fits;
}

static bool too_wide(const struct flow *flow, int width)
{
    for (uint32_t i = 0; i < flow->word_count; i++)
        if (flow->words[i].width > width)
            return true;
    return false;
}

static uint32_t cut_word(const struct flow *flow, struct flow_word word, int width, struct flow_word *pieces)
{
    uint32_t count = 0;
    while (word.width > width) {
        size_t length = fitting(flow, &word, width);
        if (length >= word.length)
            break;
        pieces[count] = word;
        pieces[count].length = (uint32_t)length;
        pieces[count].width = width_of(flow, &word, length);
        pieces[count].space = 0;
        pieces[count].must_break = 0;
        pieces[count].cut = 1;
        pieces[count++].may_break = 1;
        word.text += length;
        word.length -= (uint32_t)length;
        word.width = width_of(flow, &word, word.length);
    }
    pieces[count++] = word;
    return count;
}

static void cut_wide_words(struct arena *arena, struct flow *flow, int width)
{
    size_t room = 0;
    for (uint32_t i = 0; i < flow->word_count; i++)
        room += flow->words[i].width > width ? flow->words[i].length : 1;
    struct flow_word *pieces = arena_take_array(arena, room, sizeof *pieces);
    uint32_t count = 0;
    for (uint32_t i = 0; i < flow->word_count; i++)
        count += cut_word(flow, flow->words[i], width, pieces + count);
    flow->words = pieces;
    flow->word_count = count;
}

/* Words and the spaces between them, each where its level puts it. */
static void place_turned(struct arena *arena, struct flow *flow, struct flow_line *line)
{
    struct bidi_piece *pieces = arena_take_array(arena, 2 * (size_t)line->count, sizeof *pieces);
    size_t count = 0;
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        struct flow_word *word = &flow->words[i];
        pieces[count++] = (struct bidi_piece){word->level, word->width, word};
        if (word->space > 0 && i + 1 < line->first + line->count)
            pieces[count++] = (struct bidi_piece){word->space_level, word->space, NULL};
    }
    bidi_order(pieces, count);
    line->width = 0;
    for (size_t i = 0; i < count; i++) {
        struct flow_word *word = pieces[i].what;
        if (word != NULL)
            word->x = line->width;
        line->width += pieces[i].width;
    }
}

static void place_words(struct arena *arena, struct flow *flow, struct flow_line *line)
{
    if (flow->mixed) {
        place_turned(arena, flow, line);
        return;
    }
    int x = 0;
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        flow->words[i].x = x;
        line->width = x + flow->words[i].width;
        x = line->width + flow->words[i].space;
    }
}

static void end_line(struct arena *arena, struct flow *flow, struct flow_line *line, uint32_t behind)
{
    line->count = behind - line->first;
    place_words(arena, flow, line);
    flow->line_count++;
    line[1] = (struct flow_line){.first = behind};
}

/* Words of several styles without a place to break, wider than a line: as many as fit, at least one. */
static int cut_cluster(const struct flow *flow, uint32_t first, uint32_t *behind, int width)
{
    int used = flow->words[first].width;
    uint32_t i = first + 1;
    for (; i < *behind && used + flow->words[i - 1].space + flow->words[i].width <= width; i++)
        used += flow->words[i - 1].space + flow->words[i].width;
    *behind = i;
    return used;
}

/* Shortening left a copy behind; the text itself was kept. */
static void take_whole(struct flow *flow)
{
    if (flow->whole == NULL)
        return;
    flow->words = flow->whole;
    flow->word_count = flow->whole_count;
    flow->whole = NULL;
}

void flow_break(struct arena *arena, struct flow *flow, int width)
{
    width = width < 1 ? 1 : width; /* padding may be wider than a tiny box */
    take_whole(flow);
    if (too_wide(flow, width))
        cut_wide_words(arena, flow, width);
    flow->lines = arena_take_array(arena, (size_t)flow->word_count + 2, sizeof *flow->lines);
    flow->line_count = 0;
    int used = 0;
    for (uint32_t i = 0; i < flow->word_count;) {
        struct flow_line *line = &flow->lines[flow->line_count];
        uint32_t behind;
        int needed = cluster(flow, i, &behind);
        if (needed > width)
            needed = cut_cluster(flow, i, &behind, width);
        if (i > line->first && used + needed > width) {
            end_line(arena, flow, line, i);
            used = 0;
            line++;
        }
        used += needed + flow->words[behind - 1].space;
        if (flow->words[behind - 1].must_break || behind == flow->word_count) {
            end_line(arena, flow, line, behind);
            used = 0;
        }
        i = behind;
    }
}

static const char ellipsis[] = "…";

/* Ends a line with "…" in the place of what does not fit beside it. There is a word behind the line. */
static void end_with_ellipsis(struct arena *arena, struct flow *flow, struct flow_line *line, int width)
{
    struct flow_word *first = &flow->words[line->first], *last = first + line->count - 1;
    struct flow_word dots = {.text = ellipsis, .length = sizeof ellipsis - 1, .face = first->face, .span = last->span};
    dots.width = width_of(flow, &dots, dots.length);
    dots.level = flow->mixed && flow->right_to_left;
    int used = line->width;
    for (; last > first && used + dots.width > width; last--)
        used -= last->width + last[-1].space;
    if (last->width + dots.width > width && last->length > 0) {
        last->length = (uint32_t)fitting(flow, last, width - dots.width);
        last->width = width_of(flow, last, last->length);
    }
    last->space = 0;
    last[1] = dots;
    line->count = (uint32_t)(last + 2 - first);
    place_words(arena, flow, line);
}

void flow_shorten(struct arena *arena, struct flow *flow, int width, uint32_t most)
{
    if (flow->line_count <= most)
        return;
    struct flow_word *words = arena_take_array(arena, flow->word_count, sizeof *words);
    memcpy(words, flow->words, flow->word_count * sizeof *words);
    flow->whole = flow->words;
    flow->whole_count = flow->word_count;
    flow->words = words;
    flow->line_count = most;
    end_with_ellipsis(arena, flow, &flow->lines[most - 1], width);
}
