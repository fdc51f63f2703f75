/* iop-content schema and reference: what files may hold, for editors and for people. */
#include "main_content.h"

#include "describe.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { DESCRIBE_PATH_MAX = 4096 };

static int complain_of(const char *path)
{
    fprintf(stderr, "iop-content: The file %s cannot be written: %s.\n", path, strerror(errno));
    return 2;
}

static int write_schema(const char *folder, const struct content_file *file)
{
    char path[DESCRIBE_PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s.json", folder, file->name) >= (int)sizeof path)
        return content_usage_error("that folder's name is too long.");
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return complain_of(path);
    describe_json_schema(file, out);
    return fclose(out) == 0 ? 0 : complain_of(path);
}

static int write_schemas(const char *folder)
{
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        return complain_of(folder);
    for (size_t i = 0; i < content_file_count; i++) {
        int status = write_schema(folder, &content_files[i]);
        if (status != 0)
            return status;
    }
    printf("%zu kinds of files are described in %s.\n", content_file_count, folder);
    return 0;
}

static int list_kinds(void)
{
    for (size_t i = 0; i < content_file_count; i++)
        printf("%-10s %-52s %s\n", content_files[i].name, content_files[i].pattern, content_files[i].help);
    return 0;
}

/* The value of --out, "" if there is none; NULL after a mistake. */
static const char *out_option(int argc, char **argv)
{
    static const struct option known[] = {{"out", required_argument, NULL, 'o'}, {NULL, 0, NULL, 0}};
    const char *out = "";
    opterr = 0;
    for (int c = getopt_long(argc, argv, "", known, NULL); c != -1; c = getopt_long(argc, argv, "", known, NULL)) {
        if (c != 'o')
            return NULL;
        out = optarg;
    }
    return optind == argc ? out : NULL;
}

int content_schema_command(int argc, char **argv)
{
    const char *folder = out_option(argc, argv);
    if (folder == NULL)
        return content_usage_error("schema knows one option: --out DIR.");
    return folder[0] != '\0' ? write_schemas(folder) : list_kinds();
}

int content_reference_command(int argc, char **argv)
{
    const char *path = out_option(argc, argv);
    if (path == NULL)
        return content_usage_error("reference knows one option: --out FILE.");
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
