package org.wirechief.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// The file being read, and those that included it.
final class OpenFiles {
    static final int DEEPEST = 16;
    static final int MOST = 100;

    private record Open(SourceFile source, Lexer lexer, Conditions conditions) {}

    private final Problems problems;
    private final Deque<Open> stack = new ArrayDeque<>();
    private int entered;

    OpenFiles(Problems problems) {
        this.problems = problems;
    }

    void enter(SourceFile source) {
        Lexer lexer = Lexer.of(source.cursor(), problems);
        stack.push(new Open(source, lexer, new Conditions(lexer, problems)));
        entered++;
    }

    /// Back to the file that included this one, which is at its end; false where none did.
    boolean leave() {
        stack.element().conditions.checkAllClosed();
        if (stack.size() == 1) {
            return false;
        }
        stack.pop();
        return true;
    }

    Lexer lexer() {
        return stack.element().lexer;
    }

    Conditions conditions() {
        return stack.element().conditions;
    }

    /// Enters the file named `name`, from the folder of the one being read.
    ///
    /// @param required whether its absence is a problem
    void include(Token.Text name, boolean required) {
        try {
            Path path = stack.element().source.path().resolveSibling(name.text());
            String refusal = refusal(path);
            if (!refusal.isEmpty()) {
                problems.add(name.place(), refusal);
                return;
            }
            enter(SourceFile.read(path));
        } catch (InvalidPathException e) {
            problems.add(name.place(), "'" + name.text() + "' cannot be the name of a file");
        } catch (IOException e) {
            if (required || !(e.getCause() instanceof NoSuchFileException)) {
                problems.add(name.place(), "cannot read '" + name.text() + "': " + e.getMessage());
            }
        }
    }

    private String refusal(Path path) {
        if (stack.size() >= DEEPEST) {
            return "files include each other more than " + DEEPEST + " deep";
        }
        if (entered >= MOST) {
            return "more than " + MOST + " files are included";
        }
        if (stack.stream().anyMatch(open -> isSame(open.source.path(), path))) {
            return "'" + path + "' includes itself, through the files that lead here";
        }
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            return "'" + path + "' is no regular file";
        }
        return "";
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // it is not there, which reading it will tell
        }
    }
}
