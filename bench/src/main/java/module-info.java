/// Load generator, and the comparison with Kamailio. Not published.
// HdrHistogram and JMH have no descriptors of their own; nothing requires this module in turn.
@SuppressWarnings("requires-automatic")
module org.wirechief.bench {
    requires org.wirechief.core;
    requires org.wirechief.wire;
    requires org.wirechief.net;
    requires org.wirechief.server;
    requires HdrHistogram;
    // Annotations: what they are for runs on a class path of its own (bench/micro).
    requires static jmh.core;
    requires static org.jspecify;
}
