/* Tours the screens on all panels and reports what the rules find. */
#include "audit_rules.h"

#include "plain.h"
#include "screens.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>

static const struct panel {
    int width, height;
    float mm; /* across */
} panels[] = {{1024, 600, 154},  {1366, 768, 345},  {1920, 1080, 476},
              {1080, 1920, 268}, {3840, 2160, 708}, {1280, 800, 217}};

static const char *const size_names[TEXT_SIZES] = {"small", "normal", "large", "largest"};

enum { LONGEST_DETAIL = 300, WORDS_SHOWN = 60 };

/* ---- notes -------------------------------------------------------------------------------------------- */

void audit_words(const struct node *node, struct text *out)
{
    if (node->label != NULL)
        text_add(out, node->label);
    else
        node_say(node, out);
}

static void name_node(const struct node *node, struct text *out)
{
    char words[WORDS_SHOWN];
    struct text said = text_in(words, sizeof words);
    audit_words(node, &said);
    for (char *at = words; *at != '\0'; at++)
        *at = *at == '\n' ? ' ' : *at;
    text_add(out, role_name(node->role));
    if (said.length > 0)
        text_addf(out, " \"%s\"", words);
    else if (node->name != NULL)
        text_addf(out, " #%s", node->name);
}

/* The place of the words of the frame: their nodes have only the string. */
static struct place place_of_words(const struct content *content, const char *string)
{
    const struct words *words[] = {
#define INTERFACE_WORD(name, help) &content->words.name,
#include "interface_words.def"
#undef INTERFACE_WORD
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int language = 0; language < MAX_LANGUAGES; language++)
            if (words[i]->in[language] != NULL && words[i]->in[language] == string)
                return words[i]->place;
    return (struct place){0};
}

static struct place own_place(const struct content *content, const struct node *node)
{
    if (node->place.file != NULL)
        return node->place;
    if (node->picture != NULL && node->picture == content->settings.logo)
        return content->settings.logo_place;
    return node->span_count > 0 ? place_of_words(content, node->spans[0].text) : (struct place){0};
}

/* The node's own, else that of what stands in it, else of what it stands in. */
static struct place place_of(const struct content *content, const struct node *node)
{
    for (const struct node *at = node; at != NULL && node_within(at, node); at = node_next(at)) {
        struct place place = own_place(content, at);
        if (place.file != NULL)
            return place;
    }
    for (const struct node *at = node->parent; at != NULL; at = at->parent)
        if (at->place.file != NULL)
            return at->place;
    return (struct place){0};
}

void audit_note(const struct audited *at, enum audit_rule rule, const struct node *node, const char *format, ...)
{
    char detail[LONGEST_DETAIL], thing[LONGEST_DETAIL];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    struct text out = text_in(thing, sizeof thing);
    name_node(node, &out);
    struct finding finding = {rule, place_of(at->audit->content, node), at->where, thing, detail};
    at->audit->found(at->audit->context, &finding);
}

/* ---- the tour ------------------------------------------------------------------------------------------ */

static bool is_usual_panel(const struct panel *panel)
{
    return panel->mm > 475 && panel->mm < 477;
}

/* Colors, letters and icons do not depend on the panel: one is enough. */
static void look_at(struct audit *audit, const struct stop *stop, const struct panel *panel, struct arena *arena)
{
    char title[200];
    const struct session *session = &stop->session;
    struct scene scene;
    struct frame frame = session->lower
                             ? frame_lower(panel->width, panel->height, panel->mm, audit->theme, session->text_size)
                             : frame_make(panel->width, panel->height, panel->mm, audit->theme, session->text_size);
    struct screen_request request = {.content = audit->content,
                                     .session = session,
                                     .frame = &frame,
                                     .seconds_left = 30,
                                     .voice = true,
                                     .wall = stop->wall,
                                     .board = &tour_board};
    screen_build(&scene, arena, &request);
    layout_scene(&scene, &frame, audit->theme, audit->metrics);
    snprintf(title, sizeof title, "%s%s %s %dx%d %s", stop->name, session->lower ? "-lower" : "",
             audit->content->settings.languages[session->language].tag, panel->width, panel->height,
             size_names[session->text_size]);
    struct audited at = {audit, &scene, &frame, session->text_size, title};
    audit_geometry(&at);
    audit_targets(&at);
    if (is_usual_panel(panel) && session->text_size == DEFAULT_TEXT_SIZE && !session->lower) {
        audit_contrast(&at);
        audit_letters(&at);
    }
    audit_ways(&at);
    audit->scenes++;
    arena_reset(arena);
}

static void look_at_stop(struct audit *audit, struct stop *stop, struct arena *arena)
{
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++)
        for (int size = 0; size < TEXT_SIZES; size++) {
            if (stop->at_rest && size != DEFAULT_TEXT_SIZE)
                continue; /* nobody has chosen a size yet */
            stop->session.text_size = (uint8_t)size;
            stop->session.lower = false;
            look_at(audit, stop, &panels[i], arena);
            stop->session.lower = true;
            if (!stop->at_rest && reach_above(panels[i].width, panels[i].height, panels[i].mm) > 0)
                look_at(audit, stop, &panels[i], arena);
        }
}

static bool is_mine(const struct audit *audit, int number)
{
    return audit->parts == 0 || number % audit->parts == audit->part;
}

int audit_stops(const struct content *content)
{
    return tour_length(content) * (int)content->settings.language_count;
}

void audit_tour(struct audit *audit)
{
    struct arena arena = {0};
    struct stop stop;
    int number = 0;
    for (int language = 0; language < (int)audit->content->settings.language_count; language++)
        for (int i = 0; tour_stop(audit->content, i, language, &stop); i++) {
            if (!is_mine(audit, number++))
                continue;
            look_at_stop(audit, &stop, &arena);
            if (audit->moved_on != NULL)
                audit->moved_on(audit->context);
        }
    arena_free(&arena);
}
