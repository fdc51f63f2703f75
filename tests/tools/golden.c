/* Compares texts with their references. */
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 1024 };

bool golden_updates(void)
{
    const char *wish = getenv("IOP_UPDATE_GOLDEN");
    return wish != NULL && strcmp(wish, "1") == 0;
}

static char *read_whole(const char *file)
{
    FILE *in = fopen(file, "r");
    if (in == NULL)
        return NULL;
    char *text = NULL;
    size_t size = 0, room = 0;
    for (int c; (c = fgetc(in)) != EOF;) {
        if (size + 1 >= room) {
            room = room > 0 ? 2 * room : 65536;
            text = realloc(text, room);
            if (text == NULL)
                abort();
        }
        text[size++] = (char)c;
    }
    fclose(in);
    if (text == NULL)
        return calloc(1, 1);
    text[size] = '\0';
    return text;
}

static bool write_whole(const char *file, const char *text, char *sentence)
{
    FILE *out = fopen(file, "w");
    bool good = out != NULL && fputs(text, out) >= 0;
    if (out != NULL)
        good = fclose(out) == 0 && good;
    if (!good)
        snprintf(sentence, GOLDEN_SENTENCE_SIZE, "%.200s: cannot be written", file);
    return good;
}

static int line_length(const char *line)
{
    size_t length = strcspn(line, "\n");
    return length < 100 ? (int)length : 100;
}

/* Names the first line in which the two differ. */
static void say_difference(const char *file, const char *reference, const char *text, char *sentence)
{
    int line = 1;
    const char *a = reference, *b = text;
    for (size_t i = 0; reference[i] != '\0' && reference[i] == text[i]; i++)
        if (reference[i] == '\n') {
            line++;
            a = reference + i + 1;
            b = text + i + 1;
        }
    snprintf(sentence, GOLDEN_SENTENCE_SIZE,
             "%.200s:%d: the reference has  %.*s  and now it is  %.*s  (all of it is beside, in .new)", file, line,
             line_length(a), a, line_length(b), b);
}

bool golden_text(const char *file, const char *text, char *sentence)
{
    char beside[PATH_SIZE];
    snprintf(beside, sizeof beside, "%s.new", file);
    sentence[0] = '\0';
    if (golden_updates()) {
        unlink(beside);
        return write_whole(file, text, sentence);
    }
    char *reference = read_whole(file);
    if (reference != NULL && strcmp(reference, text) == 0) {
        unlink(beside);
        free(reference);
        return true;
    }
    if (!write_whole(beside, text, sentence))
        return free(reference), false;
    if (reference == NULL)
        snprintf(sentence, GOLDEN_SENTENCE_SIZE,
                 "%.200s: there is no reference; look at .new beside it, then tests/update-golden", file);
    else
        say_difference(file, reference, text, sentence);
    free(reference);
    return false;
}
