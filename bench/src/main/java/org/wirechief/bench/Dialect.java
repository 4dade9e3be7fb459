package org.wirechief.bench;

import java.io.IOException;
import java.util.List;
import org.wirechief.core.ProtocolError;

/// A language a server is asked in: how requests look, and what a whole reply is. Stateless.
sealed interface Dialect permits Binrpc, MiJson, MiText {
    Dialect BINRPC = new Binrpc();
    Dialect MI_TEXT = new MiText();
    Dialect MI_JSON = new MiJson();

    CookieForm cookies();

    /// A command that costs next to nothing, and its arguments.
    List<String> cheapest();

    /// A request with the cookie [Cookies#SAMPLE].
    ///
    /// @param args sent as text
    byte[] request(String method, List<String> args);

    /// The right reply with such a body and the cookie [Cookies#SAMPLE].
    byte[] reply(byte[] body);

    /// Where in a whole request or reply its cookie stands.
    int cookieAt(byte[] packet);

    /// How long the whole packet is that begins at `from`; 0 while more of it has to come.
    ///
    /// @throws ProtocolError when no packet can begin like this
    int length(byte[] bytes, int from, int to) throws ProtocolError;

    /// The cookie of a whole packet, wherever it stands; [Cookies#NONE] where there is none.
    int cookie(byte[] bytes, int from, int to);

    /// The body of a whole reply, out of which [#reply] makes it again.
    ///
    /// @throws IOException saying what it is instead, when it tells no success
    byte[] body(byte[] bytes, int from, int to) throws IOException;

    /// A whole reply, or what should be one, in words.
    String describe(byte[] bytes, int from, int to);
}
