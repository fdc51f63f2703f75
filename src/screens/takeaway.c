/* Composes the take-away text and shows it as a code: the words themselves, no address, no network. */
#include "takeaway.h"

#include "text.h"
#include "wipe.h"

#include <string.h>

struct slip {
    struct text text;
    size_t kept_free; /* for the last line */
};

static void add_line(struct slip *slip, const char *line)
{
    size_t needed = strlen(line) + 1;
    if (line[0] == '\0' || slip->text.length + needed + slip->kept_free >= slip->text.size)
        return;
    text_add(&slip->text, line);
    text_add(&slip->text, "\n");
}

/* The first paragraph of a Markdown text without its marks; put together in the scene's memory, which is erased. */
static const char *plain_paragraph(struct builder *b, const struct prose *prose)
{
    struct text out = text_in(arena_take(b->scene->arena, TAKEAWAY_BYTES), TAKEAWAY_BYTES);
    if (prose->count[b->session->language] == 0)
        return "";
    const struct paragraph *first = &prose->in[b->session->language][0];
    for (size_t i = 0; i < first->span_count; i++)
        text_add_bytes(&out, first->spans[i].text, first->spans[i].length);
    return out.cut ? "" : out.bytes;
}

static void add_steps(struct builder *b, struct slip *slip, const struct prose *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *step = plain_paragraph(b, &steps[i]);
        if (step[0] != '\0')
            add_line(slip, arena_print(b->scene->arena, "- %s", step));
    }
}

static void add_outcome(struct builder *b, struct slip *slip, const struct outcome *outcome)
{
    add_line(slip, in(b, &outcome->headline));
    add_steps(b, slip, outcome->next_steps, outcome->next_step_count);
}

static void add_score(struct builder *b, struct slip *slip, const struct screening *screening, int total)
{
    const struct band *band = screening_band(screening, total);
    const char *values[] = {in(b, &screening->title), number(b, total), number(b, screening->score.max)};
    if (band == NULL) {
        add_line(slip, in(b, &screening->incomplete));
    } else {
        const char *sum = filled(b, in(b, &b->content->words.your_total), values, 3);
        add_line(slip, arena_print(b->scene->arena, "%s, %s", sum, in(b, &band->name)));
        add_line(slip, in(b, &band->headline));
    }
    add_steps(b, slip, screening->next_steps, screening->next_step_count);
}

const char *takeaway_text(struct builder *b, size_t index)
{
    char bytes[TAKEAWAY_BYTES];
    const struct interface_words *words = &b->content->words;
    const struct screening *screening = &b->content->screenings[index];
    const struct answers *answers = &b->session->answers[index];
    const char *footer = in(b, &words->take_footer);
    struct slip slip = {text_in(bytes, sizeof bytes), strlen(footer) + 1};
    const struct outcome *outcome = screening_outcome(screening, answers);
    add_line(&slip, arena_print(b->scene->arena, "%s: %s", in(b, &words->take_header), in(b, &screening->title)));
    if (outcome != NULL)
        add_outcome(b, &slip, outcome);
    else
        add_score(b, &slip, screening, screening_total(screening, answers));
    add_line(&slip, in(b, &words->not_a_diagnosis));
    text_add(&slip.text, footer);
    const char *result = arena_copy(b->scene->arena, slip.text.bytes, slip.text.length);
    wipe(bytes, sizeof bytes);
    return result;
}

/* Modules are whole pixels. A phone at 40 cm wants them of 0.7 mm; a small panel, which one stands closer to, shows
 * smaller ones, so that the code is in sight as a whole: below 50 mm of height nothing is left for it. */
static float code_side(const struct builder *b, int modules)
{
    const int quiet_zone = 8;
    float px_per_mm = b->frame->scale.px_per_mm, height = (float)b->frame->height / px_per_mm;
    float wanted = 0.7f, fits = ((b->frame->down < height ? b->frame->down : height) - 50) / 140;
    int pixels = 1 + (int)((fits < wanted ? fits : wanted) * px_per_mm);
    return (float)(pixels * (modules + quiet_zone)) / px_per_mm;
}

static void code_card(struct builder *b, struct node *parent, size_t screening)
{
    const struct interface_words *words = &b->content->words;
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 4);
    card->name = "take-away";
    pad(card, 8, 7);
    heading(b, card, &words->take_with_you, 3);
    struct node *code = code_picture(b, card, takeaway_text(b, screening), in(b, &words->take_text));
    code->box.least_width = code->box.least_height = code_side(b, code->value);
    card->box.across = ALIGN_START;
    text(b, card, &words->take_text, TYPE_BODY);
    text(b, card, &words->take_warning, TYPE_STRONG);
    button(b, card,
           (struct button){"take-hide", LOOK_PILL, "visibility_off", in(b, &words->take_hide), NULL,
                           (struct action){ACTION_TAKE, 0, 0}});
}

void takeaway_card(struct builder *b, struct node *parent, size_t screening)
{
    if (b->session->taking) {
        code_card(b, parent, screening);
        return;
    }
    struct node *row = group(b, parent, ARRANGE_WRAP, 4);
    button(b, row,
           (struct button){"take", LOOK_PILL, "smartphone", in(b, &b->content->words.take_with_you), NULL,
                           (struct action){ACTION_TAKE, 0, 0}});
}
