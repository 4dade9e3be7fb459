package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in the way to a file, up to the file itself: directories that are missing or closed,
/// the file's type, its owner and its mode.
final class PathExam {
    private final Examination examination;
    private final Self self;

    PathExam(Examination examination, Self self) {
        this.examination = examination;
        this.self = self;
    }

    /// Looks; what is found is in the examination.
    ///
    /// @return the file, unless something is in the way
    Optional<FileFacts> reach(Path file) {
        for (Path directory : parents(file)) {
            Optional<FileFacts> facts = facts(directory, "there is no directory " + directory);
            if (facts.isEmpty()) {
                return facts;
            }
            if (!facts.get().isDirectory()) {
                examination.add(Finding.bad(
                        directory + " is " + facts.get().kind() + ", not a directory: is the path right?",
                        Remedy.DOORS));
                return Optional.empty();
            }
            if (!facts.get().mayEnter(self)) {
                examination.add(Finding.bad(
                        directory + " may not be entered by " + self + ": "
                                + facts.get().access(),
                        "sudo chmod o+x " + directory,
                        joinGroup(facts.get()),
                        asOwner(facts.get())));
                return Optional.empty();
            }
        }
        Optional<FileFacts> found = facts(file, "there is no file " + file);
        found.ifPresent(facts -> examination.add(Finding.ok(file + " is " + facts.kind() + ": " + facts.access())));
        return found;
    }

    private Optional<FileFacts> facts(Path path, String missing) {
        try {
            return Optional.of(FileFacts.of(path));
        } catch (NoSuchFileException e) {
            examination.add(Finding.bad(
                    missing + ": the server is not running, or its door is elsewhere", Remedy.STATUS, Remedy.DOORS));
        } catch (AccessDeniedException e) {
            examination.add(Finding.bad(path + " may not be looked at by " + self, "sudo chief doctor " + path));
        } catch (IOException e) {
            examination.add(Finding.bad(
                    path + " cannot be looked at: " + e.getMessage(),
                    "namei -l " + path + "   (shows each step of the way)"));
        }
        return Optional.empty();
    }

    /// Says whether the caller may write to a file, as sending to a socket or a FIFO is.
    void writable(FileFacts file) {
        if (file.mayWrite(self)) {
            examination.add(Finding.ok("you, " + self + ", may call"));
            return;
        }
        List<String> remedies = new ArrayList<>();
        boolean groupMayCall = (file.mode() & 0020) != 0;
        if (groupMayCall) {
            remedies.add(joinGroup(file));
        }
        remedies.add(asOwner(file));
        if (!groupMayCall) {
            remedies.add("in the server's configuration: mode 0660 and a group of yours, then restart it");
        }
        examination.add(Finding.bad("you, " + self + ", may not call: " + file.access(), remedies));
    }

    private String joinGroup(FileFacts file) {
        return "sudo usermod -aG " + file.group() + " " + self.name() + "   (then log in again)";
    }

    private static String asOwner(FileFacts file) {
        return "sudo -u " + file.owner() + " chief ...";
    }

    /// From the root down.
    private static List<Path> parents(Path file) {
        List<Path> all = new ArrayList<>();
        for (Path parent = file.toAbsolutePath().getParent(); parent != null; parent = parent.getParent()) {
            all.addFirst(parent);
        }
        return all;
    }
}
