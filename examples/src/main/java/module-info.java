/// Programs of 10 to 30 lines that the build compiles and runs.
module org.wirechief.examples {
    requires org.wirechief.server;
    requires org.wirechief.client;
}
