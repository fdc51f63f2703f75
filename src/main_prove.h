/* The proof that nothing is kept: iop-kiosk --prove. A visit of its own, sealed like the kiosk, drawn into memory
 * instead of a window; what it does is looked for afterwards wherever it could have stayed. The report is for people
 * who read no code. Parts: the report and its two processes (main_prove.c), the visit (main_prove_visit.c), marks and
 * memory (main_prove_marks.c), what the kernel answers (main_prove_kernel.c), files (main_prove_files.c). */
#ifndef IOP_MAIN_PROVE_H
#define IOP_MAIN_PROVE_H

#include "main_options.h"

#include <stddef.h>
#include <stdint.h>

/* Runs the proof; the report goes to stdout. Returns the exit status: 0 only if all holds. */
int prove(const struct options *options);

/* ---- the report ---------------------------------------------------------------------------------------------- */

/* One line of the report: what was looked at, what came of it, and whether it is as it should be. Returns good. */
bool prove_line(bool good, const char *what, const char *answer);

/* ---- marks ------------------------------------------------------------------------------------------------------ */

/* Bytes by which a visit would be known again. They are kept in disguise, so that they do not find themselves. */
enum mark_kind {
    MARK_ANSWERS, /* the answers as the visit holds them */
    MARK_WORDS,   /* words as they were shown */
    MARK_PLACES,  /* where in memory a sentence lies that was shown: that tells the sentence */
    MARK_CODE,    /* the black and white of the take-away code */
    MARK_LETTERS, /* pictures of words */
    MARK_PIXELS,  /* pieces of the picture on the screen */
    MARK_KINDS
};

enum { MARK_BYTES = 64, MARKS_MAX = 6000 };

/* Fixed size: it lies in memory that two processes share. */
struct marks {
    size_t count;
    struct mark {
        uint8_t kind, length;
        unsigned char bytes[MARK_BYTES]; /* in disguise */
        uint32_t at_rest, most, after;   /* how often it was found */
    } list[MARKS_MAX];
};

/* Shared memory for marks; NULL if there is none. */
struct marks *marks_open(void);

/* Notes up to MARK_BYTES bytes; what is there already, too short or too plain to be told apart is left out. */
void marks_note(struct marks *marks, enum mark_kind kind, const void *bytes, size_t length);

/* Opens what the search needs; call it before the process hides its memory and before the seal. */
bool marks_prepare(void);

/* Looks for all marks in everything this process may write. Adds nothing to it that could be found again.
 * The result is in at_rest, most (the larger of all calls) or after. */
enum marks_when { MARKS_AT_REST, MARKS_DURING, MARKS_AFTER };
bool marks_search(struct marks *marks, enum marks_when when);

/* Bytes that were looked at in the last search. */
size_t marks_searched(void);

/* The lines of the report on memory. False if a mark stayed, or a kind of mark was never found while it was there. */
bool marks_report(const struct marks *marks);

/* ---- the visit ----------------------------------------------------------------------------------------------------
 */

/* Opens what the kiosk opens, rehearses the visit in a process that ends, seals itself, makes the visit twice – until
 * "I'm done", and until nobody is there any more –, and looks for marks. In a process of its own. */
bool prove_visit(const struct options *options);

/* ---- the kernel -----------------------------------------------------------------------------------------------------
 */

/* Opens what tells about this process; before the seal. */
bool kernel_prepare(void);

/* What state the kernel says it is in, what is open, and what it answers to every deed of main_acts.h. */
bool kernel_report(const struct options *options);

/* ---- files
 * ------------------------------------------------------------------------------------------------------------ */

/* Notes all files in the folders where something could have been written. */
void files_before(const struct options *options);

/* Compares and reports. */
bool files_report(void);

/* Folders for temporary files and of the user, as the environment names them. */
const char *files_home(void);
const char *files_temporary(void);

/* ---- for the test that shows that every check can fail
 * ------------------------------------------------------------------ */

#ifdef IOP_LEAK
/* Is this build to leak in that way? Named by the environment variable IOP_LEAK; no kiosk is built like this. */
bool leaks(const char *way);
#else
static inline bool leaks(const char *way)
{
    (void)way;
    return false;
}
#endif

#endif
