/// The `chief` program: hands each subcommand to the room that knows it.
module org.wirechief.app {
    requires org.wirechief.server;
    requires org.wirechief.cli;
    requires org.wirechief.client;

    provides System.LoggerFinder with
            org.wirechief.app.StandaloneLog;
}
