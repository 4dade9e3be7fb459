/// Doors: a parameter record, a codec and a transport put together, one package a door.
module org.wirechief.endpoint {
    requires transitive org.wirechief.core;
    requires org.wirechief.wire;
    requires org.wirechief.net;

    exports org.wirechief.endpoint;
    exports org.wirechief.endpoint.ctl;
    exports org.wirechief.endpoint.eventdatagram;
    exports org.wirechief.endpoint.events;
    exports org.wirechief.endpoint.hep;
    exports org.wirechief.endpoint.midatagram;
    exports org.wirechief.endpoint.mififo;
    exports org.wirechief.endpoint.pike;
}
