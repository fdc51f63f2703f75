/* HTML entities: the few that people type, and all numbers. */
#include "entity.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    const char *character;
} entities[] = {
    {"amp", "&"},      {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", "\u00A0"},
    {"shy", "\u00AD"}, {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"lsquo", "‘"},  {"rsquo", "’"},
    {"ldquo", "“"},    {"rdquo", "”"},  {"laquo", "«"},  {"raquo", "»"},  {"bull", "•"},   {"middot", "·"},
    {"copy", "©"},     {"reg", "®"},    {"trade", "™"},  {"deg", "°"},    {"frac12", "½"}, {"times", "×"},
    {"iexcl", "¡"},    {"iquest", "¿"}, {"aacute", "á"}, {"eacute", "é"}, {"iacute", "í"}, {"oacute", "ó"},
    {"uacute", "ú"},   {"uuml", "ü"},   {"ntilde", "ñ"}, {"Aacute", "Á"}, {"Eacute", "É"}, {"Iacute", "Í"},
    {"Oacute", "Ó"},   {"Uacute", "Ú"}, {"Uuml", "Ü"},   {"Ntilde", "Ñ"},
};

static size_t encode(uint32_t character, char *out)
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    out[0] = (char)(lead[size] | character);
    return size;
}

static size_t decode_number(const char *entity, char *out)
{
    bool hex = entity[2] == 'x' || entity[2] == 'X';
    unsigned long character = strtoul(entity + (hex ? 3 : 2), NULL, hex ? 16 : 10);
    bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    return character > 0x10FFFF || surrogate || control ? 0 : encode((uint32_t)character, out);
}

size_t entity_decode(const char *entity, size_t length, char *out)
{
    if (length > 3 && entity[1] == '#') {
        return decode_number(entity, out);
    }
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        size_t name = strlen(entities[i].name);
        if (length == name + 2 && memcmp(entity + 1, entities[i].name, name) == 0) {
            size_t size = strlen(entities[i].character);
            memcpy(out, entities[i].character, size);
            return size;
        }
    }
    return 0;
}
