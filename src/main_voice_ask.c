/* Answers the proof's questions by looking at this process with its own eyes. */
#include "main_voice_ask.h"

#include "main_acts.h"
#include "main_ask.h"
#include "main_leak.h"
#include "wipe.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* What is far enough ahead is not heard before the search has come to it. */
enum { SOUND_AHEAD = 6000, SOUND_EACH = MARK_BYTES / sizeof(int16_t), SOUND_PIECES = 24, SOUND_APART = 500 };

static int speaker_line = -1, waiter_line = -1, proof_line = -1; /* waiter_line: its end of the line to the speaker */
static struct marks *marks;
static struct ask question;
static struct ask_answer answer;

#ifdef IOP_LEAK
static unsigned char *kept; /* seen by both processes */

static void keep(const char *way, enum mark_kind kind)
{
    for (size_t i = 0; leaks(way) && i < marks->count; i++)
        if (marks->list[i].kind == kind && marks->list[i].most > 0)
            mark_plain(&marks->list[i], kept + kind * MARK_BYTES);
}
#endif

bool ask_open(int line)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    proof_line = line;
    waiter_line = ends[0];
    speaker_line = ends[1];
    marks = marks_open();
#ifdef IOP_LEAK
    kept = mmap(NULL, MARK_KINDS * MARK_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
#endif
    return marks != NULL;
}

/* ---- looking ----------------------------------------------------------------------------------------------- */

static void tell_state(void)
{
    const struct act_places places = {question.content, question.home, question.temporary};
    size_t count;
    const struct act *all = acts(&count);
    own_state_prepare();
    answer.state = own_state();
    answer.seal = *seal_state();
    if (!answer.seal.filter)
        return; /* it would be done */
    for (size_t i = 0; i < count && i < ASK_ACTS_MAX; i++) {
        act_try(&all[i], &places);
        answer.acts[answer.act_count++] = (int16_t)act_error();
    }
}

static void note_sound(struct stream *stream)
{
    int16_t samples[SOUND_EACH];
    for (size_t i = 0; stream != NULL && i < SOUND_PIECES && marks->count < ASK_MARKS_MAX; i++) {
        const size_t from = SOUND_AHEAD + i * SOUND_APART;
        marks_note(marks, MARK_SOUND, samples, sizeof *samples * stream_peek(stream, from, samples, SOUND_EACH));
    }
    wipe(samples, sizeof samples);
    wipe_stack();
}

static void look_for_marks(struct stream *stream)
{
    const size_t count = question.count < ASK_MARKS_MAX ? question.count : ASK_MARKS_MAX;
    memcpy(marks->list, question.marks, count * sizeof *marks->list);
    marks->count = count;
    if (question.when == MARKS_DURING)
        note_sound(stream);
    answer.looked = marks_prepare() && marks_search(marks, question.when);
    answer.searched = marks_searched();
    answer.count = (uint32_t)marks->count;
    memcpy(answer.marks, marks->list, marks->count * sizeof *marks->list);
#ifdef IOP_LEAK
    keep("voice-text", MARK_SPOKEN);
    keep("voice-sound", MARK_SOUND);
#endif
}

static void give_answer(struct stream *stream)
{
    memset(&answer, 0, sizeof answer);
    answer.number = question.number;
    answer.process = getpid();
    if (question.what == ASK_STATE)
        tell_state();
    else
        look_for_marks(stream);
    send(proof_line, &answer, ask_answer_size(&answer), MSG_DONTWAIT | MSG_NOSIGNAL);
}

/* ---- being asked ------------------------------------------------------------------------------------------- */

static bool take_question(int line)
{
    const ssize_t got = recv(line, &question, sizeof question, MSG_DONTWAIT);
    return got >= (ssize_t)offsetof(struct ask, marks) && question.version == ASK_VERSION &&
           question.count <= ASK_MARKS_MAX && got == (ssize_t)ask_size(&question);
}

void ask_waiting(int line)
{
    if (!take_question(line))
        return;
    if (question.who == ASK_WAITS)
        give_answer(NULL);
    else
        send(waiter_line, &question, ask_size(&question), MSG_DONTWAIT | MSG_NOSIGNAL);
}

int ask_speaker_at(void)
{
    return speaker_line;
}

void ask_speaking(struct stream *stream)
{
    if (take_question(speaker_line))
        give_answer(stream);
}
