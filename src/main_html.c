/* What the picture book and the pages of differences have in common. */
#include "main_html.h"

#include <errno.h>
#include <string.h>

static const char style[] =
    "body{font:16px/1.5 Lato,'Noto Sans',sans-serif;color:#1d2b2a;background:#faf6ef;margin:0 auto;max-width:1500px;"
    "padding:24px}\n"
    "h1,h2,h3{color:#0b3b36;line-height:1.2}h2{margin-top:56px;border-bottom:2px solid #cfd8d3;padding-bottom:8px}\n"
    "h3{margin:0}nav a{margin-right:16px}a{color:#0b5a52}\n"
    "article{background:#fff;border:1px solid #e3ded3;border-radius:12px;padding:20px;margin:20px 0}\n"
    ".place{color:#4b5a58;margin:4px 0 12px;overflow-wrap:anywhere}\n"
    ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:20px}\n"
    "figure{margin:0}img{width:100%;height:auto;display:block;border:1px solid #d8d3c8;border-radius:6px;"
    "margin-bottom:8px}\n"
    "figcaption{color:#4b5a58}del{background:#f8dcd6;text-decoration-thickness:1px}ins{background:#dcebdd;"
    "text-decoration:none}\n"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #9aa5a2;padding:10px;text-align:left}\n"
    "td.write{height:34px;width:30%}.tick{float:right;color:#4b5a58}\n"
    "@media print{body{background:#fff;padding:0;max-width:none;font-size:10pt}nav{display:none}article{border:0;"
    "padding:0;break-inside:avoid}.pair{grid-template-columns:repeat(2,1fr)}h2,h3,.place{break-after:avoid}"
    "h2{break-before:page}.sign{break-inside:avoid}}\n";

static void name_of(char *out, size_t size, const char *folder)
{
    snprintf(out, size, "%s/index.html", folder);
}

static void say_failure(const char *folder)
{
    fprintf(stderr, "iop-content: %s/index.html cannot be written: %s.\n", folder, strerror(errno));
}

FILE *html_open(const char *folder, const char *title)
{
    char name[4096];
    name_of(name, sizeof name, folder);
    FILE *out = fopen(name, "w");
    if (out == NULL) {
        say_failure(folder);
        return NULL;
    }
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
          out);
    html_text(out, title);
    fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
    return out;
}

bool html_close(FILE *out, const char *folder)
{
    fputs("</body>\n</html>\n", out);
    bool written = ferror(out) == 0;
    written = fclose(out) == 0 && written;
    if (!written)
        say_failure(folder);
    return written;
}

void html_text(FILE *out, const char *words)
{
    for (; *words != '\0'; words++)
        switch (*words) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            fputc(*words, out);
        }
}

/* A pause behind each line, as a voice makes it. */
static void put_words(FILE *out, const struct reading *reading)
{
    for (int i = 0; i < reading->count; i++) {
        const char *words = reading->lines[i].words;
        size_t length = strlen(words);
        html_text(out, words);
        fputs(length > 0 && strchr(".?!:", words[length - 1]) != NULL ? " " : ". ", out);
    }
}

void html_picture(FILE *out, const struct html_picture *picture)
{
    fputs("<img loading=\"lazy\" src=\"", out);
    html_text(out, picture->file);
    fprintf(out, "\" width=\"%d\" height=\"%d\" alt=\"", picture->width, picture->height);
    if (picture->words != NULL)
        put_words(out, picture->words);
    else
        fputs("The same screen, scrolled down.", out);
    fputs("\">\n", out);
}
