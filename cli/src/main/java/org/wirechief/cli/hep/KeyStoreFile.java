package org.wirechief.cli.hep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.wirechief.cli.command.UsageError;
import org.wirechief.net.TlsKeys;

/// The key store that an operator names. Its password stands in a file too, as everybody can see
/// the words of a command line.
final class KeyStoreFile {
    private KeyStoreFile() {}

    /// @param passwordFile its first line is the password; without it the password is empty
    /// @throws UsageError when one of them cannot be read
    static TlsKeys read(String file, Optional<String> passwordFile) throws UsageError {
        char[] password = passwordFile.isPresent() ? password(passwordFile.get()) : new char[0];
        try {
            return TlsKeys.ofFile(Path.of(file), password);
        } catch (IOException | InvalidPathException e) {
            throw new UsageError("--keystore " + file + ": " + reason(e));
        }
    }

    private static char[] password(String file) throws UsageError {
        try (BufferedReader lines = Files.newBufferedReader(Path.of(file))) {
            return Objects.requireNonNullElse(lines.readLine(), "").toCharArray();
        } catch (IOException | InvalidPathException e) {
            throw new UsageError("--password-file " + file + ": " + reason(e));
        }
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }
}
