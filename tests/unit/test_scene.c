/* Stories about the tree of a screen: what a touch means, and in which order it is read. */
#include "made_scene.h"

/* ---- touching ---------------------------------------------------------------------------------------- */

struct two_cards {
    struct made made;
    struct node *left, *right;
};

static void two_cards(struct two_cards *cards)
{
    made_start(&cards->made, 200, 100, ARRANGE_ROW);
    cards->made.scene.root->box.gap = 20;
    cards->made.scene.root->box.across = ALIGN_START;
    cards->left = made_button(&cards->made, cards->made.scene.root, "left", 50);
    cards->right = made_button(&cards->made, cards->made.scene.root, "right", 50);
    made_layout(&cards->made);
}

static void a_touch_means_the_card_under_it(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    assert_ptr_equal(scene_hit(&cards.made.scene, 0, 0, 0), cards.left);
    assert_ptr_equal(scene_hit(&cards.made.scene, 49, 49, 0), cards.left);
    assert_ptr_equal(scene_hit(&cards.made.scene, 70, 0, 0), cards.right);
    made_end(&cards.made);
}

static void a_touch_beside_every_card_means_nothing(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    const int beside[][2] = {{50, 10}, {69, 10}, {10, 50}, {120, 10}, {-1, 10}, {10, -1}, {500, 500}};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        assert_null(scene_hit(&cards.made.scene, beside[i][0], beside[i][1], 0));
    made_end(&cards.made);
}

static void words_on_a_card_belong_to_the_card(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    made_text(&cards.made, cards.left, "touch me");
    made_layout(&cards.made);
    assert_ptr_equal(scene_hit(&cards.made.scene, 5, 5, 0), cards.left);
    made_end(&cards.made);
}

static void a_button_on_a_card_comes_before_the_card(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    struct node *button = made_button(&cards.made, cards.left, "button", 20);
    made_layout(&cards.made);
    assert_ptr_equal(scene_hit(&cards.made.scene, 5, 5, 0), button);
    assert_ptr_equal(scene_hit(&cards.made.scene, 40, 40, 0), cards.left);
    made_end(&cards.made);
}

static void what_lies_on_top_is_touched(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_LAYERS);
    made_button(&made, made.scene.root, "under", 50);
    struct node *over = made_button(&made, made.scene.root, "over", 50);
    made_layout(&made);
    assert_ptr_equal(scene_hit(&made.scene, 10, 10, 0), over);
    made_end(&made);
}

static void what_is_disabled_or_hidden_cannot_be_touched(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    cards.left->disabled = true;
    cards.right->hidden = true;
    assert_null(scene_hit(&cards.made.scene, 5, 5, 0));
    assert_null(scene_hit(&cards.made.scene, 75, 5, 0));
    made_end(&cards.made);
}

static void a_screen_that_is_a_target_takes_what_its_buttons_leave(void **state)
{
    (void)state;
    struct two_cards cards;
    two_cards(&cards);
    struct node *root = cards.made.scene.root;
    root->action = (struct action){ACTION_BEGIN, 0, 0};
    assert_ptr_equal(scene_hit(&cards.made.scene, 60, 10, 0), root);
    assert_ptr_equal(scene_hit(&cards.made.scene, 10, 10, 0), cards.left);
    made_end(&cards.made);
}

/* ---- touching what has been scrolled ------------------------------------------------------------------- */

struct list {
    struct made made;
    struct node *items[10], *below;
};

/* Ten items of 50 in a window of 100, and a button right below the window. */
static void long_list(struct list *list)
{
    made_start(&list->made, 200, 150, ARRANGE_COLUMN);
    struct node *main = scene_add(&list->made.scene, list->made.scene.root, ROLE_MAIN, LOOK_NONE);
    main->box.grow = 1;
    main->box.across = ALIGN_START;
    for (int i = 0; i < 10; i++)
        list->items[i] = made_button(&list->made, main, "item", 50);
    list->made.scene.root->box.across = ALIGN_START;
    list->below = made_button(&list->made, list->made.scene.root, "below", 50);
    made_layout(&list->made);
}

static void a_touch_follows_the_scrolling(void **state)
{
    (void)state;
    struct list list;
    long_list(&list);
    assert_ptr_equal(scene_hit(&list.made.scene, 10, 60, 0), list.items[1]);
    assert_ptr_equal(scene_hit(&list.made.scene, 10, 60, 100), list.items[3]);
    assert_ptr_equal(scene_hit(&list.made.scene, 10, 60, 400), list.items[9]);
    made_end(&list.made);
}

static void what_is_scrolled_out_of_sight_cannot_be_touched(void **state)
{
    (void)state;
    struct list list;
    long_list(&list);
    assert_ptr_equal(scene_hit(&list.made.scene, 10, 110, 0), list.below);
    assert_ptr_equal(scene_hit(&list.made.scene, 10, 110, 300), list.below);
    list.below->hidden = true;
    assert_null(scene_hit(&list.made.scene, 10, 110, 0));
    made_end(&list.made);
}

/* ---- reading ------------------------------------------------------------------------------------------- */

static void assert_reading_order(const struct scene *scene, const char *expected)
{
    char bytes[200];
    struct text found = text_in(bytes, sizeof bytes);
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->name != NULL)
            text_addf(&found, "%s ", node->name);
    assert_string_equal(bytes, expected);
}

static struct node *named_group(struct made *made, struct node *parent, const char *name)
{
    struct node *node = made_group(made, parent, ARRANGE_COLUMN);
    node->name = name;
    return node;
}

static void a_screen_is_read_from_top_to_bottom_and_into_every_part(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    struct node *a = named_group(&made, made.scene.root, "a");
    struct node *a1 = named_group(&made, a, "a1");
    named_group(&made, a1, "a11");
    named_group(&made, a, "a2");
    named_group(&made, made.scene.root, "b");
    assert_reading_order(&made.scene, "a a1 a11 a2 b ");
    made_end(&made);
}

static void what_is_hidden_is_not_read_nor_anything_in_it(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    struct node *a = named_group(&made, made.scene.root, "a");
    named_group(&made, a, "a1");
    struct node *b = named_group(&made, made.scene.root, "b");
    struct node *b1 = named_group(&made, b, "b1");
    named_group(&made, made.scene.root, "c")->hidden = true;
    a->hidden = true;
    assert_reading_order(&made.scene, "b b1 ");
    b1->hidden = true;
    assert_reading_order(&made.scene, "b ");
    made_end(&made);
}

static void a_card_says_all_that_is_written_on_it(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    struct node *card = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    made_text(&made, card, "Compare");
    made_text(&made, card, "lightbulb")->silent = true;
    made_text(&made, card, "side by side");
    made_text(&made, card, "hidden words")->hidden = true;
    char bytes[100];
    struct text out = text_in(bytes, sizeof bytes);
    node_say(card, &out);
    assert_string_equal(bytes, "Compare side by side");
    made_end(&made);
}

static void spans_are_said_without_a_gap(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    const struct span spans[] = {
        {.text = "Call ", .length = 5}, {.text = "988", .length = 3}, {.text = ".", .length = 1}};
    struct node *node = made_text(&made, made.scene.root, "");
    node_spans(node, spans, 3, TYPE_BODY);
    char bytes[100];
    struct text out = text_in(bytes, sizeof bytes);
    node_say(node, &out);
    assert_string_equal(bytes, "Call 988.");
    made_end(&made);
}

/* ---- small questions ------------------------------------------------------------------------------------ */

static void a_node_is_within_itself_and_what_holds_it(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    struct node *a = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    struct node *deep = made_group(&made, made_group(&made, a, ARRANGE_COLUMN), ARRANGE_COLUMN);
    struct node *b = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    assert_true(node_within(deep, deep));
    assert_true(node_within(deep, a));
    assert_true(node_within(deep, made.scene.root));
    assert_false(node_within(a, deep));
    assert_false(node_within(deep, b));
    assert_false(node_within(NULL, a));
    made_end(&made);
}

static void actions_are_equal_only_in_all_their_parts(void **state)
{
    (void)state;
    const struct action go = {ACTION_GO, 3, 1};
    assert_true(action_equal(go, (struct action){ACTION_GO, 3, 1}));
    assert_false(action_equal(go, (struct action){ACTION_PAGE, 3, 1}));
    assert_false(action_equal(go, (struct action){ACTION_GO, 2, 1}));
    assert_false(action_equal(go, (struct action){ACTION_GO, 3, 0}));
}

static void empty_words_are_no_text(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_COLUMN);
    assert_int_equal(made_text(&made, made.scene.root, "")->span_count, 0);
    made_end(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_touch_means_the_card_under_it),
        cmocka_unit_test(a_touch_beside_every_card_means_nothing),
        cmocka_unit_test(words_on_a_card_belong_to_the_card),
        cmocka_unit_test(a_button_on_a_card_comes_before_the_card),
        cmocka_unit_test(what_lies_on_top_is_touched),
        cmocka_unit_test(what_is_disabled_or_hidden_cannot_be_touched),
        cmocka_unit_test(a_screen_that_is_a_target_takes_what_its_buttons_leave),
        cmocka_unit_test(a_touch_follows_the_scrolling),
        cmocka_unit_test(what_is_scrolled_out_of_sight_cannot_be_touched),
        cmocka_unit_test(a_screen_is_read_from_top_to_bottom_and_into_every_part),
        cmocka_unit_test(what_is_hidden_is_not_read_nor_anything_in_it),
        cmocka_unit_test(a_card_says_all_that_is_written_on_it),
        cmocka_unit_test(spans_are_said_without_a_gap),
        cmocka_unit_test(a_node_is_within_itself_and_what_holds_it),
        cmocka_unit_test(actions_are_equal_only_in_all_their_parts),
        cmocka_unit_test(empty_words_are_no_text),
    };
    return cmocka_run_group_tests_name("scene", tests, NULL, NULL);
}
