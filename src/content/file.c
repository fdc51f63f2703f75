/* Reading one file as text: never more than the limit, never from a device, never broken characters. */
#include "file.h"

#include "problem_codes.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What can stand in a file without being seen, and how it got there. */
static const struct hidden {
    uint32_t first, last;
    const char *name;
} hidden_characters[] = {
    {0x00, 0x00, "a zero byte"},
    {0x01, 0x08, "a control character"},
    {0x0B, 0x0C, "a control character"},
    {0x0E, 0x1F, "a control character"},
    {0x7F, 0x84, "a control character"},
    {0x85, 0x85, "an invisible line end"},
    {0x86, 0x9F, "a control character"},
    {0x200B, 0x200B, "an invisible space"},
    {0x2028, 0x2029, "an invisible line end"},
    {0x202A, 0x202E, "an invisible mark of direction"},
    {0x2060, 0x2060, "an invisible joiner"},
    {0xFEFF, 0xFEFF, "an invisible byte order mark"},
    {0xFFFE, 0xFFFF, "a character that does not exist"},
};

/* Spaces that are none to YAML, though they look alike: where a line begins, it takes them for the first letter. */
static const struct {
    uint32_t first, last;
} odd_spaces[] = {{0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};

/* How files begin that are saved under the name of a text, but are none. */
static const struct {
    const char *begins, *name;
} strangers[] = {
    {"PK\x03\x04", "a document of a word processor"},
    {"\xD0\xCF\x11\xE0", "a document of a word processor"},
    {"{\\rtf", "a document of a word processor"},
    {"%PDF", "a PDF document"},
    {"<!DOCTYPE", "a web page"},
    {"<!doctype", "a web page"},
    {"<html", "a web page"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
};

static struct place place_of_file(const char *file)
{
    return (struct place){.file = file};
}

static struct place place_at(const struct file_text *text, size_t offset)
{
    int line = 1;
    size_t start = 0;
    for (size_t i = 0; i < offset; i++) {
        bool pair = text->text[i] == '\r' && text->text[i + 1] == '\n';
        if (text->text[i] == '\n' || (text->text[i] == '\r' && !pair)) {
            line++;
            start = i + 1;
        }
    }
    int column = (int)utf8_count(text->text + start, offset - start) + 1;
    return (struct place){.file = text->file, .line = line, .column = column};
}

static const struct hidden *find_hidden(uint32_t character)
{
    for (size_t i = 0; i < sizeof hidden_characters / sizeof hidden_characters[0]; i++) {
        if (character >= hidden_characters[i].first && character <= hidden_characters[i].last) {
            return &hidden_characters[i];
        }
    }
    return NULL;
}

static bool is_stranger(const struct file_text *text, struct problems *problems)
{
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++) {
        size_t length = strlen(strangers[i].begins);
        if (text->size >= length && memcmp(text->text, strangers[i].begins, length) == 0) {
            report(problems, NOT_UTF8, place_of_file(text->file), "this file is %s, not plain text", strangers[i].name)
                ->fix = "open it in the program that made it, copy its text into a plain text editor, and save it "
                        "there under this name";
            return true;
        }
    }
    return false;
}

/* Every other byte is zero: Windows calls that "Unicode". */
static bool is_wide(const struct file_text *text)
{
    static const char marks[2][2] = {{'\xFF', '\xFE'}, {'\xFE', '\xFF'}};
    bool marked = text->size > 1 && (memcmp(text->text, marks[0], 2) == 0 || memcmp(text->text, marks[1], 2) == 0);
    bool zeros = text->size > 3 && (text->text[0] == 0) == (text->text[2] == 0) &&
                 (text->text[1] == 0) == (text->text[3] == 0) && (text->text[0] == 0) != (text->text[1] == 0);
    return marked || zeros;
}

static bool refuse_bytes(const struct file_text *text, size_t offset, struct problems *problems)
{
    static const char save_as[] = "in the editor choose Save as … and the encoding UTF-8";
    unsigned char byte = (unsigned char)text->text[offset];
    if (is_wide(text)) {
        report(problems, NOT_UTF8, place_of_file(text->file),
               "this file is saved as UTF-16 (Notepad: \"Unicode\"), not as UTF-8")
            ->fix = save_as;
        return false;
    }
    if (byte == 0) {
        struct problem *zero =
            report(problems, HIDDEN_CHARACTER, place_at(text, offset), "this file holds a zero byte");
        zero->fix = "the file may be damaged or half written: save it again as plain text";
        return false;
    }
    struct problem *problem = report(problems, NOT_UTF8, place_at(text, offset), "this file is not saved as UTF-8");
    problem->hint =
        problems_text(problems, "a letter with an accent, or a sign, comes out wrong here (byte 0x%02X)", byte);
    problem->fix = save_as;
    return false;
}

/* True if nothing but spaces stands before it in its line. */
static bool begins_line(const struct file_text *text, size_t at)
{
    while (at > 0 && text->text[at - 1] == ' ') {
        at--;
    }
    return at == 0 || text->text[at - 1] == '\n' || text->text[at - 1] == '\r';
}

static bool is_odd_space(uint32_t character)
{
    for (size_t i = 0; i < sizeof odd_spaces / sizeof odd_spaces[0]; i++) {
        if (character >= odd_spaces[i].first && character <= odd_spaces[i].last) {
            return true;
        }
    }
    return false;
}

static bool refuse_indent(const struct file_text *text, size_t at, uint32_t character, struct problems *problems)
{
    struct problem *problem =
        report(problems, HIDDEN_CHARACTER, place_at(text, at),
               "this line is indented with a character that only looks like a space (U+%04X)", (unsigned)character);
    problem->hint = "it may come from a web page or a document";
    problem->fix = "delete all spaces at the beginning of the line and type them again";
    return false;
}

/* Characters above ASCII are rare in most files: a byte scan skips to the next candidate. */
static bool check_hidden(const struct file_text *text, struct problems *problems)
{
    for (size_t at = 0; at < text->size;) {
        unsigned char byte = (unsigned char)text->text[at];
        if ((byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\r' || byte == '\t') {
            at++;
            continue;
        }
        size_t used = 0;
        uint32_t character = utf8_next(text->text + at, text->size - at, &used);
        if (is_odd_space(character) && begins_line(text, at)) {
            return refuse_indent(text, at, character, problems);
        }
        const struct hidden *hidden = find_hidden(character);
        if (hidden != NULL) {
            struct problem *problem = report(problems, HIDDEN_CHARACTER, place_at(text, at), "here stands %s (U+%04X)",
                                             hidden->name, (unsigned)character);
            problem->fix = "delete it and type the text around it again";
            return false;
        }
        at += used;
    }
    return true;
}

bool file_check(struct file_text *out, struct problems *problems)
{
    problems_source(problems, out->file, out->text, out->size);
    if (out->size >= 3 && memcmp(out->text, "\xEF\xBB\xBF", 3) == 0) {
        out->text += 3;
        out->size -= 3;
    }
    if (is_stranger(out, problems)) {
        return false;
    }
    size_t valid = utf8_valid(out->text, out->size);
    if (valid < out->size) {
        return refuse_bytes(out, valid, problems);
    }
    return check_hidden(out, problems);
}

static bool refuse_file(const char *file, const char *reason, struct problems *problems)
{
    report(problems, UNREADABLE, place_of_file(file), "this file cannot be read: %s", reason)->fix =
        "see that it is an ordinary file and that the kiosk may read it";
    return false;
}

static bool refuse_size(const char *file, long long size, struct problems *problems)
{
    report(problems, FILE_TOO_LARGE, place_of_file(file), "this file is too large: %lld bytes, at most %d are read",
           size, FILE_SIZE_MAX)
        ->fix = "spread the text over several pages";
    return false;
}

static bool read_all(int descriptor, char *bytes, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t count = read(descriptor, bytes + *got, size - *got);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return count == 0;
        }
        *got += (size_t)count;
    }
    return true;
}

static bool read_open_file(int descriptor, struct arena *arena, struct file_text *out, struct problems *problems)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        return refuse_file(out->file, strerror(errno), problems);
    }
    if (!S_ISREG(status.st_mode)) {
        return refuse_file(out->file, S_ISDIR(status.st_mode) ? "it is a folder" : "it is not an ordinary file",
                           problems);
    }
    if (status.st_size > FILE_SIZE_MAX) {
        return refuse_size(out->file, (long long)status.st_size, problems);
    }
    /* A file that grows while it is read is cut at the size it had: the next reload sees the rest. */
    char *bytes = arena_take(arena, (size_t)status.st_size + 1);
    if (!read_all(descriptor, bytes, (size_t)status.st_size, &out->size)) {
        return refuse_file(out->file, strerror(errno), problems);
    }
    out->text = bytes;
    return file_check(out, problems);
}

bool file_read(const char *file, struct arena *arena, struct file_text *out, struct problems *problems)
{
    *out = (struct file_text){.file = file, .text = ""};
    /* Without O_NONBLOCK a named pipe would hold the kiosk until somebody writes. */
    int descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT) {
        report(problems, NO_FILE, place_of_file(file), "this file is missing")->fix =
            "see whether it was renamed or moved; else take it back from your last copy, or from the content that came "
            "with the kiosk";
        return false;
    }
    if (descriptor < 0) {
        return refuse_file(file, strerror(errno), problems);
    }
    bool whole = read_open_file(descriptor, arena, out, problems);
    close(descriptor);
    return whole;
}
