/* Orders to the voice, with a short memory for those it cannot take yet, and its reports. */
#include "voicelink.h"

#include "voicestart.h"
#include "voicewire.h"
#include "wipe.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>

#define BIT(kind) (1U << (kind))
#define ALL       (~0U)

/* What no longer matters once that kind is wanted. */
static const unsigned REPLACED[] = {
    [SPEECH_SAY] = BIT(SPEECH_SAY) | BIT(SPEECH_PAUSE) | BIT(SPEECH_RESUME),
    [SPEECH_STOP] = ~BIT(SPEECH_FORGET),
    [SPEECH_PAUSE] = BIT(SPEECH_PAUSE) | BIT(SPEECH_RESUME),
    [SPEECH_RESUME] = BIT(SPEECH_PAUSE) | BIT(SPEECH_RESUME),
    [SPEECH_CHIME] = ~BIT(SPEECH_FORGET),
    [SPEECH_FORGET] = ALL,
};

static const char *const TROUBLES[VOICE_TROUBLES] = {
    [VOICE_NO_SOUND] =
        "The kiosk cannot speak: no loudspeaker or headphones could be opened. Plug them in, and see that "
        "`aplay -l` names them; the kiosk tries again after each visit. If it shall not speak, start it "
        "with --voice none.",
    [VOICE_NO_SPEECH_DATA] = "The kiosk cannot speak: the speech data is missing. Install the Debian package "
                             "espeak-ng-data; the kiosk tries again after each visit.",
    [VOICE_NO_SEAL] = "The kiosk cannot speak: the kernel does not seal the program iop-voice, and --require-seal asks "
                      "for it. Start the kiosk where seccomp is allowed, or with --voice none.",
    [VOICE_NO_PROGRAM] =
        "The kiosk cannot speak: its program iop-voice cannot be started. Build the kiosk anew, or name "
        "the program with --voice. If it shall not speak, start it with --voice none.",
};

/* One forget, stop, chime and pause, and the parts of one text. */
enum { WAITING_MAX = VOICE_PARTS_MAX + 4 };

struct voicelink {
    char path[VOICE_PATH_SIZE];
    struct voice_process process;
    int starts;       /* since the last visit ended */
    bool ready, told; /* told: it knows something to forget */
    const char *trouble;
    uint32_t number, expected; /* of the last text; of the one whose end was not reported, 0: none */
    struct voice_order waiting[WAITING_MAX];
    int count;
};

/* ---- starting ------------------------------------------------------------------------------------------ */

static void start(struct voicelink *link)
{
    link->starts++;
    link->ready = false;
    if (!voice_start(link->path, &link->process))
        link->trouble =
            "The kiosk cannot speak: the system gives it no process for its voice. It tries again after each "
            "visit.";
}

static void drop(struct voicelink *link, unsigned kinds)
{
    int kept = 0;
    for (int i = 0; i < link->count; i++)
        if ((kinds & BIT(link->waiting[i].kind)) == 0)
            link->waiting[kept++] = link->waiting[i];
    wipe(&link->waiting[kept], sizeof *link->waiting * (size_t)(link->count - kept));
    link->count = kept;
}

/* The voice is gone. The next one gets what still waits. */
static void lose(struct voicelink *link)
{
    voice_end(&link->process);
    link->ready = false;
    if (link->starts < VOICE_STARTS_MAX)
        start(link);
    if (link->process.socket < 0)
        drop(link, ALL);
}

struct voicelink *voice_open(const char *path)
{
    struct voicelink *link = calloc(1, sizeof *link);
    if (link == NULL)
        return NULL;
    mlock(link, sizeof *link); /* as far as the limits of the system allow */
    link->process.socket = -1;
    if (path != NULL)
        snprintf(link->path, sizeof link->path, "%s", path);
    else
        voice_program(link->path, sizeof link->path);
    start(link);
    return link;
}

bool voice_available(const struct voicelink *link)
{
    return link != NULL && link->ready;
}

const char *voice_trouble(const struct voicelink *link)
{
    return link != NULL ? link->trouble : NULL;
}

/* ---- sending ------------------------------------------------------------------------------------------- */

static void drop_first(struct voicelink *link)
{
    struct voice_order *first = &link->waiting[0];
    link->count--;
    memmove(first, first + 1, sizeof *first * (size_t)link->count);
    wipe(&link->waiting[link->count], sizeof *first);
}

static bool is_forget(const struct voice_order *order)
{
    return order->kind == SPEECH_FORGET;
}

/* Sends what waits, as far as the voice takes it. One that does not even take the wish to forget is ended: that
 * makes it forget. */
static void flush(struct voicelink *link)
{
    while (link->count > 0 && link->process.socket >= 0) {
        struct voice_order *first = &link->waiting[0];
        const ssize_t sent = send(link->process.socket, first, voice_order_size(first), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno == EAGAIN && !is_forget(first))
            return;
        if (sent < 0)
            lose(link);
        else
            drop_first(link);
    }
}

static int within(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static struct voice_order *add(struct voicelink *link, const struct speech *speech)
{
    struct voice_order *order = &link->waiting[link->count++];
    order->version = VOICE_WIRE_VERSION;
    order->kind = (uint8_t)speech->kind;
    order->words_per_minute = (uint16_t)within(speech->words_per_minute, SPEECH_SLOWEST, SPEECH_FASTEST);
    order->volume = (uint16_t)within(speech->volume, 0, SPEECH_VOLUMES - 1);
    order->number = link->number;
    if (speech->language != NULL)
        snprintf(order->language, sizeof order->language, "%s", speech->language);
    return order;
}

static void add_text(struct voicelink *link, const struct speech *speech)
{
    const char *text = speech->text != NULL ? speech->text : "";
    size_t left = strlen(text);
    link->number = link->number == UINT32_MAX ? 1 : link->number + 1;
    for (int part = 0; part < VOICE_PARTS_MAX && left > 0; part++) {
        struct voice_order *order = add(link, speech);
        order->continues = part > 0;
        order->length = (uint32_t)voice_part(text, left);
        memcpy(order->text, text, order->length);
        text += order->length;
        left -= order->length;
    }
}

/* A visit ended: what waits goes, a dead voice comes back, a silent one may look for its loudspeaker again. */
static void forget(struct voicelink *link)
{
    drop(link, ALL);
    link->starts = 0;
    link->expected = 0;
    if (link->process.socket < 0)
        start(link);
    if (!link->told && link->trouble == NULL)
        return;
    link->told = false;
    add(link, &(struct speech){.kind = SPEECH_FORGET});
    flush(link);
}

void voice_send(struct voicelink *link, const struct speech *speech)
{
    if (link == NULL || speech->kind == SPEECH_NONE)
        return;
    if (speech->kind == SPEECH_FORGET) {
        forget(link);
        return;
    }
    drop(link, REPLACED[speech->kind]);
    if (speech->kind == SPEECH_SAY)
        add_text(link, speech);
    else
        add(link, speech);
    link->told = true;
    if (speech->kind != SPEECH_PAUSE && speech->kind != SPEECH_RESUME)
        link->expected = speech->kind == SPEECH_SAY ? link->number : 0;
    flush(link);
    if (link->process.socket < 0)
        drop(link, ALL);
}

/* ---- reports ------------------------------------------------------------------------------------------- */

int voice_descriptor(const struct voicelink *link)
{
    return link != NULL ? link->process.socket : -1;
}

short voice_events(const struct voicelink *link)
{
    return link != NULL && link->count > 0 ? POLLIN | POLLOUT : POLLIN;
}

static bool has_ended(struct voicelink *link, uint32_t number)
{
    if (link->expected == 0 || link->expected != number)
        return false;
    link->expected = 0;
    return true;
}

static bool take_report(struct voicelink *link, const struct voice_report *report)
{
    switch ((enum voice_report_kind)report->kind) {
    case VOICE_READY:
    case VOICE_LOST:
        link->ready = true;
        link->trouble = NULL;
        return report->kind == VOICE_LOST && has_ended(link, link->expected);
    case VOICE_FINISHED:
        return has_ended(link, report->number);
    case VOICE_BROKEN:
        link->ready = false;
        link->trouble = TROUBLES[report->trouble];
        break;
    }
    return false;
}

bool voice_heard(struct voicelink *link)
{
    bool finished = false;
    while (voice_descriptor(link) >= 0) {
        struct voice_report report;
        const ssize_t received = recv(link->process.socket, &report, sizeof report, MSG_DONTWAIT | MSG_TRUNC);
        if (received < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (received > 0 && voice_report_ok(&report, (size_t)received)) {
            finished |= take_report(link, &report);
            continue;
        }
        finished |= has_ended(link, link->expected);
        lose(link);
    }
    if (link != NULL)
        flush(link);
    return finished;
}

void voice_close(struct voicelink *link)
{
    if (link == NULL)
        return;
    voice_end(&link->process);
    wipe(link, sizeof *link);
    munlock(link, sizeof *link);
    free(link);
}
