/* The list of screens: one row each. */
#include "screens.h"

#include "parts.h"

static const struct screen {
    const char *name;
    void (*build)(struct builder *b);
} screens[SCREEN_COUNT] = {
    [SCREEN_ATTRACT] = {"attract", build_attract},
    [SCREEN_HOME] = {"home", build_home},
    [SCREEN_PAGE] = {"page", build_page},
    [SCREEN_COMPARE] = {"compare", build_compare},
    [SCREEN_CHECKS] = {"checks", build_checks},
    [SCREEN_INTRO] = {"intro", build_intro},
    [SCREEN_AGE] = {"age", build_age},
    [SCREEN_YOUNG] = {"young", build_young},
    [SCREEN_REVIEW] = {"review", build_review},
    [SCREEN_QUESTION] = {"question", build_question},
    [SCREEN_RESULT] = {"result", build_result},
    [SCREEN_HELP] = {"help", build_help},
    [SCREEN_SETTINGS] = {"settings", build_settings},
    [SCREEN_STAFF] = {"staff", build_staff},
};

const char *screen_name(enum screen_id screen)
{
    return screens[screen].name;
}

static enum look ground(const struct builder *b)
{
    bool help = session_view(b->session)->screen == SCREEN_HELP || (reserve(b) && !session_of_staff(b->session));
    bool night = help && !b->session->asking && b->session->cover == COVER_NONE;
    return night ? LOOK_NIGHT_SCREEN : LOOK_SCREEN;
}

/* Words that a screen marks and does not list itself are listed at its end. */
static void build_place(struct builder *b)
{
    screens[session_view(b->session)->screen].build(b);
    if (b->scene->main != NULL)
        words_explained(b, b->scene->main);
    if (b->stage != NULL)
        build_note(b);
}

void screen_build(struct scene *scene, struct arena *arena, const struct screen_request *request)
{
    struct builder b = {.scene = scene,
                        .content = request->content,
                        .session = request->session,
                        .frame = request->frame,
                        .seconds_left = request->seconds_left,
                        .voice = request->voice,
                        .wall = request->wall,

                        .board = request->board};
    scene_start(scene, arena, ground(&b));
    keep_clear_above(&b);
    if (request->session->asking)
        build_still_there(&b);
    else if (request->session->cover != COVER_NONE)
        build_covered(&b);
    else if (reserve(&b) && !session_of_staff(b.session))
        build_help(&b);
    else
        build_place(&b);
}
