/* Preloaded into a process: counts the system calls that change the files whose path begins with KILL_PATH, and kills the process
   before the call of number KILL_CALL (KILL_MODE=before) or after the first half of its bytes (KILL_MODE=torn). KILL_COUNT names a
   file into which the number of calls is written at the end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_ours(int descriptor)
{
    const char *wanted = getenv("KILL_PATH");
    char link[64], path[4096];
    if (wanted == NULL) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, wanted, strlen(wanted)) == 0 && strstr(path, ".lock") == NULL && strstr(path, ".count") == NULL;
}

/* Whether this is the call to die at. */
static int reached(void)
{
    const char *at = getenv("KILL_CALL");
    long number = atomic_fetch_add(&calls, 1) + 1;
    return at != NULL && number == atol(at);
}

static void die(void)
{
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static int is_torn(void)
{
    const char *mode = getenv("KILL_MODE");
    return mode != NULL && strcmp(mode, "torn") == 0;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    if (is_ours(descriptor) && reached())
    {
        if (is_torn()) syscall(SYS_pwrite64, descriptor, bytes, count / 2, offset);
        die();
    }
    return syscall(SYS_pwrite64, descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) { return pwrite64(descriptor, bytes, count, offset); }

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    if (is_ours(descriptor) && reached())
    {
        if (is_torn()) syscall(SYS_write, descriptor, bytes, count / 2);
        die();
    }
    return syscall(SYS_write, descriptor, bytes, count);
}

int fdatasync(int descriptor)
{
    if (is_ours(descriptor) && reached()) die();
    return (int)syscall(SYS_fdatasync, descriptor);
}

int fsync(int descriptor)
{
    if (is_ours(descriptor) && reached()) die();
    return (int)syscall(SYS_fsync, descriptor);
}

int ftruncate64(int descriptor, off64_t length)
{
    if (is_ours(descriptor) && reached()) die();
    return (int)syscall(SYS_ftruncate, descriptor, length);
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

int unlink(const char *path)
{
    const char *wanted = getenv("KILL_PATH");
    if (wanted != NULL && strncmp(path, wanted, strlen(wanted)) == 0 && strstr(path, ".count") == NULL && reached()) die();
    return (int)syscall(SYS_unlink, path);
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("KILL_COUNT");
    if (path == NULL) return;
    FILE *file = fopen(path, "w");
    if (file == NULL) return;
    fprintf(file, "%ld", (long)calls);
    fclose(file);
}
