package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who asks: the ids that the kernel checks files against.
///
/// @param uid of 32 bits without a sign, as those of [FileFacts] are
/// @param groups primary and further ones
record Self(int uid, Set<Integer> groups, String name) {
    Self {
        groups = Set.copyOf(groups);
    }

    /// This process.
    static Self read() throws IOException {
        return of(Path.of("/proc/self/status"), System.getProperty("user.name", "?"));
    }

    /// A process.
    ///
    /// @param status what the kernel tells of it, in `/proc/PID/status`
    static Self of(Path status) throws IOException {
        return of(status, String.valueOf(Files.getAttribute(status, "unix:owner")));
    }

    private static Self of(Path status, String name) throws IOException {
        int uid = -1;
        Set<Integer> groups = new HashSet<>();
        for (String line : Files.readAllLines(status)) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            // real, effective, saved, file system
            switch (words.getFirst()) {
                case "Uid:" -> uid = Integer.parseUnsignedInt(words.get(4));
                case "Gid:" -> groups.add(Integer.parseUnsignedInt(words.get(4)));
                case "Groups:" ->
                    words.subList(1, words.size()).forEach(group -> groups.add(Integer.parseUnsignedInt(group)));
                default -> {
                    // other facts of the process
                }
            }
        }
        return new Self(uid, groups, name);
    }

    boolean isRoot() {
        return uid == 0;
    }

    /// `uid 1000 (op)`
    @Override
    public String toString() {
        return "uid " + Integer.toUnsignedString(uid) + " (" + name + ")";
    }
}
