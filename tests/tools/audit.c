/* Tours the screens and keeps what the rules find. */
#include "audit.h"

#include "plain.h"
#include "screens.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct panel {
    int width, height;
    float mm; /* across */
} panels[] = {{1024, 600, 155},  {1366, 768, 345},  {1920, 1080, 476},
              {1080, 1920, 268}, {3840, 2160, 708}, {1280, 800, 217}};

static const char *const size_names[TEXT_SIZES] = {"small", "normal", "large", "largest"};

enum { SHOWN_FINDINGS = 12, WORDS_SHOWN = 60 };

/* ---- notes -------------------------------------------------------------------------------------------- */

static void name_node(const struct node *node, struct text *out)
{
    char words[WORDS_SHOWN];
    struct text said = text_in(words, sizeof words);
    node_say(node, &said);
    text_add(out, role_name(node->role));
    if (node->name != NULL)
        text_addf(out, " #%s", node->name);
    for (char *at = words; *at != '\0'; at++)
        *at = *at == '\n' ? ' ' : *at;
    if (said.length > 0)
        text_addf(out, " \"%s\"", words);
    text_addf(out, " at %d,%d %dx%d", node->rect.x, node->rect.y, node->rect.w, node->rect.h);
    if (node->place.file != NULL && node->place.line > 0)
        text_addf(out, " (%s:%d)", node->place.file, node->place.line);
}

/* The part of a finding that does not name the stop and the language. */
static const char *without_stop(const char *finding)
{
    const char *language = strchr(finding, ' ');
    const char *panel = language != NULL ? strchr(language + 1, ' ') : NULL;
    return panel != NULL ? panel : finding;
}

static bool is_known(const struct findings *findings, const char *finding)
{
    for (int i = 0; i < findings->kept; i++)
        if (strcmp(without_stop(findings->list[i]), without_stop(finding)) == 0)
            return true;
    return false;
}

void audit_note(const struct audited *at, enum audit_rule rule, const struct node *node, const char *format, ...)
{
    struct findings *findings = &at->audit->rules[rule];
    char detail[LONGEST_FINDING], finding[LONGEST_FINDING];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    struct text out = text_in(finding, sizeof finding);
    text_addf(&out, "%s: ", at->title);
    name_node(node, &out);
    text_addf(&out, " %s", detail);
    findings->count++;
    if (findings->kept < FINDINGS_KEPT && !is_known(findings, finding))
        memcpy(findings->list[findings->kept++], finding, sizeof finding);
}

int audit_print(const struct audit *audit, enum audit_rule rule)
{
    const struct findings *findings = &audit->rules[rule];
    bool all = getenv("IOP_AUDIT_ALL") != NULL;
    int shown = all || findings->kept < SHOWN_FINDINGS ? findings->kept : SHOWN_FINDINGS;
    for (int i = 0; i < shown; i++)
        fprintf(stderr, "# %s\n", findings->list[i]);
    if (shown < findings->kept)
        fprintf(stderr, "# and %d more (IOP_AUDIT_ALL=1 shows them)\n", findings->kept - shown);
    return findings->count;
}

/* ---- the tour ------------------------------------------------------------------------------------------ */

static bool is_usual_panel(const struct panel *panel)
{
    return panel->mm > 475 && panel->mm < 477;
}

/* Colors do not depend on the panel: one is enough. */
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
    if (is_usual_panel(panel) && session->text_size == DEFAULT_TEXT_SIZE)
        audit_contrast(&at, session);
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

void audit_tour(struct audit *audit)
{
    struct arena arena = {0};
    struct stop stop;
    for (int language = 0; language < (int)audit->content->settings.language_count; language++)
        for (int i = 0; tour_stop(audit->content, i, language, &stop); i++)
            look_at_stop(audit, &stop, &arena);
    arena_free(&arena);
}
