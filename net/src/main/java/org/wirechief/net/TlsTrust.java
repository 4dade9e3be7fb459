package org.wirechief.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Whose certificates are believed. Immutable; safe for use by several threads.
public final class TlsTrust {
    private final SSLSocketFactory sockets;

    private TlsTrust(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /// Those the Java platform trusts.
    ///
    /// @throws IOException when it has no TLS
    public static TlsTrust ofPlatform() throws IOException {
        try {
            return new TlsTrust(SSLContext.getDefault().getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS: " + e.getMessage(), e);
        }
    }

    /// Those that a file holds (PEM or DER), and what they have signed.
    ///
    /// @throws IOException when it cannot be read or holds none
    public static TlsTrust ofFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("holds no certificate");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new TlsTrust(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("holds no certificates that can be read: " + e.getMessage(), e);
        }
    }

    SSLSocketFactory sockets() {
        return sockets;
    }
}
