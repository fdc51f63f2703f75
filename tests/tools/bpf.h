/* A small machine for classic BPF as seccomp uses it, so that a filter for another processor can be asked here what it
 * would answer there. It knows nothing of system calls. From the kernel's Documentation/networking/filter.rst and
 * userspace-api/seccomp_filter.rst. */
#ifndef TEST_BPF_H
#define TEST_BPF_H

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the program answers to the call, SECCOMP_RET_*, in *answer. False if the program is none: it runs past its end,
 * reads beside the call, or holds an instruction that the kernel would not take. */
bool bpf_run(const struct sock_filter *program, size_t count, const struct seccomp_data *call, uint32_t *answer);

#endif
