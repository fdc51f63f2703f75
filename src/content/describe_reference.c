/* The tables as a page of Markdown: every key, and every code of a complaint. */
#include "describe.h"

#include "problem_codes.h"

#include <string.h>

static const char head[] =
    "# Every key\n"
    "\n"
    "Written by `iop-content reference` from the same tables that read the files; please do not edit it here.\n"
    "How to write pages is told in [README.md](README.md). In VS Code the extension *YAML* by Red Hat shows all this "
    "while\n"
    "you type: each file names its rules in its first line.\n"
    "\n"
    "- **a text in each language**: `{en: \"Welcome\", es: \"Le damos la bienvenida\"}`; a number such as `\"988\"` "
    "stands alone.\n"
    "- **Markdown in each language**: the same, and the text may have **bold** and *italic* words, lists, headings and "
    "links.\n"
    "- **an id**: small letters, digits, `-` and `_`, at most 64 of them.\n"
    "- *must* in the second column: without this key the file is not accepted.\n";

/* A sentence inside of a table. */
static void put_cell(FILE *out, const char *text)
{
    for (; *text != '\0'; text++) {
        fprintf(out, "%s%c", *text == '|' ? "\\" : "", *text);
    }
}

static void put_names(FILE *out, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        fprintf(out, "%s`%s`", i > 0 ? ", " : "", names->list[i].name);
    }
}

static void put_range(FILE *out, const struct field *field)
{
    if (field->min < field->max) {
        fprintf(out, "%s from %.10g to %.10g", field->or_zero ? ", 0 or" : "", field->min, field->max);
    }
    if (field->unit != NULL) {
        fprintf(out, " %s", field->unit);
    }
    if (field->fallback > 0) {
        fprintf(out, "; %.10g if left out", field->fallback);
    }
}

static void put_list(FILE *out, const struct field *field);

static void put_kind(FILE *out, const struct field *field) /* NOLINT(misc-no-recursion) */
{
    if (field->map != NULL && field->map->bare) {
        const struct field *only = &field->map->fields[0];
        (only->list ? put_list : put_kind)(out, only);
    } else if (field->map != NULL) {
        fprintf(out, "keys of *%s*", field->map->name);
    } else if (field->names != NULL) {
        const char *several = field->type == FIELD_BITS ? "a list of: " : "names of keys, and behind each one of: ";
        fputs(field->type == FIELD_BITS || field->type == FIELD_KEYS ? several : "one of: ", out);
        put_names(out, field->names);
    } else if (field->type == FIELD_PROSE) {
        fputs("Markdown in each language", out);
    } else {
        fputs(schema_type_name(field->type), out);
        put_range(out, field);
    }
}

static void put_list(FILE *out, const struct field *field) /* NOLINT(misc-no-recursion) */
{
    if (field->max > 0 && field->min == field->max) {
        fprintf(out, "a list of %.10g: ", field->min);
    } else if (field->max > 0 && field->min > 0) {
        fprintf(out, "a list of %.10g to %.10g: ", field->min, field->max);
    } else if (field->max > 0) {
        fprintf(out, "a list of at most %.10g: ", field->max);
    } else {
        fputs("a list: ", out);
    }
    put_kind(out, field);
}

static void put_row(FILE *out, const struct field *field)
{
    fprintf(out, "| `%s` | %s | ", field->key, field->required ? "must" : "");
    (field->list ? put_list : put_kind)(out, field);
    fputs(" | ", out);
    put_cell(out, field->help);
    fputs(" |\n", out);
}

static void put_map(FILE *out, const struct schema *schema)
{
    if (schema->one_kind) {
        fputs(
            "\nExactly one of these keys; it says what follows. One that begins with *Beside the kind* may be added.\n",
            out);
    }
    fputs("\n| key | | what stands behind it | what it is for |\n| --- | --- | --- | --- |\n", out);
    for (size_t i = 0; i < schema->field_count; i++) {
        put_row(out, &schema->fields[i]);
    }
}

static void put_file(FILE *out, const struct content_file *file)
{
    struct parts parts = parts_of(file->schema);
    fprintf(out, "\n## `%s`\n\n%s.\n", file->pattern, file->help);
    put_map(out, file->schema);
    for (size_t i = 1; i < parts.count; i++) {
        fprintf(out, "\n### %s\n\n%s.\n", parts.list[i]->name, parts.list[i]->help);
        put_map(out, parts.list[i]);
    }
}

static void put_codes(FILE *out)
{
    fputs("\n## What the check can say\n\n"
          "`iop-content explain K012` explains one of them, with an example that is wrong and one that is right.\n"
          "\n| code | | meaning |\n| --- | --- | --- |\n",
          out);
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        bool warning = problem_rows[i].severity == SEVERITY_WARNING;
        fprintf(out, "| %s | %s | ", problem_rows[i].code, warning ? "warning" : "");
        put_cell(out, problem_rows[i].meaning);
        fputs(" |\n", out);
    }
}

void describe_reference(FILE *out)
{
    fputs(head, out);
    for (size_t i = 0; i < content_file_count; i++) {
        put_file(out, &content_files[i]);
    }
    put_codes(out);
}
