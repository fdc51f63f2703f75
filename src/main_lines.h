/* Plain text in lines of a page's width, for what iop-content prints for people. */
#ifndef IOP_MAIN_LINES_H
#define IOP_MAIN_LINES_H

enum { PAGE_WIDTH = 78 };

/* Words from a printf format, in lines of at most PAGE_WIDTH characters: the first behind `head`, the others indented
 * by as many spaces as `indent`, which is at least as wide as head. */
void put_line(const char *head, int indent, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* An empty line, the title, and a line of dashes below it. */
void put_heading(const char *title);

#endif
