package org.wirechief.net;

/// Why a request cannot have its reply FIFO, and what its client or the operator can do about it.
enum ReplyRefusal {
    ABSENT("clients must make it before they write, in the directory where this server looks for it"),
    WRONG_FILE("it must be a FIFO with one name; look who else writes to its directory"),
    DENIED("this server must be allowed to write to it: mode 0622, or a group of the server's, in a directory it"
            + " may search"),
    UNUSABLE("clients must make it in another way, or elsewhere");

    private final String remedy;

    ReplyRefusal(String remedy) {
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
