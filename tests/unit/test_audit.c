/* Every rule of the audit finds what breaks it, on a scene made by hand: one millimetre is one pixel. */
#include "audit_ledger.h"
#include "audit_report.h"
#include "audit_rules.h"
#include "findings.h"
#include "made_scene.h"
#include "problem_codes.h"

static struct audited_rules found;
static struct content content;
static const struct session *visit; /* NULL: nobody's */

/* Letters as the real fonts have them, but for two: none has a snowman, and the only icon is `home`. */
static bool can_draw(void *context, enum face face, const char *text, size_t length)
{
    (void)context;
    if (face == FACE_ICON)
        return length == strlen("home") && memcmp(text, "home", length) == 0;
    return memmem(text, length, "☃", strlen("☃")) == NULL;
}

/* A scene of one column, 300 mm wide and 200 high. */
static struct made made;

static struct node *button_at(struct rect rect, const char *words, int target)
{
    struct node *button = scene_add(&made.scene, made.scene.root, ROLE_BUTTON, LOOK_NONE);
    if (words != NULL)
        node_text(&made.scene, button, words, TYPE_BODY);
    button->action = (struct action){ACTION_GO, SCREEN_PAGE, target};
    button->rect = rect;
    return button;
}

static void begins(void)
{
    memset(&found, 0, sizeof found);
    visit = NULL;
    made_start(&made, 300, 200, ARRANGE_COLUMN);
}

/* What the rules find; a layout would put things where they belong, so the rectangles are set by hand behind it. */
static void look(void)
{
    static struct metrics metrics;
    metrics = made_metrics();
    metrics.can_draw = can_draw;
    struct audit audit = {
        .content = &content, .theme = theme_default(), .metrics = &metrics, .found = findings_keep, .context = &found};
    struct audited at = {&audit, &made.scene, &made.frame, DEFAULT_TEXT_SIZE, "a-screen en 300x200 normal", visit};
    audit_geometry(&at);
    audit_targets(&at);
    audit_contrast(&at);
    audit_letters(&at);
    audit_ways(&at);
}

static int count(enum audit_rule rule)
{
    return found.rules[rule].count;
}

static void ends(void)
{
    arena_free(&made.arena);
}

static int all_counts(void)
{
    int sum = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        sum += found.rules[rule].count;
    return sum;
}

/* Lays the scene out, then moves one node. */
static void laid_out_but(struct node *node, struct rect rect)
{
    made_layout(&made);
    node->rect = rect;
    look();
    ends();
}

/* ---- stories --------------------------------------------------------------------------------------------------- */

static void a_screen_in_order_has_no_findings(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Back", 1);
    laid_out_but(button, (struct rect){10, 10, 60, 20});
    assert_int_equal(all_counts(), 0);
}

static void more_buttons_than_the_audit_can_hold_are_told(void **state)
{
    (void)state;
    begins();
    for (int i = 0; i < 10000; i++)
        button_at((struct rect){0}, "Back", i);
    made_layout(&made);
    look();
    ends();
    assert_int_equal(count(RULE_FOCUS), 1);
    assert_true(count(RULE_TARGET) >= 1);
}

static void a_button_below_the_screen_is_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Back", 1);
    laid_out_but(button, (struct rect){10, 190, 60, 20});
    assert_int_equal(count(RULE_INSIDE), 1);
}

static void words_wider_than_their_button_are_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Abracadabra", 1);
    laid_out_but(button, (struct rect){10, 10, 40, 20});
    assert_int_equal(count(RULE_FITS), 1);
}

static void two_texts_at_one_place_are_found(void **state)
{
    (void)state;
    begins();
    struct node *first = button_at((struct rect){0}, "Back", 1);
    struct node *second = button_at((struct rect){0}, "Home", 1);
    made_layout(&made);
    first->rect = (struct rect){10, 10, 60, 20};
    laid_out_but(second, (struct rect){40, 10, 60, 20});
    assert_int_equal(count(RULE_OVERLAP), 1);
}

static void a_button_too_low_for_a_finger_is_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "", 1);
    button->label = "Back";
    laid_out_but(button, (struct rect){10, 10, 60, 11});
    assert_int_equal(count(RULE_TARGET), 1);
}

static void two_buttons_too_near_are_found(void **state)
{
    (void)state;
    begins();
    struct node *first = button_at((struct rect){0}, "Back", 1);
    struct node *second = button_at((struct rect){0}, "Home", 2);
    made_layout(&made);
    first->rect = (struct rect){10, 10, 60, 20};
    second->rect = (struct rect){10, 31, 60, 20};
    look();
    ends();
    assert_int_equal(count(RULE_DISTANCE), 1);
}

static void a_window_too_low_to_read_in_is_found(void **state)
{
    (void)state;
    begins();
    struct node *main_part = scene_add(&made.scene, made.scene.root, ROLE_MAIN, LOOK_NONE);
    made_text(&made, main_part, "One line and one more");
    made.scene.main = main_part;
    made_layout(&made);
    main_part->rect.h = 10;
    made.scene.main_height = 100;
    look();
    ends();
    assert_int_equal(count(RULE_WINDOW), 1);
}

static struct node *scrolling_part(void)
{
    struct node *main_part = scene_add(&made.scene, made.scene.root, ROLE_MAIN, LOOK_NONE);
    made.scene.main = main_part;
    return main_part;
}

static void an_answer_that_is_never_seen_as_a_whole_is_found(void **state)
{
    (void)state;
    begins();
    struct node *answer = scene_add(&made.scene, scrolling_part(), ROLE_RADIO, LOOK_NONE);
    answer->action = (struct action){ACTION_ANSWER, 0, 0};
    answer->label = "Several days";
    made_layout(&made);
    made.scene.main->rect = (struct rect){0, 0, 300, 100};
    made.scene.main_height = 111;
    answer->rect = (struct rect){0, 0, 60, 111};
    look();
    assert_int_equal(count(RULE_WINDOW), 1);
    memset(&found, 0, sizeof found);
    answer->rect.h = 110;
    look();
    ends();
    assert_int_equal(count(RULE_WINDOW), 0);
}

/* Lines of 60 pixels hold twelve letters. */
static int times_cut(const char *words, int most_lines)
{
    begins();
    struct node *box = made_box(&made, made.scene.root, 60, 100);
    made_text(&made, box, words)->most_lines = most_lines;
    made_layout(&made);
    look();
    ends();
    return count(RULE_WHOLE);
}

static void a_word_of_more_than_two_lines_is_found(void **state)
{
    (void)state;
    assert_int_equal(times_cut("abcdefghijklmnopqrstuvwxyz", 0), 1);
    assert_int_equal(times_cut("And abcdefghijklmnopqrstuvwxyz", 0), 1);
    assert_int_equal(times_cut("abcdefghijklmnopqrstuvw", 0), 0);
    assert_int_equal(times_cut("abcdefghijklmno abcdefghijklmno abcdefghijklmno", 0), 0);
    assert_int_equal(times_cut("abcdef ghijkl mnopqr stuvwx yz", 0), 0);
}

static void a_name_that_ends_early_is_found(void **state)
{
    (void)state;
    assert_int_equal(times_cut("One two three four five six", 2), 1);
    assert_int_equal(times_cut("One two three", 2), 0);
}

static void a_visitors_screen_without_help_is_found(void **state)
{
    (void)state;
    struct session session;
    begins();
    visit = &session;
    session_start(&session, 0);
    session.views[0].screen = SCREEN_HOME;
    struct node *help = button_at((struct rect){0}, "Help", 1);
    help->action = (struct action){ACTION_GO, SCREEN_HELP, 0};
    made_layout(&made);
    help->rect = (struct rect){10, 10, 60, 20};
    look();
    assert_int_equal(count(RULE_HELP), 0);
    help->disabled = true;
    look();
    assert_int_equal(count(RULE_HELP), 1);
    session_start(&session, 0); /* at rest the numbers stand there */
    look();
    ends();
    assert_int_equal(count(RULE_HELP), 1);
}

static void letters_below_the_chosen_size_are_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Back", 1);
    made_layout(&made);
    button->rect = (struct rect){10, 10, 60, 20};
    button->flow->px = 6;
    look();
    ends();
    assert_int_equal(count(RULE_LETTERS), 1);
}

static void a_letter_that_no_font_has_is_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Snow ☃", 1);
    laid_out_but(button, (struct rect){10, 10, 60, 20});
    assert_int_equal(count(RULE_GLYPH), 1);
}

static void an_icon_that_does_not_exist_is_found(void **state)
{
    (void)state;
    begins();
    struct node *icon = scene_add(&made.scene, made.scene.root, ROLE_ICON, LOOK_NONE);
    icon->icon = "hoome";
    icon->icon_size = 10;
    laid_out_but(icon, (struct rect){10, 10, 10, 10});
    assert_int_equal(count(RULE_GLYPH), 1);
}

static void a_button_without_words_is_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, NULL, 1);
    laid_out_but(button, (struct rect){10, 10, 60, 20});
    assert_int_equal(count(RULE_EAR), 1);
}

static void a_picture_without_words_is_found(void **state)
{
    (void)state;
    begins();
    struct node *picture = scene_add(&made.scene, made.scene.root, ROLE_PICTURE, LOOK_NONE);
    picture->picture = "hills.svg";
    laid_out_but(picture, (struct rect){10, 10, 60, 20});
    assert_int_equal(count(RULE_EAR), 1);
}

/* Keys pass over what is a mere group; nothing else does the same. */
static void what_keys_do_not_reach_is_found(void **state)
{
    (void)state;
    begins();
    struct node *group = button_at((struct rect){0}, "Back", 1);
    group->role = ROLE_GROUP;
    laid_out_but(group, (struct rect){10, 10, 60, 20});
    assert_int_equal(count(RULE_FOCUS), 1);
}

static void pale_words_are_found(void **state)
{
    (void)state;
    begins();
    struct node *button = button_at((struct rect){0}, "Back", 1);
    button->look = LOOK_CARD;
    button->ink = TONE_LINE;
    laid_out_but(button, (struct rect){10, 10, 60, 20});
    assert_true(count(RULE_CONTRAST) > 0);
}

/* ---- reports ------------------------------------------------------------------------------------------------------
 */

static void a_report_names_the_place_the_screen_and_how_often(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct finding finding = {RULE_FITS,
                              {"content/home.yaml", 4, 10},
                              "home, Español, 1024x600, largest text",
                              "button \"X\"",
                              "needs 3 lines"};
    audit_report(&problems, &finding, 2, SEVERITY_ERROR);
    assert_int_equal(problems.errors, 1);
    const struct problem *problem = problems.list[0];
    assert_string_equal(problem->code, problem_rows[PROBLEM_LAYOUT_TEXT].code);
    assert_string_equal(problem->message, "button \"X\" needs 3 lines");
    assert_string_equal(problem->hint, "seen on home, Español, 1024x600, largest text, and 2 times more");
    assert_int_equal(problem->place.line, 4);
    problems_free(&problems);
}

static void what_cannot_be_refused_any_more_is_a_warning(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct finding finding = {RULE_FITS, {"content/home.yaml", 4, 10}, "home", "button \"X\"", "needs 3 lines"};
    audit_report(&problems, &finding, 0, SEVERITY_WARNING);
    assert_int_equal(problems.errors, 0);
    assert_int_equal(problems.warnings, 1);
    problems_free(&problems);
}

static void the_same_thing_on_several_screens_is_told_once(void **state)
{
    (void)state;
    static struct audit_ledger ledger = {.folder = "content"};
    struct problems problems = {0};
    struct finding finding = {RULE_FITS, {"content/home.yaml", 4, 10}, "home", "button \"X\"", "needs 3 lines"};
    audit_ledger_keep(&ledger, &finding);
    finding.where = "attract";
    audit_ledger_keep(&ledger, &finding);
    finding.place = (struct place){0};
    audit_ledger_keep(&ledger, &finding);
    audit_ledger_report(&ledger, &problems, SEVERITY_ERROR);
    assert_int_equal(problems.errors, 2);
    assert_string_equal(problems.list[0]->hint, "seen on attract, and 1 times more");
    assert_string_equal(problems.list[1]->place.file, "content");
    audit_ledger_free(&ledger);
    problems_free(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_in_order_has_no_findings),
        cmocka_unit_test(more_buttons_than_the_audit_can_hold_are_told),
        cmocka_unit_test(a_button_below_the_screen_is_found),
        cmocka_unit_test(words_wider_than_their_button_are_found),
        cmocka_unit_test(two_texts_at_one_place_are_found),
        cmocka_unit_test(a_button_too_low_for_a_finger_is_found),
        cmocka_unit_test(two_buttons_too_near_are_found),
        cmocka_unit_test(a_window_too_low_to_read_in_is_found),
        cmocka_unit_test(an_answer_that_is_never_seen_as_a_whole_is_found),
        cmocka_unit_test(a_word_of_more_than_two_lines_is_found),
        cmocka_unit_test(a_name_that_ends_early_is_found),
        cmocka_unit_test(a_visitors_screen_without_help_is_found),
        cmocka_unit_test(letters_below_the_chosen_size_are_found),
        cmocka_unit_test(a_letter_that_no_font_has_is_found),
        cmocka_unit_test(an_icon_that_does_not_exist_is_found),
        cmocka_unit_test(a_button_without_words_is_found),
        cmocka_unit_test(a_picture_without_words_is_found),
        cmocka_unit_test(what_keys_do_not_reach_is_found),
        cmocka_unit_test(pale_words_are_found),
        cmocka_unit_test(what_cannot_be_refused_any_more_is_a_warning),
        cmocka_unit_test(the_same_thing_on_several_screens_is_told_once),
        cmocka_unit_test(a_report_names_the_place_the_screen_and_how_often),
    };
    return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
