/* iop-content preview: every screen and state as PNG, drawn without a display. */
#include "main_content.h"

#include "layout.h"
#include "main_book.h"
#include "main_gallery.h"
#include "main_html.h"
#include "main_options.h"
#include "main_preview.h"
#include "main_shelf.h"

#include <getopt.h>
#include <stdio.h>

static int read_arguments(int argc, char **argv, struct preview *preview)
{
    static const struct option known[] = {{"out", required_argument, NULL, 'o'},
                                          {"size", required_argument, NULL, 's'},
                                          {"panel-mm", required_argument, NULL, 'p'},
                                          {"language", required_argument, NULL, 'l'},
                                          {"text-size", required_argument, NULL, 't'},
                                          {"theme", required_argument, NULL, 'c'},
                                          {"assets", required_argument, NULL, 'a'},
                                          {"date", required_argument, NULL, 'd'},
                                          {"lower", no_argument, NULL, 'r'},
                                          {"focus", required_argument, NULL, 'f'},
                                          {"watch", no_argument, NULL, 'w'},
                                          {"drafts", no_argument, NULL, 'D'},
                                          {NULL, 0, NULL, 0}};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'o')
            preview->out = optarg;
        else if (found == 'l')
            preview->language = optarg;
        else if (found == 'a')
            preview->assets = optarg;
        else if (found == 'r')
            preview->lower = true;
        else if (found == 'w')
            preview->watch = true;
        else if (found == 'D')
            preview->drafts = true;
        else if (found == 'd')
            preview->date = optarg;
        else if (found == 's' && !option_size(optarg, &preview->width, &preview->height))
            return content_usage_error("--size needs a size such as 1920x1080 (320x240 to 7680x7680).");
        else if (found == 'p' && !option_number(optarg, 80, 2000, &preview->panel_mm))
            return content_usage_error("--panel-mm needs a width in millimetres, 80 to 2000.");
        else if (found == 't' && !option_number(optarg, 0, TEXT_SIZES - 1, &preview->text_size))
            return content_usage_error("--text-size needs 0 (small), 1 (normal), 2 (large) or 3 (largest).");
        else if (found == 'c' && !option_number(optarg, 0, THEMES - 1, &preview->palette))
            return content_usage_error("--theme needs 0 (calm), 1, 2 or 3 (dim).");
        else if (found == 'f' && !option_number(optarg, 0, 1000, &preview->moves))
            return content_usage_error("--focus needs a number of steps, 0 (the title) to 1000.");
        else if (found == '?')
            return content_usage_error("that option is not known.");
    }
    if (preview->date != NULL && wall_day(preview->date) == NO_DAY)
        return content_usage_error("--date needs a day such as 2026-11-26.");
    if (optind + 1 != argc || (preview->out != NULL) == preview->watch)
        return content_usage_error("preview needs one folder, and either --out DIR or --watch.");
    preview->folder = argv[optind];
    return 0;
}

float preview_panel_mm(const struct preview *preview)
{
    if (preview->panel_mm > 0)
        return (float)preview->panel_mm;
    return usual_panel_mm(preview->width, preview->height);
}

static int draw_all(const struct preview *wanted, const struct content *content)
{
    struct gallery gallery = {0};
    int only = wanted->language != NULL ? content_language(content, wanted->language) : 0;
    if (only < 0)
        return content_usage_error("--language needs the tag of a language in kiosk.yaml, such as en.");
    int status = 2;
    if (html_may_write(wanted->out) && shelf_may_write(wanted->out) &&
        gallery_begin(&gallery, wanted, content, wanted->out)) {
        for (int stop = 0; stop < gallery.stops; stop++)
            for (int language = 0; language < gallery.languages; language++)
                if (wanted->language == NULL || language == only)
                    gallery_want(&gallery, stop, language);
        bool whole = gallery_draw(&gallery);
        if (shelf_renew(&gallery, whole) && whole && book_write(&gallery))
            status = 0;
    }
    if (status == 0)
        printf("%d screens are in %s, in %d pictures; index.html shows them all\n", gallery.done, wanted->out,
               gallery.files);
    gallery_free(&gallery);
    return status;
}

int content_preview_command(int argc, char **argv)
{
    struct preview preview = {
        .assets = "assets", .width = 1920, .height = 1080, .text_size = DEFAULT_TEXT_SIZE, .moves = -1};
    int status = read_arguments(argc, argv, &preview);
    if (status != 0)
        return status;
    if (preview.watch)
        return preview_watch(&preview);
    struct content *content = content_load_or_report(preview.folder, (struct load_wish){preview.date, preview.drafts});
    status = content != NULL ? draw_all(&preview, content) : 2;
    content_free(content);
    return status;
}
