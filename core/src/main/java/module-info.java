/// Commands, calls, replies, values and the registry. Knows no I/O, threads or clocks.
module org.wirechief.core {
    requires static transitive org.jspecify;

    exports org.wirechief.core;
}
