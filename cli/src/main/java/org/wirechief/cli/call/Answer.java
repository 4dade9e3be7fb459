package org.wirechief.cli.call;

import java.util.List;
import org.wirechief.core.Value;

/// What a node answered.
public sealed interface Answer {
    /// Values, none to many.
    record Values(List<Value> values) implements Answer {
        public Values {
            values = List.copyOf(values);
        }
    }

    /// It says no.
    record Faulted(int code, String reason) implements Answer {
        /// On one line, as kamcmd words it.
        public String line() {
            StringBuilder line = new StringBuilder("error: " + code + " - ");
            reason.strip().chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
            return line.toString();
        }
    }
}
