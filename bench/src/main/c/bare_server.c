/*
 * The least that serving core.echo over the socket of ctl can cost: the system calls that no server
 * can leave out, around the fewest instructions. It answers each request with the records behind
 * the name of the method.
 *
 *   bare_server POLL_MICROS DOOR...       serves until it is killed; a process of its own each
 *
 * DOOR is unixs:PATH, unixd:PATH, tcp:127.0.0.1:PORT or udp:127.0.0.1:PORT. Over streams a server
 * that got several requests at once soon gets more: it asks again for up to POLL_MICROS before it
 * sleeps, for to sleep and to be woken costs more than to answer; 0 sleeps at once.
 *
 * It is for a load on this machine that reads all its replies: a write blocks until there is room.
 * What is no request of core.echo ends its connection, or gets no answer as a datagram.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST = 65536, BATCH = 64, EVENTS = 1024, SEVERAL = 4, WRONG = -1 };

/* A string of ten bytes, the last of them 0, whose length does not fit into the first byte. */
static const unsigned char METHOD[] = "\x91\x0a" "core.echo";

static void fail(const char *what) {
    fprintf(stderr, "bare_server: %s: %s\n", what, strerror(errno));
    exit(1);
}

static size_t number(const unsigned char *at, size_t bytes) {
    size_t value = 0;
    while (bytes-- > 0) {
        value = value << 8 | *at++;
    }
    return value;
}

/*
 * Writes the reply to the request at `in` to `out` (never longer than the request), counts it in
 * `written`, and tells how many bytes the request has: 0 when it is not whole, or WRONG.
 */
static ssize_t answer(const unsigned char *in, size_t there, unsigned char *out, size_t *written) {
    if (there < 2) {
        return 0;
    }
    size_t sizes = (in[1] >> 2 & 3) + 1, cookie = (in[1] & 3) + 1, head = 2 + sizes + cookie;
    if (in[0] != 0xa1 || in[1] >> 4 != 0) {
        return WRONG;
    }
    if (there < head) {
        return 0;
    }
    size_t body = number(in + 2, sizes);
    if (body < sizeof METHOD || head + body > LONGEST || (there >= head + body
            && memcmp(in + head, METHOD, sizeof METHOD) != 0)) {
        return WRONG;
    }
    if (there < head + body) {
        return 0;
    }
    size_t records = body - sizeof METHOD, bytes = records > 0xff ? 2 : 1;
    unsigned char *to = out;
    *to++ = 0xa1;
    *to++ = 1 << 4 | (bytes - 1) << 2 | (cookie - 1);
    if (bytes == 2) {
        *to++ = records >> 8;
    }
    *to++ = records;
    to = mempcpy(to, in + 2 + sizes, cookie);
    to = mempcpy(to, in + head + sizeof METHOD, records);
    *written += to - out;
    return head + body;
}

/* A connection keeps what it has of a request that is not whole. */
struct connection {
    int fd;
    size_t length;
    unsigned char in[LONGEST];
};

static void write_all(int fd, const unsigned char *bytes, size_t length) {
    while (length > 0) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0) {
            return; /* the next read tells why */
        }
        bytes += n;
        length -= n;
    }
}

/* One read, one write; tells how many requests there were, WRONG when the connection is over. */
static int serve_connection(struct connection *c) {
    static unsigned char out[LONGEST];
    ssize_t got = read(c->fd, c->in + c->length, LONGEST - c->length), used;
    if (got <= 0) {
        return WRONG;
    }
    c->length += got;
    size_t at = 0, written = 0;
    int requests = 0;
    while ((used = answer(c->in + at, c->length - at, out + written, &written)) > 0) {
        at += used;
        requests++;
    }
    write_all(c->fd, out, written);
    c->length -= at;
    memmove(c->in, c->in + at, c->length);
    return used == WRONG ? WRONG : requests;
}

static void watch(int epoll, int fd, struct connection *c) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) != 0) {
        fail("epoll_ctl");
    }
}

static void take_connection(int epoll, int listening) {
    int fd = accept(listening, NULL, NULL), on = 1;
    if (fd < 0) {
        return;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); /* a Unix socket has none to set */
    struct connection *c = malloc(sizeof *c);
    if (c == NULL) {
        fail("a connection");
    }
    c->fd = fd;
    c->length = 0;
    watch(epoll, fd, c);
}

static long long now_micros(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static int await(int epoll, struct epoll_event *events, long poll_micros) {
    if (poll_micros > 0) {
        long long start = now_micros();
        do {
            int ready = epoll_wait(epoll, events, EVENTS, 0);
            if (ready != 0) {
                return ready;
            }
        } while (now_micros() - start < poll_micros);
    }
    return epoll_wait(epoll, events, EVENTS, -1);
}

static void serve_streams(int listening, long poll_micros) {
    static struct epoll_event events[EVENTS];
    int epoll = epoll_create1(0), several = 0, ready;
    if (epoll < 0 || listen(listening, SOMAXCONN) != 0) {
        fail("listening");
    }
    watch(epoll, listening, NULL);
    while ((ready = await(epoll, events, several ? poll_micros : 0)) >= 0 || errno == EINTR) {
        several = 0;
        for (int i = 0; i < ready; i++) {
            struct connection *c = events[i].data.ptr;
            int requests = c == NULL ? 0 : serve_connection(c);
            if (c == NULL) {
                take_connection(epoll, listening);
            } else if (requests == WRONG) {
                close(c->fd);
                free(c);
            }
            several |= requests >= SEVERAL;
        }
    }
    fail("epoll_wait");
}

/* Messages of a batch, each with memory of its own. */
struct batch {
    struct mmsghdr messages[BATCH];
    struct iovec parts[BATCH];
    unsigned char bytes[BATCH][LONGEST];
};

static void prepare(struct batch *batch) {
    for (int i = 0; i < BATCH; i++) {
        batch->parts[i].iov_base = batch->bytes[i];
        batch->parts[i].iov_len = LONGEST;
        batch->messages[i].msg_hdr.msg_iov = &batch->parts[i];
        batch->messages[i].msg_hdr.msg_iovlen = 1;
    }
}

/* Stops at none: a peer that has gone is no reason to keep an answer from the next. */
static void send_batch(int fd, struct batch *replies, int count) {
    for (int sent = 0; sent < count;) {
        int n = sendmmsg(fd, replies->messages + sent, count - sent, 0);
        sent += n > 0 ? n : 1;
    }
}

static void serve_datagrams(int fd) {
    static struct batch requests, replies;
    static struct sockaddr_storage peers[BATCH];
    prepare(&requests);
    prepare(&replies);
    for (;;) {
        for (int i = 0; i < BATCH; i++) {
            requests.messages[i].msg_hdr.msg_name = &peers[i];
            requests.messages[i].msg_hdr.msg_namelen = sizeof peers[i];
        }
        int got = recvmmsg(fd, requests.messages, BATCH, MSG_WAITFORONE, NULL), count = 0;
        if (got < 0 && errno != EINTR) {
            fail("recvmmsg");
        }
        for (int i = 0; i < got; i++) {
            size_t there = requests.messages[i].msg_len, written = 0;
            if (answer(requests.bytes[i], there, replies.bytes[count], &written) > 0) {
                replies.parts[count].iov_len = written;
                replies.messages[count].msg_hdr.msg_name = &peers[i];
                replies.messages[count].msg_hdr.msg_namelen = requests.messages[i].msg_hdr.msg_namelen;
                count++;
            }
        }
        send_batch(fd, &replies, count);
    }
}

static int unix_socket(int type, const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, type, 0);
    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        fail(path);
    }
    strcpy(address.sun_path, path);
    if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof address) != 0) {
        fail(path);
    }
    return fd;
}

static int loopback_socket(int type, const char *port) {
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(atoi(port)), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, type, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof address) != 0) {
        fail(port);
    }
    return fd;
}

static int begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

static void serve(const char *door, long poll_micros) {
    if (begins(door, "unixs:")) {
        serve_streams(unix_socket(SOCK_STREAM, door + 6), poll_micros);
    } else if (begins(door, "unixd:")) {
        serve_datagrams(unix_socket(SOCK_DGRAM, door + 6));
    } else if (begins(door, "tcp:127.0.0.1:")) {
        serve_streams(loopback_socket(SOCK_STREAM, door + 14), poll_micros);
    } else if (begins(door, "udp:127.0.0.1:")) {
        serve_datagrams(loopback_socket(SOCK_DGRAM, door + 14));
    }
    errno = EINVAL;
    fail(door);
}

/* The doors' processes end with this one, and this one with the first of them. */
int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "bare_server POLL_MICROS DOOR...\n");
        return 2;
    }
    pid_t parent = getpid();
    signal(SIGPIPE, SIG_IGN);
    for (int i = 2; i < argc; i++) {
        pid_t child = fork();
        if (child < 0) {
            fail("fork");
        } else if (child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM);
            if (getppid() == parent) {
                serve(argv[i], atol(argv[1]));
            }
            return 1;
        }
    }
    wait(NULL);
    return 1;
}
