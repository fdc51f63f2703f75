/* Stories about moving by keys: on scenes made by hand, and on every screen of the tour. */
#include "made_scene.h"

#include "app_parts.h"
#include "focus.h"
#include "loaded.h"
#include "tour.h"

enum { MOST_STOPS = 512, MOST_STATES = 4096 };

/* ---- scenes made by hand ----------------------------------------------------------------------------- */

/* Two rows of two buttons, a title before them, a help bar behind them. */
struct board {
    struct made made;
    struct node *title, *cards[4], *help;
};

static void board(struct board *board)
{
    made_start(&board->made, 400, 400, ARRANGE_COLUMN);
    struct scene *scene = &board->made.scene;
    struct node *main = scene_add(scene, scene->root, ROLE_MAIN, LOOK_NONE);
    main->box.grow = 1;
    board->title = made_text(&board->made, main, "Welcome");
    board->title->role = ROLE_HEADING;
    for (int i = 0; i < 4; i++) {
        struct node *row = i % 2 == 0 ? scene_add(scene, main, ROLE_GROUP, LOOK_NONE) : main->last;
        row->box.arrange = ARRANGE_ROW;
        row->box.across = ALIGN_START;
        board->cards[i] = made_button(&board->made, row, "card", 50);
        board->cards[i]->action.a = i;
    }
    struct node *bar = scene_add(scene, scene->root, ROLE_HELP, LOOK_NONE);
    bar->box.arrange = ARRANGE_ROW;
    board->help = made_button(&board->made, bar, "help", 50);
    board->help->action.a = 4;
    made_layout(&board->made);
}

static void a_screen_begins_at_its_title(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    assert_ptr_equal(focus_start(&b.made.scene), b.title);
    assert_ptr_equal(focus_next(&b.made.scene, b.title, false), b.cards[0]);
    made_end(&b.made);
}

static void moving_on_goes_round(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    const struct scene *scene = &b.made.scene;
    assert_ptr_equal(focus_next(scene, b.cards[3], false), b.help);
    assert_ptr_equal(focus_next(scene, b.help, false), b.cards[0]);
    assert_ptr_equal(focus_previous(scene, b.cards[0], false), b.help);
    assert_ptr_equal(focus_previous(scene, b.cards[2], false), b.cards[1]);
    assert_ptr_equal(focus_next(scene, NULL, false), b.cards[0]);
    made_end(&b.made);
}

static void arrows_go_where_they_point(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    const struct scene *scene = &b.made.scene;
    assert_ptr_equal(focus_toward(scene, b.cards[0], WAY_RIGHT, 0), b.cards[1]);
    assert_ptr_equal(focus_toward(scene, b.cards[0], WAY_DOWN, 0), b.cards[2]);
    assert_ptr_equal(focus_toward(scene, b.cards[3], WAY_LEFT, 0), b.cards[2]);
    assert_ptr_equal(focus_toward(scene, b.cards[3], WAY_UP, 0), b.cards[1]);
    assert_ptr_equal(focus_toward(scene, b.cards[2], WAY_DOWN, 0), b.help);
    assert_null(focus_toward(scene, b.cards[1], WAY_RIGHT, 0));
    assert_null(focus_toward(scene, b.cards[0], WAY_UP, 0));
    made_end(&b.made);
}

static void what_cannot_be_touched_is_passed_over_unless_it_is_heard(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    b.cards[1]->disabled = true;
    b.cards[2]->hidden = true;
    assert_ptr_equal(focus_next(&b.made.scene, b.cards[0], false), b.cards[3]);
    assert_ptr_equal(focus_next(&b.made.scene, b.cards[0], true), b.cards[1]);
    made_end(&b.made);
}

static void who_listens_stops_at_every_text_once(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    made_text(&b.made, b.cards[0], "said by its card");
    made_text(&b.made, b.made.scene.main, "a paragraph");
    made_text(&b.made, b.made.scene.main, "decoration")->silent = true;
    made_layout(&b.made);
    const struct node *stops[10];
    assert_int_equal(focus_stops(&b.made.scene, true, stops, 10), 7);
    assert_int_equal(focus_stops(&b.made.scene, false, stops, 10), 5);
    assert_ptr_equal(focus_next(&b.made.scene, NULL, true), b.title);
    made_end(&b.made);
}

static void what_lies_behind_a_dialog_is_out_of_reach(void **state)
{
    (void)state;
    struct board b;
    board(&b);
    struct node *over = scene_add(&b.made.scene, b.made.scene.root, ROLE_GROUP, LOOK_NONE);
    over->action = (struct action){ACTION_BACK, 0, 0}; /* a touch beside the dialog closes it */
    struct node *close = made_button(&b.made, scene_add(&b.made.scene, over, ROLE_DIALOG, LOOK_NONE), "close", 50);
    made_layout(&b.made);
    close->action.a = 9;
    b.made.scene.main->behind = true;
    assert_ptr_equal(focus_start(&b.made.scene), close);
    assert_ptr_equal(focus_next(&b.made.scene, close, false), b.help);
    assert_ptr_equal(focus_next(&b.made.scene, b.help, false), close);
    assert_false(focus_is_stop(b.cards[0], true));
    struct focus_mark under = focus_mark(&b.made.scene, b.cards[0]);
    assert_null(focus_find(&b.made.scene, &under));
    made_end(&b.made);
}

static void a_choice_is_found_again_after_a_change(void **state)
{
    (void)state;
    struct board before, after;
    board(&before);
    board(&after);
    struct focus_mark mark = focus_mark(&before.made.scene, before.cards[2]);
    assert_ptr_equal(focus_find(&after.made.scene, &mark), after.cards[2]);
    after.cards[2]->name = "renamed";
    assert_ptr_equal(focus_find(&after.made.scene, &mark), after.cards[2]);
    struct focus_mark help = focus_mark(&before.made.scene, before.help);
    after.help->action.a = 77;
    assert_ptr_equal(focus_find(&after.made.scene, &help), after.help);
    after.help->disabled = true;
    assert_null(focus_find(&after.made.scene, &help));
    assert_null(focus_find(&after.made.scene, &(struct focus_mark){.set = false}));
    made_end(&before.made);
    made_end(&after.made);
}

/* ---- every screen of the tour ---------------------------------------------------------------------------- */

static const struct panel {
    int width, height;
    float mm;
    int text_size;
} panels[] = {{1920, 1080, 476, 1}, {1080, 1920, 268, 1}, {1024, 600, 217, 3}, {1024, 600, 154, 3}};

static struct content *content;
static struct app app;

static bool opens(const struct panel *panel, int index, int language, struct stop *stop)
{
    if (!tour_stop(content, index, language, stop))
        return false;
    struct app_setup setup = {.content = content, .theme = theme_default(), .metrics = metrics_plain()};
    setup.panel_mm = panel->mm;
    app_open(&app, setup, panel->width, panel->height, stop->now_ms);
    app.session = stop->session;
    if (app.session.staff.page == STAFF_KEYS)
        app.session.staff.page = STAFF_PANEL; /* where keys are learned they are only shown */
    app.session.text_size = (uint8_t)panel->text_size;
    app_scene(&app, stop->now_ms);
    return true;
}

static bool lies_open(const struct stop *stop)
{
    return !stop->at_rest && !stop->session.asking && stop->session.cover == COVER_NONE;
}

static void presses(enum input_key key, const struct stop *stop)
{
    app_input(&app, (struct input){.kind = INPUT_KEY, .key = key}, stop->now_ms);
}

static void on_every_screen(void (*story)(const struct stop *stop))
{
    struct stop stop;
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++)
        for (int i = 0; opens(&panels[p], i, (int)p % 2, &stop); i++) {
            if (lies_open(&stop))
                story(&stop);
            app_close(&app);
        }
}

static void has_every_button_as_a_stop(const struct stop *stop)
{
    for (const struct node *node = app.scene.root; node != NULL; node = node_next(node)) {
        bool scrolls = node->action.kind == ACTION_SCROLL; /* moving on does that */
        bool beside = node->role == ROLE_SCREEN || node->role == ROLE_GROUP;
        bool touchable = node->action.kind != ACTION_NONE && !node->disabled && !beside;
        if (touchable && !scrolls && !focus_is_stop(node, false))
            fail_msg("%s: keys do not reach %s", stop->name, node->name != NULL ? node->name : role_name(node->role));
    }
}

static void every_button_of_every_screen_is_a_stop(void **state)
{
    (void)state;
    on_every_screen(has_every_button_as_a_stop);
}

static void is_read_and_moved_through_alike(const struct stop *stop)
{
    static const struct node *stops[MOST_STOPS];
    size_t count = focus_stops(&app.scene, false, stops, MOST_STOPS);
    for (size_t i = 0; i < count; i++)
        if (plain_node(&app.scene, (int)i + 1) != stops[i])
            fail_msg("%s: stop %zu is not the thing read at number %zu", stop->name, i, i + 1);
    assert_null(plain_node(&app.scene, (int)count + 1));
}

static void the_order_of_keys_is_the_order_of_reading(void **state)
{
    (void)state;
    on_every_screen(is_read_and_moved_through_alike);
}

static struct rect seen(const struct node *node)
{
    struct rect rect = node->rect;
    if (app.scene.main == NULL || node == app.scene.main || !node_within(node, app.scene.main))
        return rect;
    rect.y -= app_scroll(&app);
    return rect_intersection(rect, app.scene.main->rect);
}

/* What was chosen before may be scrolled past; what is chosen anew is seen as a whole, or fills half the page. */
static void expect_in_sight(const struct stop *stop, const struct node *before)
{
    const struct node *node = app.focus.node;
    struct rect part = seen(node);
    bool tall = app.scene.main != NULL && node->rect.h * 2 > app.scene.main->rect.h;
    bool whole = tall || node->action.kind == ACTION_NONE || part.h == node->rect.h;
    if (node != before && (rect_empty(part) || !whole))
        fail_msg("%s (%d wide): %s was chosen out of sight: %d of %d pixels", stop->name, app.frame.width,
                 node->name != NULL ? node->name : role_name(node->role), part.h, node->rect.h);
}

/* A note may lie over the page. */
static bool reads_page(void)
{
    return app.scene.main != NULL && !node_is_behind(app.scene.main);
}

/* Which stops were chosen, and how much of the page was seen without a gap. */
struct trail {
    const struct node *stops[MOST_STOPS];
    bool chosen[MOST_STOPS];
    size_t count, missing;
    int seen_from, seen_to;
};

static void look(struct trail *trail, const struct stop *stop, const struct node *before)
{
    expect_in_sight(stop, before);
    for (size_t i = 0; i < trail->count; i++)
        if (trail->stops[i] == app.focus.node && !trail->chosen[i]) {
            trail->chosen[i] = true;
            trail->missing--;
        }
    if (!reads_page())
        return;
    int top = app_scroll(&app), bottom = top + app.scene.main->rect.h;
    bool next_to_seen = top <= trail->seen_to && bottom >= trail->seen_from;
    if (!next_to_seen)
        fail_msg("%s: text was jumped over unread, from %d to %d", stop->name, trail->seen_to, top);
    trail->seen_from = top < trail->seen_from ? top : trail->seen_from;
    trail->seen_to = bottom > trail->seen_to ? bottom : trail->seen_to;
}

static void goes_round(const struct stop *stop, enum input_key key)
{
    static struct trail trail;
    trail = (struct trail){0};
    trail.count = trail.missing = focus_stops(&app.scene, false, trail.stops, MOST_STOPS);
    trail.seen_to = reads_page() ? app.scene.main->rect.h : 0;
    int least = reads_page() ? app.scene.main_height : 0;
    for (int i = 0; i < 2000 && (trail.missing > 0 || trail.seen_to < least); i++) {
        const struct node *before = app.focus.node;
        presses(key, stop);
        look(&trail, stop, before);
    }
    if (trail.missing > 0)
        fail_msg("%s: %zu of %zu stops are never chosen", stop->name, trail.missing, trail.count);
    if (trail.seen_to < least)
        fail_msg("%s: only %d of %d pixels are ever seen", stop->name, trail.seen_to, least);
}

static void is_gone_round_forward(const struct stop *stop)
{
    goes_round(stop, KEY_NEXT);
}

static void one_switch_moves_through_everything_and_past_all_text(void **state)
{
    (void)state;
    on_every_screen(is_gone_round_forward);
}

/* Backward it begins at the buttons above the page, so that its end is seen first. */
static void is_gone_round_backward(const struct stop *stop)
{
    size_t left = focus_stops(&app.scene, false, NULL, 0) * 2;
    static bool met[MOST_STOPS];
    memset(met, 0, sizeof met);
    static const struct node *stops[MOST_STOPS];
    size_t count = focus_stops(&app.scene, false, stops, MOST_STOPS), missing = count;
    for (size_t i = 0; i < left + 1000 && missing > 0; i++) {
        const struct node *before = app.focus.node;
        presses(KEY_PREVIOUS, stop);
        expect_in_sight(stop, before);
        for (size_t k = 0; k < count; k++)
            if (stops[k] == app.focus.node && !met[k]) {
                met[k] = true;
                missing--;
            }
    }
    if (missing > 0)
        fail_msg("%s: backward, %zu of %zu stops are never chosen", stop->name, missing, count);
}

static void going_back_leads_through_everything_too(void **state)
{
    (void)state;
    on_every_screen(is_gone_round_backward);
}

/* ---- arrows alone ------------------------------------------------------------------------------------------ */

struct state {
    const struct node *node;
    int scroll;
};

static bool known(const struct state *states, size_t count, struct state state)
{
    for (size_t i = 0; i < count; i++)
        if (states[i].node == state.node && states[i].scroll == state.scroll)
            return true;
    return false;
}

static struct state state_now(void)
{
    return (struct state){app.focus.node, app_scroll(&app)};
}

/* All that four arrows can reach from where the screen begins. */
static size_t reach_by_arrows(struct state *states, const struct stop *stop)
{
    static const enum input_key arrows[] = {KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT};
    size_t count = 1;
    states[0] = state_now();
    for (size_t at = 0; at < count && count < MOST_STATES - 4; at++)
        for (int i = 0; i < 4; i++) {
            app.focus.node = states[at].node;
            app_scroll_to(&app, states[at].scroll);
            presses(arrows[i], stop);
            expect_in_sight(stop, states[at].node);
            if (!known(states, count, state_now()))
                states[count++] = state_now();
        }
    return count;
}

static void is_reached_by_arrows(const struct stop *stop)
{
    static struct state states[MOST_STATES];
    static const struct node *stops[MOST_STOPS];
    size_t reached = reach_by_arrows(states, stop), count = focus_stops(&app.scene, false, stops, MOST_STOPS);
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        for (size_t k = 0; k < reached; k++)
            found = found || states[k].node == stops[i];
        if (!found)
            fail_msg("%s: arrows do not reach %s", stop->name, stops[i]->name != NULL ? stops[i]->name : "?");
    }
}

static void four_arrows_reach_everything(void **state)
{
    (void)state;
    on_every_screen(is_reached_by_arrows);
}

static int load(void **state)
{
    (void)state;
    content = loaded_content();
    return content != NULL ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    content_free(content);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_begins_at_its_title),
        cmocka_unit_test(moving_on_goes_round),
        cmocka_unit_test(arrows_go_where_they_point),
        cmocka_unit_test(what_cannot_be_touched_is_passed_over_unless_it_is_heard),
        cmocka_unit_test(who_listens_stops_at_every_text_once),
        cmocka_unit_test(what_lies_behind_a_dialog_is_out_of_reach),
        cmocka_unit_test(a_choice_is_found_again_after_a_change),
        cmocka_unit_test(every_button_of_every_screen_is_a_stop),
        cmocka_unit_test(the_order_of_keys_is_the_order_of_reading),
        cmocka_unit_test(one_switch_moves_through_everything_and_past_all_text),
        cmocka_unit_test(going_back_leads_through_everything_too),
        cmocka_unit_test(four_arrows_reach_everything),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
