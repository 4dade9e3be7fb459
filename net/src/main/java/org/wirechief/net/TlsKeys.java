package org.wirechief.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// The key and certificate that a listener shows. Immutable; safe for use by several threads.
public final class TlsKeys {
    private final SSLSocketFactory sockets;

    private TlsKeys(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /// Those that a key store holds, PKCS #12 as `openssl pkcs12 -export` and `keytool` make it, or
    /// JKS.
    ///
    /// @param password of the store and its key
    /// @throws IOException when it cannot be read, the password is wrong or there is no key
    public static TlsKeys ofFile(Path file, char[] password) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance(file.toFile(), password);
            if (!holdsKey(keys)) {
                throw new IOException("holds no private key");
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new TlsKeys(context.getSocketFactory());
        } catch (IllegalArgumentException e) {
            throw new NoSuchFileException(file.toString());
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(e);
        } catch (GeneralSecurityException e) {
            throw new IOException("holds no key that can be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassword(e) : e;
        }
    }

    private static boolean holdsKey(KeyStore keys) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static IOException wrongPassword(Exception cause) {
        return new IOException("its password is another one", cause);
    }

    /// The server's end of TLS over a connection that is there; the handshake is to come.
    SSLSocket over(Socket connection) throws IOException {
        return (SSLSocket) sockets.createSocket(connection, null, true);
    }
}
