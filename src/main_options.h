/* The command line of iop-kiosk. */
#ifndef IOP_MAIN_OPTIONS_H
#define IOP_MAIN_OPTIONS_H

#include "wall.h"

#include <stdbool.h>

struct options {
    const char *content, *assets;
    const char *voice;   /* the program that speaks; NULL: the one beside the kiosk's; "none": the kiosk is silent */
    int width, height;   /* 0, 0: the whole display */
    int panel_mm;        /* 0: unknown */
    int clock_speed;     /* 1: as usual */
    struct wall_time at; /* day NO_DAY: the machine's own clock */
    bool cursor;
    bool prove;        /* no kiosk, but the proof that it keeps nothing */
    bool require_seal; /* no seal, no start */
    bool gl;           /* the seal leaves what OpenGL drivers need */
};

/* Fills options; returns -1 to go on, else the exit status (0 after --help, 2 after a mistake, which is
 * named on stderr with the usage). */
int options_read(int argc, char **argv, struct options *options);

/* A whole number within low..high and nothing behind it. */
bool option_number(const char *text, int low, int high, int *out);

/* "2026-11-26T08:30". */
bool option_time(const char *text, struct wall_time *out);

/* "1920x1080", 320x240 to 7680x7680. */
bool option_size(const char *text, int *width, int *height);

#endif
