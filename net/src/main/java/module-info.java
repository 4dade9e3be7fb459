/// Listening and dialling. Moves bytes; knows no commands and no dialects.
module org.wirechief.net {
    requires static transitive org.jspecify;
    // SO_PEERCRED: who is at the other end of a Unix stream
    requires jdk.net;

    exports org.wirechief.net;
}
