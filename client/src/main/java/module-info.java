/// Calls a remote node. Knows neither the server nor its endpoints.
module org.wirechief.client {
    requires transitive org.wirechief.core;
    requires org.wirechief.wire;
    requires org.wirechief.net;

    exports org.wirechief.client;
    exports org.wirechief.client.event;
}
