/* The commands of iop-content. Each gets the arguments behind its name and returns the exit status:
 * 0 clean, 1 warnings only, 2 errors or a wrong command line. */
#ifndef IOP_MAIN_CONTENT_H
#define IOP_MAIN_CONTENT_H

#include "app.h"
#include "load.h"
#include "theme.h"

#include <stdio.h>

#include <stdbool.h>

/* argv[0] is the command's name, so that getopt can be used. */
int content_check_command(int argc, char **argv);
int content_preview_command(int argc, char **argv);
int content_diff_command(int argc, char **argv);
int content_read_command(int argc, char **argv);
int content_explain_command(int argc, char **argv);
int content_audit_command(int argc, char **argv);
int content_new_command(int argc, char **argv);
int content_schema_command(int argc, char **argv);
int content_reference_command(int argc, char **argv);
int content_pin_command(int argc, char **argv);

/* read FOLDER --all: prints every screen and state in all languages, or in that of the index only (-1: all); speech:
 * what the voice says of them. */
void content_read_all(const struct content *content, int only, bool speech);

/* True for words like K012; then what it means is printed, or that there is no such code. */
bool is_problem_code(const char *word);
int content_explain_code(const char *code);

/* Goes through a script of keys, a line each, and prints what the voice would say. False after a line that is not
 * understood, which is named on stderr. */
bool listen_to_script(struct app *app, FILE *script);

/* Says what is wrong with the command line, points to --help, and returns 2. */
int content_usage_error(const char *sentence);

/* Loads a folder (wish.today NULL: for today) and prints its problems to stderr; NULL if there are errors. */
struct content *content_load_or_report(const char *folder, struct load_wish wish);

/* The proof of every check, the wording and the agreed topics; adds what is wrong. */
void content_judge(const char *folder, const struct content *content, struct problems *problems);

/* The agreed topics as a table on the standard output. */
void content_print_coverage(const char *folder, const struct content *content);

/* "2026-07-15", in this machine's time zone; "" if nobody knows. */
const char *content_today(void);

/* Index of a language by its tag, or -1. */
int content_language(const struct content *content, const char *tag);

#endif
