package org.wirechief.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.wirechief.net.TlsKeys;

/// A key of a server and its certificate, which signs itself, as this Java's `keytool` makes them.
///
/// @param keys a PKCS #12 file with both
/// @param certificate as PEM
public record TlsFiles(Path keys, Path certificate) {
    /// Of the key store and the key.
    public static final String PASSWORD = "changeit";

    /// Makes them.
    ///
    /// @param host the certificate is for, `ip:127.0.0.1`, `dns:example.com`
    public static TlsFiles in(TempFolder folder, String host) throws IOException, InterruptedException {
        TlsFiles files = new TlsFiles(folder.resolve("keys.p12"), folder.resolve("ca.pem"));
        files.keytool(folder, "-genkeypair", "-keyalg", "EC", "-dname", "CN=hep", "-ext", "san=" + host);
        files.keytool(folder, "-exportcert", "-rfc", "-file", files.certificate.toString());
        return files;
    }

    private void keytool(TempFolder folder, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(arguments));
        line.addAll(List.of("-alias", "hep", "-keystore", keys.toString(), "-storepass", PASSWORD));
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(keytool.waitFor()).as(Files.readString(log)).isZero();
    }

    /// What the server shows.
    public TlsKeys served() throws IOException {
        return TlsKeys.ofFile(keys, PASSWORD.toCharArray());
    }

    /// A connection to that server.
    public Socket connect(int port) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        Socket socket = context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(Math.toIntExact(RawStream.LIMIT.toMillis()));
        return socket;
    }
}
