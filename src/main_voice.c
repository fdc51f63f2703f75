/* iop-voice: says what the kiosk wants to be heard. A program of its own because a crash of speech must not be a crash
 * of the kiosk, and because libespeak-ng is GPL-3: so is this program as it is built. The kiosk does not link it. */
#include "main_leak.h"
#include "main_voice_ask.h"
#include "seal.h"
#include "sound.h"
#include "speech.h"
#include "voicewire.h"
#include "waiter.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static const char usage[] =
    "iop-voice is started by iop-kiosk. By hand it says one sentence, to try the loudspeaker:\n"
    "Usage: iop-voice --try \"Good morning.\" [--language en|es|...] [--volume 0-10] [--rate 60-250]\n"
    "  --try TEXT        says the text and ends\n"
    "  --language TAG    in this language (default: en)\n"
    "  --volume STEP     0 is silent, 10 the loudest (default: 6, as every visit begins)\n"
    "  --rate WORDS      words a minute (default: 120, as every visit begins)\n"
    "  --speech-data DIR the folder that holds espeak-ng-data (default: Debian's)\n"
    "  --socket NUMBER   for iop-kiosk: the descriptor of its socket\n"
    "  --require-seal    for iop-kiosk: does not serve if the kernel does not seal it\n"
    "  --prove NUMBER    for iop-kiosk --prove: the descriptor at which it is asked about itself\n"
    "  --help            this text\n";

struct wishes {
    int socket, asked_at; /* -1: none */
    bool require_seal;
    const char *data, *text, *language;
    int rate, volume;
};

/* ---- the loudspeaker and the clock --------------------------------------------------------------------- */

/* What the world is made of, for who speaks and who waits. */
struct place {
    struct sound *sound;
    struct stream *stream; /* NULL: no loudspeaker is open */
    int asked_at;
};

/* A question of the proof comes after the orders that were sent before it, and waits while nothing is listened to. */
static bool wait_for_order(void *context, int socket, int milliseconds)
{
    const struct place *place = context;
    struct pollfd news[] = {{.fd = socket, .events = POLLIN},
                            {.fd = socket >= 0 ? ask_speaker_at() : -1, .events = POLLIN}};
    while (socket < 0 && leaks("voice-speaker"))
        poll(NULL, 0, -1);
    const int ready = poll(news, sizeof news / sizeof *news, milliseconds);
    if (ready > 0 && news[0].revents == 0)
        ask_speaking(place->stream);
    return ready == 0;
}

static void answer(void *context)
{
    const struct place *place = context;
    ask_waiting(place->asked_at);
}

static void fill(void *source, int16_t *samples, size_t count)
{
    stream_take(source, samples, count);
}

static bool open_sound(void *context, int rate, struct stream *stream)
{
    struct place *place = context;
    place->sound = sound_open(rate, fill, stream);
    place->stream = place->sound != NULL ? stream : NULL;
    return place->sound != NULL;
}

static bool works(void *context)
{
    const struct place *place = context;
    return sound_works(place->sound);
}

static void close_sound(void *context)
{
    struct place *place = context;
    sound_close(place->sound);
    place->sound = NULL;
    place->stream = NULL;
}

/* ---- for the kiosk ------------------------------------------------------------------------------------- */

/* What is said may reach no disk and no other program, and ends with the kiosk. */
static void be_private(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (!leaks("voice-dump"))
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    signal(SIGTERM, SIG_DFL); /* whoever started this may have ignored them */
    signal(SIGCHLD, SIG_DFL);
    signal(SIGINT, SIG_IGN); /* Ctrl-C is for the kiosk, whose end is seen on the socket */
    signal(SIGPIPE, SIG_IGN);
}

static void say_broken(int socket, enum voice_trouble trouble)
{
    const struct voice_report report = {VOICE_WIRE_VERSION, VOICE_BROKEN, (uint8_t)trouble, 0};
    send(socket, &report, sizeof report, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static int serve(int socket, const char *data, int asked_at)
{
    struct place place = {.asked_at = asked_at};
    const struct voice_world world = {.context = &place,
                                      .wait = wait_for_order,
                                      .sound_open = open_sound,
                                      .sound_works = works,
                                      .sound_close = close_sound,
                                      .answer = asked_at >= 0 ? answer : NULL,
                                      .asked_at = asked_at};
    struct synth *synth = synth_open(data);
    if (synth == NULL) {
        say_broken(socket, VOICE_NO_SPEECH_DATA);
        return 1;
    }
    waiter_run(socket, synth, &world);
    synth_close(synth);
    return 0;
}

static void close_all_but(int one, int other)
{
    const unsigned low = (unsigned)(other < 0 || one < other ? one : other);
    const unsigned high = (unsigned)(one > other ? one : other), none = ~0U;
    if (low > STDERR_FILENO + 1)
        close_range(STDERR_FILENO + 1, low - 1, 0);
    if (high > low + 1)
        close_range(low + 1, high - 1, 0);
    close_range(high + 1, none, 0);
}

/* Nothing of the kiosk's is held open but the socket. What is wrong is said over it, in order: sound libraries write
 * pages to stderr, and nobody knows what they might write. */
static int serve_kiosk(struct wishes wishes)
{
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (fcntl(wishes.socket, F_SETFD, FD_CLOEXEC) != 0)
        return fputs("iop-voice: --socket needs the number of an open descriptor.\n", stderr) < 0 ? 1 : 2;
    for (int standard = 0; nowhere >= 0 && standard <= STDERR_FILENO; standard++)
        dup2(nowhere, standard);
    close_all_but(wishes.socket, wishes.asked_at);
    if (wishes.asked_at >= 0 && !ask_open(wishes.asked_at))
        return 1;
    const char *folders[] = {wishes.data, NULL};
    const bool sealed = !leaks("voice-seal") && seal_close(SEAL_VOICE, folders);
    if (!sealed && wishes.require_seal) {
        say_broken(wishes.socket, VOICE_NO_SEAL);
        return 1;
    }
    return serve(wishes.socket, wishes.data, wishes.asked_at);
}

/* ---- by hand ------------------------------------------------------------------------------------------- */

static void order_words(int socket, struct wishes wishes)
{
    static struct voice_order order;
    order = (struct voice_order){.version = VOICE_WIRE_VERSION,
                                 .kind = SPEECH_SAY,
                                 .words_per_minute = (uint16_t)wishes.rate,
                                 .volume = (uint16_t)wishes.volume,
                                 .number = 1};
    order.length = (uint32_t)voice_part(wishes.text, strlen(wishes.text));
    memcpy(order.text, wishes.text, order.length);
    snprintf(order.language, sizeof order.language, "%s", wishes.language);
    send(socket, &order, voice_order_size(&order), MSG_NOSIGNAL);
}

static int end_of_try(int socket)
{
    struct voice_report report;
    while (recv(socket, &report, sizeof report, 0) == (ssize_t)sizeof report) {
        if (report.kind == VOICE_FINISHED)
            return 0;
        if (report.kind == VOICE_BROKEN && report.trouble == VOICE_NO_SPEECH_DATA)
            fputs("iop-voice: the speech data is missing. Install the Debian package espeak-ng-data.\n", stderr);
        else if (report.kind == VOICE_BROKEN)
            fputs("iop-voice: no loudspeaker or headphones could be opened. See that `aplay -l` names them.\n", stderr);
        if (report.kind == VOICE_BROKEN)
            return 1;
    }
    fputs("iop-voice: the text could not be said. It must be UTF-8 and have at least one letter.\n", stderr);
    return 1;
}

static int try_words(struct wishes wishes)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return 1;
    const pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        _exit(serve(ends[1], wishes.data, -1));
    }
    close(ends[1]);
    order_words(ends[0], wishes);
    return pid > 0 ? end_of_try(ends[0]) : 1;
}

/* ---- the command line ---------------------------------------------------------------------------------- */

static bool number(const char *text, int low, int high, int *out)
{
    char *end;
    const long value = strtol(text, &end, 10);
    *out = (int)value;
    return end != text && *end == '\0' && value >= low && value <= high;
}

static int bad_option(void)
{
    fputs(usage, stderr);
    return 2;
}

static bool take_option(int option, const char *value, struct wishes *wishes)
{
    switch (option) {
    case 's':
        return number(value, STDERR_FILENO + 1, 1023, &wishes->socket);
    case 'q':
        wishes->require_seal = true;
        return true;
    case 'p':
        return number(value, STDERR_FILENO + 1, 1023, &wishes->asked_at);
    case 'r':
        return number(value, SPEECH_SLOWEST, SPEECH_FASTEST, &wishes->rate);
    case 'v':
        return number(value, 0, SPEECH_VOLUMES - 1, &wishes->volume);
    case 'd':
        wishes->data = value;
        return true;
    case 't':
        wishes->text = value;
        return true;
    case 'l':
        wishes->language = value;
        return true;
    default:
        return false;
    }
}

int main(int argc, char **argv)
{
    static const struct option known[] = {
        {"socket", required_argument, NULL, 's'}, {"require-seal", no_argument, NULL, 'q'},
        {"prove", required_argument, NULL, 'p'},  {"speech-data", required_argument, NULL, 'd'},
        {"try", required_argument, NULL, 't'},    {"language", required_argument, NULL, 'l'},
        {"volume", required_argument, NULL, 'v'}, {"rate", required_argument, NULL, 'r'},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0}};
    struct wishes wishes = {
        .socket = -1, .asked_at = -1, .language = "en", .rate = SPEECH_USUAL_RATE, .volume = SPEECH_USUAL_VOLUME};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'h')
            return fputs(usage, stdout) < 0;
        if (!take_option(found, optarg, &wishes))
            return bad_option();
    }
    if (optind < argc || (wishes.socket < 0) == (wishes.text == NULL) || (wishes.asked_at >= 0 && wishes.socket < 0))
        return bad_option();
    be_private();
    return wishes.text != NULL ? try_words(wishes) : serve_kiosk(wishes);
}
