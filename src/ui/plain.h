/* A scene as plain text: lines for a terminal or a test, and a dump of the tree. Needs no pixels. */
#ifndef IOP_PLAIN_H
#define IOP_PLAIN_H

#include "metrics.h"
#include "scene.h"

#include <stdio.h>

/* Letters for those who draw none: every character is half an em wide. */
struct metrics metrics_plain(void);

/* One line of it: the node that it speaks for, its number if it can be touched, else 0, and its words, which live as
 * long as the call. */
typedef void plain_line(void *context, const struct node *node, int number, const char *words);

/* Tells line by line what a visitor could read, in reading order; what can be touched is numbered from 1. Returns how
 * many numbers there are. */
int plain_lines(const struct scene *scene, plain_line *line, void *context);

/* Prints what a visitor could read, in reading order; what can be touched is numbered from 1.
 * Returns how many numbers there are. */
int plain_print(const struct scene *scene, FILE *out);

/* The node with that number, or NULL. */
const struct node *plain_node(const struct scene *scene, int wanted);

/* The first node that can be touched whose name is `what` or whose words are `what`, or NULL. */
const struct node *plain_find(const struct scene *scene, const char *what);

/* Prints the tree, a line each: indent, role, #name, "words", [action], state. */
void scene_dump(const struct scene *scene, FILE *out);

const char *role_name(enum role role);

#endif
