/* Keys by their names, and what they mean to the kiosk. Keypads for kiosks and switch boxes are keyboards to the
 * computer: each sends the keys of its maker, and a clinic says in kiosk.yaml what they mean.
 * This layer knows nothing of SDL, of a keyboard's layout or of what is on the screen. */
#ifndef IOP_KEYNAMES_H
#define IOP_KEYNAMES_H

#include <stddef.h>
#include <stdint.h>

/* What a key means. NEXT and ENTER alone are enough for everything: two switches, Move and Select. */
enum input_key {
    KEY_OTHER, /* means nothing; it wakes the kiosk and counts as a sign of life */
    KEY_NEXT,
    KEY_PREVIOUS,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_ENTER,
    KEY_BACK,
    KEY_HOME,
    KEY_HELP,
    KEY_REPEAT, /* from here on: of speech */
    KEY_PAUSE,
    KEY_SLOWER,
    KEY_FASTER,
    KEY_LOUDER,
    KEY_QUIETER,
    KEY_HEADPHONES_IN,
    KEY_HEADPHONES_OUT,
    KEY_READ_ALOUD,
    KEY_STAFF, /* opens the screen of staff at rest; with Ctrl and Alt held down only */
    KEY_MEANINGS
};

enum { KEY_CODES = 512, KEY_NAME_SIZE = 32 };

/* The meaning of every key, by its number; enum input_key. */
struct key_table {
    uint8_t meaning[KEY_CODES];
};

/* What keys mean as long as kiosk.yaml says nothing else: those of a plain keyboard; the media keys; and F13 to F19,
 * which keypads for kiosks send because no keyboard has them. */
struct key_table key_table_usual(void);

/* The number of a key from its name ("F13", "Keypad 5", in any case) or from its number in two or more digits ("104");
 * -1 if there is none. */
int key_code(const char *name);

/* The name to write into kiosk.yaml for a key: that of the list, else its number. out holds KEY_NAME_SIZE bytes. */
void key_name(int code, char *out);

/* Name number index of the list, from 0; NULL behind the last. For suggestions. */
const char *key_name_listed(size_t index);

#endif
