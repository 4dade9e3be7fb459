package org.wirechief.cli.output;

import java.io.IOException;
import java.util.List;
import org.wirechief.core.Value;

/// Prints whole answers one way.
public sealed interface AnswerPrinter permits Layout, ReplyFormat {
    /// Prints an answer, which is none, one or several values.
    void print(List<Value> answer, ByteSink out) throws IOException;

    /// What stands between two answers of one run.
    String separator();
}
