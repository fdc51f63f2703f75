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

/* "What is an IOP?, page 2 of 11": what eyes see in the list of chapters. */
static const char *page_of(struct builder *b, size_t index)
{
    const struct page *page = &b->content->pages[index];
    const struct section *section = &b->content->sections[page->section];
    const char *values[] = {in(b, &section->title), number(b, (int)index - section->first_page + 1),
                            number(b, section->page_count)};
    return filled(b, in(b, &b->content->speech.page_of), values, 3);
}

/* Where eyes find it, a screen says it itself; here is the rest. */
static const char *where_words(struct builder *b)
{
    const struct view *view = session_view(b->session);
    if (view->screen == SCREEN_HOME)
        return in(b, &b->content->speech.home);
    if (view->screen == SCREEN_PAGE)
        return page_of(b, view->subject);
    if (view->screen != SCREEN_RESULT)
        return NULL;
    const char *check = in(b, &b->content->screenings[view->subject].title);
    return filled(b, in(b, &b->content->speech.your_result), &check, 1);
}

/* Words that a screen marks and does not list itself are listed at its end. */
static void build_place(struct builder *b)
{
    b->scene->where = where_words(b);
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
    const struct settings *settings = &request->content->settings;
    if (request->session->language < settings->language_count)
        scene->right_to_left = language_runs_right_to_left(&settings->languages[request->session->language]);
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
