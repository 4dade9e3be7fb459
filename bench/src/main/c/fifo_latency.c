/*
 * The least that a call over the FIFO of mi_fifo can cost: the same opens, writes, reads and closes
 * as its server and client do, and nothing else.
 *
 *   fifo_latency serve FIFO REPLY_DIR REPLY       answers each request with REPLY, until it is killed
 *   fifo_latency ask FIFO REPLY_DIR JSON COUNT    calls so often, one call after the other
 *
 * ask prints the reply, and in the next line the median and the 99th percentile of the calls in
 * nanoseconds. A reply unlike the first, or none within 5 s, ends it with 1.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST = 65536, PATIENCE_MS = 5000 };

static void fail(const char *what) {
    fprintf(stderr, "fifo_latency: %s: %s\n", what, errno ? strerror(errno) : "not as it should be");
    exit(1);
}

static long long now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* A request is ":name:JSON" and has come in one piece; there is one caller at a time. */
static void answer(const char *request, const char *dir, const char *reply) {
    char path[256];
    const char *end = strchr(request + 1, ':');
    if (request[0] != ':' || end == NULL) {
        return;
    }
    snprintf(path, sizeof path, "%s/%.*s", dir, (int) (end - request - 1), request + 1);
    int fd = open(path, O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0) {
        return;
    }
    struct stat found;
    if (fstat(fd, &found) == 0 && S_ISFIFO(found.st_mode) && write(fd, reply, strlen(reply)) < 0) {
        fail("writing a reply");
    }
    close(fd);
}

static void serve(const char *fifo, const char *dir, const char *reply) {
    static char request[LONGEST + 1];
    if (mkfifo(fifo, 0600) != 0) {
        fail(fifo);
    }
    int fd = open(fifo, O_RDWR | O_NONBLOCK);
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    while (fd >= 0 && poll(&ready, 1, -1) >= 0) {
        ssize_t n = read(fd, request, LONGEST);
        if (n > 0) {
            request[n] = 0;
            answer(request, dir, reply);
        }
    }
    fail(fifo);
}

/* One call; the reply ends where its writer closes the FIFO. */
static size_t call(int requests, const char *path, const char *request, char *reply) {
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    if (fd < 0 || write(requests, request, strlen(request)) < 0) {
        fail("asking");
    }
    size_t length = 0;
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    for (;;) {
        if (poll(&ready, 1, PATIENCE_MS) != 1) {
            errno = ETIMEDOUT;
            fail("waiting for a reply");
        }
        ssize_t n = read(fd, reply + length, LONGEST - length);
        if (n == 0) {
            break;
        }
        if (n < 0 && errno != EAGAIN) {
            fail("reading a reply");
        }
        length += n > 0 ? (size_t) n : 0;
    }
    close(fd);
    return length;
}

static int by_value(const void *a, const void *b) {
    long long left = *(const long long *) a, right = *(const long long *) b;
    return (left > right) - (left < right);
}

static void ask(const char *fifo, const char *dir, const char *json, long count) {
    static char first[LONGEST + 1], reply[LONGEST];
    char name[64], path[256], request[4096];
    snprintf(name, sizeof name, "chief_latency_%ld", (long) getpid());
    snprintf(path, sizeof path, "%s/%s", dir, name);
    snprintf(request, sizeof request, ":%s:%s", name, json);
    int requests = open(fifo, O_WRONLY | O_NONBLOCK);
    if (requests < 0) {
        fail(fifo);
    }
    long long *times = malloc(count * sizeof *times);
    if (times == NULL || mkfifo(path, 0600) != 0) {
        fail(path);
    }
    size_t length = call(requests, path, request, first);
    for (long i = 0; i < count; i++) {
        long long start = now_ns();
        size_t got = call(requests, path, request, reply);
        times[i] = now_ns() - start;
        if (got != length || memcmp(first, reply, length) != 0) {
            unlink(path);
            errno = 0;
            fail("a reply");
        }
    }
    unlink(path);
    qsort(times, count, sizeof *times, by_value);
    printf("%.*s\n%lld %lld\n", (int) length, first, times[count / 2], times[count * 99 / 100]);
}

int main(int argc, char **argv) {
    if (argc == 5 && strcmp(argv[1], "serve") == 0) {
        serve(argv[2], argv[3], argv[4]);
    } else if (argc == 6 && strcmp(argv[1], "ask") == 0 && atol(argv[5]) > 0) {
        ask(argv[2], argv[3], argv[4], atol(argv[5]));
    } else {
        fprintf(stderr, "fifo_latency serve FIFO REPLY_DIR REPLY | ask FIFO REPLY_DIR JSON COUNT\n");
        return 2;
    }
    return 0;
}
