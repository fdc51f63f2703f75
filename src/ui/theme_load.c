/* Reads the theme file with the same tables and messages as the content. */
#include "theme_load.h"

#include "schema.h"

#include <string.h>

/* The file's own shape: doubles, as the reader gives them. */
struct type_entry {
    int face;
    double cap, line, growth;
};

struct theme_entry {
    double caps[TEXT_SIZES];
    struct type_entry types[TYPE_COUNT];
    struct palette palettes[THEMES];
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct name face_list[] = {
    {"regular", FACE_REGULAR}, {"italic", FACE_ITALIC}, {"bold", FACE_BOLD}, {"heavy", FACE_HEAVY}};
static const struct names faces = {face_list, COUNT(face_list)};

#define NUMBER(key_name, member_offset, low, high, unit_name, sentence)                                                \
    {                                                                                                                  \
        .key = key_name, .type = FIELD_NUMBER, .offset = member_offset, .required = true, .min = low, .max = high,     \
        .unit = unit_name, .help = sentence                                                                            \
    }

static const struct field type_fields[] = {
    {.key = "face",
     .type = FIELD_CHOICE,
     .offset = offsetof(struct type_entry, face),
     .required = true,
     .names = &faces,
     .help = "Weight of the letters"},
    NUMBER("cap", offsetof(struct type_entry, cap), 1, 6, "times the body's",
           "Height of a capital, as a multiple of the body's"),
    NUMBER("line", offsetof(struct type_entry, line), 1, 2, "em", "Height of a line"),
    NUMBER("growth", offsetof(struct type_entry, growth), 0, 1, "share",
           "How much of the visitor's text size it follows"),
};
static const struct schema type_schema = {.name = "type style",
                                          .help = "One style of text",
                                          .size = sizeof(struct type_entry),
                                          .fields = type_fields,
                                          .field_count = COUNT(type_fields)};

#define TYPE(key_name, index, sentence)                                                                                \
    {                                                                                                                  \
        .key = key_name, .type = FIELD_MAP,                                                                            \
        .offset = offsetof(struct theme_entry, types) + index * sizeof(struct type_entry), .required = true,           \
        .map = &type_schema, .help = sentence                                                                          \
    }

static const struct field types_fields[] = {
    TYPE("body", TYPE_BODY, "Text"),
    TYPE("subtitle", TYPE_SUBTITLE, "The sentence under it"),
    TYPE("lead", TYPE_LEAD, "The main message of a page"),
    TYPE("label", TYPE_LABEL, "Buttons and answers"),
    TYPE("strong", TYPE_STRONG, "Names of rows"),
    TYPE("h3", TYPE_H3, "Headings of cards"),
    TYPE("h2", TYPE_H2, "Headings of large cards"),
    TYPE("h1", TYPE_H1, "Title of a screen"),
    TYPE("hero", TYPE_HERO, "The greeting at home"),
    TYPE("display", TYPE_DISPLAY, "The sentence at rest"),
    TYPE("number", TYPE_NUMBER, "911 and 988 on the help screen"),
};
static const struct schema types_schema = {.name = "type scale",
                                           .help = "Styles of text",
                                           .size = sizeof(struct theme_entry),
                                           .fields = types_fields,
                                           .field_count = COUNT(types_fields)};

#define SIZE(key_name, index)                                                                                          \
    NUMBER(key_name, offsetof(struct theme_entry, caps) + index * sizeof(double), 3.5, 9, "mm",                        \
           "Height of a capital of body text")

static const struct field size_fields[] = {SIZE("small", 0), SIZE("normal", 1), SIZE("large", 2), SIZE("largest", 3)};
static const struct schema sizes_schema = {.name = "text sizes",
                                           .help = "The four text sizes",
                                           .size = sizeof(struct theme_entry),
                                           .fields = size_fields,
                                           .field_count = COUNT(size_fields)};

static const struct field palette_fields[] = {
#define TONE(NAME, key_name, sentence)                                                                                 \
    {.key = #key_name,                                                                                                 \
     .type = FIELD_COLOR,                                                                                              \
     .offset = offsetof(struct palette, tones) + TONE_##NAME * sizeof(color),                                          \
     .required = true,                                                                                                 \
     .help = sentence},
#include "tones.def"
#undef TONE
    {.key = "outlines",
     .type = FIELD_BOOLEAN,
     .offset = offsetof(struct palette, outlines),
     .help = "Lines around surfaces, for palettes of one color"},
};
static const struct schema palette_schema = {.name = "palette",
                                             .help = "Colors by their purpose",
                                             .size = sizeof(struct palette),
                                             .fields = palette_fields,
                                             .field_count = COUNT(palette_fields)};

#define PALETTE(key_name, index, sentence)                                                                             \
    {                                                                                                                  \
        .key = key_name, .type = FIELD_MAP,                                                                            \
        .offset = offsetof(struct theme_entry, palettes) + index * sizeof(struct palette), .required = true,           \
        .map = &palette_schema, .help = sentence                                                                       \
    }

static const struct field palettes_fields[] = {
    PALETTE("calm", 0, "The usual colors; text at least 10:1"),
    PALETTE("black_on_white", 1, "Text at least 20:1"),
    PALETTE("white_on_black", 2, "Text at least 20:1"),
    PALETTE("dim", 3, "Low contrast, for sensitive eyes; text at least 4.5:1"),
};
static const struct schema palettes_schema = {.name = "palettes",
                                              .help = "The four palettes",
                                              .size = sizeof(struct theme_entry),
                                              .fields = palettes_fields,
                                              .field_count = COUNT(palettes_fields)};

static const struct field theme_fields[] = {
    {.key = "text_size", .type = FIELD_MAP, .required = true, .map = &sizes_schema, .help = "The four text sizes"},
    {.key = "type", .type = FIELD_MAP, .required = true, .map = &types_schema, .help = "Styles of text"},
    {.key = "palettes", .type = FIELD_MAP, .required = true, .map = &palettes_schema, .help = "Colors"},
};
static const struct schema theme_schema = {.name = "theme",
                                           .help = "How the kiosk looks",
                                           .size = sizeof(struct theme_entry),
                                           .fields = theme_fields,
                                           .field_count = COUNT(theme_fields)};

static const char *const palette_names[THEMES] = {"calm", "black_on_white", "white_on_black", "dim"};

static void take_over(struct theme *theme, const struct theme_entry *entry)
{
    for (int i = 0; i < TEXT_SIZES; i++)
        theme->cap_mm[i] = (float)entry->caps[i];
    for (int i = 0; i < TYPE_COUNT; i++) {
        const struct type_entry *from = &entry->types[i];
        theme->types[i] =
            (struct type_rule){(enum face)from->face, (float)from->cap, (float)from->line, (float)from->growth};
    }
    memcpy(theme->palettes, entry->palettes, sizeof theme->palettes);
    for (int i = 0; i < THEMES; i++)
        theme->palettes[i].tones[TONE_SHADOW] = (theme->palettes[i].tones[TONE_SHADOW] & 0xFFFFFF) | 0x28000000;
}

static bool palettes_hold(struct theme *theme, const char *file, struct problems *problems)
{
    bool all = true;
    for (int i = 0; i < THEMES; i++) {
        char sentence[160];
        if (!theme_misses_contrast(theme, i, sentence, sizeof sentence))
            continue;
        struct place place = {file, 0, 0};
        problems_add(problems, SEVERITY_ERROR, "K115", place, "the palette '%s' cannot be read well enough: %s",
                     palette_names[i], sentence)
            ->fix = "make the darker of the two darker, or the lighter one lighter";
        theme->palettes[i] = theme_default()->palettes[i];
        all = false;
    }
    return all;
}

bool theme_load(struct theme *theme, const char *folder, struct problems *problems)
{
    struct arena arena = {0}, scratch = {0};
    struct theme_entry *entry = arena_take(&arena, sizeof *entry);
    struct schema_reader reader = {.arena = &arena, .scratch = &scratch, .problems = problems};
    const char *file = arena_print(&problems->arena, "%s/theme.yaml", folder);
    *theme = *theme_default();
    bool good = schema_load_file(file, &theme_schema, entry, &reader);
    if (good) {
        take_over(theme, entry);
        good = palettes_hold(theme, file, problems);
    }
    arena_free(&scratch);
    arena_free(&arena);
    return good;
}
