/// Configuration, life cycle, signals, built-in commands and the embedding builder.
module org.wirechief.server {
    requires transitive org.wirechief.core;
    requires transitive org.wirechief.endpoint;
    // A service manager is told by a Unix datagram that the doors are open.
    requires org.wirechief.net;
    // core.shmmem reads the JVM's memory figures; the second tells the limit of direct memory.
    requires java.management;
    requires jdk.management;
    // sun.misc.Signal: the JDK has no other way to hear HUP and TERM.
    requires jdk.unsupported;

    exports org.wirechief.server;
    exports org.wirechief.server.log;
}
