/* The official words, codes and bands of the PHQ-9 and the GAD-7, letter by letter: a total is worth something with
 * these words only. Whoever changes one here must have the form of phqscreeners.com in hand. */
#include "complaint.h"
#include "loaded.h"

#include <stdlib.h>

enum { ENGLISH, SPANISH, LANGUAGES };

struct line {
    const char *loinc;
    const char *in[LANGUAGES];
};

struct range {
    const char *id;
    int min, max;
};

static const struct line phq9_items[] = {
    {"44250-9", {"Little interest or pleasure in doing things", "Poco interés o placer en hacer cosas"}},
    {"44255-8", {"Feeling down, depressed, or hopeless", "Se ha sentido decaído(a), deprimido(a) o sin esperanzas"}},
    {"44259-0",
     {"Trouble falling or staying asleep, or sleeping too much",
      "Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado"}},
    {"44254-1", {"Feeling tired or having little energy", "Se ha sentido cansado(a) o con poca energía"}},
    {"44251-7", {"Poor appetite or overeating", "Sin apetito o ha comido en exceso"}},
    {"44258-2",
     {"Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
      "Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su "
      "familia"}},
    {"44252-5",
     {"Trouble concentrating on things, such as reading the newspaper or watching television",
      "Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la "
      "televisión"}},
    {"44253-3",
     {"Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or "
      "restless that you have been moving around a lot more than usual",
      "¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o "
      "agitado(a) que ha estado moviéndose mucho más de lo normal"}},
    {"44260-8",
     {"Thoughts that you would be better off dead or of hurting yourself in some way",
      "Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera"}},
};

static const struct line difficulty = {
    "69722-7",
    {"If you checked off any problems, how difficult have these problems made it for you to do your work, take care of "
     "things at home, or get along with other people?",
     "Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, "
     "encargarse de las tareas del hogar, o llevarse bien con otras personas?"}};

static const struct line difficulty_answers[] = {
    {NULL, {"Not difficult at all", "No ha sido difícil"}},
    {NULL, {"Somewhat difficult", "Un poco difícil"}},
    {NULL, {"Very difficult", "Muy difícil"}},
    {NULL, {"Extremely difficult", "Extremadamente difícil"}},
};

static const struct line gad7_items[] = {
    {"69725-0",
     {"Feeling nervous, anxious or on edge", "Se ha sentido nervioso(a), ansioso(a) o con los nervios de punta"}},
    {"68509-9",
     {"Not being able to stop or control worrying", "No ha sido capaz de parar o controlar su preocupación"}},
    {"69733-4", {"Worrying too much about different things", "Se ha preocupado demasiado por motivos diferentes"}},
    {"69734-2", {"Trouble relaxing", "Ha tenido dificultad para relajarse"}},
    {"69735-9",
     {"Being so restless that it is hard to sit still",
      "Se ha sentido tan inquieto(a) que no ha podido quedarse quieto(a)"}},
    {"69689-8", {"Becoming easily annoyed or irritable", "Se ha molestado o irritado fácilmente"}},
    {"69736-7",
     {"Feeling afraid as if something awful might happen", "Ha tenido miedo de que algo terrible fuera a pasar"}},
};

/* Never "Not at all sure", "Over half the days", "Nunca" or "No del todo": copying errors that have spread. */
static const struct line answers[] = {
    {"LA6568-5", {"Not at all", "Ningún día"}},
    {"LA6569-3", {"Several days", "Varios días"}},
    {"LA6570-1", {"More than half the days", "Más de la mitad de los días"}},
    {"LA6571-9", {"Nearly every day", "Casi todos los días"}},
};

static const struct line phq9_stem = {
    "44249-1",
    {"Over the last 2 weeks, how often have you been bothered by any of the following problems?",
     "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?"}};
static const struct line gad7_stem = {
    "69737-5",
    {"Over the last 2 weeks, how often have you been bothered by the following problems?",
     "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?"}};

static const struct line credit = {
    NULL,
    {"Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant "
     "from Pfizer Inc. No permission required to reproduce, translate, display or distribute.",
     "Elaborado por los doctores Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke y colegas, mediante una "
     "subvención educativa otorgada por Pfizer Inc. No se requiere permiso para reproducir, traducir, presentar o "
     "distribuir."}};

static const struct range phq9_bands[] = {
    {"minimal", 0, 4}, {"mild", 5, 9}, {"moderate", 10, 14}, {"moderately_severe", 15, 19}, {"severe", 20, 27}};
static const struct range gad7_bands[] = {{"minimal", 0, 4}, {"mild", 5, 9}, {"moderate", 10, 14}, {"severe", 15, 21}};

static struct content *shipped;

static int load_shipped(void **state)
{
    (void)state;
    shipped = loaded_content();
    return shipped == NULL || strcmp(shipped->settings.languages[ENGLISH].tag, "en") != 0 ||
           strcmp(shipped->settings.languages[SPANISH].tag, "es") != 0;
}

static int free_shipped(void **state)
{
    (void)state;
    content_free(shipped);
    return 0;
}

static const struct screening *check_of(const char *id)
{
    for (size_t i = 0; i < shipped->all_screening_count; i++)
        if (strcmp(shipped->screenings[i].id, id) == 0)
            return &shipped->screenings[i];
    fail_msg("there is no check '%s'", id);
    return NULL;
}

static void expect_line(const struct words *words, const struct line *line)
{
    for (int language = 0; language < LANGUAGES; language++)
        assert_string_equal(words->in[language], line->in[language]);
}

static void expect_answers(const struct option_set *set, const struct line *lines, bool weighted)
{
    assert_int_equal(set->option_count, 4);
    for (size_t i = 0; i < 4; i++) {
        expect_line(&set->options[i].text, &lines[i]);
        assert_int_equal(set->options[i].value, i);
        assert_int_equal(set->options[i].weight, weighted ? i : 0);
        if (lines[i].loinc != NULL)
            assert_string_equal(set->options[i].code, lines[i].loinc);
    }
}

static void expect_items(const struct screening *screening, const struct line *items, size_t count)
{
    assert_true(screening->item_count >= count);
    assert_int_equal(screening->score.sum_count, count);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = &screening->items[i];
        expect_line(&item->text, &items[i]);
        assert_string_equal(item->loinc, items[i].loinc);
        assert_string_equal(screening->score.sum_of[i], item->id);
        assert_true(item->scored);
        assert_int_equal(item->show_if.count, 0);
        expect_answers(item->options, answers, true);
    }
}

static void expect_frame(const struct screening *screening, const struct line *stem)
{
    expect_line(&screening->stem, stem);
    expect_line(&screening->copyright, &credit);
    assert_string_equal(screening->loinc, stem->loinc);
}

static void expect_bands(const struct screening *screening, const struct range *ranges, size_t count)
{
    assert_int_equal(screening->score.band_count, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(screening->score.bands[i].id, ranges[i].id);
        assert_int_equal(screening->score.bands[i].min, ranges[i].min);
        assert_int_equal(screening->score.bands[i].max, ranges[i].max);
    }
    assert_int_equal(screening->score.max, ranges[count - 1].max);
}

static void expect_difficulty(const struct screening *screening, size_t index)
{
    const struct item *item = &screening->items[index];
    expect_line(&item->text, &difficulty);
    assert_string_equal(item->loinc, difficulty.loinc);
    expect_answers(item->options, difficulty_answers, false);
    assert_false(item->scored);
    assert_int_equal(item->show_if.count, index);
    assert_true(item->show_if.any);
}

static void the_phq_9_speaks_its_official_words(void **state)
{
    (void)state;
    const struct screening *phq9 = check_of("phq-9");
    expect_frame(phq9, &phq9_stem);
    assert_int_equal(phq9->item_count, 10);
    expect_items(phq9, phq9_items, 9);
    expect_difficulty(phq9, 9);
    expect_bands(phq9, phq9_bands, 5);
}

static void any_answer_but_not_at_all_to_question_nine_shows_help(void **state)
{
    (void)state;
    const struct screening *phq9 = check_of("phq-9");
    for (size_t i = 0; i < phq9->item_count; i++) {
        assert_int_equal(phq9->items[i].on_answer.show, i == 8 ? ROUTE_HELP_NOW : ROUTE_NONE);
        assert_int_equal(phq9->items[i].on_answer.at_least, i == 8 ? 1 : 0);
    }
}

static void the_gad_7_speaks_its_official_words(void **state)
{
    (void)state;
    const struct screening *gad7 = check_of("gad-7");
    expect_frame(gad7, &gad7_stem);
    expect_items(gad7, gad7_items, 7);
    expect_bands(gad7, gad7_bands, 4);
}

/* The same words without the ninth question, and no code: 44249-1 is the panel of nine. */
static void the_phq_8_speaks_those_of_the_phq_9(void **state)
{
    (void)state;
    const struct screening *phq8 = check_of("phq-8");
    static const struct range bands[] = {
        {"minimal", 0, 4}, {"mild", 5, 9}, {"moderate", 10, 14}, {"moderately_severe", 15, 19}, {"severe", 20, 24}};
    expect_line(&phq8->stem, &phq9_stem);
    expect_line(&phq8->copyright, &credit);
    assert_int_equal(phq8->item_count, 9);
    expect_items(phq8, phq9_items, 8);
    expect_difficulty(phq8, 8);
    expect_bands(phq8, bands, 5);
}

/* One instrument, one code: public copies have swapped and reused some of these. */
static void no_question_code_stands_for_two_questions(void **state)
{
    (void)state;
    const char *codes[32];
    size_t count = 0;
    for (size_t i = 0; i < 9; i++)
        codes[count++] = phq9_items[i].loinc;
    for (size_t i = 0; i < 7; i++)
        codes[count++] = gad7_items[i].loinc;
    codes[count++] = difficulty.loinc;
    codes[count++] = phq9_stem.loinc;
    codes[count++] = gad7_stem.loinc;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(codes[i], codes[k]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_phq_9_speaks_its_official_words),
        cmocka_unit_test(any_answer_but_not_at_all_to_question_nine_shows_help),
        cmocka_unit_test(the_gad_7_speaks_its_official_words),
        cmocka_unit_test(the_phq_8_speaks_those_of_the_phq_9),
        cmocka_unit_test(no_question_code_stands_for_two_questions),
    };
    return cmocka_run_group_tests_name("wording", tests, load_shipped, free_shipped);
}
