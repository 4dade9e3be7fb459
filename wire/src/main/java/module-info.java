/// Bytes to core types and back, one package a dialect. Knows no sockets, files or threads.
module org.wirechief.wire {
    requires transitive org.wirechief.core;

    exports org.wirechief.wire;
    exports org.wirechief.wire.binrpc;
    exports org.wirechief.wire.ctlfifo;
    exports org.wirechief.wire.event;
    exports org.wirechief.wire.hep;
    exports org.wirechief.wire.json;
    exports org.wirechief.wire.jsonrpc;
    exports org.wirechief.wire.mitext;
}
