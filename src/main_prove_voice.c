/* The voice during the proof: it is started as in the kiosk, says what the visits let it say, and is asked about
 * itself over a line that only the proof gives it. */
#include "main_prove.h"

#include "main_acts.h"
#include "main_ask.h"
#include "main_leak.h"
#include "voicelink.h"
#include "voicestart.h"
#include "wipe.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    TURN_MS = 50,
    READY_TURNS = 400,
    HEARD_TURNS = 600,
    ANSWER_TURNS = 300,
    LANGUAGES_MAX = 8,
    TEXT_MARKS_MAX = 1100
};

static const char *const WHO[ASK_PROCESSES] = {
    [ASK_WAITS] = "The voice: the process that waits between visits",
    [ASK_SPEAKS] = "The voice: the process that speaks during a visit",
};

/* What one of the voice's processes knows of the marks. */
struct search {
    uint32_t count;
    struct mark marks[ASK_MARKS_MAX];
    size_t searched;
    int32_t process;
};

static struct voicelink *voice;
static int line = -1; /* to ask over */
static bool there;
static uint32_t number;
static struct search searches[ASK_PROCESSES];
static int32_t spoke;               /* the process that spoke in this visit; 0: none yet */
static bool replaced;               /* in this visit another one spoke on */
static bool missed;                 /* a question was not answered: no more are asked */
static int language;                /* of the last text */
static bool saying;                 /* it was not heard to its end yet */
static bool mute;                   /* a text never ended */
static size_t heard[LANGUAGES_MAX]; /* to their end */
static struct ask question;
static struct ask_answer answer;

/* ---- being there ------------------------------------------------------------------------------------------- */

static bool is_wished(const struct options *options)
{
    return options->voice == NULL || strcmp(options->voice, "none") != 0;
}

/* Waits for news of the voice; true if the text was heard to its end. */
static bool listen_for_news(void)
{
    struct pollfd news = {.fd = voice_descriptor(voice), .events = voice_events(voice)};
    poll(&news, 1, TURN_MS);
    return voice_heard(voice);
}

/* Two ends: the proof's, and the voice's. */
static bool open_line(int *ends)
{
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    line = ends[0];
    voice_aside(ends[1]);
    return true;
}

void voiced_open(const struct options *options)
{
    int ends[2];
    if (!is_wished(options))
        return;
    setenv("SDL_AUDIODRIVER", "dummy", 0); /* marked answers are for nobody's ears */
    if (!voice_keeper_start() || !open_line(ends))
        return;
    voice = voice_open(options->voice);
    for (int i = 0; i < READY_TURNS && !voice_available(voice) && voice_trouble(voice) == NULL; i++)
        listen_for_news();
    there = voice_available(voice);
    voice_aside(-1); /* one that takes its place would not be the one that was looked into */
    close(ends[1]);
}

bool voiced(void)
{
    return there;
}

/* ---- speaking ---------------------------------------------------------------------------------------------- */

void voiced_say(struct app *app, struct marks *noted)
{
    struct speech speech;
    while (app_speech(app, &speech)) {
        if (noted == NULL)
            voice_send(voice, &speech);
        else if (speech.kind == SPEECH_SAY)
            marks_note_text(noted, MARK_SPOKEN, speech.text);
        if (speech.kind == SPEECH_SAY)
            language = app->voice.language;
        saying = speech.kind == SPEECH_SAY;
    }
}

bool voiced_to_the_end(bool of_visit)
{
    bool ended = false;
    for (int i = 0; i < HEARD_TURNS && !ended && saying && !mute; i++)
        ended = listen_for_news();
    mute = mute || (saying && !ended);
    saying = saying && !ended;
    if (ended && of_visit && language < LANGUAGES_MAX)
        heard[language]++;
    return ended;
}

/* ---- asking ------------------------------------------------------------------------------------------------ */

static bool take_answer(void)
{
    for (int i = 0; i < ANSWER_TURNS; i++) {
        struct pollfd news = {.fd = line, .events = POLLIN};
        if (poll(&news, 1, TURN_MS) <= 0)
            continue;
        const ssize_t got = recv(line, &answer, sizeof answer, MSG_DONTWAIT);
        if (got >= (ssize_t)offsetof(struct ask_answer, marks) && got == (ssize_t)ask_answer_size(&answer) &&
            answer.number == number)
            return true;
    }
    return false;
}

static bool ask(enum ask_who who, enum ask_what what)
{
    question.version = ASK_VERSION;
    question.who = (uint8_t)who;
    question.what = (uint8_t)what;
    question.number = ++number;
    return send(line, &question, ask_size(&question), MSG_NOSIGNAL | MSG_DONTWAIT) > 0 && take_answer();
}

static void look_into(enum ask_who who, enum marks_when when)
{
    struct search *search = &searches[who];
    question.when = (uint8_t)when;
    question.count = search->count;
    memcpy(question.marks, search->marks, search->count * sizeof *search->marks);
    const bool looked = !missed && ask(who, ASK_MARKS) && answer.looked && answer.count <= ASK_MARKS_MAX;
    missed = !looked;
    search->process = looked ? answer.process : 0;
    if (!looked)
        return;
    search->searched = answer.searched;
    search->count = answer.count;
    memcpy(search->marks, answer.marks, answer.count * sizeof *answer.marks);
}

/* The sound that one process made is looked for in the other one, too. */
static void share_sound(void)
{
    const struct search *from = &searches[ASK_SPEAKS];
    struct search *to = &searches[ASK_WAITS];
    for (; to->count < from->count; to->count++) {
        to->marks[to->count] = from->marks[to->count];
        to->marks[to->count].most = to->marks[to->count].at_rest = to->marks[to->count].after = 0;
    }
}

void voiced_look(enum marks_when when)
{
    if (!there)
        return;
    look_into(ASK_SPEAKS, when);
    share_sound();
    look_into(ASK_WAITS, when);
    if (when != MARKS_DURING)
        return;
    replaced = replaced || (spoke != 0 && spoke != searches[ASK_SPEAKS].process);
    spoke = searches[ASK_SPEAKS].process;
}

void voiced_begin(const struct marks *marks)
{
    memset(searches, 0, sizeof searches);
    memset(heard, 0, sizeof heard);
    spoke = 0;
    replaced = false;
    for (size_t i = 0; i < marks->count; i++)
        for (enum ask_who who = 0; who < ASK_PROCESSES && marks->list[i].kind == MARK_SPOKEN; who++)
            if (searches[who].count < TEXT_MARKS_MAX)
                searches[who].marks[searches[who].count++] = marks->list[i];
    voiced_look(MARKS_AT_REST);
}

/* ---- the report: its state --------------------------------------------------------------------------------- */

/* What it may do is not refused; what it may not do must be. */
static bool report_acts(void)
{
    char told[160];
    size_t count, refused = 0, left = 0;
    bool good = true;
    const struct act *all = acts(&count);
    for (size_t i = 0; i < count && i < answer.act_count; i++) {
        const int judged = act_judge(answer.acts[i]);
        refused += judged == 0;
        left += judged != 0 && all[i].voice_may != NULL;
        if (judged != 0 && all[i].voice_may == NULL)
            good = prove_line(false, all[i].words, judged < 0 ? "POSSIBLE" : strerror(answer.acts[i]));
    }
    snprintf(told, sizeof told, "%zu refused, %zu left to it for its work", refused, left);
    good = prove_line(good && refused > 0 && answer.act_count == count, "it tried the same, and the kernel answered",
                      told);
    for (size_t i = 0; i < count && i < answer.act_count; i++)
        if (act_judge(answer.acts[i]) != 0 && all[i].voice_may != NULL)
            printf("           left to it: %s (%s)\n", all[i].words, all[i].voice_may);
    return good;
}

static bool report_process(enum ask_who who, const struct options *options)
{
    memset(&question, 0, sizeof question);
    snprintf(question.content, sizeof question.content, "%s", options->content);
    snprintf(question.home, sizeof question.home, "%s", files_home());
    snprintf(question.temporary, sizeof question.temporary, "%s", files_temporary());
    printf("\n%s\n", WHO[who]);
    if (!ask(who, ASK_STATE))
        return prove_line(false, "what it says of itself", "it does not answer");
    bool good =
        prove_line(answer.seal.filter && answer.seal.landlock > 0, "the seal that was reached", answer.seal.sentence);
    good = prove_state(&answer.state) && good;
    if (answer.act_count == 0)
        return prove_line(false, "nothing was tried", "without the seal it would have been done");
    return report_acts() && good;
}

bool voiced_report(const struct options *options)
{
    if (!is_wished(options)) {
        printf("\nThe voice\n");
        return prove_line(true, "what can be heard", "nothing: this kiosk has no voice (--voice none)");
    }
    if (!there) {
        const char *trouble = voice_trouble(voice);
        printf("\nThe voice\n");
        printf("           %s\n", trouble != NULL ? trouble : "It did not say within 20 seconds that it is ready.");
        return prove_line(false, "the voice was not looked into", "it should be there, and is not");
    }
    const bool waits = report_process(ASK_WAITS, options);
    return report_process(ASK_SPEAKS, options) && waits;
}

/* ---- the report: what is left in it -------------------------------------------------------------------------- */

struct tally {
    size_t found, left;
};

static struct tally tally(enum ask_who who, enum mark_kind kind)
{
    struct tally tally = {0};
    const struct search *search = &searches[who];
    for (const struct mark *mark = search->marks; mark < search->marks + search->count; mark++)
        if (mark->kind == kind) {
            tally.found += mark->most > mark->at_rest;
            tally.left += mark->after > mark->at_rest;
        }
    return tally;
}

static bool report_speaker(enum mark_kind kind, const char *words)
{
    char told[160];
    const struct tally in = tally(ASK_SPEAKS, kind);
    snprintf(told, sizeof told, "%zu found while it spoke, %zu left in the next one%s", in.found, in.left,
             in.found == 0 ? " (a search that finds nothing proves nothing)" : "");
    return prove_line(in.found > 0 && in.left == 0, words, told);
}

static bool report_waiter(void)
{
    char told[160];
    const struct tally words = tally(ASK_WAITS, MARK_SPOKEN), sound = tally(ASK_WAITS, MARK_SOUND);
    const size_t left = words.left + sound.left;
    snprintf(told, sizeof told, "%zu found while the other one spoke, %zu left after it", words.found + sound.found,
             left);
    return prove_line(left == 0 && words.found + sound.found == 0, "both, in the voice's process that waits", told);
}

static bool report_end(void)
{
    char told[160];
    const bool gone = spoke != 0 && process_is_gone(spoke);
    snprintf(told, sizeof told, "%s, seen from outside%s", gone ? "has ended" : "IS STILL THERE",
             replaced ? "; but another one took its place during the visit" : "");
    return prove_line(gone && !replaced, "the process that spoke", told);
}

static bool report_heard(const struct content *content)
{
    char told[160] = "";
    size_t used = 0;
    bool all = true;
    for (size_t i = 0; i < content->settings.language_count && i < LANGUAGES_MAX; i++) {
        all = all && heard[i] > 0;
        used += (size_t)snprintf(told + used, used < sizeof told ? sizeof told - used : 0, "%s%zu in %s",
                                 i > 0 ? ", " : "", heard[i], content->settings.languages[i].name);
        used = used < sizeof told ? used : sizeof told;
    }
    return prove_line(all, "answers and results that the voice said to their end", told);
}

bool voiced_left(const struct content *content, bool to_the_end)
{
    char told[160];
    if (!there)
        return true;
    voiced_look(MARKS_AFTER);
    bool good = !to_the_end || report_heard(content);
    snprintf(told, sizeof told, "%u marks were looked for in %zu and %zu MiB of memory", searches[ASK_SPEAKS].count,
             searches[ASK_SPEAKS].searched >> 20, searches[ASK_WAITS].searched >> 20);
    good = prove_line(!missed, "the voice's two processes",
                      missed ? "one did not answer: it was not looked into" : told) &&
           good;
    if (missed)
        return report_end() && good;
    good = report_speaker(MARK_SPOKEN, "words, in the voice's process that speaks") && good;
    good = report_speaker(MARK_SOUND, "their sound, there") && good;
    good = report_waiter() && good;
    return report_end() && good;
}
