package org.wirechief.server.config;

/// Where something stands that may be wrong. Its text opens an error message.
public sealed interface Place {
    /// `/etc/chief.cfg:3:14`; lines and columns count from 1, columns in characters.
    record InFile(String file, int line, int column) implements Place {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /// A file as a whole, where it cannot be read.
    record WholeFile(String file) implements Place {
        @Override
        public String toString() {
            return file;
        }
    }

    /// An argument of the command line, `--set ctl.mode=0600`.
    record Argument(String text) implements Place {
        @Override
        public String toString() {
            return text;
        }
    }
}
