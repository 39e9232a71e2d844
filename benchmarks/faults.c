/* What can go wrong below a program, put between it and the C library: LD_PRELOAD=... (benchmarks/faults.py compiles it).
 *
 * FAULTS_BELOW   only files below this folder are meant
 * FAULTS_KIND    "eio" (one call fails), "broken" (from one call on all fail), "full" (no space from one call on, the first
 *                write half done), "readonly" (from one call on nothing may be changed), "" (nothing fails)
 * FAULTS_AT      at which changing call it begins, counted from 1
 * FAULTS_CLOCK   the clock of the day jumps by up to so many seconds, forward and back, at each look
 * FAULTS_SHADOW  a folder that gets what a disk surely has: the content of a file at its fsync, the names in a folder at
 *                its fsync. What is not there a power cut may take.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static long calls;
static int begun;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int below(const char *path) {
    const char *root = getenv("FAULTS_BELOW");
    return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int fd_below(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return below(path);
}

/* Return the errno with which this changing call fails, 0 if it does not. */
static int fails(void) {
    const char *kind = getenv("FAULTS_KIND"), *at = getenv("FAULTS_AT");
    if (!kind || !*kind || !at) return 0;
    pthread_mutex_lock(&lock);
    long number = ++calls;
    int now = number == atol(at);
    begun |= now;
    pthread_mutex_unlock(&lock);
    if (!strcmp(kind, "eio")) return now ? EIO : 0;
    if (!begun) return 0;
    return !strcmp(kind, "broken") ? EIO : !strcmp(kind, "full") ? ENOSPC : EROFS;
}

#define FAIL_PATH(path) do { int e; if (below(path) && (e = fails())) { errno = e; return -1; } } while (0)
#define FAIL_FD(fd) do { int e; if (fd_below(fd) && (e = fails())) { errno = e; return -1; } } while (0)

/* Names that only go need no space. */
#define FAIL_AWAY(path) do { int e; if (below(path) && (e = fails()) && e != ENOSPC) { errno = e; return -1; } } while (0)

static ssize_t half_or_fail(int fd, size_t *count) {
    const char *kind = getenv("FAULTS_KIND");
    int before = begun, e;
    if (!fd_below(fd) || !(e = fails())) return 0;
    if (kind && !strcmp(kind, "full") && !before && *count > 1) { *count /= 2; return 0; }
    errno = e;
    return -1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    return half_or_fail(fd, &count) < 0 ? -1 : real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    REAL(pwrite);
    return half_or_fail(fd, &count) < 0 ? -1 : real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    REAL(pwrite64);
    return half_or_fail(fd, &count) < 0 ? -1 : real(fd, bytes, count, at);
}

ssize_t sendfile(int to, int from, off_t *at, size_t count) {
    REAL(sendfile);
    FAIL_FD(to);
    return real(to, from, at, count);
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
    REAL(sendfile64);
    FAIL_FD(to);
    return real(to, from, at, count);
}

/* A number of a file or folder that is gone is given again: what was sure of the old one is not of the new. */
static void forget(const struct stat *status) {
    const char *shadow = getenv("FAULTS_SHADOW");
    char name[PATH_MAX];
    if (!shadow) return;
    for (const char *kind = "fd"; *kind; kind++) {
        snprintf(name, sizeof name, "%s/%c%lu", shadow, *kind, (unsigned long)status->st_ino);
        unlinkat(AT_FDCWD, name, 0);
    }
}

static void note_new(int fd) {
    struct stat status;
    if (!fstat(fd, &status) && !status.st_size) forget(&status);
}

#define OPENER(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        const char *kind = getenv("FAULTS_KIND"); \
        int changes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) && (!kind || strcmp(kind, "full") || (flags & O_CREAT)); \
        if (changes) FAIL_PATH(path); \
        int fd = real(path, flags, mode); \
        if (fd >= 0 && (flags & O_CREAT) && below(path)) note_new(fd); \
        return fd; \
    }
OPENER(open)
OPENER(open64)

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    FAIL_PATH(path);
    struct stat status;
    int done = real(path, mode);
    if (!done && below(path) && !stat(path, &status)) forget(&status);
    return done;
}
int rename(const char *from, const char *to) { REAL(rename); FAIL_AWAY(to); return real(from, to); }
int unlink(const char *path) { REAL(unlink); FAIL_AWAY(path); return real(path); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); FAIL_FD(fd); return real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); FAIL_FD(fd); return real(fd, size); }

/* --- what the disk surely has */

static void note_file(int fd, const struct stat *status, const char *shadow) {
    char part[PATH_MAX], name[PATH_MAX], self[64];
    static int (*real_open)(const char *, int, ...);
    static ssize_t (*real_write)(int, const void *, size_t);
    if (!real_open) real_open = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    if (!real_write) real_write = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    snprintf(part, sizeof part, "%s/part-%d", shadow, (int)getpid());
    snprintf(name, sizeof name, "%s/f%lu", shadow, (unsigned long)status->st_ino);
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    int from = real_open(self, O_RDONLY), to = real_open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    static char bytes[1 << 16];
    ssize_t n;
    pthread_mutex_lock(&lock);
    while (from >= 0 && to >= 0 && (n = read(from, bytes, sizeof bytes)) > 0)
        if (real_write(to, bytes, n) != n) break;
    pthread_mutex_unlock(&lock);
    if (from >= 0) close(from);
    if (to >= 0) { close(to); renameat(AT_FDCWD, part, AT_FDCWD, name); }
}

static void note_folder(int fd, const struct stat *status, const char *shadow) {
    char part[PATH_MAX], name[PATH_MAX], self[64];
    snprintf(part, sizeof part, "%s/part-%d", shadow, (int)getpid());
    snprintf(name, sizeof name, "%s/d%lu", shadow, (unsigned long)status->st_ino);
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    DIR *folder = opendir(self);
    FILE *list = fopen(part, "w");
    for (struct dirent *entry; folder && list && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            fprintf(list, "%s%c%lu%c", entry->d_name, 0, (unsigned long)entry->d_ino, 0);
    if (folder) closedir(folder);
    if (list) { fclose(list); renameat(AT_FDCWD, part, AT_FDCWD, name); }
}

static void note(int fd) {
    const char *shadow = getenv("FAULTS_SHADOW");
    struct stat status;
    if (!shadow || !fd_below(fd) || fstat(fd, &status)) return;
    if (S_ISDIR(status.st_mode)) note_folder(fd, &status, shadow);
    else if (S_ISREG(status.st_mode)) note_file(fd, &status, shadow);
}

int fsync(int fd) { REAL(fsync); FAIL_FD(fd); int done = real(fd); if (!done) note(fd); return done; }
int fdatasync(int fd) { REAL(fdatasync); FAIL_FD(fd); int done = real(fd); if (!done) note(fd); return done; }

/* --- the clock */

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int done = real(clock, now);
    const char *most = getenv("FAULTS_CLOCK");
    if (!done && most && clock == CLOCK_REALTIME) {
        static unsigned seed = 1;
        now->tv_sec += (long)(rand_r(&seed) % (2 * atol(most) + 1)) - atol(most);
    }
    return done;
}
