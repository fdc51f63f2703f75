/* Which name was probably meant. */
#include "suggest.h"

#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LIKELY = 2, BEGINNING = 3 /* a common beginning is worth as much as three wrong letters */ };

static bool is_beginning(const char *a, const char *b, size_t shorter)
{
    return shorter >= 3 && strncmp(a, b, shorter) == 0;
}

/* -1 if the two are not near. */
static int near_distance(const char *written, const char *name)
{
    size_t length = strlen(written);
    size_t other = strlen(name);
    size_t shorter = length < other ? length : other;
    size_t longer = length < other ? other : length;
    int distance = text_distance(written, name);
    int allowed = longer / 3 > LIKELY ? (int)(longer / 3) : LIKELY;
    if (distance <= allowed && distance < (int)shorter) {
        return distance;
    }
    return is_beginning(written, name, shorter) ? BEGINNING : -1;
}

void suggest(struct suggestion *suggestion, const char *name)
{
    int distance = near_distance(suggestion->written, name);
    if (distance >= 0 && (suggestion->found == NULL || distance < suggestion->distance)) {
        suggestion->found = name;
        suggestion->distance = distance;
    }
}
