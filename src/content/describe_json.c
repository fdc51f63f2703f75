/* The tables as JSON Schema: an editor completes keys and explains them. */
#include "describe.h"

#include "json.h"
#include "text.h"

#include <ctype.h>
#include <string.h>

/* A plain value of each type. Letters and digits alone are a number to YAML, and may be meant as a text. */
#define A_TEXT          "\"type\": [\"string\", \"number\"], \"minLength\": 1"
#define AN_ID           "\"type\": [\"string\", \"integer\"], \"pattern\": \"^[a-z0-9_][a-z0-9_-]{0,63}$\""
#define EXAMPLE(value_) ", \"examples\": [" value_ "]"
/* Where there is none, the row says what the value may be. */
static const struct {
    const char *name;   /* under $defs */
    const char *schema; /* JSON, on one line */
} values[] = {
    [FIELD_TEXT] = {"text", "{" A_TEXT "}"},
    [FIELD_ID] = {"id", "{" AN_ID EXAMPLE("\"typical-week\"") "}"},
    [FIELD_ICON] = {"icon", "{\"type\": [\"string\", \"integer\"], \"pattern\": \"^[a-z0-9_]{1,64}$\"" EXAMPLE(
                                "\"favorite\"") "}"},
    [FIELD_DATE] = {"date", "{\"type\": \"string\", \"format\": \"date\", "
                            "\"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"" EXAMPLE("\"2026-01-15\"") "}"},
    [FIELD_TIME] = {"time",
                    "{\"type\": \"string\", \"pattern\": \"^([0-9]|1[0-9]|2[0-3]|0[0-9]):[0-5][0-9]$|^24:00$\"" EXAMPLE(
                        "\"17:30\"") "}"},
    [FIELD_BOOLEAN] = {"switch", "{\"type\": \"boolean\"" EXAMPLE("true") "}"},
    [FIELD_COLOR] = {"color", "{\"type\": \"string\", \"pattern\": \"^#[0-9A-Fa-f]{6}$\"" EXAMPLE("\"#2F6B5E\"") "}"},
    [FIELD_TARGET] = {"leads_to", "{" AN_ID EXAMPLE("\"typical-week\"") "}"},
    [FIELD_HELPLINE] = {"helpline_id", "{" AN_ID EXAMPLE("\"lifeline-988\"") "}"},
    [FIELD_TERM] = {"term_id", "{" AN_ID EXAMPLE("\"parity\"") "}"},
};

/* Digits and signs need no translator: the letters are those of has_letters() in schema_text.c. */
static const char no_letters[] = "^[^A-Za-z\\u00C0-\\u1FFF\\u2C00-\\uFFFF]*$";

/* Texts in every language. */
static const struct text_kind {
    const char *name; /* under $defs */
    bool may_be_empty, one_for_all;
    const char *example; /* JSON, in the languages the product is shipped with */
} text_kinds[] = {
    {"words", false, false, "{\"en\": \"Welcome\", \"es\": \"Le damos la bienvenida\"}"},
    {"prose", false, false, "{\"en\": \"You are **not alone**.\", \"es\": \"**No está solo.**\"}"},
    {"words_for_all", false, true, "\"Español\""},
    {"words_or_nothing", true, false, "\"\""},
};

static const struct language shipped_list[] = {{.tag = "en", .name = "English"}, {.tag = "es", .name = "Español"}};
const struct described shipped_languages = {shipped_list, sizeof shipped_list / sizeof shipped_list[0]};

enum { NAME_SIZE = 48, SENTENCE_SIZE = 512, NO_LIMIT = 1000000 };

/* What the writers of one schema share. */
struct sheet {
    struct json json;
    const struct described *kiosk;
    struct parts parts;
};

/* "a helpline" -> "helpline", "table.yaml" -> "table_yaml"; the second of one name gets a number. */
static void part_name(const struct parts *parts, size_t index, char out[NAME_SIZE])
{
    const char *name = parts->list[index]->name;
    size_t twin = 1;
    for (size_t i = 1; i < index; i++) {
        twin += strcmp(parts->list[i]->name, name) == 0;
    }
    size_t article = strncmp(name, "a ", 2) == 0 ? 2 : strncmp(name, "an ", 3) == 0 ? 3 : 0;
    struct text text = text_in(out, NAME_SIZE);
    for (const char *at = name + article; *at != '\0'; at++) {
        text_addf(&text, "%c", isalnum((unsigned char)*at) ? *at : '_');
    }
    if (twin > 1) {
        text_addf(&text, "_%zu", twin);
    }
}

static void put_description(struct sheet *sheet, const struct field *field)
{
    char bytes[SENTENCE_SIZE];
    struct text text = text_in(bytes, sizeof bytes);
    text_addf(&text, "%s.", field->help);
    if (field->unit != NULL) {
        text_addf(&text, " In %s.", field->unit);
    }
    json_text(&sheet->json, "description", bytes);
}

/* A range that is not set is the one the reader keeps to. */
static void put_number(struct sheet *sheet, const struct field *field)
{
    bool limited = field->min < field->max;
    json_text(&sheet->json, "type", field->type == FIELD_INTEGER ? "integer" : "number");
    if (field->or_zero) {
        char either[SENTENCE_SIZE];
        snprintf(either, sizeof either, "[{\"const\": 0}, {\"minimum\": %.10g}]", field->min);
        json_ready(&sheet->json, "anyOf", either);
    }
    json_number(&sheet->json, "minimum", !limited ? -NO_LIMIT : field->or_zero ? 0 : field->min);
    json_number(&sheet->json, "maximum", limited ? field->max : NO_LIMIT);
    if (field->fallback > 0) {
        json_number(&sheet->json, "default", field->fallback);
    }
    json_open(&sheet->json, "examples", '[');
    bool ten = !limited || (field->min <= 10 && field->max >= 10);
    json_number(&sheet->json, NULL, field->fallback > 0 ? field->fallback : ten ? 10 : field->min);
    json_close(&sheet->json, ']');
}

static void put_names(struct sheet *sheet, const struct names *names)
{
    json_open(&sheet->json, "enum", '[');
    for (size_t i = 0; i < names->count; i++) {
        json_text(&sheet->json, NULL, names->list[i].name);
    }
    json_close(&sheet->json, ']');
}

static void put_reference(struct sheet *sheet, const char *name)
{
    char path[NAME_SIZE + 16];
    struct text text = text_in(path, sizeof path);
    text_addf(&text, "#/$defs/%s", name);
    json_text(&sheet->json, "$ref", path);
}

static void put_part(struct sheet *sheet, const struct schema *schema)
{
    char name[NAME_SIZE];
    part_name(&sheet->parts, part_index(&sheet->parts, schema), name);
    put_reference(sheet, name);
}

static const char *value_name(const struct field *field)
{
    if (field->type == FIELD_PROSE) {
        return "prose";
    }
    if (field->type == FIELD_WORDS) {
        return field->may_be_empty ? "words_or_nothing" : field->one_for_all ? "words_for_all" : "words";
    }
    return values[field->type].name;
}

static void put_list(struct sheet *sheet, const struct field *field);

/* One value of the row's type, whether it stands alone or in a list. */
static void put_value(struct sheet *sheet, const struct field *field) /* NOLINT(misc-no-recursion) */
{
    if (field->map != NULL && field->map->bare) {
        const struct field *only = &field->map->fields[0];
        (only->list ? put_list : put_value)(sheet, only);
    } else if (field->map != NULL) {
        put_part(sheet, field->map);
    } else if (field->type == FIELD_INTEGER || field->type == FIELD_NUMBER) {
        put_number(sheet, field);
    } else if (field->type == FIELD_BITS) {
        json_text(&sheet->json, "type", "array");
        json_number(&sheet->json, "minItems", 1);
        json_open(&sheet->json, "items", '{');
        put_names(sheet, field->names);
        json_close(&sheet->json, '}');
    } else if (field->type == FIELD_KEYS) {
        json_text(&sheet->json, "type", "object");
        json_open(&sheet->json, "additionalProperties", '{');
        put_names(sheet, field->names);
        json_close(&sheet->json, '}');
    } else if (field->names != NULL) {
        put_names(sheet, field->names);
    } else {
        put_reference(sheet, value_name(field));
    }
}

static void put_list(struct sheet *sheet, const struct field *field) /* NOLINT(misc-no-recursion) */
{
    json_text(&sheet->json, "type", "array");
    if (field->max > 0) {
        json_number(&sheet->json, "minItems", field->min);
        json_number(&sheet->json, "maxItems", field->max);
    }
    json_open(&sheet->json, "items", '{');
    put_value(sheet, field);
    json_close(&sheet->json, '}');
}

static void put_field(struct sheet *sheet, const struct field *field)
{
    json_open(&sheet->json, field->key, '{');
    put_description(sheet, field);
    (field->list ? put_list : put_value)(sheet, field);
    json_close(&sheet->json, '}');
}

static void put_required(struct sheet *sheet, const struct schema *schema)
{
    json_open(&sheet->json, "required", '[');
    for (size_t i = 0; i < schema->field_count; i++) {
        if (schema->fields[i].required) {
            json_text(&sheet->json, NULL, schema->fields[i].key);
        }
    }
    json_close(&sheet->json, ']');
}

/* How many keys may stand beside the one that names the kind. */
static int count_beside(const struct schema *schema)
{
    int count = 0;
    for (size_t i = 0; i < schema->field_count; i++) {
        count += schema->fields[i].beside_kind;
    }
    return count;
}

/* With room for keys beside it, the one that names the kind must be said to be one. */
static void put_one_of_the_kinds(struct sheet *sheet, const struct schema *schema)
{
    json_open(&sheet->json, "oneOf", '[');
    for (size_t i = 0; i < schema->field_count; i++) {
        if (schema->fields[i].beside_kind) {
            continue;
        }
        json_open(&sheet->json, NULL, '{');
        json_open(&sheet->json, "required", '[');
        json_text(&sheet->json, NULL, schema->fields[i].key);
        json_close(&sheet->json, ']');
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

/* The members of a schema for a map. */
static void put_map(struct sheet *sheet, const struct schema *schema)
{
    json_text(&sheet->json, "type", "object");
    json_open(&sheet->json, "properties", '{');
    for (size_t i = 0; i < schema->field_count; i++) {
        put_field(sheet, &schema->fields[i]);
    }
    json_close(&sheet->json, '}');
    json_ready(&sheet->json, "additionalProperties", "false");
    if (schema->one_kind) {
        json_number(&sheet->json, "minProperties", 1);
        json_number(&sheet->json, "maxProperties", 1 + count_beside(schema));
        if (count_beside(schema) > 0) {
            put_one_of_the_kinds(sheet, schema);
        }
    } else {
        put_required(sheet, schema);
    }
}

/* The example of the shipped languages; one made of dots for others. */
static void put_text_example(struct sheet *sheet, const struct text_kind *kind)
{
    const struct described *kiosk = sheet->kiosk;
    bool shipped = kiosk->count == shipped_languages.count;
    for (size_t l = 0; shipped && l < kiosk->count; l++) {
        shipped = strcmp(kiosk->languages[l].tag, shipped_list[l].tag) == 0;
    }
    json_open(&sheet->json, "examples", '[');
    if (shipped) {
        json_ready(&sheet->json, NULL, kind->example);
    } else {
        json_open(&sheet->json, NULL, '{');
        for (size_t l = 0; l < kiosk->count; l++) {
            json_text(&sheet->json, kiosk->languages[l].tag, "…");
        }
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

static void put_one_text(struct sheet *sheet, const struct text_kind *kind)
{
    json_ready(&sheet->json, "type", "[\"string\", \"number\"]");
    if (!kind->may_be_empty) {
        json_number(&sheet->json, "minLength", 1);
    }
}

/* A text in each language of the kiosk, and in no other. */
static void put_each_language(struct sheet *sheet, const struct text_kind *kind)
{
    const struct described *kiosk = sheet->kiosk;
    json_text(&sheet->json, "type", "object");
    json_open(&sheet->json, "properties", '{');
    for (size_t l = 0; l < kiosk->count; l++) {
        json_open(&sheet->json, kiosk->languages[l].tag, '{');
        json_text(&sheet->json, "description", kiosk->languages[l].name);
        put_one_text(sheet, kind);
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, '}');
    json_open(&sheet->json, "required", '[');
    for (size_t l = 0; l < kiosk->count; l++) {
        json_text(&sheet->json, NULL, kiosk->languages[l].tag);
    }
    json_close(&sheet->json, ']');
    json_ready(&sheet->json, "additionalProperties", "false");
}

/* One text for all languages where that is enough, or one in each. */
static void put_text_kind(struct sheet *sheet, const struct text_kind *kind)
{
    json_open(&sheet->json, kind->name, '{');
    json_open(&sheet->json, "anyOf", '[');
    json_open(&sheet->json, NULL, '{');
    put_one_text(sheet, kind);
    if (sheet->kiosk->count > 1 && !kind->one_for_all) {
        json_text(&sheet->json, "pattern", no_letters);
    }
    json_close(&sheet->json, '}');
    json_open(&sheet->json, NULL, '{');
    put_each_language(sheet, kind);
    json_close(&sheet->json, '}');
    json_close(&sheet->json, ']');
    put_text_example(sheet, kind);
    json_close(&sheet->json, '}');
}

static void put_definitions(struct sheet *sheet)
{
    json_open(&sheet->json, "$defs", '{');
    for (size_t i = 1; i < sheet->parts.count; i++) {
        char name[NAME_SIZE];
        part_name(&sheet->parts, i, name);
        json_open(&sheet->json, name, '{');
        json_text(&sheet->json, "description", sheet->parts.list[i]->help);
        put_map(sheet, sheet->parts.list[i]);
        json_close(&sheet->json, '}');
    }
    for (size_t type = 0; type < sizeof values / sizeof values[0]; type++) {
        if (values[type].name != NULL) {
            json_ready(&sheet->json, values[type].name, values[type].schema);
        }
    }
    for (size_t i = 0; i < sizeof text_kinds / sizeof text_kinds[0]; i++) {
        put_text_kind(sheet, &text_kinds[i]);
    }
    json_close(&sheet->json, '}');
}

void describe_json_schema(const struct content_file *file, const struct described *kiosk, FILE *out)
{
    struct sheet sheet = {.json = {.out = out}, .kiosk = kiosk, .parts = parts_of(file->schema)};
    json_open(&sheet.json, NULL, '{');
    json_text(&sheet.json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_text(&sheet.json, "title", file->schema->name);
    json_text(&sheet.json, "description", file->help);
    put_map(&sheet, file->schema);
    put_definitions(&sheet);
    json_close(&sheet.json, '}');
}
