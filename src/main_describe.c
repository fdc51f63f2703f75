/* iop-content schema and reference: what files may hold, for editors and for people. */
#include "main_content.h"

#include "describe.h"
#include "language.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DESCRIBE_PATH_MAX = 4096 };

static int complain_of(const char *path)
{
    fprintf(stderr, "iop-content: The file %s cannot be written: %s.\n", path, strerror(errno));
    return 2;
}

/* The content folder whose languages the schemas ask for, or NULL for those the product is shipped with. */
struct describe_options {
    const char *out, *content;
};

/* A wish, or the folder in which the schemas lie, if it is one of content. */
static const char *content_of(const struct describe_options *options, char path[DESCRIBE_PATH_MAX])
{
    if (options->content != NULL)
        return options->content;
    int length = snprintf(path, DESCRIBE_PATH_MAX, "%s/../kiosk.yaml", options->out);
    if (length >= DESCRIBE_PATH_MAX || access(path, R_OK) != 0)
        return NULL;
    path[length - (int)strlen("/kiosk.yaml")] = '\0';
    return path;
}

static int write_schema(const char *folder, const struct content_file *file, const struct described *kiosk)
{
    char path[DESCRIBE_PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s.json", folder, file->name) >= (int)sizeof path)
        return content_usage_error("that folder's name is too long.");
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return complain_of(path);
    describe_json_schema(file, kiosk, out);
    return fclose(out) == 0 ? 0 : complain_of(path);
}

static int write_for(const char *folder, const struct described *kiosk)
{
    for (size_t i = 0; i < content_file_count; i++) {
        int status = write_schema(folder, &content_files[i], kiosk);
        if (status != 0)
            return status;
    }
    printf("%zu kinds of files are described in %s, for texts in:", content_file_count, folder);
    for (size_t l = 0; l < kiosk->count; l++)
        printf("%s %s", l > 0 ? "," : "", kiosk->languages[l].name);
    puts(".");
    return 0;
}

static int write_schemas(const struct describe_options *options)
{
    char path[DESCRIBE_PATH_MAX];
    if (mkdir(options->out, 0755) != 0 && errno != EEXIST)
        return complain_of(options->out);
    const char *folder = content_of(options, path);
    if (folder == NULL)
        return write_for(options->out, &shipped_languages);
    struct problems *problems = calloc(1, sizeof *problems);
    struct language_list list = {0};
    int status = 2;
    if (problems != NULL && language_list_read(&list, folder, problems))
        status = write_for(options->out, &(struct described){list.languages, list.count});
    else if (problems != NULL)
        problems_print(problems, stderr, false);
    language_list_free(&list);
    problems_free(problems);
    free(problems);
    return status;
}

static int list_kinds(void)
{
    for (size_t i = 0; i < content_file_count; i++)
        printf("%-10s %-52s %s\n", content_files[i].name, content_files[i].pattern, content_files[i].help);
    return 0;
}

/* False after a mistake. */
static bool read_options(int argc, char **argv, struct describe_options *options)
{
    static const struct option known[] = {
        {"out", required_argument, NULL, 'o'}, {"content", required_argument, NULL, 'c'}, {NULL, 0, NULL, 0}};
    *options = (struct describe_options){.out = ""};
    opterr = 0;
    for (int c = getopt_long(argc, argv, "", known, NULL); c != -1; c = getopt_long(argc, argv, "", known, NULL)) {
        if (c != 'o' && c != 'c')
            return false;
        *(c == 'o' ? &options->out : &options->content) = optarg;
    }
    return optind == argc;
}

int content_schema_command(int argc, char **argv)
{
    struct describe_options options;
    if (!read_options(argc, argv, &options))
        return content_usage_error(
            "schema knows two options: --out DIR  and  --content FOLDER, whose languages it asks for.");
    return options.out[0] != '\0' ? write_schemas(&options) : list_kinds();
}

int content_reference_command(int argc, char **argv)
{
    struct describe_options options;
    if (!read_options(argc, argv, &options) || options.content != NULL)
        return content_usage_error("reference knows one option: --out FILE.");
    const char *path = options.out;
    if (path[0] == '\0') {
        describe_reference(stdout);
        return 0;
    }
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return complain_of(path);
    describe_reference(out);
    return fclose(out) == 0 ? 0 : complain_of(path);
}
