/// Load generator, and the comparison with Kamailio. Not published.
// HdrHistogram has no descriptor of its own; nothing requires this module in turn.
@SuppressWarnings("requires-automatic")
module org.wirechief.bench {
    requires org.wirechief.core;
    requires org.wirechief.wire;
    requires org.wirechief.net;
    requires org.wirechief.server;
    requires HdrHistogram;
    requires static org.jspecify;
}
