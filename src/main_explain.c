/* iop-content explain: the rules of a check as a plain-text table that a clinician can print, read and sign. */
#include "main_content.h"

#include "digest.h"
#include "file.h"
#include "main_lines.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PATH_MAX_ = 4096, LINE_MAX_ = 16384 };

/* What a sign of this kind may do, in the words of the proof. */
static const char *const kind_words[] = {
    [GROUP_DANGER] = "danger: any one shows help at once and leads to the result of the highest need",
    [GROUP_URGENT] = "urgent: any one leads to the result next to it, unless there is danger",
    [GROUP_NEED] = "need: one more never leads to less support",
    [GROUP_MILD] = "mild: speaks for less support, but only where nothing else speaks for more",
    [GROUP_STRENGTH] = "strength: is named with the result, and never changes it",
};

static const char *const status_words[] = {
    [STATUS_DRAFT] = "a draft, not shown to visitors",
    [STATUS_ACTIVE] = "shown to visitors",
    [STATUS_RETIRED] = "retired, not shown to visitors",
    [STATUS_OPTIONAL] = "optional, not switched on",
};

/* ---- words of a page ----------------------------------------------------------------------------------- */

/* In every language of the kiosk, a line each. */
static void put_words(const struct content *content, const char *head, int indent, const struct words *words)
{
    for (size_t l = 0; l < content->settings.language_count; l++)
        put_line(l == 0 ? head : "", indent, "%s", words->in[l] != NULL ? words->in[l] : "");
}

static void put_prose(const struct content *content, const char *head, int indent, const struct prose *prose)
{
    for (size_t l = 0; l < content->settings.language_count; l++) {
        char line[LINE_MAX_];
        struct text text = text_in(line, sizeof line);
        for (size_t p = 0; p < prose->count[l]; p++) {
            const struct paragraph *paragraph = &prose->in[l][p];
            text_add(&text, p > 0 ? " " : "");
            for (size_t s = 0; s < paragraph->span_count; s++)
                text_add_bytes(&text, paragraph->spans[s].text, paragraph->spans[s].length);
        }
        put_line(l == 0 ? head : "", indent, "%s", line);
    }
}

/* ---- signs ------------------------------------------------------------------------------------------------ */

static void put_signs_of(const struct content *content, const struct screening *screening, size_t group)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct option_set *set = screening->items[i].options;
        for (size_t k = 0; set != NULL && k < set->option_count; k++) {
            const struct answer_option *option = &set->options[k];
            char head[32];
            if (option->sign == NULL || option->group_index != group)
                continue;
            snprintf(head, sizeof head, "  %s ", option->sign);
            put_words(content, head, 8, &option->text);
        }
    }
}

static void put_signs(const struct content *content, const struct screening *screening)
{
    put_heading("1. The signs, by group");
    for (size_t i = 0; i < screening->group_count; i++) {
        printf("\n");
        put_line("", 0, "Group %s, %s.", screening->groups[i].id, kind_words[screening->groups[i].kind]);
        put_signs_of(content, screening, i);
    }
}

/* ---- rules ------------------------------------------------------------------------------------------------ */

static void add_clause(struct text *text, const struct clause *clause, bool nested);

static void add_clauses(struct text *text, const struct clause *list, size_t count, const char *between)
{
    for (size_t i = 0; i < count; i++) {
        text_add(text, i > 0 ? between : "");
        add_clause(text, &list[i], count > 1);
    }
}

static void add_clause(struct text *text, const struct clause *clause, bool nested) /* NOLINT(misc-no-recursion) */
{
    bool several = clause->all_count > 1 || clause->any_count > 1;
    if (clause->sign != NULL)
        text_addf(text, "%s was chosen", clause->sign);
    else if (clause->group != NULL && clause->equal == 0)
        text_addf(text, "none of group %s", clause->group);
    else if (clause->group != NULL && clause->equal != NO_COUNT)
        text_addf(text, "exactly %d of group %s", clause->equal, clause->group);
    else if (clause->group != NULL)
        text_addf(text, "at least %d of group %s", clause->at_least, clause->group);
    text_add(text, nested && several ? "(" : "");
    add_clauses(text, clause->all, clause->all_count, " AND ");
    add_clauses(text, clause->any, clause->any_count, " OR ");
    text_add(text, nested && several ? ")" : "");
}

static void put_rules(const struct screening *screening)
{
    put_heading("2. The rules");
    put_line("", 0,
             "They are read from the first to the last. The first one that holds decides, and those behind it are not "
             "read.");
    for (size_t i = 0; i < screening->rule_count; i++) {
        const struct rule *rule = &screening->rules[i];
        const struct outcome *outcome = &screening->outcomes[rule->outcome_index];
        char line[1024];
        char head[32];
        struct text text = text_in(line, sizeof line);
        add_clause(&text, &rule->when, false);
        snprintf(head, sizeof head, "%2zu. ", i + 1);
        printf("\n");
        put_line(head, 4, "%s %s  [%s]", text.length > 0 ? "IF" : "IN EVERY OTHER CASE", line, rule->id);
        put_line("    -> ", 7, "%s: %s", outcome->id, outcome->headline.in[0] != NULL ? outcome->headline.in[0] : "");
    }
}

/* ---- results ------------------------------------------------------------------------------------------------ */

static void put_outcomes(const struct content *content, const struct screening *screening)
{
    put_heading("3. The results");
    for (size_t i = 0; i < screening->outcome_count; i++) {
        const struct outcome *outcome = &screening->outcomes[i];
        printf("\n");
        put_line("", 0, "%s  (need %d of 5, never shown%s)", outcome->id, outcome->need,
                 outcome->help_first ? "; help stands above everything else" : "");
        put_words(content, "  Says:", 10, &outcome->headline);
        put_prose(content, "", 10, &outcome->meaning);
        for (size_t step = 0; step < outcome->next_step_count; step++)
            put_prose(content, step == 0 ? "  Steps:" : "", 10, &outcome->next_steps[step]);
    }
}

static void put_additions(const struct content *content, const struct screening *screening)
{
    put_heading("4. What single signs add to any result");
    for (size_t i = 0; i < screening->addition_count; i++) {
        char head[32];
        snprintf(head, sizeof head, "  %s ", screening->additions[i].sign);
        put_prose(content, head, 8, &screening->additions[i].text);
    }
    if (screening->addition_count == 0)
        put_line("", 0, "Nothing.");
}

static void put_safety(const struct content *content, const struct screening *screening)
{
    put_heading("5. Safety");
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct item *item = &screening->items[i];
        if (item->on_answer.show == ROUTE_HELP_NOW)
            put_line("  - ", 4, "Help is shown at once, after that very answer, from %s %d on at: %s",
                     item->repeats ? "sign number" : "the value", item->on_answer.at_least,
                     item->text.in[0] != NULL ? item->text.in[0] : "");
    }
    if (screening->safety_item_id != NULL) {
        put_line("  - ", 4,
                 "If '%s' was left out, the result shows the help panel, too, and says:", screening->safety_item_id);
        put_prose(content, "", 4, &screening->safety_skipped);
    }
    put_line("  - ", 4, "Help is one touch away on every screen, whatever was answered.");
}

static void put_never(const struct content *content)
{
    put_heading("6. What never enters");
    put_line("  - ", 4, "The total or any answer of another check:");
    for (size_t i = 0; i < content->all_screening_count; i++)
        if (content->screenings[i].score.sum_count > 0)
            put_line("", 4, "%s", content->screenings[i].title.in[0] != NULL ? content->screenings[i].title.in[0] : "");
    put_line("  - ", 4, "Points: there are none, and no number is shown.");
    put_line("  - ", 4, "Name, age, sex, insurance, diagnosis: nobody is asked. (Only once: 18 or older?)");
    put_line("  - ", 4, "What else a clinician would ask. The result says so itself.");
}

/* ---- a total -------------------------------------------------------------------------------------------------- */

static void put_score(const struct content *content, const struct screening *screening)
{
    put_heading("1. The questions that count");
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct item *item = &screening->items[i];
        char head[64];
        snprintf(head, sizeof head, "  %.40s%s ", item->id, item->scored ? "" : " (not counted)");
        printf("\n");
        put_words(content, head, 10, &item->text);
        for (size_t k = 0; item->options != NULL && k < item->options->option_count; k++) {
            const struct answer_option *option = &item->options->options[k];
            snprintf(head, sizeof head, "%14d =", option->weight == NO_WEIGHT || !item->scored ? 0 : option->weight);
            put_words(content, head, 17, &option->text);
        }
    }
    put_heading("2. The totals");
    for (size_t i = 0; i < screening->score.band_count; i++) {
        const struct band *band = &screening->score.bands[i];
        char head[32];
        printf("\n");
        snprintf(head, sizeof head, "  %d to %d ", band->min, band->max);
        put_words(content, head, 12, &band->name);
        put_words(content, "", 12, &band->headline);
        put_prose(content, "", 12, &band->meaning);
    }
    put_line("", 0, "If a question that counts was left out, there is no total.");
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

static void put_head(const struct content *content, const struct screening *screening)
{
    struct arena arena = {0};
    struct problems problems = {0};
    struct file_text file = {0};
    uint64_t print =
        file_read(screening->place.file, &arena, &file, &problems) ? digest_bytes(0, file.text, file.size) : 0;
    put_words(content, "", 0, &screening->title);
    printf("\nCheck %s, version %s: %s\n", screening->id, screening->version, status_words[screening->status]);
    printf("File %s\nRevision %016" PRIx64 " (changes with every letter of the file)\n", screening->place.file, print);
    printf("\n");
    put_line("", 0, "%s", screening->license_note);
    arena_free(&arena);
    problems_free(&problems);
}

static void put_signature(void)
{
    put_heading("Read and judged");
    printf("\n  [ ] I agree.   [ ] I agree with the changes I marked.   [ ] I do not agree.\n\n"
           "  Name and license   ____________________________________________________\n\n"
           "  Date               ____________________  Signature  ___________________\n");
}

static void explain(const struct content *content, const struct screening *screening)
{
    put_head(content, screening);
    if (screening->rule_count > 0) {
        put_signs(content, screening);
        put_rules(screening);
        put_outcomes(content, screening);
        put_additions(content, screening);
        put_safety(content, screening);
        put_never(content);
    } else {
        put_score(content, screening);
        put_safety(content, screening);
    }
    put_signature();
}

/* "FOLDER/screenings/ID.yaml" to folder and id; false if the path is not of that form. */
static bool split_path(const char *path, char *folder, char *id)
{
    static const char part[] = "screenings/";
    const char *name = strrchr(path, '/');
    name = name != NULL ? name + 1 : path;
    size_t before = (size_t)(name - path);
    size_t length = strlen(name);
    if (length <= 5 || length >= PATH_MAX_ || strcmp(name + length - 5, ".yaml") != 0 || before < sizeof part - 1 ||
        before >= PATH_MAX_ || strncmp(name - (sizeof part - 1), part, sizeof part - 1) != 0)
        return false;
    size_t root = before - (sizeof part - 1);
    snprintf(folder, PATH_MAX_, "%.*s", root > 0 ? (int)root : 1, root > 0 ? path : ".");
    snprintf(id, PATH_MAX_, "%.*s", (int)length - 5, name);
    return true;
}

int content_explain_command(int argc, char **argv)
{
    static char folder[PATH_MAX_];
    static char id[PATH_MAX_];
    if (argc == 2 && is_problem_code(argv[1]))
        return content_explain_code(argv[1]);
    if (argc == 3 && strlen(argv[1]) < PATH_MAX_ && strlen(argv[2]) < PATH_MAX_) {
        snprintf(folder, sizeof folder, "%s", argv[1]);
        snprintf(id, sizeof id, "%s", argv[2]);
    } else if (argc != 2 || !split_path(argv[1], folder, id)) {
        return content_usage_error("explain needs a file FOLDER/screenings/ID.yaml, or a folder and an ID, or a code.");
    }
    struct content *content = content_load_or_report(folder, (struct load_wish){0});
    if (content == NULL)
        return 2;
    const struct screening *found = NULL;
    for (size_t i = 0; i < content->all_screening_count; i++)
        found = strcmp(content->screenings[i].id, id) == 0 ? &content->screenings[i] : found;
    if (found != NULL)
        explain(content, found);
    else
        fprintf(stderr, "iop-content: There is no check '%s' in %s.\n", id, folder);
    content_free(content);
    return found != NULL ? 0 : 2;
}
