/* Reads the command line of iop-kiosk. */
#include "main_options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "Usage: iop-kiosk [--content DIR] [--assets DIR] [--windowed WIDTHxHEIGHT] [--panel-mm MM]\n"
    "                 [--voice PROGRAM]\n"
    "  --content DIR     the folder staff edit (default: content)\n"
    "  --assets DIR      pictures and theme (default: assets)\n"
    "  --windowed WxH    a window of this size instead of the whole display\n"
    "  --panel-mm MM     width of the panel, if the display reports it wrongly\n"
    "  --voice PROGRAM   what speaks (default: iop-voice beside this program; none: the kiosk is silent)\n"
    "  --at TIME         as if it were 2026-11-26T08:30, to try out opening hours, notices and expiry\n"
    "  --clock-speed N   time runs N times as fast (1-1000), to try out the idle reset\n"
    "  --require-seal    do not start unless the kernel seals the program (seccomp)\n"
    "  --seal-profile P  x11 (usual), or gl for a session that draws through OpenGL\n"
    "  --prove           make a visit, show that nothing of it is kept, print the proof, and end\n"
    "  --help            this text\n";

static int bad_option(const char *what)
{
    fprintf(stderr, "iop-kiosk: %s\n%s", what, usage);
    return 2;
}

bool option_number(const char *text, int low, int high, int *out)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < low || value > high)
        return false;
    *out = (int)value;
    return true;
}

bool option_size(const char *text, int *width, int *height)
{
    char rest;
    if (sscanf(text, "%dx%d%c", width, height, &rest) != 2)
        return false;
    return *width >= 320 && *width <= 7680 && *height >= 240 && *height <= 7680;
}

static bool option_profile(const char *text, bool *gl)
{
    *gl = strcmp(text, "gl") == 0;
    return *gl || strcmp(text, "x11") == 0;
}

bool option_time(const char *text, struct wall_time *out)
{
    char date[DATE_SIZE], rest;
    int hour, minute;
    if (sscanf(text, "%10[0-9-]T%d:%d%c", date, &hour, &minute, &rest) != 3 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59)
        return false;
    *out = (struct wall_time){wall_day(date), hour * 60 + minute};
    return out->day != NO_DAY;
}

int options_read(int argc, char **argv, struct options *options)
{
    static const struct option known[] = {
        {"content", required_argument, NULL, 'c'},  {"assets", required_argument, NULL, 'a'},
        {"windowed", required_argument, NULL, 'w'}, {"panel-mm", required_argument, NULL, 'p'},
        {"voice", required_argument, NULL, 'v'},    {"clock-speed", required_argument, NULL, 's'},
        {"require-seal", no_argument, NULL, 'r'},   {"seal-profile", required_argument, NULL, 'f'},
        {"prove", no_argument, NULL, 'P'},          {"at", required_argument, NULL, 't'},
        {"help", no_argument, NULL, 'h'},           {NULL, 0, NULL, 0}};
    *options = (struct options){.content = "content", .assets = "assets", .clock_speed = 1};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'c')
            options->content = optarg;
        else if (found == 'a')
            options->assets = optarg;
        else if (found == 'w' && !option_size(optarg, &options->width, &options->height))
            return bad_option("--windowed needs a size such as 1600x900 (320x240 to 7680x7680).");
        else if (found == 'p' && !option_number(optarg, 80, 2000, &options->panel_mm))
            return bad_option("--panel-mm needs the panel's width in millimetres, 80 to 2000.");
        else if (found == 't' && !option_time(optarg, &options->at))
            return bad_option("--at needs a day and a time such as 2026-11-26T08:30.");
        else if (found == 's' && !option_number(optarg, 1, 1000, &options->clock_speed))
            return bad_option("--clock-speed needs a whole number from 1 to 1000.");
        else if (found == 'r')
            options->require_seal = true;
        else if (found == 'f' && !option_profile(optarg, &options->gl))
            return bad_option("--seal-profile is x11 or gl.");
        else if (found == 'v')
            options->voice = optarg;
        else if (found == 'P')
            options->prove = true;
        else if (found == 'h')
            return fputs(usage, stdout) < 0 ? 1 : 0;
        else if (found == '?')
            return bad_option("that option is not known.");
    }
    options->cursor = options->width > 0;
    return optind < argc ? bad_option("there are words that are no options.") : -1;
}
