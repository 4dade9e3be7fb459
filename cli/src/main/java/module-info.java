/// The command line: options, answers as text and data, the kamcmd front. Must not know the server
/// or its endpoints.
module org.wirechief.cli {
    requires org.wirechief.client;
    // The kamcmd front shows packets record by record, and its very errors of connecting; the
    // collector hands out packets and addresses.
    requires transitive org.wirechief.wire;
    requires transitive org.wirechief.net;
    // Edits the lines of the shell on a terminal; loaded for nothing else.
    requires org.jline.reader;
    requires org.jline.terminal;
    requires static transitive org.jspecify;

    exports org.wirechief.cli;
    exports org.wirechief.cli.command;
    exports org.wirechief.cli.hep;
}
