/* Stories about screens as plain text: the terminal face, the walks and the golden dumps. */
#include "made_scene.h"

enum { LONGEST_TEXT = 4000 };

/* What `print` writes, as a string that the caller frees. */
static char *printed(int (*print)(const struct scene *scene, FILE *out), const struct scene *scene)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    print(scene, out);
    fclose(out);
    return text;
}

static int dump(const struct scene *scene, FILE *out)
{
    scene_dump(scene, out);
    return 0;
}

static void assert_printed(const struct scene *scene, const char *expected)
{
    char *text = printed(plain_print, scene);
    assert_string_equal(text, expected);
    free(text);
}

static void assert_dumped(const struct scene *scene, const char *expected)
{
    char *text = printed(dump, scene);
    assert_string_equal(text, expected);
    free(text);
}

static struct node *made_heading(struct made *made, struct node *parent, const char *string, int level)
{
    struct node *node = made_text(made, parent, string);
    node->role = ROLE_HEADING;
    node->level = level;
    return node;
}

static struct node *labelled(struct made *made, const char *name, const char *label)
{
    struct node *node = made_button(made, made->scene.root, name, 50);
    made_text(made, node, label);
    return node;
}

/* A heading, a text, and two buttons. */
static void small_screen(struct made *made)
{
    made_start(made, 300, 200, ARRANGE_COLUMN);
    made_heading(made, made->scene.root, "Welcome", 1);
    made_text(made, made->scene.root, "Take your time.");
    labelled(made, "compare", "Compare kinds of care");
    labelled(made, "done", "I am done");
}

/* ---- lines ---------------------------------------------------------------------------------------------- */

static void what_can_be_read_is_printed_and_what_can_be_touched_is_numbered(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    assert_printed(&made.scene, "\n# Welcome\n  Take your time.\n  [1] Compare kinds of care\n  [2] I am done\n");
    made_end(&made);
}

static void a_number_leads_to_what_stands_beside_it(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    assert_string_equal(plain_node(&made.scene, 1)->name, "compare");
    assert_string_equal(plain_node(&made.scene, 2)->name, "done");
    assert_null(plain_node(&made.scene, 0));
    assert_null(plain_node(&made.scene, 3));
    assert_null(plain_node(&made.scene, -1));
    made_end(&made);
}

static void what_is_disabled_hidden_or_scrolls_has_no_number(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    labelled(&made, "next", "Next")->disabled = true;
    labelled(&made, "hidden", "Hidden")->hidden = true;
    labelled(&made, "scroll-down", "More below")->action = (struct action){ACTION_SCROLL, 1, 0};
    struct node *last = labelled(&made, "last", "Last");
    assert_ptr_equal(plain_node(&made.scene, 3), last);
    assert_null(plain_node(&made.scene, 4));
    made_end(&made);
}

static void a_card_is_one_line_with_all_its_words(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 300, 200, ARRANGE_COLUMN);
    struct node *card = made_button(&made, made.scene.root, "card", 50);
    struct node *icon = scene_add(&made.scene, card, ROLE_ICON, LOOK_NONE);
    icon->icon = "favorite";
    icon->silent = true;
    made_heading(&made, card, "Family", 2);
    made_text(&made, card, "What to say");
    assert_printed(&made.scene, "  [1] Family What to say\n");
    made_end(&made);
}

static void an_answer_shows_whether_it_is_chosen(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 300, 200, ARRANGE_COLUMN);
    labelled(&made, "a", "Not at all")->role = ROLE_RADIO;
    struct node *chosen = labelled(&made, "b", "Several days");
    chosen->role = ROLE_RADIO;
    chosen->selected = true;
    assert_printed(&made.scene, "  [1] ( ) Not at all\n  [2] (x) Several days\n");
    made_end(&made);
}

static void a_screen_that_is_one_target_still_lets_its_words_be_read(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    made.scene.root->action = (struct action){ACTION_BEGIN, 0, 0};
    assert_printed(&made.scene, "\n# Welcome\n  Take your time.\n  [1] Compare kinds of care\n  [2] I am done\n");
    made_end(&made);
}

static void a_line_break_in_words_is_a_space(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 300, 200, ARRANGE_COLUMN);
    made_heading(&made, made.scene.root, "Welcome.\nWhat would help?", 3);
    assert_printed(&made.scene, "\n### Welcome. What would help?\n");
    made_end(&made);
}

/* ---- finding ------------------------------------------------------------------------------------------- */

static void a_target_is_found_by_its_name_or_by_its_words(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    assert_string_equal(plain_find(&made.scene, "done")->name, "done");
    assert_string_equal(plain_find(&made.scene, "I am done")->name, "done");
    assert_string_equal(plain_find(&made.scene, "Compare kinds of care")->name, "compare");
    made_end(&made);
}

static void what_cannot_be_touched_is_not_found(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    assert_null(plain_find(&made.scene, "Welcome"));
    assert_null(plain_find(&made.scene, "Compare"));
    assert_null(plain_find(&made.scene, ""));
    ((struct node *)plain_find(&made.scene, "done"))->disabled = true;
    assert_null(plain_find(&made.scene, "done"));
    made_end(&made);
}

/* ---- the tree ------------------------------------------------------------------------------------------ */

static void a_dump_shows_the_tree_with_names_words_actions_and_state(void **state)
{
    (void)state;
    struct made made;
    small_screen(&made);
    struct node *done = made.scene.root->last;
    done->disabled = true;
    done->first->hidden = true;
    struct node *progress = scene_add(&made.scene, made.scene.root, ROLE_PROGRESS, LOOK_NONE);
    progress->value = 3;
    progress->most = 9;
    struct node *icon = scene_add(&made.scene, made.scene.root, ROLE_ICON, LOOK_NONE);
    icon->icon = "lock";
    assert_dumped(&made.scene, "screen\n"
                               "  heading level 1 \"Welcome\"\n"
                               "  text \"Take your time.\"\n"
                               "  button #compare [home 0 0]\n"
                               "    text \"Compare kinds of care\"\n"
                               "  button #done [home 0 0] disabled\n"
                               "  progress 3 of 9\n"
                               "  icon :lock:\n");
    made_end(&made);
}

static void two_dumps_of_the_same_screen_are_the_same(void **state)
{
    (void)state;
    struct made first, second;
    small_screen(&first);
    small_screen(&second);
    char *one = printed(dump, &first.scene), *other = printed(dump, &second.scene);
    assert_string_equal(one, other);
    free(one);
    free(other);
    made_end(&first);
    made_end(&second);
}

static void every_role_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++) {
        assert_non_null(role_name((enum role)role));
        for (int other = 0; other < role; other++)
            assert_string_not_equal(role_name((enum role)role), role_name((enum role)other));
    }
}

static void a_very_long_text_is_cut_and_does_no_harm(void **state)
{
    (void)state;
    struct made made;
    char text[LONGEST_TEXT];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    made_start(&made, 300, 200, ARRANGE_COLUMN);
    labelled(&made, "long", text);
    char *line = printed(plain_print, &made.scene);
    assert_true(strlen(line) > 100);
    free(line);
    made_end(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_read_is_printed_and_what_can_be_touched_is_numbered),
        cmocka_unit_test(a_number_leads_to_what_stands_beside_it),
        cmocka_unit_test(what_is_disabled_hidden_or_scrolls_has_no_number),
        cmocka_unit_test(a_card_is_one_line_with_all_its_words),
        cmocka_unit_test(an_answer_shows_whether_it_is_chosen),
        cmocka_unit_test(a_screen_that_is_one_target_still_lets_its_words_be_read),
        cmocka_unit_test(a_line_break_in_words_is_a_space),
        cmocka_unit_test(a_target_is_found_by_its_name_or_by_its_words),
        cmocka_unit_test(what_cannot_be_touched_is_not_found),
        cmocka_unit_test(a_dump_shows_the_tree_with_names_words_actions_and_state),
        cmocka_unit_test(two_dumps_of_the_same_screen_are_the_same),
        cmocka_unit_test(every_role_has_a_name_of_its_own),
        cmocka_unit_test(a_very_long_text_is_cut_and_does_no_harm),
    };
    return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
