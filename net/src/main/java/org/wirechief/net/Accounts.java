package org.wirechief.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The users and groups of this machine: what else somebody is called whose name or id is known.
///
/// Reads `/etc/passwd` and `/etc/group` at every question, so that changes are seen; whom only a
/// directory service knows has just the form that was asked for.
///
/// @param users the file of users
/// @param groups the file of groups
public record Accounts(Path users, Path groups) {
    private static final Logger LOG = System.getLogger("org.wirechief.net");

    /// Those of this machine.
    public static Accounts ofSystem() {
        return new Accounts(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    /// A user's name and decimal id, as far as they are known.
    ///
    /// @param nameOrId one of the two
    public Set<String> user(String nameOrId) {
        return forms(users, nameOrId);
    }

    /// A group's name and decimal id, as far as they are known.
    ///
    /// @param nameOrId one of the two
    public Set<String> group(String nameOrId) {
        return forms(groups, nameOrId);
    }

    /// The decimal id of a user's primary group.
    ///
    /// @param name of the user; a number has none
    public Optional<String> primaryGroup(String name) {
        return lines(users).stream()
                .map(line -> line.split(":", 5))
                .filter(fields -> fields.length > 3 && fields[0].equals(name))
                .map(fields -> fields[3])
                .findFirst();
    }

    /// A line is `name:password:id:...` in both files.
    private static Set<String> forms(Path file, String nameOrId) {
        Set<String> forms = new HashSet<>();
        forms.add(nameOrId);
        for (String line : lines(file)) {
            String[] fields = line.split(":", 4);
            if (fields.length > 2 && (fields[0].equals(nameOrId) || fields[2].equals(nameOrId))) {
                forms.add(fields[0]);
                forms.add(fields[2]);
            }
        }
        return forms;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot tell names and ids apart without {0}: {1}", file, e);
            return List.of();
        }
    }
}
