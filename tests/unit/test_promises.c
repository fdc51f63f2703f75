/* What the clinic promises about its checks, looked at on every screen of the tour and after every single sign. */
#include "content_and_arena.h"
#include "folder.h"
#include "parts.h"
#include "text.h"
#include "tour.h"

enum { LONGEST_WORDS = 8192, MOST_STEPS = 40 };

/* ---- on every screen ---------------------------------------------------------------------------------------- */

static void build(struct scene *scene, const struct session *session)
{
    struct frame frame = frame_make(1920, 1080, 476, theme_default(), session->text_size);
    arena_reset(&arena);
    screen_build(scene, &arena,
                 &(struct screen_request){
                     .content = content, .session = session, .frame = &frame, .seconds_left = 30, .voice = true});
}

static bool leads_to_help(const struct scene *scene)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->action.kind == ACTION_GO && node->action.a == SCREEN_HELP && !node->disabled && !node->hidden)
            return true;
    return false;
}

/* Over a cover the numbers themselves stand: a touch there only lifts it. */
static bool names_the_numbers(const struct scene *scene)
{
    char words[LONGEST_WORDS];
    struct text out = text_in(words, sizeof words);
    node_say(scene->root, &out);
    return strstr(words, "988") != NULL && strstr(words, "911") != NULL;
}

static void help_can_be_reached_from_every_screen(void **state)
{
    (void)state;
    struct scene scene;
    struct stop stop;
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; tour_stop(content, i, language, &stop); i++) {
            build(&scene, &stop.session);
            bool here = session_view(&stop.session)->screen == SCREEN_HELP;
            if (!here && !leads_to_help(&scene) && !names_the_numbers(&scene))
                fail_msg("no way to help from %s", stop.name);
            if (session_shows_answers(&stop.session) && stop.session.cover == COVER_NONE && !stop.session.asking &&
                !leads_to_help(&scene))
                fail_msg("no touch leads to help from %s", stop.name);
        }
}

static void an_answer_shows_its_words_and_no_points(void **state)
{
    (void)state;
    struct scene scene;
    struct stop stop;
    int seen = 0;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++) {
        const struct view *view = session_view(&stop.session);
        if (view->screen != SCREEN_QUESTION)
            continue;
        struct builder b = {.content = content, .session = &stop.session};
        const struct item *item = &content->screenings[view->subject].items[view->detail];
        build(&scene, &stop.session);
        for (const struct node *node = scene.root; node != NULL; node = node_next(node)) {
            char words[LONGEST_WORDS];
            struct text out = text_in(words, sizeof words);
            if (node->action.kind != ACTION_ANSWER)
                continue;
            node_say(node, &out);
            assert_string_equal(words, option_words(&b, item, node->action.b));
            seen++;
        }
    }
    assert_true(seen > 100);
}

static bool draws_a_scale(const struct scene *scene)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_SCALE || node->role == ROLE_METER ||
            (node->name != NULL && !strcmp(node->name, "scale")))
            return true;
    return false;
}

/* Every number on it is one of help, of a next step or of a list: nothing was counted. */
static bool is_known(const char *number)
{
    static const char *const known[] = {"988", "911", "7", "1", "2", "3", "1-800-799-7233", "1-833-852-6262"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], number) == 0)
            return true;
    return false;
}

static void assert_nothing_is_counted(const struct scene *scene, const struct stop *stop)
{
    char words[LONGEST_WORDS], number[32];
    struct text out = text_in(words, sizeof words);
    node_say(scene->root, &out);
    for (const char *at = words; *at != '\0';) {
        size_t length = strspn(at, "0123456789-");
        if (length == 0 || *at == '-') {
            at += length > 0 ? length : 1;
            continue;
        }
        while (length > 1 && at[length - 1] == '-')
            length--;
        snprintf(number, sizeof number, "%.*s", (int)length, at);
        if (!is_known(number))
            fail_msg("%s counts something: %s", stop->name, number);
        at += length;
    }
}

static void an_outcome_of_rules_has_no_total_and_no_scale(void **state)
{
    (void)state;
    struct scene scene;
    struct stop stop;
    int seen = 0;
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; tour_stop(content, i, language, &stop); i++) {
            const struct view *view = session_view(&stop.session);
            if (view->screen != SCREEN_RESULT || stop.session.cover != COVER_NONE ||
                content->screenings[view->subject].rule_count == 0)
                continue;
            build(&scene, &stop.session);
            assert_false(draws_a_scale(&scene));
            assert_nothing_is_counted(&scene, &stop);
            seen++;
        }
    assert_true(seen >= 10);
}

/* ---- after every single sign -------------------------------------------------------------------------------- */

struct visit_here {
    struct session session;
    int check, item, option; /* the one sign that is chosen */
    bool helped;
};

static void act(struct visit_here *here, enum action_kind kind, int a, int b)
{
    session_apply(&here->session, content, (struct action){kind, a, b}, 0);
}

static const struct view *at(const struct visit_here *here)
{
    return session_view(&here->session);
}

static int exclusive_option(const struct item *item)
{
    for (size_t i = 0; i < item->options->option_count; i++)
        if (item->options->options[i].exclusive)
            return (int)i;
    fail_msg("%s has no answer that excludes the others", item->id);
    return 0;
}

/* Chooses that one sign, and “None of these” everywhere else. */
static void goes_with_one_sign(struct visit_here *here, int language)
{
    const struct screening *check = &content->screenings[here->check];
    session_start(&here->session, 0);
    act(here, ACTION_BEGIN, language, 0);
    act(here, ACTION_GO, SCREEN_INTRO, here->check);
    act(here, ACTION_GO, SCREEN_QUESTION, here->check);
    assert_int_equal(at(here)->screen, SCREEN_AGE);
    act(here, ACTION_ADULT, 1, 0);
    for (int i = 0; i < MOST_STEPS && at(here)->screen == SCREEN_QUESTION; i++) {
        int item = at(here)->detail;
        act(here, ACTION_ANSWER, item, item == here->item ? here->option : exclusive_option(&check->items[item]));
        here->helped = here->helped || at(here)->screen == SCREEN_HELP;
        act(here, at(here)->screen == SCREEN_HELP ? ACTION_GO_ON : ACTION_NEXT, 0, 0);
    }
    assert_int_equal(at(here)->screen, SCREEN_REVIEW);
    act(here, ACTION_NEXT, 0, 0);
    assert_int_equal(at(here)->screen, SCREEN_RESULT);
}

/* As the clinic decided, written down a second time. */
static const char *outcome_of_sign(const char *sign)
{
    if (sign[0] == 'K')
        return "crisis";
    if (sign[0] == 'U')
        return "today";
    if (sign[0] == 'D')
        return "ask_iop";
    return strcmp(sign, "X1") == 0 ? "weekly" : "talk";
}

static bool stands_on(const struct scene *scene, const char *sentence)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        char words[LONGEST_WORDS];
        struct text out = text_in(words, sizeof words);
        if (node->span_count == 0)
            continue;
        node_say(node, &out);
        if (strcmp(words, sentence) == 0)
            return true;
    }
    return false;
}

static void one_sign_leads_where_it_should(struct visit_here *here, int language)
{
    const struct screening *check = &content->screenings[here->check];
    const struct answer_option *option = &check->items[here->item].options->options[here->option];
    struct scene scene;
    goes_with_one_sign(here, language);
    const struct outcome *outcome = screening_outcome(check, &here->session.answers[here->check]);
    assert_string_equal(outcome->id, outcome_of_sign(option->sign));
    assert_int_equal(here->helped, option->sign[0] == 'K');
    build(&scene, &here->session);
    assert_true(stands_on(&scene, outcome->headline.in[language]));
    bool is_reason = strcmp(outcome->id, "talk") != 0, strength = option->sign[0] == 'E';
    assert_int_equal(stands_on(&scene, option->text.in[language]), is_reason || strength);
    assert_int_equal(stands_on(&scene, content->words.result_help.in[language]), option->sign[0] == 'K');
    assert_int_equal(stands_on(&scene, content->words.help_panel_title.in[language]), option->sign[0] != 'K');
}

static int check_with_rules(void)
{
    for (size_t i = 0; i < content->screening_count; i++)
        if (content->screenings[i].rule_count > 0)
            return (int)i;
    fail_msg("no check has rules");
    return -1;
}

static void every_single_sign_leads_to_its_result_with_the_sign_as_the_reason(void **state)
{
    (void)state;
    int signs = 0, check = check_with_rules();
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int item = 0; item < (int)content->screenings[check].item_count; item++)
            for (int i = 0; i < screening_option_count(&content->screenings[check].items[item]); i++) {
                struct visit_here here = {.check = check, .item = item, .option = i};
                if (content->screenings[check].items[item].options->options[i].sign == NULL)
                    continue;
                one_sign_leads_where_it_should(&here, language);
                signs++;
            }
    assert_int_equal(signs, 34 * (int)content->settings.language_count);
}

/* ---- the other mood check ----------------------------------------------------------------------------------- */

static const struct screening *check_of(const struct content *other, const char *id)
{
    for (size_t i = 0; i < other->screening_count; i++)
        if (strcmp(other->screenings[i].id, id) == 0)
            return &other->screenings[i];
    return NULL;
}

static void by_one_setting_the_mood_check_asks_nothing_about_death(void **state)
{
    (void)state;
    struct folder folder = empty_folder();
    copy_files(IOP_SOURCE_DIR "/content", folder.path, "");
    folder_replace(&folder, "kiosk.yaml", "mood_check: phq-9", "mood_check: phq-8");
    struct content *other = loaded_from(folder.path);
    folder_delete(&folder);
    assert_non_null(other);
    const struct screening *check = check_of(other, "phq-8");
    assert_null(check_of(other, "phq-9"));
    assert_non_null(check);
    assert_int_equal(check->score.sum_count, 8);
    assert_int_equal(check->score.max, 24);
    for (size_t i = 0; i < check->item_count; i++) {
        assert_null(strstr(check->items[i].text.in[0], "better off dead"));
        assert_int_equal(check->items[i].on_answer.show, ROUTE_NONE);
    }
    content_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_can_be_reached_from_every_screen),
        cmocka_unit_test(an_answer_shows_its_words_and_no_points),
        cmocka_unit_test(an_outcome_of_rules_has_no_total_and_no_scale),
        cmocka_unit_test(every_single_sign_leads_to_its_result_with_the_sign_as_the_reason),
        cmocka_unit_test(by_one_setting_the_mood_check_asks_nothing_about_death),
    };
    return cmocka_run_group_tests_name("promises", tests, load, unload);
}
