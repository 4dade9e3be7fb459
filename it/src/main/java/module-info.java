/// Black-box scenarios. Sees exported packages only: javac lets tests see more, the JVM does not.
module org.wirechief.it {
    requires org.wirechief.server;
    requires org.wirechief.client;
    requires org.wirechief.cli;
    // datagram sockets for raw bytes: the JDK has none for Unix
    requires org.wirechief.net;
    // stand-in commands look at a request's arguments as they were written
    requires org.wirechief.wire;
    // where the log of servers that live in a test goes
    requires java.logging;
    // whether a thread has waited for something
    requires java.management;
}
