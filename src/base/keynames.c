/* The list of keys, and what they usually mean. */
#include "keynames.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct key {
    int code;
    const char *name;
} keys[] = {
#define KEY_NAME(number, name) {number, name},
#include "key_names.def"
#undef KEY_NAME
};

enum { KEYS = sizeof keys / sizeof *keys };

/* F13 to F19: headphones in and out as Storm's and EZ Access keypads are commonly set up, the others in the order of
 * their buttons. A keypad that sends others is named in kiosk.yaml. */
static const struct usual {
    const char *name;
    enum input_key meaning;
} usual[] = {
    {"Tab", KEY_NEXT},
    {"Up", KEY_UP},
    {"Down", KEY_DOWN},
    {"Left", KEY_LEFT},
    {"Right", KEY_RIGHT},
    {"PageUp", KEY_PREVIOUS},
    {"PageDown", KEY_NEXT},
    {"Return", KEY_ENTER},
    {"Keypad Enter", KEY_ENTER},
    {"Space", KEY_ENTER},
    {"Select", KEY_ENTER},
    {"Escape", KEY_BACK},
    {"Backspace", KEY_BACK},
    {"AC Back", KEY_BACK},
    {"Home", KEY_HOME},
    {"AC Home", KEY_HOME},
    {"F1", KEY_HELP},
    {"H", KEY_HELP},
    {"Help", KEY_HELP},
    {"Keypad 8", KEY_UP},
    {"Keypad 2", KEY_DOWN},
    {"Keypad 4", KEY_LEFT},
    {"Keypad 6", KEY_RIGHT},
    {"Keypad 5", KEY_ENTER},
    {"Keypad 0", KEY_BACK},
    {"VolumeUp", KEY_LOUDER},
    {"VolumeDown", KEY_QUIETER},
    {"AudioPlay", KEY_PAUSE},
    {"AudioNext", KEY_FASTER},
    {"AudioPrev", KEY_SLOWER},
    {"F13", KEY_HELP},
    {"F14", KEY_REPEAT},
    {"F15", KEY_HEADPHONES_IN},
    {"F16", KEY_HEADPHONES_OUT},
    {"F17", KEY_BACK},
    {"F18", KEY_NEXT},
    {"F19", KEY_READ_ALOUD},
    {"S", KEY_STAFF},
};

struct key_table key_table_usual(void)
{
    struct key_table table = {{0}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        table.meaning[key_code(usual[i].name)] = (uint8_t)usual[i].meaning;
    return table;
}

/* One digit is the key of that digit; all keys below number 10 have names. */
static int code_of_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits < 2 || digits > 3 || text[digits] != '\0')
        return -1;
    int code = atoi(text);
    return code > 0 && code < KEY_CODES ? code : -1;
}

int key_code(const char *name)
{
    for (size_t i = 0; i < KEYS; i++)
        if (strcasecmp(keys[i].name, name) == 0)
            return keys[i].code;
    return code_of_number(name);
}

void key_name(int code, char *out)
{
    for (size_t i = 0; i < KEYS; i++)
        if (keys[i].code == code) {
            snprintf(out, KEY_NAME_SIZE, "%s", keys[i].name);
            return;
        }
    snprintf(out, KEY_NAME_SIZE, "%02d", code);
}

const char *key_name_listed(size_t index)
{
    return index < KEYS ? keys[index].name : NULL;
}
