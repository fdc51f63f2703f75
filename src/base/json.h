/* JSON as it is written, for programs that read what this one says. Nothing here reads JSON.
 * Written by hand: a library would be one more package on every kiosk, for one page of code. */
#ifndef IOP_JSON_H
#define IOP_JSON_H

#include <stdbool.h>
#include <stdio.h>

/* A text in double quotes, escaped as RFC 8259 wants it; text is UTF-8. Bytes that are not become U+FFFD. NULL: null.
 */
void json_put_text(FILE *out, const char *text);

/* A document that is being written, one member a line. Begin with {.out = …}. */
struct json {
    FILE *out;
    int depth;   /* of what is open */
    bool filled; /* what is open holds a member already */
};

/* Each writes one member. key: NULL inside of a list and for the document itself. bracket: '{' or '['. */
void json_open(struct json *json, const char *key, char bracket);
void json_close(struct json *json, char bracket);
void json_text(struct json *json, const char *key, const char *text);
void json_number(struct json *json, const char *key, double number);

/* value: JSON already, on one line. */
void json_ready(struct json *json, const char *key, const char *value);

#endif
