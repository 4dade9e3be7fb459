package org.wirechief.bench;

import java.io.IOException;
import java.util.List;

/// What the programs of this module have in common: `--help`, and what they end with.
final class Command {
    /// What a program does.
    interface Body {
        /// Whether all was as it should be.
        ///
        /// @throws IllegalArgumentException when the command line is wrong
        boolean run(Options options) throws IOException, InterruptedException;
    }

    private Command() {}

    /// Ends the JVM: with 1 when not all was as it should be or could be measured, with 2 when the
    /// command line is wrong.
    ///
    /// @param known the options there are
    static void run(String name, String usage, List<String> known, Body body, String... args) {
        if (List.of(args).contains("--help")) {
            System.out.print(usage);
            return;
        }
        try {
            System.exit(body.run(new Options(known, args)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(name + ": " + e.getMessage() + "\n\n" + usage);
            System.exit(2);
        } catch (IOException e) {
            System.err.println(name + ": " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }
}
