/* Stories about what the editor lets pass; what it stops stands under bad-content/. */
#include "complaint.h"
#include "editor.h"
#include "folder.h"
#include "load.h"

static const char page[] = "order: 30\n"
                           "title: {en: A page, es: Una hoja}\n"
                           "main_message: {en: You can read this., es: Puede leer esto.}\n"
                           "blocks:\n";

/* A page of the tiny clinic with these blocks and keys, read by the editor. */
static struct problems read_page(const char *blocks_and_keys)
{
    char text[2048];
    struct folder folder = tiny_folder();
    struct problems problems = {0};
    snprintf(text, sizeof text, "%s%s", page, blocks_and_keys);
    folder_write(&folder, "explainers/page.yaml", text);
    struct content *content = content_load(folder.path, &problems);
    if (content == NULL)
        show_all(&problems);
    assert_non_null(content);
    editor_check(folder.path, content, &problems);
    content_free(content);
    folder_delete(&folder);
    return problems;
}

static void expect_fine(const char *blocks_and_keys)
{
    struct problems problems = read_page(blocks_and_keys);
    expect_count(&problems, 0);
    problems_free(&problems);
}

static void expect_complaint(const char *blocks_and_keys, const char *words)
{
    struct problems problems = read_page(blocks_and_keys);
    expect_count(&problems, 1);
    expect_words(&problems, 0, words);
    problems_free(&problems);
}

static void the_shipped_content_pleases_the_editor(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct content *content = content_load(IOP_SOURCE_DIR "/content", &problems);
    assert_non_null(content);
    editor_check(IOP_SOURCE_DIR "/content", content, &problems);
    expect_count(&problems, 0);
    content_free(content);
    problems_free(&problems);
}

static void advice_on_a_safer_home_may_name_means_if_somebody_checked_it(void **state)
{
    (void)state;
    expect_complaint("  - note: {text: {en: Put the rope away., es: Guarde todo.}}\n", "K141");
    expect_fine("  - note: {text: {en: Put the rope away., es: Guarde todo.}}\nmeans_safety: true\nreviewer: A. Doe\n");
    expect_fine("  - note: {text: {en: How to get help after an overdose., es: Cómo pedir ayuda.}}\n");
}

static void an_example_of_what_not_to_say_may_hurt(void **state)
{
    (void)state;
    expect_fine("  - phrases: {say: [{en: I am here., es: Aquí estoy.}], avoid: [{en: You addict., es: Adicto.}]}\n");
    expect_complaint("  - phrases: {say: [{en: You addict., es: Aquí estoy.}]}\n", "K143");
}

static void a_page_that_names_suicide_shows_help_by_its_topic_or_by_the_lifeline(void **state)
{
    (void)state;
    static const char note[] = "  - note: {text: {en: Some think of suicide., es: Hay quien piensa en eso.}}\n";
    char text[512];
    expect_complaint(note, "K142");
    snprintf(text, sizeof text, "%stopics: [suicide]\n", note);
    expect_fine(text);
    snprintf(text, sizeof text, "%s  - contacts: {lines: [lifeline-988]}\n", note);
    expect_fine(text);
}

static void danger_is_told_once_for_a_page(void **state)
{
    (void)state;
    expect_complaint("  - note: {text: {en: Suicide. And suicidal thoughts., es: El suicidio.}}\n", "K142");
}

static void what_others_did_needs_no_help(void **state)
{
    (void)state;
    expect_fine("  - note: {text: {en: A loved one died through homicide or suicide., es: Alguien murió.}}\n");
}

static void phone_numbers_and_times_may_stand_beside_danger(void **state)
{
    (void)state;
    expect_fine(
        "  - note: {text: {en: \"Thoughts of suicide? Call 988 or 1-800-950-6264, 24/7, at 5:30 for suicide.\", "
        "es: Llame.}}\ntopics: [suicide]\n");
    expect_complaint("  - note: {text: {en: About 7 think of suicide., es: Llame.}}\ntopics: [suicide]\n", "K145");
    expect_fine("  - note: {text: {en: It takes 7 hours. Speak of suicide., es: Llame.}}\ntopics: [suicide]\n");
}

static void a_claim_is_fine_with_a_source(void **state)
{
    (void)state;
    static const char note[] = "  - note: {text: {en: Studies show it., es: Los estudios muestran algo.}}\n";
    char text[512];
    expect_complaint(note, "K152");
    snprintf(text, sizeof text, "%ssources: [\"Doe 2020\"]\n", note);
    expect_fine(text);
}

static void percents_are_a_claim(void **state)
{
    (void)state;
    expect_complaint("  - note: {text: {en: It helps 50% of all., es: Ayuda.}}\n", "'50%' claims a finding");
    expect_complaint("  - note: {text: {en: It helps., es: Ayuda al 50 %.}}\n", "K152");
    expect_fine("  - note: {text: {en: It helps 50% of all., es: Ayuda.}}\nsources: [\"Doe 2020\"]\n");
    expect_fine("  - note: {text: {en: It takes 50 minutes., es: Ayuda.}}\n");
}

static void the_longest_that_is_allowed_is_allowed(void **state)
{
    (void)state;
    expect_fine("  - note: {text: {en: Go to bed now and get up on the day that is next to go on and be well., "
                "es: Ya.}}\n");
    expect_fine("  - note: {text: {en: Sit. Rest. Go., es: Siéntese. Descanse. Vaya.}}\n");
    expect_fine("  - prose: {en: \"- a\\n- b\\n- c\\n- d\\n- e\\n- f\\n- g\", es: \"- a\\n- b\\n- c\\n- d\\n- e\\n- "
                "f\\n- g\"}\n");
}

static void a_link_that_one_language_lacks_is_told(void **state)
{
    (void)state;
    expect_complaint("  - prose: {en: \"See [this](typical-week).\", es: Vea esto.}\n", "0 links here and 1 there");
    expect_complaint("  - prose: {en: \"# Head\", es: \"- Cabeza\"}\n", "is a bullet here and a heading there");
}

static void a_folder_with_strange_letters_in_its_name_is_read(void **state)
{
    (void)state;
    struct folder around = empty_folder();
    struct folder folder = tiny_folder();
    struct folder strange;
    struct problems problems = {0};
    assert_true(snprintf(strange.path, sizeof strange.path, "%.40s/[a]{b}", around.path) > 0);
    assert_int_equal(rename(folder.path, strange.path), 0);
    folder_replace(&strange, "explainers/typical-week.yaml", "Ask us.", "Ask an addict.");
    struct content *content = content_load(strange.path, &problems);
    editor_check(strange.path, content, &problems);
    expect_count(&problems, 1);
    expect_words(&problems, 0, "'addict'");
    content_free(content);
    problems_free(&problems);
    folder_delete(&around);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_content_pleases_the_editor),
        cmocka_unit_test(advice_on_a_safer_home_may_name_means_if_somebody_checked_it),
        cmocka_unit_test(an_example_of_what_not_to_say_may_hurt),
        cmocka_unit_test(a_page_that_names_suicide_shows_help_by_its_topic_or_by_the_lifeline),
        cmocka_unit_test(danger_is_told_once_for_a_page),
        cmocka_unit_test(what_others_did_needs_no_help),
        cmocka_unit_test(phone_numbers_and_times_may_stand_beside_danger),
        cmocka_unit_test(a_claim_is_fine_with_a_source),
        cmocka_unit_test(percents_are_a_claim),
        cmocka_unit_test(the_longest_that_is_allowed_is_allowed),
        cmocka_unit_test(a_link_that_one_language_lacks_is_told),
        cmocka_unit_test(a_folder_with_strange_letters_in_its_name_is_read),
    };
    return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
