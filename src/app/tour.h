/* Every screen and state that a visitor can reach, one after the other: for previews, audits and golden
 * dumps. Each stop is reached by actions alone, as a visitor would. */
#ifndef IOP_TOUR_H
#define IOP_TOUR_H

#include "board.h"
#include "session.h"
#include "wall.h"

struct stop {
    char name[96];  /* "page-typical-week", "result-phq-9-moderate": fit for a file name */
    char group[32]; /* the part it belongs to: "frame", "explainers", "checks", "help" */
    struct session session;
    bool at_rest;          /* between visits: nobody has chosen a text size or colors */
    struct wall_time wall; /* what the clinic's clock shows; all-zero where it does not matter */
    int64_t now_ms;        /* when: time passes on the way to some stops */
};

/* What the screen of staff shows on the tour: a made-up machine. */
extern const struct staff_board tour_board;

/* Fills stop number index (from 0) for a language; false behind the last one. */
bool tour_stop(const struct content *content, int index, int language, struct stop *stop);

/* True if what the session shows belongs to a draft: a page or a check that visitors do not see. */
bool tour_shows_draft(const struct content *content, const struct session *session);

int tour_length(const struct content *content);

#endif
