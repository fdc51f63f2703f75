/* Stories about words that are explained: where they can be touched, what closes their note, and what stays beneath. */
#include "kiosk.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static void opens_the_first_page(void)
{
    goes_home(&kiosk);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(kiosk_content, "what-is-an-iop"));
    draws(&kiosk);
}

/* The n-th place where a text marks a word, NULL if there is none. */
static const struct node *mark_within(const struct node *node, int *number)
{
    if (node->role == ROLE_TERM && !node->hidden && (*number)-- == 0)
        return node;
    const struct node *found = NULL;
    for (const struct node *child = node->first; child != NULL && found == NULL; child = child->next)
        found = mark_within(child, number);
    return found;
}

static const struct node *mark(int number)
{
    const struct node *found = mark_within(scene_of(&kiosk)->root, &number);
    if (found == NULL)
        fail_msg("no word is marked here");
    return found;
}

static int open_term(void)
{
    return kiosk.app.session.term;
}

static const struct node *hit(int x, int y)
{
    return scene_hit(scene_of(&kiosk), x, y, app_scroll(&kiosk.app));
}

static bool is_shown(const char *name)
{
    return named(&kiosk, name, 0) != NULL;
}

static bool has_a_button_for(const char *term)
{
    char name[80];
    snprintf(name, sizeof name, "word:%s", term);
    return is_shown(name);
}

/* ---- touching -------------------------------------------------------------------------------------------- */

static void a_touch_on_a_marked_word_opens_its_note(void **state)
{
    (void)state;
    opens_the_first_page();
    touches_at(&kiosk, middle_of(mark(0)));
    assert_int_equal(open_term(), 1 + content_term(kiosk_content, "iop"));
    assert_true(is_shown("note"));
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_PAGE);
}

static void a_touch_near_a_small_word_means_it_and_farther_away_does_not(void **state)
{
    (void)state;
    opens_the_first_page();
    const struct node *word = mark(0);
    int target = real_px(&kiosk.app.frame.scale, 12.7f);
    struct spot middle = middle_of(word);
    assert_true(word->rect.h < target);
    assert_ptr_equal(hit(middle.x, middle.y + target / 2 - 1), word);
    assert_ptr_equal(hit(middle.x, middle.y - target / 2 + 1), word);
    assert_ptr_not_equal(hit(middle.x, middle.y + target), word);
}

static void a_real_button_wins_over_a_word_nearby(void **state)
{
    (void)state;
    opens_the_first_page();
    struct node *word = (struct node *)mark(0);
    const struct node *card = named(&kiosk, "typical-week", 1);
    struct spot spot = middle_of(card);
    word->touch = (struct rect){0, 0, 10000, 10000};
    assert_ptr_equal(hit(spot.x, spot.y), card);
}

static void of_two_words_the_nearer_one_is_meant(void **state)
{
    (void)state;
    opens_the_first_page();
    struct node *first = (struct node *)mark(0);
    struct node *second = scene_add(&kiosk.app.scene, first->parent, ROLE_TERM, LOOK_NONE);
    *second = (struct node){.role = ROLE_TERM, .action = {ACTION_TERM, 2, 0}, .parent = first->parent};
    struct rect rect = first->rect;
    second->rect = (struct rect){rect.x, rect.y + rect.h, rect.w, rect.h};
    second->touch = first->touch = (struct rect){rect.x, rect.y, rect.w, 2 * rect.h};
    assert_ptr_equal(hit(rect.x + 5, rect.y + rect.h - 2), first);
    assert_ptr_equal(hit(rect.x + 5, rect.y + rect.h + 2), second);
}

static void every_marked_word_of_every_page_has_a_button_of_full_size(void **state)
{
    (void)state;
    for (int page = 0; page < (int)kiosk_content->page_count; page++) {
        goes_home(&kiosk);
        does(&kiosk, ACTION_GO, SCREEN_PAGE, page);
        const struct scene *scene = scene_of(&kiosk);
        for (int n = 0, number = 0;; number = ++n) {
            const struct node *word = mark_within(scene->root, &number);
            if (word == NULL)
                break;
            assert_true(has_a_button_for(word->name + strlen("mark:")));
        }
        app_close(&kiosk.app);
    }
    kiosk_open(&kiosk);
}

static bool is_on_the_page_of_all_words(size_t term)
{
    const struct page *page = &kiosk_content->pages[content_page(kiosk_content, "words-you-may-hear")];
    for (size_t i = 0; i < page->block_count; i++)
        for (size_t k = 0; page->blocks[i].kind == BLOCK_EXPLAINED && k < page->blocks[i].explained->term_count; k++)
            if (page->blocks[i].explained->terms[k].index == term)
                return true;
    return false;
}

static void every_word_stands_on_the_page_of_all_words(void **state)
{
    (void)state;
    goes_home(&kiosk);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(kiosk_content, "words-you-may-hear"));
    for (size_t i = 0; i < kiosk_content->glossary.term_count; i++) {
        const char *id = kiosk_content->glossary.terms[i].id;
        if (!is_on_the_page_of_all_words(i) || !has_a_button_for(id))
            fail_msg("'%s' is missing in about/words-you-may-hear.yaml", id);
    }
}

/* Words that nobody should have to guess, in both languages. */
static void what_is_hard_to_understand_is_marked_where_it_is_used(void **state)
{
    (void)state;
    static const char *const pages[][2] = {{"what-is-an-iop", "iop"},
                                           {"a-typical-day", "php"},
                                           {"kinds-of-recovery", "cbt"},
                                           {"kinds-of-recovery", "dbt"},
                                           {"kinds-of-recovery", "emdr"},
                                           {"kinds-of-recovery", "co-occurring"},
                                           {"paying-for-care", "parity"},
                                           {"paying-for-care", "deductible"},
                                           {"your-rights", "fmla"},
                                           {"your-rights", "ada"},
                                           {"questions-to-ask", "accreditation"}};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        for (int language = 0; language < 2; language++) {
            goes_home(&kiosk);
            does(&kiosk, ACTION_LANGUAGE, language, 0);
            does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(kiosk_content, pages[i][0]));
            if (!has_a_button_for(pages[i][1]))
                fail_msg("'%s' is not marked on the page %s", pages[i][1], pages[i][0]);
            app_close(&kiosk.app);
        }
    kiosk_open(&kiosk);
}

/* ---- closing --------------------------------------------------------------------------------------------- */

static void with_the_note_open(void)
{
    opens_the_first_page();
    touches_at(&kiosk, middle_of(mark(0)));
    draws(&kiosk);
    assert_true(open_term() > 0);
}

static void a_touch_beside_the_note_closes_it_and_presses_nothing_else(void **state)
{
    (void)state;
    opens_the_first_page();
    struct spot chapter = middle_of(named(&kiosk, "typical-week", 0));
    touches_at(&kiosk, middle_of(mark(0)));
    touches_at(&kiosk, chapter);
    assert_int_equal(open_term(), 0);
    assert_int_equal(view_of(&kiosk)->subject, content_page(kiosk_content, "what-is-an-iop"));
    touches_at(&kiosk, chapter);
    assert_int_equal(view_of(&kiosk)->subject, content_page(kiosk_content, "typical-week"));
}

static void a_touch_on_the_words_of_the_note_leaves_it_open(void **state)
{
    (void)state;
    with_the_note_open();
    const struct node *note = named(&kiosk, "note", 0);
    touches_at(&kiosk, (struct spot){note->rect.x + 20, note->rect.y + 20});
    assert_true(open_term() > 0);
}

static void back_close_and_leaving_the_place_close_it(void **state)
{
    (void)state;
    with_the_note_open();
    touches(&kiosk, "close-note");
    assert_int_equal(open_term(), 0);
    app_close(&kiosk.app);
    with_the_note_open();
    touches(&kiosk, "back");
    assert_int_equal(open_term(), 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_PAGE);
    app_close(&kiosk.app);
    with_the_note_open();
    touches(&kiosk, "get-help");
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    does(&kiosk, ACTION_BACK, 0, 0);
    assert_int_equal(open_term(), 0);
    app_close(&kiosk.app);
    with_the_note_open();
    touches(&kiosk, "home");
    assert_int_equal(open_term(), 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void a_visit_that_ends_forgets_the_word(void **state)
{
    (void)state;
    with_the_note_open();
    waits(&kiosk, 130);
    assert_true(kiosk.app.session.asking);
    assert_false(is_shown("note"));
    waits(&kiosk, 60);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_ATTRACT);
    assert_int_equal(open_term(), 0);
}

static void a_word_that_does_not_exist_opens_nothing(void **state)
{
    (void)state;
    opens_the_first_page();
    const int wrong[] = {-1, (int)kiosk_content->glossary.term_count + 1, 0xffff, 0x10000};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        does(&kiosk, ACTION_TERM, wrong[i], 0);
        assert_int_equal(open_term(), 0);
    }
}

/* ---- beneath --------------------------------------------------------------------------------------------- */

static void the_page_beneath_stands_still_and_keeps_its_place(void **state)
{
    (void)state;
    opens_the_first_page();
    does(&kiosk, ACTION_SCROLL, 1, 0);
    int place = view_of(&kiosk)->scroll;
    assert_true(place > 0);
    does(&kiosk, ACTION_TERM, 1, 0);
    draws(&kiosk);
    gives(&kiosk, INPUT_WHEEL, 0, -3);
    does(&kiosk, ACTION_SCROLL, 1, 0);
    gives(&kiosk, INPUT_PRESS, 900, 800);
    gives(&kiosk, INPUT_MOVE, 900, 300);
    gives(&kiosk, INPUT_CANCEL, 0, 0);
    assert_int_equal(view_of(&kiosk)->scroll, place);
    does(&kiosk, ACTION_TERM, 0, 0);
    draws(&kiosk);
    assert_int_equal(view_of(&kiosk)->scroll, place);
}

/* Where there is no room for both, the note takes the page's place, and scrolls by itself. */
static void on_a_small_panel_the_note_scrolls_and_the_page_keeps_its_place(void **state)
{
    (void)state;
    opens_the_first_page();
    kiosk.app.setup.panel_mm = 155;
    gives(&kiosk, INPUT_RESIZE, 1024, 600);
    does(&kiosk, ACTION_SCROLL, 1, 0);
    int place = view_of(&kiosk)->scroll;
    assert_true(place > 0);
    does(&kiosk, ACTION_TERM, 1 + content_term(kiosk_content, "emdr"), 0);
    assert_true(scene_of(&kiosk)->apart);
    assert_int_equal(app_scroll(&kiosk.app), 0);
    does(&kiosk, ACTION_SCROLL, 1, 0);
    assert_int_equal(view_of(&kiosk)->scroll, place);
    does(&kiosk, ACTION_BACK, 0, 0);
    assert_false(scene_of(&kiosk)->apart);
    assert_int_equal(app_scroll(&kiosk.app), place);
}

static void what_lies_beneath_is_not_read_aloud(void **state)
{
    (void)state;
    with_the_note_open();
    assert_false(is_shown("main"));
    assert_false(is_shown("next-page"));
    assert_true(is_shown("get-help"));
    assert_true(is_shown("close-note"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_touch_on_a_marked_word_opens_its_note, closes),
        cmocka_unit_test_teardown(a_touch_near_a_small_word_means_it_and_farther_away_does_not, closes),
        cmocka_unit_test_teardown(a_real_button_wins_over_a_word_nearby, closes),
        cmocka_unit_test_teardown(of_two_words_the_nearer_one_is_meant, closes),
        cmocka_unit_test_teardown(every_marked_word_of_every_page_has_a_button_of_full_size, closes),
        cmocka_unit_test_teardown(every_word_stands_on_the_page_of_all_words, closes),
        cmocka_unit_test_teardown(what_is_hard_to_understand_is_marked_where_it_is_used, closes),
        cmocka_unit_test_teardown(a_touch_beside_the_note_closes_it_and_presses_nothing_else, closes),
        cmocka_unit_test_teardown(a_touch_on_the_words_of_the_note_leaves_it_open, closes),
        cmocka_unit_test_teardown(back_close_and_leaving_the_place_close_it, closes),
        cmocka_unit_test_teardown(a_visit_that_ends_forgets_the_word, closes),
        cmocka_unit_test_teardown(a_word_that_does_not_exist_opens_nothing, closes),
        cmocka_unit_test_teardown(the_page_beneath_stands_still_and_keeps_its_place, closes),
        cmocka_unit_test_teardown(on_a_small_panel_the_note_scrolls_and_the_page_keeps_its_place, closes),
        cmocka_unit_test_teardown(what_lies_beneath_is_not_read_aloud, closes),
    };
    return cmocka_run_group_tests_name("glossary", tests, load_content, free_content);
}
