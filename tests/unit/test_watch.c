/* Stories about people who save files: what they did is noticed once, when it is whole, and nothing else is. */
#include "folder.h"
#include "watch.h"

#include <fcntl.h>

struct desk {
    struct folder folder;
    char content[PATH_SIZE];
    struct watch *watch;
    int64_t now_ms;
};

static struct desk desk;

static int opens(void **state)
{
    (void)state;
    desk = (struct desk){.folder = empty_folder(), .now_ms = 1000};
    folder_write(&desk.folder, "content/home.yaml", "a: 1\n");
    folder_write(&desk.folder, "content/family/page.yaml", "a: 1\n");
    path_under(desk.content, desk.folder.path, "content");
    const char *folders[] = {desk.content, NULL};
    desk.watch = watch_open(folders);
    return desk.watch != NULL ? 0 : -1;
}

static int closes(void **state)
{
    (void)state;
    watch_close(desk.watch);
    folder_delete(&desk.folder);
    return 0;
}

static const char *in_desk(const char *name)
{
    static char paths[2][PATH_SIZE];
    static int turn;
    turn = !turn;
    path_under(paths[turn], desk.folder.path, name);
    return paths[turn];
}

/* True if something changed and a second of calm is enough to say so. */
static bool is_noticed(void)
{
    watch_read(desk.watch, desk.now_ms);
    desk.now_ms += 1000;
    watch_read(desk.watch, desk.now_ms);
    return watch_changed(desk.watch, desk.now_ms);
}

static void writes(const char *name)
{
    folder_write(&desk.folder, name, "b: 2\n");
}

static void renames(const char *from, const char *to)
{
    char source[PATH_SIZE];
    snprintf(source, sizeof source, "%s", in_desk(from));
    assert_int_equal(rename(source, in_desk(to)), 0);
}

static void nothing_is_noticed_where_nothing_happens(void **state)
{
    (void)state;
    assert_false(is_noticed());
    assert_int_equal(watch_deadline(desk.watch), -1);
}

static void a_change_is_told_once_when_it_has_been_calm(void **state)
{
    (void)state;
    writes("content/home.yaml");
    watch_read(desk.watch, desk.now_ms);
    assert_true(watch_stirred(desk.watch));
    assert_int_equal(watch_deadline(desk.watch), desk.now_ms + WATCH_CALM_MS);
    assert_false(watch_changed(desk.watch, desk.now_ms + WATCH_CALM_MS - 1));
    assert_true(watch_changed(desk.watch, desk.now_ms + WATCH_CALM_MS));
    assert_false(watch_changed(desk.watch, desk.now_ms + WATCH_CALM_MS));
    assert_false(watch_stirred(desk.watch));
}

static void every_further_change_begins_the_calm_anew(void **state)
{
    (void)state;
    writes("content/home.yaml");
    watch_read(desk.watch, desk.now_ms);
    writes("content/family/page.yaml");
    watch_read(desk.watch, desk.now_ms + WATCH_CALM_MS - 1);
    assert_false(watch_changed(desk.watch, desk.now_ms + WATCH_CALM_MS));
    assert_true(watch_changed(desk.watch, desk.now_ms + 2 * WATCH_CALM_MS));
}

static void a_file_renamed_over_another_is_noticed_again_and_again(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        writes("content/home.yaml.part");
        renames("content/home.yaml.part", "content/home.yaml");
        assert_true(is_noticed());
    }
}

static void a_file_that_is_deleted_is_noticed(void **state)
{
    (void)state;
    folder_remove(&desk.folder, "content/family/page.yaml");
    assert_true(is_noticed());
}

static void rights_that_change_are_noticed(void **state)
{
    (void)state;
    assert_int_equal(chmod(in_desk("content/home.yaml"), 0600), 0);
    assert_true(is_noticed());
}

static void what_editors_leave_beside_a_file_is_nothing(void **state)
{
    (void)state;
    writes("content/.home.yaml.swp");
    writes("content/home.yaml~");
    writes("content/4913");
    assert_int_equal(mkdir(in_desk("content/.git"), 0700), 0);
    assert_false(is_noticed());
}

static void what_lies_beside_the_folder_is_nothing(void **state)
{
    (void)state;
    writes("other.yaml");
    writes("other/home.yaml");
    assert_false(is_noticed());
}

static void a_file_that_is_being_written_holds_back_until_it_is_closed(void **state)
{
    (void)state;
    int file = open(in_desk("content/home.yaml"), O_WRONLY | O_TRUNC | O_CLOEXEC);
    assert_int_equal(write(file, "a: ", 3), 3);
    assert_false(is_noticed());
    writes("content/family/page.yaml");
    assert_false(is_noticed());
    close(file);
    assert_true(is_noticed());
}

static void a_file_that_is_never_closed_holds_back_for_a_while_only(void **state)
{
    (void)state;
    int file = open(in_desk("content/home.yaml"), O_WRONLY | O_APPEND | O_CLOEXEC);
    assert_int_equal(write(file, "b: 2\n", 5), 5);
    assert_false(is_noticed());
    desk.now_ms += 10000;
    assert_true(is_noticed());
    writes("content/family/page.yaml");
    assert_true(is_noticed());
    close(file);
    assert_true(is_noticed());
}

static void a_file_that_is_cut_off_without_being_opened_is_noticed_and_holds_nothing_back_later(void **state)
{
    (void)state;
    assert_int_equal(truncate(in_desk("content/home.yaml"), 2), 0);
    (void)is_noticed();
    desk.now_ms += 10000;
    assert_true(is_noticed());
    writes("content/home.yaml");
    assert_true(is_noticed());
}

static void a_file_that_is_taken_away_while_it_is_written_holds_nothing_back(void **state)
{
    (void)state;
    int file = open(in_desk("content/home.yaml"), O_WRONLY | O_TRUNC | O_CLOEXEC);
    assert_int_equal(write(file, "a: ", 3), 3);
    watch_read(desk.watch, desk.now_ms);
    folder_remove(&desk.folder, "content/home.yaml");
    assert_true(is_noticed());
    close(file);
}

static void new_folders_are_watched(void **state)
{
    (void)state;
    writes("content/next-steps/deeper/page.yaml");
    assert_true(is_noticed());
    writes("content/next-steps/deeper/page.yaml");
    assert_true(is_noticed());
}

static void folders_that_came_by_renaming_are_watched(void **state)
{
    (void)state;
    writes("elsewhere/page.yaml");
    renames("elsewhere", "content/elsewhere");
    assert_true(is_noticed());
    writes("content/elsewhere/page.yaml");
    assert_true(is_noticed());
}

static void folders_that_went_are_not_watched_any_more(void **state)
{
    (void)state;
    renames("content/family", "family");
    assert_true(is_noticed());
    writes("family/page.yaml");
    assert_false(is_noticed());
}

static void the_whole_folder_may_be_taken_away_and_brought_back(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        renames("content", "away");
        assert_true(is_noticed());
        renames("away", "content");
        assert_true(is_noticed());
        writes("content/family/page.yaml");
        assert_true(is_noticed());
    }
}

static void a_folder_that_is_deleted_and_made_anew_is_watched(void **state)
{
    (void)state;
    delete_files(desk.content);
    assert_true(is_noticed());
    writes("content/home.yaml");
    assert_true(is_noticed());
    writes("content/home.yaml");
    assert_true(is_noticed());
}

/* ---- links ----------------------------------------------------------------------------------------------------- */

static int opens_a_link(void **state)
{
    (void)state;
    desk = (struct desk){.folder = empty_folder(), .now_ms = 1000};
    folder_write(&desk.folder, "1/content/home.yaml", "a: 1\n");
    folder_write(&desk.folder, "2/content/home.yaml", "a: 1\n");
    path_under(desk.content, desk.folder.path, "current/content/");
    assert_int_equal(symlink("1", in_desk("current")), 0);
    const char *folders[] = {desk.content, NULL};
    desk.watch = watch_open(folders);
    return desk.watch != NULL ? 0 : -1;
}

static void a_link_on_the_way_that_is_swapped_is_noticed(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(symlink(i % 2 == 0 ? "2" : "1", in_desk("next")), 0);
        renames("next", "current");
        assert_true(is_noticed());
        writes(i % 2 == 0 ? "2/content/home.yaml" : "1/content/home.yaml");
        assert_true(is_noticed());
        writes(i % 2 == 0 ? "1/content/home.yaml" : "2/content/home.yaml");
        assert_false(is_noticed());
    }
}

static void points(const char *to, const char *link)
{
    assert_int_equal(symlink(to, in_desk("next")), 0);
    renames("next", link);
}

static void a_link_to_a_folder_inside_comes_is_swapped_and_goes(void **state)
{
    (void)state;
    writes("shared/1/page.yaml");
    writes("shared/2/page.yaml");
    points("../shared/1", "content/shared");
    assert_true(is_noticed());
    points("../shared/2", "content/shared");
    assert_true(is_noticed());
    writes("shared/2/page.yaml");
    assert_true(is_noticed());
    writes("shared/1/page.yaml");
    assert_false(is_noticed());
    folder_remove(&desk.folder, "content/shared");
    assert_true(is_noticed());
    points("../shared/1", "content/shared");
    assert_true(is_noticed());
}

static void a_link_that_leads_in_a_circle_does_no_harm(void **state)
{
    (void)state;
    points(".", "content/circle");
    (void)is_noticed();
    writes("content/home.yaml");
    assert_true(is_noticed());
    assert_false(is_noticed());
}

/* ---- without --------------------------------------------------------------------------------------------------- */

static void where_nothing_can_be_watched_nothing_changes(void **state)
{
    (void)state;
    watch_read(NULL, 0);
    assert_false(watch_changed(NULL, 1000));
    assert_false(watch_stirred(NULL));
    assert_int_equal(watch_deadline(NULL), -1);
    assert_int_equal(watch_descriptor(NULL), -1);
    watch_close(NULL);
}

static void a_folder_that_is_not_there_yet_is_waited_for(void **state)
{
    (void)state;
    watch_close(desk.watch);
    const char *folders[] = {in_desk("later"), NULL};
    desk.watch = watch_open(folders);
    writes("later/home.yaml");
    assert_true(is_noticed());
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(nothing_is_noticed_where_nothing_happens),
        STORY(a_change_is_told_once_when_it_has_been_calm),
        STORY(every_further_change_begins_the_calm_anew),
        STORY(a_file_renamed_over_another_is_noticed_again_and_again),
        STORY(a_file_that_is_deleted_is_noticed),
        STORY(rights_that_change_are_noticed),
        STORY(what_editors_leave_beside_a_file_is_nothing),
        STORY(what_lies_beside_the_folder_is_nothing),
        STORY(a_file_that_is_being_written_holds_back_until_it_is_closed),
        STORY(a_file_that_is_never_closed_holds_back_for_a_while_only),
        STORY(a_file_that_is_cut_off_without_being_opened_is_noticed_and_holds_nothing_back_later),
        STORY(a_link_to_a_folder_inside_comes_is_swapped_and_goes),
        STORY(a_link_that_leads_in_a_circle_does_no_harm),
        STORY(a_file_that_is_taken_away_while_it_is_written_holds_nothing_back),
        STORY(new_folders_are_watched),
        STORY(folders_that_came_by_renaming_are_watched),
        STORY(folders_that_went_are_not_watched_any_more),
        STORY(the_whole_folder_may_be_taken_away_and_brought_back),
        STORY(a_folder_that_is_deleted_and_made_anew_is_watched),
        STORY(a_folder_that_is_not_there_yet_is_waited_for),
        cmocka_unit_test_setup_teardown(a_link_on_the_way_that_is_swapped_is_noticed, opens_a_link, closes),
        cmocka_unit_test(where_nothing_can_be_watched_nothing_changes),
    };
    return cmocka_run_group_tests_name("watch", tests, NULL, NULL);
}
