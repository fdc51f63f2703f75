/* Memory and process settings that keep a visit off the disk: no core dump, no swap, no debugger of the
 * same user. Knows nothing of what the memory holds. */
#ifndef IOP_SECRET_H
#define IOP_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* Page size that secret_memory() counts with; align what it protects to it. */
enum { SECRET_PAGE = 4096 };

/* Closes what whoever started the program left open, but for 0, 1 and 2: a file that is open stays writable behind
 * every seal. Call it first of all. */
void secret_descriptors(void);

/* Neither a crash nor another program of the same user can copy this process: core size 0, not dumpable.
 * False if the system refuses. Call it before anything of a visit is in memory. */
bool secret_process(void);

/* Keeps the pages of memory out of core dumps, and out of swap where the limit on locked memory allows.
 * memory: at a multiple of SECRET_PAGE; what shares its last page is kept as well. False if it could not be
 * locked (the machine's limit); it is then still left out of dumps. */
bool secret_memory(void *memory, size_t size);

#endif
