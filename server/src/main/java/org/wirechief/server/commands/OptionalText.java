package org.wirechief.server.commands;

import org.wirechief.core.Args;
import org.wirechief.core.Fault;

/// A text argument that may be missing. One of another type counts as missing, as it does for the
/// commands of Kamailio that look for text and go on without (`faults/shmmem-int`).
final class OptionalText {
    private OptionalText() {}

    static String next(Args args, String otherwise) {
        try {
            return args.hasNext() ? args.text() : otherwise;
        } catch (Fault fault) {
            if (fault.isAboutArgument()) {
                return otherwise;
            }
            throw fault;
        }
    }
}
