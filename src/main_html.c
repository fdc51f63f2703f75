/* What the picture book and the pages of differences have in common. */
#include "main_html.h"

#include <errno.h>
#include <string.h>

static const char generator[] = "<meta name=\"generator\" content=\"iop-content\">";

/* On paper, a screen whose pictures fit on a page is not cut, and no picture ever is. */
static const char style[] =
    "*{box-sizing:border-box}\n"
    "body{font:16px/1.5 Lato,'Noto Sans',sans-serif;color:#1d2b2a;background:#faf6ef;margin:0 auto;max-width:1500px;"
    "padding:min(24px,4vw)}\n"
    "h1,h2,h3{color:#0b3b36;line-height:1.2;overflow-wrap:anywhere}"
    "h2{margin-top:56px;border-bottom:2px solid #cfd8d3;padding-bottom:8px}\n"
    "h3{margin:0}.other{display:block;font-weight:400;font-size:.8em;color:#33504c;margin-top:2px}\n"
    "nav ul{list-style:none;margin:0;padding:0;display:grid;"
    "grid-template-columns:repeat(auto-fill,minmax(min(100%,220px),1fr));gap:4px 20px}\n"
    "nav a{display:block;padding:8px 0}a{color:#0b5a52}a:focus-visible{outline:3px solid #9a5b00;outline-offset:2px}\n"
    "article{background:#fff;border:1px solid #e3ded3;border-radius:12px;padding:min(20px,4vw);margin:20px 0}\n"
    ".place{color:#4b5a58;margin:4px 0 12px;overflow-wrap:anywhere}\n"
    ".draft{display:inline-block;background:#7a2e16;color:#fff;font-size:14px;font-weight:700;line-height:1.4;"
    "border-radius:6px;padding:2px 10px;vertical-align:middle}h3 .draft{margin-top:6px}\n"
    ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:20px}\n"
    "figure{margin:0}img{width:100%;height:auto;display:block;border:1px solid #d8d3c8;border-radius:6px;"
    "margin-bottom:8px}\n"
    "figcaption{color:#4b5a58}del{background:#f8dcd6;text-decoration-thickness:1px}ins{background:#dcebdd;"
    "text-decoration:none}\n"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #9aa5a2;padding:10px;text-align:left;"
    "vertical-align:top}caption{text-align:left;padding:8px 0}caption .other{display:inline;margin-left:8px}\n"
    ".sign td{height:64px}.tick{float:right;color:#4b5a58;margin:0 0 8px 16px}\n"
    "@media(max-width:600px){.tick{float:none;margin:0 0 8px}td,th{padding:6px}}\n"
    "@page{margin:14mm 12mm}\n"
    "@media print{body{background:#fff;padding:0;max-width:none;font-size:10pt}nav{display:none}"
    "article{border:0;border-top:1px solid #9aa5a2;border-radius:0;padding:8px 0 0;margin:0 0 14px;"
    "break-inside:avoid}.pair{grid-template-columns:repeat(2,1fr);gap:12px}"
    "img{break-inside:avoid;max-height:225mm;width:auto;max-width:100%;margin-bottom:4px}"
    "h2,h3,.place,.tick{break-after:avoid}h2{break-before:page;margin-top:0}"
    ".sign,caption{break-inside:avoid;break-before:avoid}"
    ".draft,del,ins{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

static void name_of(char *out, size_t size, const char *folder)
{
    snprintf(out, size, "%s/index.html", folder);
}

static void say_failure(const char *folder)
{
    fprintf(stderr, "iop-content: %s/index.html cannot be written: %s.\n", folder, strerror(errno));
}

/* The mark stands in the first lines. */
static bool is_ours(FILE *in)
{
    char start[512] = "";
    size_t length = fread(start, 1, sizeof start - 1, in);
    start[length] = '\0';
    return strstr(start, generator) != NULL;
}

bool html_may_replace(const char *folder, const char *file, const char *article, bool (*is_own)(FILE *in))
{
    char name[4096];
    snprintf(name, sizeof name, "%s/%s", folder, file);
    FILE *in = fopen(name, "r");
    if (in == NULL)
        return true;
    bool own = is_own(in);
    fclose(in);
    if (!own)
        fprintf(stderr,
                "iop-content: the folder %s holds %s %s that iop-content did not write. Nothing was changed; "
                "name a folder for the pictures alone.\n",
                folder, article, file);
    return own;
}

bool html_may_write(const char *folder)
{
    return html_may_replace(folder, "index.html", "an", is_ours);
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
    fprintf(out,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n%s\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
            generator);
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

void html_title(FILE *out, const char *title, const char *language, bool first)
{
    fprintf(out, "%s<span lang=\"%s\"%s>", first ? "" : " ", language, first ? "" : " class=\"other\"");
    html_text(out, title);
    fputs("</span>", out);
}

/* What goes on has the title and its number: they need no translation. */
void html_picture(FILE *out, const struct html_picture *picture)
{
    fputs("<img loading=\"lazy\" src=\"", out);
    html_text(out, picture->file);
    fprintf(out, "\" width=\"%d\" height=\"%d\" alt=\"", picture->width, picture->height);
    if (picture->number == 0) {
        put_words(out, picture->words);
    } else {
        html_text(out, picture->words->title);
        fprintf(out, " (%d / %d)", picture->number + 1, picture->count);
    }
    fputs("\">\n", out);
}
