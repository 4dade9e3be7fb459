package org.wirechief.it.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a program said and how it ended.
///
/// @param exit its status, 128 and the signal's number when one ended it
public record Outcome(int exit, String stdout, String stderr) {
    /// Lets the program end within [RawStream#LIMIT], or kills it and fails.
    public static Outcome of(Process process) throws IOException, InterruptedException {
        CompletableFuture<String> stdout =
                CompletableFuture.supplyAsync(() -> text(process, true), Thread::startVirtualThread);
        CompletableFuture<String> stderr =
                CompletableFuture.supplyAsync(() -> text(process, false), Thread::startVirtualThread);
        boolean ended = process.waitFor(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Outcome outcome = new Outcome(process.exitValue(), stdout.join(), stderr.join());
        if (!ended) {
            throw new AssertionError("did not end: " + outcome);
        }
        return outcome;
    }

    /// Starts a program with these words, gives it this input and lets it end.
    public static Outcome of(ProcessBuilder program, String stdin) throws IOException, InterruptedException {
        Process process = program.start();
        try (var in = process.getOutputStream()) {
            in.write(stdin.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it may end without reading
        }
        return of(process);
    }

    private static String text(Process process, boolean standard) {
        try (var in = standard ? process.getInputStream() : process.getErrorStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
