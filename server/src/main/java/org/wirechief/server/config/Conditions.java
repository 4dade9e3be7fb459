package org.wirechief.server.config;

import java.util.ArrayDeque;
import java.util.Deque;

/// The `#!ifdef` blocks that are open in one file. Skips what does not hold.
final class Conditions {
    private record Block(Token.Directive opening, boolean inElse) {}

    private final Lexer lexer;
    private final Problems problems;
    private final Deque<Block> open = new ArrayDeque<>();

    Conditions(Lexer lexer, Problems problems) {
        this.lexer = lexer;
        this.problems = problems;
    }

    void begin(Token.Directive opening, boolean holds) {
        open.push(new Block(opening, false));
        if (!holds) {
            skip();
        }
    }

    /// An `#!else` met in text that counts: its branch does not.
    void otherwise(Token.Directive found) {
        if (enterElse(found)) {
            skip();
        }
    }

    void end(Token.Directive found) {
        if (open.poll() == null) {
            problems.add(found.place(), "no #!ifdef or #!ifndef is open here");
        }
    }

    /// At the end of the file.
    void checkAllClosed() {
        open.descendingIterator()
                .forEachRemaining(block -> problems.add(
                        block.opening.place(), block.opening.words() + " is not closed in this file: add #!endif"));
        open.clear();
    }

    private boolean enterElse(Token.Directive found) {
        Block block = open.peek();
        if (block == null) {
            problems.add(found.place(), "no #!ifdef or #!ifndef is open here");
            return false;
        }
        if (block.inElse) {
            problems.add(
                    found.place(), "a second #!else for the " + block.opening.words() + " at " + block.opening.place());
        }
        open.pop();
        open.push(new Block(block.opening, true));
        return true;
    }

    // Up to what ends the innermost block's branch; blocks that open on the way are skipped whole.
    private void skip() {
        int inner = 0;
        for (var found = lexer.skipToDirective(); found != null; found = lexer.skipToDirective()) {
            switch (found.name()) {
                case "ifdef", "ifndef" -> inner++;
                case "endif" -> {
                    if (inner == 0) {
                        end(found);
                        return;
                    }
                    inner--;
                }
                case "else" -> {
                    Block block = open.peek();
                    boolean wasElse = block != null && block.inElse;
                    if (inner == 0 && enterElse(found) && !wasElse) {
                        return;
                    }
                }
                default -> {
                    // whatever else stands here does not count
                }
            }
        }
    }
}
