/* Texts as JSON writes them. */
#include "json.h"

#include "text.h"

#include <stdint.h>
#include <string.h>

static void put_character(FILE *out, const char *bytes, size_t length, uint32_t character)
{
    static const uint32_t replacement = 0xFFFD;
    if (character == '"' || character == '\\') {
        fprintf(out, "\\%c", (char)character);
    } else if (character == '\n') {
        fputs("\\n", out);
    } else if (character == '\t') {
        fputs("\\t", out);
    } else if (character < 0x20 || character == 0x7F || character == 0x2028 || character == 0x2029) {
        fprintf(out, "\\u%04x", (unsigned)character);
    } else if (character == replacement) {
        fputs("\xEF\xBF\xBD", out);
    } else {
        fwrite(bytes, 1, length, out);
    }
}

void json_put_text(FILE *out, const char *text)
{
    if (text == NULL) {
        fputs("null", out);
        return;
    }
    size_t length = strlen(text);
    fputc('"', out);
    for (size_t at = 0; at < length;) {
        size_t used = 0;
        uint32_t character = utf8_next(text + at, length - at, &used);
        put_character(out, text + at, used, character);
        at += used;
    }
    fputc('"', out);
}

static void begin_member(struct json *json, const char *key)
{
    if (json->depth > 0) {
        fprintf(json->out, "%s\n%*s", json->filled ? "," : "", json->depth * 2, "");
    }
    json->filled = true;
    if (key != NULL) {
        json_put_text(json->out, key);
        fputs(": ", json->out);
    }
}

void json_open(struct json *json, const char *key, char bracket)
{
    begin_member(json, key);
    fputc(bracket, json->out);
    json->depth++;
    json->filled = false;
}

void json_close(struct json *json, char bracket)
{
    json->depth--;
    if (json->filled) {
        fprintf(json->out, "\n%*s", json->depth * 2, "");
    }
    fputc(bracket, json->out);
    if (json->depth == 0) {
        fputc('\n', json->out);
    }
    json->filled = true;
}

void json_text(struct json *json, const char *key, const char *text)
{
    begin_member(json, key);
    json_put_text(json->out, text);
}

void json_number(struct json *json, const char *key, double number)
{
    begin_member(json, key);
    fprintf(json->out, "%.10g", number);
}

void json_ready(struct json *json, const char *key, const char *value)
{
    begin_member(json, key);
    fputs(value, json->out);
}
