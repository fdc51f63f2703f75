/* A thread that sleeps on a condition, and an event descriptor by which it says that it is done. */
#include "worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

enum { NICE = 10 };

struct worker {
    worker_job *job;
    void *context;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool wanted, ending; /* under the lock */
    bool busy;           /* the other thread's own book */
    int done;
};

/* False: the worker ends. */
static bool wait_for_work(struct worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    while (!worker->wanted && !worker->ending)
        pthread_cond_wait(&worker->changed, &worker->lock);
    bool wanted = worker->wanted;
    worker->wanted = false;
    pthread_mutex_unlock(&worker->lock);
    return wanted;
}

static void *live(void *argument)
{
    struct worker *worker = argument;
    setpriority(PRIO_PROCESS, 0, NICE); /* on Linux: of this thread */
    while (wait_for_work(worker)) {
        worker->job(worker->context);
        eventfd_write(worker->done, 1);
    }
    return NULL;
}

/* Signals are for the thread that waits for them. */
static bool start(struct worker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&worker->thread, NULL, live, worker) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void release(struct worker *worker)
{
    if (worker->done >= 0)
        close(worker->done);
    pthread_cond_destroy(&worker->changed);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}

struct worker *worker_open(worker_job *job, void *context)
{
    struct worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL)
        return NULL;
    worker->job = job;
    worker->context = context;
    worker->done = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->changed, NULL);
    if (worker->done >= 0 && start(worker))
        return worker;
    release(worker);
    return NULL;
}

int worker_descriptor(const struct worker *worker)
{
    return worker->done;
}

bool worker_busy(const struct worker *worker)
{
    return worker->busy;
}

static void tell(struct worker *worker, bool *what)
{
    pthread_mutex_lock(&worker->lock);
    *what = true;
    pthread_cond_signal(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
}

void worker_begin(struct worker *worker)
{
    worker->busy = true;
    tell(worker, &worker->wanted);
}

bool worker_finished(struct worker *worker)
{
    eventfd_t count = 0;
    if (!worker->busy || eventfd_read(worker->done, &count) != 0)
        return false;
    worker->busy = false;
    return true;
}

void worker_close(struct worker *worker)
{
    if (worker == NULL)
        return;
    tell(worker, &worker->ending);
    pthread_join(worker->thread, NULL);
    release(worker);
}
