/* Runs classic BPF, one instruction after the other; jumps lead forward only, so every run ends. */
#include "bpf.h"

#include <string.h>

struct machine {
    uint32_t accumulator, index;
    uint32_t memory[BPF_MEMWORDS];
    const struct seccomp_data *call;
};

static bool load_word(struct machine *machine, uint32_t offset)
{
    if (offset % sizeof(uint32_t) != 0 || offset + sizeof(uint32_t) > sizeof *machine->call)
        return false;
    memcpy(&machine->accumulator, (const char *)machine->call + offset, sizeof(uint32_t));
    return true;
}

static bool load(struct machine *machine, const struct sock_filter *step)
{
    const bool to_index = BPF_CLASS(step->code) == BPF_LDX;
    uint32_t *to = to_index ? &machine->index : &machine->accumulator;
    switch (BPF_MODE(step->code)) {
    case BPF_ABS:
        return !to_index && BPF_SIZE(step->code) == BPF_W && load_word(machine, step->k);
    case BPF_IMM:
        *to = step->k;
        return true;
    case BPF_MEM:
        if (step->k < BPF_MEMWORDS)
            *to = machine->memory[step->k];
        return step->k < BPF_MEMWORDS;
    default:
        return false;
    }
}

static bool store(struct machine *machine, const struct sock_filter *step)
{
    if (step->k >= BPF_MEMWORDS)
        return false;
    machine->memory[step->k] = BPF_CLASS(step->code) == BPF_ST ? machine->accumulator : machine->index;
    return true;
}

static uint32_t operand(const struct machine *machine, const struct sock_filter *step)
{
    return BPF_SRC(step->code) == BPF_X ? machine->index : step->k;
}

static bool calculate(struct machine *machine, const struct sock_filter *step)
{
    const uint32_t by = operand(machine, step);
    uint32_t *value = &machine->accumulator;
    switch (BPF_OP(step->code)) {
    case BPF_ADD:
        *value += by;
        return true;
    case BPF_SUB:
        *value -= by;
        return true;
    case BPF_AND:
        *value &= by;
        return true;
    case BPF_OR:
        *value |= by;
        return true;
    case BPF_LSH:
        *value = by < 32 ? *value << by : 0;
        return true;
    case BPF_RSH:
        *value = by < 32 ? *value >> by : 0;
        return true;
    default:
        return false; /* seccomp filters need no more */
    }
}

/* How many steps to pass over; -1: no jump that there is. */
static int64_t jump(const struct machine *machine, const struct sock_filter *step)
{
    const uint32_t value = machine->accumulator, with = operand(machine, step);
    switch (BPF_OP(step->code)) {
    case BPF_JA:
        return step->k;
    case BPF_JEQ:
        return value == with ? step->jt : step->jf;
    case BPF_JGT:
        return value > with ? step->jt : step->jf;
    case BPF_JGE:
        return value >= with ? step->jt : step->jf;
    case BPF_JSET:
        return (value & with) != 0 ? step->jt : step->jf;
    default:
        return -1;
    }
}

static bool work(struct machine *machine, const struct sock_filter *step)
{
    switch (BPF_CLASS(step->code)) {
    case BPF_LD:
    case BPF_LDX:
        return load(machine, step);
    case BPF_ST:
    case BPF_STX:
        return store(machine, step);
    case BPF_ALU:
        return calculate(machine, step);
    case BPF_MISC:
        if (BPF_MISCOP(step->code) == BPF_TAX)
            machine->index = machine->accumulator;
        else
            machine->accumulator = machine->index;
        return true;
    default:
        return false;
    }
}

bool bpf_run(const struct sock_filter *program, size_t count, const struct seccomp_data *call, uint32_t *answer)
{
    struct machine machine = {.call = call};
    for (size_t at = 0; at < count; at++) {
        const struct sock_filter *step = &program[at];
        if (BPF_CLASS(step->code) == BPF_RET) {
            *answer = BPF_RVAL(step->code) == BPF_A ? machine.accumulator : step->k;
            return true;
        }
        if (BPF_CLASS(step->code) == BPF_JMP) {
            const int64_t over = jump(&machine, step);
            if (over < 0)
                return false;
            at += (size_t)over;
        } else if (!work(&machine, step)) {
            return false;
        }
    }
    return false;
}
