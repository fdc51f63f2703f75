/* What those who do not see are told: on every screen that the tour reaches, in every language, lying and standing. */
#include "kiosk.h"

#include "focus.h"
#include "narrate.h"
#include "tour.h"

enum { LONGEST = 16384 };

static const struct panel {
    int width, height;
    float mm;
} panels[] = {{1920, 1080, 476}, {1080, 1920, 268}, {1024, 600, 155}};

/* One screen, and whoever listens to it. */
struct heard {
    const struct scene *scene;
    struct ear ear;
    const char *name; /* of the stop and the language */
};

typedef void looker(const struct heard *heard);

static void listen_at(const struct stop *stop, const struct panel *panel, struct arena *arena, looker *look)
{
    char name[160];
    const struct metrics metrics = metrics_plain();
    struct frame frame = frame_make(panel->width, panel->height, panel->mm, theme_default(), DEFAULT_TEXT_SIZE);
    struct screen_request request = {.content = kiosk_content,
                                     .session = &stop->session,
                                     .frame = &frame,
                                     .seconds_left = 30,
                                     .voice = true,
                                     .wall = stop->wall};
    struct scene scene;
    screen_build(&scene, arena, &request);
    layout_scene(&scene, &frame, theme_default(), &metrics);
    snprintf(name, sizeof name, "%s.%d %dx%d", stop->name, stop->session.language, panel->width, panel->height);
    look(&(struct heard){&scene, {kiosk_content, stop->session.language}, name});
    arena_reset(arena);
}

/* Reading aloud begins with a visit: the screens of staff are between two. */
static bool is_for_staff(const struct stop *stop)
{
    return session_view(&stop->session)->screen == SCREEN_STAFF;
}

static void listen_everywhere(looker *look)
{
    struct arena arena = {0};
    struct stop stop;
    for (int language = 0; language < (int)kiosk_content->settings.language_count; language++)
        for (int i = 0; tour_stop(kiosk_content, i, language, &stop); i++)
            for (size_t p = 0; p < sizeof panels / sizeof *panels && !is_for_staff(&stop); p++)
                listen_at(&stop, &panels[p], &arena, look);
    arena_free(&arena);
}

/* ---- every screen ----------------------------------------------------------------------------------------- */

static void says_its_title_first(const struct heard *heard)
{
    char opening[LONGEST], title[LONGEST];
    struct text said = text_in(opening, sizeof opening), wanted = text_in(title, sizeof title);
    narrate_view(heard->scene, &heard->ear, &said);
    const struct node *node = narrate_title(heard->scene);
    if (node == NULL)
        fail_msg("%s has no title", heard->name);
    narrate_node(node, &heard->ear, &wanted);
    if (wanted.length < 3 || strncmp(opening, title, wanted.length) != 0)
        fail_msg("%s begins with \"%s\"", heard->name, opening);
}

static void every_screen_says_its_title_first(void **state)
{
    (void)state;
    listen_everywhere(says_its_title_first);
}

static const char *trouble_with(const char *said)
{
    static const char *const marks[] = {"|", "%d", "%s", "**", "__", "](", "  ", "..", " ,", " .", "\n", "\xc2\xa0"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strstr(said, marks[i]) != NULL)
            return marks[i];
    if (strlen(said) < 2)
        return "nothing";
    return NULL;
}

static void every_stop_of_it_speaks(const struct heard *heard)
{
    char bytes[LONGEST];
    for (const struct node *node = heard->scene->root; node != NULL; node = node_next(node)) {
        if (!focus_is_stop(node, true))
            continue;
        struct text said = text_in(bytes, sizeof bytes);
        narrate_node(node, &heard->ear, &said);
        const char *trouble = trouble_with(bytes);
        if (trouble != NULL || said.cut)
            fail_msg("%s: %s in \"%s\" of %s %s", heard->name, trouble, bytes, role_name(node->role),
                     node->name != NULL ? node->name : "");
    }
}

static void everything_that_can_be_chosen_or_read_speaks_plainly(void **state)
{
    (void)state;
    listen_everywhere(every_stop_of_it_speaks);
}

/* All that is said on this screen, the opening and every stop, in one text. */
static void all_of(const struct heard *heard, struct text *out)
{
    narrate_view(heard->scene, &heard->ear, out);
    for (const struct node *node = heard->scene->root; node != NULL; node = node_next(node))
        if (focus_is_stop(node, true))
            narrate_node(node, &heard->ear, out);
}

/* A picture of columns and rows is told by its label: its single texts are found in it, word for word or not at all
 * (short names of days). The numbers of steps and of the countdown are told in words, too. */
static bool is_told_otherwise(const struct node *node)
{
    for (; node != NULL; node = node->parent)
        if (node->label != NULL || node->role == ROLE_TIMER || node->role == ROLE_CODE)
            return true;
    return false;
}

static void no_text_of_it_is_left_out(const struct heard *heard)
{
    static char bytes[4 * LONGEST];
    char text[LONGEST];
    struct text all = text_in(bytes, sizeof bytes);
    all_of(heard, &all);
    assert_false(all.cut);
    for (const struct node *node = heard->scene->root; node != NULL; node = node_next(node)) {
        if (node->span_count == 0 || node->silent || is_told_otherwise(node))
            continue;
        const struct node *dialog = focus_dialog(heard->scene);
        if (node->parent->action.kind == ACTION_SCROLL || (dialog != NULL && !node_within(node, dialog)))
            continue;
        struct text wanted = text_in(text, sizeof text);
        struct ear ear = heard->ear;
        if (node->parent->parent != NULL)
            ear.language = narrate_language(node->parent, ear.language);
        narrate_node(node, &ear, &wanted);
        if (strstr(bytes, text) == NULL)
            fail_msg("%s never says \"%s\"", heard->name, text);
    }
}

static void no_visible_text_is_left_out(void **state)
{
    (void)state;
    listen_everywhere(no_text_of_it_is_left_out);
}

static void nothing_of_it_is_read_twice(const struct heard *heard)
{
    const struct node *before = NULL;
    int rounds = 0;
    for (const struct node *node = narrate_next(heard->scene, NULL); node != NULL;
         node = narrate_next(heard->scene, node)) {
        assert_ptr_not_equal(node, before);
        assert_true(++rounds < 2000);
        assert_ptr_not_equal(node, narrate_title(heard->scene));
        before = node;
    }
    if (rounds == 0)
        fail_msg("%s reads nothing", heard->name);
}

static void every_screen_has_something_to_read_and_an_end(void **state)
{
    (void)state;
    listen_everywhere(nothing_of_it_is_read_twice);
}

/* ---- single words ------------------------------------------------------------------------------------------- */

static void hears(int language, const char *written, const char *wanted)
{
    char bytes[LONGEST];
    struct text said = text_in(bytes, sizeof bytes);
    struct ear ear = {kiosk_content, language};
    spoken_say(&said, &ear, written);
    assert_string_equal(bytes, wanted);
}

static void helplines_are_said_digit_by_digit(void **state)
{
    (void)state;
    hears(0, "Call or text 988 any time.", "Call or text 9 8 8 any time.");
    hears(1, "En peligro, 911.", "En peligro, 9 1 1.");
    hears(0, "Call 1-800-950-6264", "Call 1, 8 0 0, 9 5 0, 6 2 6 4.");
    hears(0, "Text HOME to 741741", "Text HOME to 7 4 1 7 4 1.");
    hears(0, "about 250 people", "about 250 people.");
    hears(0, "since 2017", "since 2017.");
}

static void from_one_number_to_another_is_said_in_words(void **state)
{
    (void)state;
    hears(0,
          "9\xe2\x80\x93"
          "19 hours",
          "9 to 19 hours.");
    hears(1,
          "9\xe2\x80\x93"
          "19 horas",
          "9 a 19 horas.");
    hears(0, "2-3 days", "2 to 3 days.");
    hears(0, "Evening, 3 h", "Evening, 3 hours.");
    hears(0, "a walk \xe2\x80\x93 or a nap", "a walk, or a nap.");
}

static void abbreviations_are_said_letter_by_letter(void **state)
{
    (void)state;
    hears(0, "What is an IOP?", "What is an I O P?");
    hears(0, "Mood check (PHQ-9)", "Mood check (P H Q 9).");
    hears(1, "\xc2\xbfQu\xc3\xa9 es un IOP?", "\xc2\xbfQu\xc3\xa9 es un I O P?");
    hears(0, "NAMI and HIPAA", "NAMI and HIPAA.");
}

static void signs_become_rests_or_words(void **state)
{
    (void)state;
    hears(0, "Mood check  \xc2\xb7  Question 1 of 9", "Mood check, Question 1 of 9.");
    hears(0, "Text & sound", "Text and sound.");
    hears(1, "Texto & sonido", "Texto y sonido.");
    hears(0, "He asked: \xe2\x80\x9cWhy?\xe2\x80\x9d", "He asked: \xe2\x80\x9cWhy?\xe2\x80\x9d");
    hears(0, "one\ntwo", "one two.");
    hears(0, "", "");
}

/* ---- single things -------------------------------------------------------------------------------------------- */

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static const char *said_by(const struct node *node)
{
    static char bytes[LONGEST];
    struct text said = text_in(bytes, sizeof bytes);
    struct ear ear = {kiosk_content, kiosk.app.session.language};
    assert_non_null(node);
    narrate_node(node, &ear, &said);
    return bytes;
}

static const char *opening(void)
{
    static char bytes[LONGEST];
    struct text said = text_in(bytes, sizeof bytes);
    struct ear ear = {kiosk_content, kiosk.app.session.language};
    narrate_view(scene_of(&kiosk), &ear, &said);
    return bytes;
}

static void contains(const char *said, const char *wanted)
{
    if (strstr(said, wanted) == NULL)
        fail_msg("\"%s\" is not in \"%s\"", wanted, said);
}

static void a_card_says_what_it_is_its_words_and_its_place(void **state)
{
    (void)state;
    goes_home(&kiosk);
    const char *said = said_by(named(&kiosk, "compare", 0));
    assert_int_equal(strncmp(said, "Button. Compare kinds of care. ", 31), 0);
    contains(said, " of ");
}

static void an_answer_says_whether_it_is_chosen(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    assert_string_equal(said_by(named(&kiosk, "option", 1)), "Answer. Several days. 2 of 4.");
    does(&kiosk, ACTION_ANSWER, 0, 1);
    assert_string_equal(said_by(named(&kiosk, "option", 1)), "Answer. Several days. chosen. 2 of 4.");
}

static void what_is_not_possible_yet_says_so(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    contains(said_by(named(&kiosk, "next", 0)), "not possible yet");
    does(&kiosk, ACTION_ANSWER, 0, 1);
    assert_null(strstr(said_by(named(&kiosk, "next", 0)), "not possible yet"));
}

static void the_button_of_a_language_speaks_that_language(void **state)
{
    (void)state;
    goes_home(&kiosk);
    const struct node *button = named(&kiosk, "language", 0);
    assert_int_equal(narrate_language(button, 0), 1);
    assert_string_equal(said_by(button), "Bot\xc3\xb3n. Espa\xc3\xb1ol.");
}

static void a_question_tells_its_number_and_a_page_its_part(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    contains(opening(), "Little interest or pleasure in doing things. Mood check (P H Q 9), Question 1 of 9.");
    does(&kiosk, ACTION_HOME, 0, 0);
    contains(opening(), "Home. ");
    does(&kiosk, ACTION_GO, SCREEN_PAGE, 1);
    contains(opening(), "page 2 of ");
}

static void a_week_is_told_as_sentences(void **state)
{
    (void)state;
    goes_home(&kiosk);
    for (int page = 0; page < (int)kiosk_content->page_count; page++) {
        if (strcmp(kiosk_content->pages[page].id, "typical-week") != 0)
            continue;
        does(&kiosk, ACTION_GO, SCREEN_PAGE, page);
        for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
            if (node->role == ROLE_TABLE) {
                contains(said_by(node), "Monday: ");
                contains(said_by(node), "Sunday: nothing planned.");
                return;
            }
    }
    fail_msg("there is no week");
}

static void the_countdown_says_its_seconds(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    contains(opening(), "Are you still there?");
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_TIMER)
            assert_string_equal(said_by(node), "30 seconds left.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_says_its_title_first),
        cmocka_unit_test(everything_that_can_be_chosen_or_read_speaks_plainly),
        cmocka_unit_test(no_visible_text_is_left_out),
        cmocka_unit_test(every_screen_has_something_to_read_and_an_end),
        cmocka_unit_test(helplines_are_said_digit_by_digit),
        cmocka_unit_test(from_one_number_to_another_is_said_in_words),
        cmocka_unit_test(abbreviations_are_said_letter_by_letter),
        cmocka_unit_test(signs_become_rests_or_words),
        cmocka_unit_test_teardown(a_card_says_what_it_is_its_words_and_its_place, closes),
        cmocka_unit_test_teardown(an_answer_says_whether_it_is_chosen, closes),
        cmocka_unit_test_teardown(what_is_not_possible_yet_says_so, closes),
        cmocka_unit_test_teardown(the_button_of_a_language_speaks_that_language, closes),
        cmocka_unit_test_teardown(a_question_tells_its_number_and_a_page_its_part, closes),
        cmocka_unit_test_teardown(a_week_is_told_as_sentences, closes),
        cmocka_unit_test_teardown(the_countdown_says_its_seconds, closes),
    };
    return cmocka_run_group_tests_name("narrate", tests, load_content, free_content);
}
