/* A hundred thousand random touches: whatever they are, the visit stays on its rails. */
#include "story.h"

static uint32_t seed;

static int chance(int count)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return (int)(seed % (uint32_t)count);
}

static void assert_valid_answers(const struct session *session)
{
    for (size_t i = 0; i < made_content.screening_count; i++)
        for (size_t item = 0; item < MAX_ITEMS; item++) {
            const struct screening *screening = &made_screenings[i];
            int option = session->answers[i].option[item];
            unsigned chosen = session->answers[i].chosen[item];
            bool several = item < screening->item_count && screening->items[item].repeats && option == 0;
            assert_int_equal(chosen != 0, several);
            assert_true(!several || chosen >> screening_option_count(&screening->items[item]) == 0);
            if (option == ANSWER_NONE)
                continue;
            assert_true(screening_shown(screening, &session->answers[i], item));
            assert_in_range(option + 2, 0, screening_option_count(&screening->items[item]) + 1);
            assert_true(!screening->adults_only || session->adult == ADULT_YES);
        }
}

static void assert_valid_view(const struct session *session, int depth)
{
    const size_t subjects[SCREEN_COUNT] = {
        [SCREEN_ATTRACT] = 1, [SCREEN_HOME] = 1, [SCREEN_PAGE] = 3,    [SCREEN_COMPARE] = 1,  [SCREEN_CHECKS] = 1,
        [SCREEN_INTRO] = 3,   [SCREEN_AGE] = 3,  [SCREEN_YOUNG] = 3,   [SCREEN_QUESTION] = 3, [SCREEN_REVIEW] = 3,
        [SCREEN_RESULT] = 3,  [SCREEN_HELP] = 1, [SCREEN_SETTINGS] = 1};
    const struct view *view = &session->views[depth];
    assert_in_range(view->screen, depth == 0 ? SCREEN_ATTRACT : SCREEN_PAGE,
                    depth == 0 ? SCREEN_HOME : SCREEN_SETTINGS);
    assert_true(view->subject < subjects[view->screen]);
    assert_true(view->scroll >= 0);
    bool check = view->screen == SCREEN_QUESTION || view->screen == SCREEN_REVIEW || view->screen == SCREEN_RESULT;
    if (check && made_screenings[view->subject].adults_only)
        assert_int_equal(session->adult, ADULT_YES);
    if (view->screen == SCREEN_QUESTION)
        assert_true(screening_shown(&made_screenings[view->subject], &session->answers[view->subject], view->detail));
    else if (view->screen == SCREEN_HELP && view->detail)
        assert_int_equal(view[-1].screen, SCREEN_QUESTION);
    else if (view->screen == SCREEN_COMPARE)
        assert_true(view->detail <= 3 || view->detail == 100 || view->detail == 101);
    else
        assert_int_equal(view->detail, 0);
}

static void assert_valid(const struct session *session)
{
    assert_true(session->depth < MAX_VIEWS);
    for (int depth = 0; depth <= session->depth; depth++)
        assert_valid_view(session, depth);
    assert_valid_answers(session);
    assert_true(session->language < 2 && session->text_size < TEXT_SIZES && session->theme < THEMES);
    assert_true(session->volume <= LOUDEST_VOLUME);
    assert_true(session->rate >= SLOWEST_RATE && session->rate <= FASTEST_RATE);
    assert_true(session->cover == COVER_NONE || session_shows_answers(session));
    assert_true(session->adult <= ADULT_NO);
    if (session->taking)
        assert_true(session_view(session)->screen == SCREEN_RESULT && !session->asking && session->cover == COVER_NONE);
    assert_in_range(session->term, 0, made_content.glossary.term_count);
    for (int depth = 1; session->views[0].screen == SCREEN_ATTRACT && depth <= session->depth; depth++)
        assert_true(session->views[depth].screen == SCREEN_HELP || session->views[depth].screen == SCREEN_SETTINGS);
    if (session_view(session)->screen == SCREEN_ATTRACT)
        assert_true(session->depth == 0 && session->term == 0 && !session->asking && session->cover == COVER_NONE);
}

/* What a visitor could touch on the screen shown. */
static struct action plausible_action(const struct session *session)
{
    const enum action_kind in_check[] = {ACTION_NEXT, ACTION_NEXT, ACTION_SKIP, ACTION_ANSWER};
    const enum action_kind on_help[] = {ACTION_GO_ON, ACTION_STOP, ACTION_BACK, ACTION_GO};
    const struct view *view = session_view(session);
    if (view->screen == SCREEN_ATTRACT)
        return (struct action){ACTION_BEGIN, chance(2), 0};
    if (view->screen == SCREEN_AGE || view->screen == SCREEN_YOUNG)
        return (struct action){chance(3) ? ACTION_ADULT : ACTION_BACK, chance(2), 0};
    if (view->screen == SCREEN_REVIEW)
        return (struct action){chance(2) ? ACTION_NEXT : ACTION_REVIEW_ITEM, chance(9), 0};
    if (view->screen == SCREEN_RESULT && chance(2))
        return (struct action){ACTION_TAKE, 0, 0};
    if (view->screen == SCREEN_QUESTION)
        return (struct action){in_check[chance(4)], view->detail, chance(4)};
    if (view->screen == SCREEN_HELP && view->detail)
        return (struct action){on_help[chance(4)], SCREEN_PAGE, chance(3)};
    return (struct action){ACTION_GO, chance(SCREEN_COUNT), chance(4)};
}

/* Anything at all; what leaves many places at once is rarer, or the walk would never get far. */
static struct action wild_action(void)
{
    struct action action = {(enum action_kind)chance(ACTION_KIND_COUNT + 2), chance(110) - 2, chance(7) - 2};
    if (chance(2))
        action.a = chance(5) ? chance(5) : chance(2) ? INT_MAX : INT_MIN;
    bool far = action.kind == ACTION_DONE || action.kind == ACTION_HOME || action.kind == ACTION_STOP;
    if (far && chance(60))
        action.kind = ACTION_PAGE;
    return action;
}

static struct action any_action(const struct session *session)
{
    return chance(3) ? plausible_action(session) : wild_action();
}

/* Nobody touches: the kiosk wakes up at its deadlines, and each time there must be something to do. */
static unsigned random_pause(struct story *story)
{
    unsigned effects = EFFECT_NONE;
    int wake_ups = chance(3) ? 1 : chance(40);
    for (int i = 0; i < wake_ups && deadline(story) >= 0; i++) {
        story->now_ms = deadline(story);
        effects = waits(story, 0);
        assert_int_not_equal(effects, EFFECT_NONE);
    }
    return effects;
}

static unsigned random_touch(struct story *story)
{
    story->now_ms += chance(400) ? chance(3000) : chance(400000);
    session_scroll(&story->session, chance(2000) - 500);
    struct session before = story->session;
    unsigned effects = session_apply(&story->session, &made_content, any_action(&before), story->now_ms);
    before.touched_ms = story->now_ms;
    if (effects == EFFECT_NONE)
        assert_memory_equal(&story->session, &before, sizeof before);
    return effects;
}

/* What the walk has seen: a walk that stays at home proves nothing. */
struct sights {
    int screens[SCREEN_COUNT], wipes, veils, hides, questions, helps, full_ways, takings, notes, reviewed, signs;
};

static void look_around(struct sights *sights, const struct session *session, unsigned effects)
{
    sights->screens[session_view(session)->screen]++;
    sights->wipes += effects == WIPED;
    sights->veils += session->cover == COVER_VEIL;
    sights->hides += session->cover == COVER_HIDDEN;
    sights->questions += session->asking;
    sights->helps += session_view(session)->screen == SCREEN_HELP && session_view(session)->detail;
    sights->takings += session->taking;
    sights->notes += session->term > 0;
    sights->reviewed += session->depth > 0 && session_view(session)[0].screen == SCREEN_QUESTION &&
                        session_view(session)[-1].screen == SCREEN_REVIEW;
    sights->signs += screening_started(&session->answers[FIT]);
    sights->full_ways += session->depth == MAX_VIEWS - 1;
}

static void assert_seen_enough(const struct sights *sights)
{
    const int least = 50;
    for (int screen = 0; screen < SCREEN_COUNT; screen++)
        assert_true(screen == SCREEN_STAFF || sights->screens[screen] > least);
    assert_int_equal(sights->screens[SCREEN_STAFF], 0); /* nothing that a visitor can do leads there */
    assert_true(sights->wipes > least);
    assert_true(sights->veils > least);
    assert_true(sights->hides > least);
    assert_true(sights->questions > least);
    assert_true(sights->helps > least);
    assert_true(sights->full_ways > least);
    assert_true(sights->takings > least);
    assert_true(sights->notes > least);
    assert_true(sights->reviewed > least);
    assert_true(sights->signs > least);
}

static void many_random_touches_never_leave_the_rails(void **state)
{
    (void)state;
    seed = 988911;
    struct story story = at_rest();
    struct sights sights = {0};
    for (int step = 0; step < 150000; step++) {
        unsigned effects = chance(60) ? random_touch(&story) : random_pause(&story);
        assert_true(effects == EFFECT_NONE || effects == REDRAW || effects == NEW_PLACE || effects == WIPED);
        assert_valid(&story.session);
        if (effects == WIPED)
            assert_forgotten(&story);
        bool resting = session_view(&story.session)->screen == SCREEN_ATTRACT;
        assert_true(resting ? deadline(&story) == -1 : deadline(&story) > story.now_ms);
        look_around(&sights, &story.session, effects);
    }
    assert_seen_enough(&sights);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_random_touches_never_leave_the_rails),
    };
    return cmocka_run_group_tests_name("random visits", tests, NULL, NULL);
}
