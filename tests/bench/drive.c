/* Drives a program as a visitor would, by a script, and prints what came of each line: see README.md.
 *
 *   bench_drive FRAMEBUFFER PROGRAM [ARGUMENT...] <SCRIPT
 *
 * Each line of the script            prints, times in milliseconds
 *   (at the start)                   start NAME FIRST COMPLETE CPU     first changed pixel, last one, CPU till then
 *   touch X Y NAME                   touch NAME FIRST COMPLETE CPU     from the touch on; "missed NAME" if nothing came
 *   drag X Y WAY STEPS NAME          drag NAME CPU CHANGES             of one step; how often the screen changed
 *   rest SECONDS NAME                rest NAME SLEEPS REQUESTS CPU     in all that time
 *   memory NAME                      memory NAME KIB OWN               proportional set size, and what is in no file
 *   quiet MS                                                           so long without a change, and it is complete */
#include "family.h"
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

enum { NAME_SIZE = 80, LINE_SIZE = 200 };

static const double start_quiet_ms = 1000, start_longest_ms = 20000;
static const double touch_longest_ms = 3000, before_touch_ms = 60, before_rest_ms = 2000;
static const double steps_a_second = 60;

struct drive {
    struct screen *screen;
    struct family family;
    double quiet_ms;
};

static void start(struct drive *drive, char *const *program)
{
    screen_point(drive->screen, 0, 0);
    clock_sleep(before_touch_ms);
    screen_look(drive->screen);
    double began = clock_ms();
    if (!family_start(&drive->family, program))
        return;
    struct change change = screen_watch(drive->screen, start_quiet_ms, start_longest_ms);
    if (change.count > 0)
        printf("start - %.2f %.2f %.2f\n", change.first_ms - began, change.last_ms - began,
               family_cpu_ms(&drive->family));
}

/* The finger is there before it touches, so that only the touch is measured. */
static bool touch(struct drive *drive, const char *line)
{
    int x, y;
    char name[NAME_SIZE];
    if (sscanf(line, "touch %d %d %79s", &x, &y, name) != 3)
        return false;
    screen_point(drive->screen, x, y);
    clock_sleep(before_touch_ms);
    screen_look(drive->screen);
    double cpu = family_cpu_ms(&drive->family), began = clock_ms();
    screen_press(drive->screen);
    screen_release(drive->screen);
    struct change change = screen_watch(drive->screen, drive->quiet_ms, touch_longest_ms);
    if (change.count > 0)
        printf("touch %s %.3f %.3f %.3f\n", name, change.first_ms - began, change.last_ms - began,
               family_cpu_ms(&drive->family) - cpu);
    else
        printf("missed %s\n", name);
    return true;
}

static bool drag(struct drive *drive, const char *line)
{
    int x, y, way, steps;
    char name[NAME_SIZE];
    if (sscanf(line, "drag %d %d %d %d %79s", &x, &y, &way, &steps, name) != 5 || steps < 1)
        return false;
    struct change change = {-1, -1, 0};
    screen_point(drive->screen, x, y);
    clock_sleep(before_touch_ms);
    screen_look(drive->screen);
    double cpu = family_cpu_ms(&drive->family), began = clock_ms();
    screen_press(drive->screen);
    for (int step = 1; step <= steps; step++) {
        screen_watch_until(drive->screen, began + step * 1000 / steps_a_second, &change);
        screen_point(drive->screen, x, y - way * step / steps);
    }
    screen_watch_until(drive->screen, clock_ms() + drive->quiet_ms, &change);
    screen_release(drive->screen);
    clock_sleep(drive->quiet_ms);
    printf("drag %s %.3f %d\n", name, (family_cpu_ms(&drive->family) - cpu) / steps, change.count);
    return true;
}

static bool rest(struct drive *drive, const char *line)
{
    double seconds;
    char name[NAME_SIZE];
    if (sscanf(line, "rest %lf %79s", &seconds, name) != 2)
        return false;
    clock_sleep(before_rest_ms);
    double cpu = family_cpu_ms(&drive->family);
    long sleeps = family_sleeps(&drive->family);
    long requests = screen_count_requests(drive->screen, seconds * 1e3);
    printf("rest %s %ld %ld %.2f\n", name, family_sleeps(&drive->family) - sleeps, requests,
           family_cpu_ms(&drive->family) - cpu);
    return true;
}

static bool memory(struct drive *drive, const char *line)
{
    char name[NAME_SIZE];
    if (sscanf(line, "memory %79s", name) != 1)
        return false;
    printf("memory %s %ld %ld\n", name, family_pss_kib(&drive->family), family_own_kib(&drive->family));
    return true;
}

static bool quiet(struct drive *drive, const char *line)
{
    return sscanf(line, "quiet %lf", &drive->quiet_ms) == 1;
}

static bool follow(struct drive *drive, const char *line)
{
    bool (*const all[])(struct drive *, const char *) = {touch, drag, rest, memory, quiet};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i](drive, line))
            return true;
    return fprintf(stderr, "drive: this line is not understood: %s", line), false;
}

static bool follow_all(struct drive *drive)
{
    char line[LINE_SIZE];
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (!family_lives(&drive->family))
            return fprintf(stderr, "drive: the program has ended before: %s", line), false;
        if (line[0] != '\n' && !follow(drive, line))
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    struct drive drive = {.quiet_ms = 150};
    if (argc < 3)
        return fputs("Usage: bench_drive FRAMEBUFFER PROGRAM [ARGUMENT...] <SCRIPT\n", stderr), 2;
    prctl(PR_SET_TIMERSLACK, 1); /* sleeps of a quarter of a millisecond, not a third more */
    setvbuf(stdout, NULL, _IOLBF, 0);
    drive.screen = screen_open(argv[1]);
    if (drive.screen == NULL)
        return 1;
    start(&drive, argv + 2);
    bool good = drive.family.leader > 0 && follow_all(&drive);
    if (drive.family.leader > 0)
        family_stop(&drive.family);
    screen_close(drive.screen);
    return good ? 0 : 1;
}
