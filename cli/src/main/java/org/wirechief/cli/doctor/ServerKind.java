package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Servers whose doors `chief` can call.
enum ServerKind {
    KAMAILIO,
    OPENSIPS,
    CHIEF;

    private static final String CHIEF_MODULE = "org.wirechief.app";

    /// What of `chief` opens doors.
    private static final List<String> SERVING = List.of("serve", "demo");

    /// Which a process is.
    static Optional<ServerKind> of(String commandLine) {
        List<String> words = Arrays.asList(commandLine.split(" "));
        if (commandLine.contains(CHIEF_MODULE)) {
            return words.stream().anyMatch(SERVING::contains) ? Optional.of(CHIEF) : Optional.empty();
        }
        // a debugger's or a tracer's word may stand before it
        List<String> programs = words.stream().map(ServerKind::name).toList();
        if (programs.contains("kamailio")) {
            return Optional.of(KAMAILIO);
        }
        return programs.contains("opensips") ? Optional.of(OPENSIPS) : Optional.empty();
    }

    private static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /// Which a file is of, by its name and its directory's.
    static Optional<ServerKind> of(Path file) {
        String name = file.toString();
        if (name.contains("kamailio")) {
            return Optional.of(KAMAILIO);
        }
        return name.contains("opensips") ? Optional.of(OPENSIPS) : Optional.empty();
    }
}
