/// Black-box scenarios. Sees exported packages only; the compiler keeps it so.
module org.wirechief.it {
    requires org.wirechief.server;
    requires org.wirechief.client;
}
