/* Tours the screens on all panels and reports what the rules find. */
#include "audit_rules.h"

#include "plain.h"
#include "screens.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>

static const struct audit_panel panels[] = {{1024, 600, 154},  {1366, 768, 345}, {1920, 1080, 476}, {1080, 1920, 268},
                                            {3840, 2160, 708}, {1280, 800, 217}, {1280, 800, 261},  {1080, 1920, 336}};

static const char *const size_names[TEXT_SIZES] = {"small", "normal", "large", "largest"};

enum { PANELS = sizeof panels / sizeof *panels };
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

/* The first place in a node. */
static struct place place_in(const struct content *content, const struct node *node)
{
    for (const struct node *at = node; at != NULL && node_within(at, node); at = node_next(at)) {
        struct place place = own_place(content, at);
        if (place.file != NULL)
            return place;
    }
    return (struct place){0};
}

/* The node's own, else that of what stands in it, else of what stands beside it: an icon's is its card's. */
static struct place place_of(const struct audited *at, const struct node *node)
{
    struct place place = place_in(at->audit->content, node);
    for (node = node->parent; node != NULL && node->parent != NULL && node != at->scene->main; node = node->parent)
        if (place.file == NULL)
            place = place_in(at->audit->content, node);
    return place;
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
    struct finding finding = {rule, place_of(at, node), at->where, thing, detail};
    at->audit->found(at->audit->context, &finding);
}

/* ---- the tour ------------------------------------------------------------------------------------------ */

static bool is_usual_panel(const struct audit_panel *panel)
{
    return panel->mm > 475 && panel->mm < 477;
}

/* What does not depend on the panel is looked at on one, at one text size. */
struct once {
    bool letters, contrast;
};

static const struct once nothing, everything = {true, true};

static void look_at(struct audit *audit, const struct stop *stop, const struct audit_panel *panel, struct once once)
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
    screen_build(&scene, &audit->arena, &request);
    layout_scene(&scene, &frame, audit->theme, audit->metrics);
    snprintf(title, sizeof title, "%s%s, %s, %dx%d, %s text", stop->name, session->lower ? "-lower" : "",
             audit->content->settings.languages[session->language].name, panel->width, panel->height,
             size_names[session->text_size]);
    struct audited at = {audit, &scene, &frame, session->text_size, title, session};
    audit_geometry(&at);
    audit_targets(&at);
    if (once.contrast)
        audit_contrast(&at);
    if (once.letters)
        audit_letters(&at);
    audit_ways(&at);
    audit->scenes++;
    arena_reset(&audit->arena);
}

/* Between visits, and by staff, no text size is chosen, and nothing is made lower. */
static bool can_choose(const struct stop *stop)
{
    return !stop->at_rest && !session_of_staff(&stop->session);
}

static void look_at_size(struct audit *audit, struct stop *stop, const struct audit_panel *panel, struct once once)
{
    bool usual = stop->session.text_size == DEFAULT_TEXT_SIZE;
    if (!can_choose(stop) && !usual)
        return;
    stop->session.lower = false;
    look_at(audit, stop, panel, usual ? once : nothing);
    stop->session.lower = true;
    if (can_choose(stop) && reach_above(panel->width, panel->height, panel->mm) > 0)
        look_at(audit, stop, panel, nothing);
}

static bool is_mine(const struct audit *audit, int number)
{
    return audit->parts == 0 || number % audit->parts == audit->part;
}

static bool goes_on(const struct audit *audit)
{
    return audit->moved_on == NULL || audit->moved_on(audit->context);
}

int audit_stops_on(const struct content *content)
{
    return tour_length(content) * (int)content->settings.language_count * TEXT_SIZES;
}

int audit_stops(const struct content *content)
{
    return audit_stops_on(content) * PANELS;
}

/* All of one panel, text size by text size: fonts are opened once for each. */
static bool look_at_panel(struct audit *audit, const struct audit_panel *panel, struct once once)
{
    struct stop stop;
    for (int size = 0; size < TEXT_SIZES; size++) {
        int number = 0;
        for (int language = 0; language < (int)audit->content->settings.language_count; language++)
            for (int i = 0; tour_stop(audit->content, i, language, &stop); i++) {
                if (!is_mine(audit, number++))
                    continue;
                stop.session.text_size = (uint8_t)size;
                look_at_size(audit, &stop, panel, once);
                if (!goes_on(audit))
                    return false;
            }
    }
    return true;
}

void audit_tour(struct audit *audit)
{
    bool on = true;
    for (size_t i = 0; on && i < PANELS; i++)
        on = look_at_panel(audit, &panels[i], is_usual_panel(&panels[i]) ? everything : nothing);
    arena_free(&audit->arena);
}

void audit_tour_on(struct audit *audit, const struct audit_panel *panel)
{
    look_at_panel(audit, panel, (struct once){.letters = true});
    arena_free(&audit->arena);
}
