package org.wirechief.it.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// A root directory with the unpacked tarball, a shell, the C library and nothing else; no JDK.
final class EmptyRoot implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*)");

    private final TempFolder folder;

    private EmptyRoot(TempFolder folder) {
        this.folder = folder;
    }

    /// Unpacks the tarball that the build has made.
    static EmptyRoot create() throws IOException, InterruptedException {
        Tool.requireRoot("a root directory of its own");
        Path tarball = tarball();
        EmptyRoot root = new EmptyRoot(TempFolder.create());
        for (String directory : List.of("bin", "tmp", "run", "proc")) {
            Files.createDirectory(root.path().resolve(directory));
        }
        run("tar", "xzf", tarball.toString(), "-C", root.path().toString());
        try (Stream<Path> unpacked = Files.list(root.path())) {
            Path home = unpacked.filter(p -> p.getFileName().toString().startsWith("wirechief-"))
                    .findFirst()
                    .orElseThrow();
            Files.move(home, root.home());
        }
        Files.copy(SHELL, root.path().resolve("bin/sh"));
        for (String library : libraries(root.home().resolve("runtime"))) {
            Path copy = root.path().resolve(library.substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(library).toRealPath(), copy);
        }
        return root;
    }

    private static Path tarball() throws IOException {
        Path target = Path.of("..", "dist", "target");
        if (!Files.isDirectory(target)) {
            throw Tool.missing("the tarball was not made: build without -Ddist.skip");
        }
        try (Stream<Path> made = Files.list(target)) {
            return made.filter(p -> p.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> Tool.missing("the tarball was not made: build without -Ddist.skip"));
        }
    }

    // What the shell and the runtime are linked with and do not bring themselves.
    private static Set<String> libraries(Path runtime) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("ldd", SHELL.toString()));
        try (Stream<Path> files = Files.walk(runtime)) {
            files.filter(p -> p.toString().endsWith(".so") || p.endsWith("bin/java"))
                    .map(Path::toString)
                    .forEach(line::add);
        }
        Set<String> libraries = new TreeSet<>();
        Matcher named = LIBRARY.matcher(run(line.toArray(String[]::new)).stdout());
        while (named.find()) {
            if (!named.group(1).startsWith(runtime.toString())) {
                libraries.add(named.group(1));
            }
        }
        return libraries;
    }

    Path path() {
        return folder.path();
    }

    /// Where the tarball is inside it.
    Path home() {
        return path().resolve("wirechief");
    }

    /// A program in it, whose environment is empty; `/proc` is mounted for it alone.
    ProcessBuilder program(String... words) {
        List<String> line = new ArrayList<>(List.of(
                "unshare", "--mount", "sh", "-c", "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\""));
        line.add(path().toString());
        line.addAll(List.of(words));
        ProcessBuilder program = new ProcessBuilder(line);
        program.environment().keySet().removeIf(name -> !name.equals("PATH"));
        return program;
    }

    /// Runs `chief words...` in it to its end.
    Outcome chief(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("/wirechief/bin/chief"));
        line.addAll(List.of(words));
        return Outcome.of(program(line.toArray(String[]::new)), "");
    }

    private static Outcome run(String... words) throws IOException, InterruptedException {
        Tool.require(words[0]);
        Outcome outcome = Outcome.of(new ProcessBuilder(words), "");
        assertThat(outcome.exit())
                .as("%s: %s", String.join(" ", words), outcome)
                .isZero();
        return outcome;
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
