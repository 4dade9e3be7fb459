package org.wirechief.wire.binrpc;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// How an argument becomes the type that a command asks for.
enum Conversion {
    /// Only the type asked for will do (spec ctl §8.1).
    NONE {
        @Override
        int integer(ArgCursor args) {
            return args.take(RecordType.INT).integer();
        }

        @Override
        double real(ArgCursor args) {
            return args.take(RecordType.DOUBLE).real();
        }

        @Override
        Octets text(ArgCursor args) {
            return args.take(RecordType.STR).textUntilNul();
        }
    },

    /// Numbers and text become each other (spec ctl §8.3).
    AUTOMATIC {
        @Override
        int integer(ArgCursor args) {
            RecordReader record = args.takeToConvert();
            RecordType given = record.type();
            Integer number = switch (given) {
                case INT -> record.integer();
                case DOUBLE -> Numerals.truncate(record.real());
                case STR -> Numerals.integer(record.text());
                case STRUCT, ARRAY, NAME, BYTES, UNKNOWN, ANY -> null;
            };
            return converted(args, given, number, RecordError.TYPE);
        }

        @Override
        double real(ArgCursor args) {
            RecordReader record = args.takeToConvert();
            RecordType given = record.type();
            Double number = switch (given) {
                case INT -> (double) record.integer();
                case DOUBLE -> record.real();
                case STR -> Numerals.real(record.textUntilNul());
                case STRUCT, ARRAY, NAME, BYTES, UNKNOWN, ANY -> null;
            };
            return converted(args, given, number, RecordError.TYPE);
        }

        @Override
        Octets text(ArgCursor args) {
            RecordReader record = args.takeToConvert();
            RecordType given = record.type();
            Octets text = switch (given) {
                // Kamailio widens the 32 bits with their sign and prints 64 without one.
                case INT -> Octets.of(Long.toUnsignedString(record.integer()));
                case STR -> record.textUntilNul();
                case DOUBLE, STRUCT, ARRAY, NAME, BYTES, UNKNOWN, ANY -> null;
            };
            RecordError wrong = given == RecordType.DOUBLE ? RecordError.INTERNAL : RecordError.TYPE;
            return converted(args, given, text, wrong);
        }
    };

    abstract int integer(ArgCursor args);

    abstract double real(ArgCursor args);

    abstract Octets text(ArgCursor args);

    private static <T> T converted(ArgCursor args, RecordType given, @Nullable T result, RecordError wrong) {
        if (result == null) {
            throw args.fault(given, wrong);
        }
        args.converted();
        return result;
    }
}
