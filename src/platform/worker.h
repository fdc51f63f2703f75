/* One further thread that does one job at a time. It is made once and waits;
 * it stands back (nice 10) behind the thread that answers touches. It does not know what the job is. */
#ifndef IOP_WORKER_H
#define IOP_WORKER_H

#include <stdbool.h>

struct worker;

typedef void worker_job(void *context);

/* job(context) runs in the thread whenever worker_begin() says so; nobody else touches what it uses until
 * worker_finished() is true. NULL if the system refuses. */
struct worker *worker_open(worker_job *job, void *context);

/* Has something to read when a job is done. */
int worker_descriptor(const struct worker *worker);

/* From worker_begin() until worker_finished() was true. */
bool worker_busy(const struct worker *worker);

/* Not while it is busy. */
void worker_begin(struct worker *worker);

/* True once after each job. */
bool worker_finished(struct worker *worker);

/* Waits for a job that is under way; NULL is fine. */
void worker_close(struct worker *worker);

#endif
