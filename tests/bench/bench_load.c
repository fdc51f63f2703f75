/* How long a content folder takes to load, against libyaml's bare events over the same bytes; and whether the time
 * grows in step with the number of pages. Prints numbers, judges nothing.
 *
 *   bench_load            the content of this repository, then 100, 1,000 and 10,000 pages
 *   bench_load FOLDER     that folder only
 *   bench_load --again N  this content N times, as after N edits: does memory stay flat? */
#include "load.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

enum { RUNS = 9, NAME_MAX_ = 4096 };

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static size_t events_of_file(const char *file)
{
    static unsigned char bytes[1024 * 1024];
    FILE *stream = fopen(file, "rb");
    size_t size = stream != NULL ? fread(bytes, 1, sizeof bytes, stream) : 0;
    if (stream != NULL) {
        fclose(stream);
    }
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, bytes, size);
    for (int ended = 0; !ended;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            break;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return size;
}

/* Bare events of every .yaml file under the folder; returns the bytes. */
static size_t events_of_folder(const char *folder)
{
    size_t size = 0;
    DIR *directory = opendir(folder);
    for (struct dirent *entry = directory != NULL ? readdir(directory) : NULL; entry != NULL;
         entry = readdir(directory)) {
        char path[NAME_MAX_];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || stat(path, &status) != 0) {
            continue;
        }
        if (S_ISDIR(status.st_mode)) {
            size += events_of_folder(path);
        } else if (strstr(entry->d_name, ".yaml") != NULL) {
            size += events_of_file(path);
        }
    }
    if (directory != NULL) {
        closedir(directory);
    }
    return size;
}

/* bytes: what the content takes as long as it is shown. */
static double load_once(const char *folder, size_t *bytes)
{
    struct problems *problems = calloc(1, sizeof *problems);
    double start = now_ms();
    struct content *content = content_load(folder, problems);
    double taken = now_ms() - start;
    if (content == NULL) {
        problems_print(problems, stderr, false);
    } else {
        *bytes = content->arena.taken;
    }
    content_free(content);
    problems_free(problems);
    free(problems);
    return taken;
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Load and events in turn, so that a noisy machine hits both alike. */
static void measure(const char *name, const char *folder)
{
    double loads[RUNS];
    double events[RUNS];
    size_t size = 0;
    size_t bytes = 0;
    for (int i = 0; i < RUNS; i++) {
        loads[i] = load_once(folder, &bytes);
        double start = now_ms();
        size = events_of_folder(folder);
        events[i] = now_ms() - start;
    }
    qsort(loads, RUNS, sizeof loads[0], by_size);
    qsort(events, RUNS, sizeof events[0], by_size);
    double load = loads[RUNS / 2];
    double bare = events[RUNS / 2];
    printf("%-24s %8zu KB  load %9.2f ms  bare events %9.2f ms  ratio %.2f  %.1f MB/s  memory %.1f x text\n", name,
           size / 1024, load, bare, load / bare, (double)size / 1e3 / load, (double)bytes / (double)size);
}

static int run(const char *command)
{
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A copy of the real content with pages added until there are about `pages`. */
static void measure_copies(int pages)
{
    char command[NAME_MAX_];
    char name[64];
    char folder[] = "/tmp/bench-load-XXXXXX";
    if (mkdtemp(folder) == NULL) {
        return;
    }
    snprintf(command, sizeof command,
             "cp -r %s/content/. %s && cd %s/explainers && set -- $(ls *.yaml | grep -v section) && n=0 && "
             "while [ $n -lt %d ]; do for f; do cp $f copy-$n-$f; n=$((n+1)); done; done",
             IOP_SOURCE_DIR, folder, folder, pages);
    snprintf(name, sizeof name, "%d pages", pages);
    if (run(command) == 0) {
        measure(name, folder);
    }
    snprintf(command, sizeof command, "rm -r %s", folder);
    run(command);
}

static long resident_kb(void)
{
    long all = 0;
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &all, &pages) != 2) {
        pages = 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return pages * sysconf(_SC_PAGESIZE) / 1024;
}

static void again_and_again(int times)
{
    size_t bytes = 0;
    for (int i = 1; i <= times; i++) {
        load_once(IOP_SOURCE_DIR "/content", &bytes);
        if (i == 100 || i == times) {
            printf("after %d loads: %ld KB resident\n", i, resident_kb());
        }
    }
}

int main(int count, char **arguments)
{
    if (count > 2 && strcmp(arguments[1], "--again") == 0) {
        again_and_again(atoi(arguments[2]));
        return 0;
    }
    if (count > 1) {
        measure(arguments[1], arguments[1]);
        return 0;
    }
    measure("content/", IOP_SOURCE_DIR "/content");
    measure_copies(100);
    measure_copies(1000);
    measure_copies(10000);
    return 0;
}
