package org.wirechief.server.config;

/// The smallest piece of a configuration that means something.
sealed interface Token {
    Place.InFile place();

    /// Whether it is the first on its line: where a reader who lost the thread takes it up again.
    boolean first();

    /// What an error message calls it.
    String words();

    /// `loadmodule`, or the name of a define.
    record Word(String name, Place.InFile place, boolean first) implements Token {
        @Override
        public String words() {
            return "'" + name + "'";
        }
    }

    /// A string without its quotes.
    record Text(String text, Place.InFile place, boolean first) implements Token {
        @Override
        public String words() {
            return "the string \"" + text + "\"";
        }
    }

    record Int(long value, Place.InFile place, boolean first) implements Token {
        @Override
        public String words() {
            return "the number " + value;
        }
    }

    /// Any other character.
    record Mark(int character, Place.InFile place, boolean first) implements Token {
        @Override
        public String words() {
            return "'" + Character.toString(character) + "'";
        }
    }

    /// A string or number that is wrong and was reported: stands for any value.
    record Broken(Place.InFile place, boolean first) implements Token {
        @Override
        public String words() {
            return "a broken value";
        }
    }

    /// A `#!` line.
    ///
    /// @param rest what follows the name on the line
    record Directive(String name, Cursor rest, Place.InFile place) implements Token {
        @Override
        public boolean first() {
            return true;
        }

        @Override
        public String words() {
            return "'#!" + name + "'";
        }
    }

    /// The end of a source.
    record End(Place.InFile place) implements Token {
        @Override
        public boolean first() {
            return true;
        }

        @Override
        public String words() {
            return "the end of the file";
        }
    }
}
