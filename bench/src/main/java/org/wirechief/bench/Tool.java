package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine that some measurements need.
final class Tool {
    private static final long LONGEST_MINUTES = 2;

    private Tool() {}

    /// Where it is, on `PATH` or where only root's has it.
    static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param purpose what it is for, `to compare with`
    /// @param debian what to install
    /// @throws IOException when it is missing, saying what to do
    static Path need(String name, String purpose, String debian) throws IOException {
        return find(name)
                .orElseThrow(() ->
                        new IOException("there is no " + name + " " + purpose + "; on Debian: apt install " + debian));
    }

    /// Makes a program of C sources with `gcc`.
    ///
    /// @param folder where it goes, under the name of the source
    /// @throws IOException when there is no compiler, or with what it says
    static Path compile(Path source, Path folder) throws IOException, InterruptedException {
        Path gcc = need("gcc", "to build " + source.getFileName() + " with", "gcc libc6-dev");
        Path program = folder.resolve(source.getFileName().toString().replaceFirst("\\.c$", ""));
        run(List.of(gcc.toString(), "-O2", "-o", program.toString(), source.toString()));
        return program;
    }

    /// What it prints, on both its outputs.
    ///
    /// @throws IOException with that, when it fails or takes minutes
    static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("chief-bench", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + ": " + said.strip());
            }
            return said;
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
