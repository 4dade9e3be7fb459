package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirechief.client.ConnectOptions;
import org.wirechief.net.Address;
import org.wirechief.net.StreamDial;

/// Finds out which language is spoken at a stream where BINRPC got no answer: says something that
/// changes nothing in one after the other, each over a connection of its own, until it is answered.
record OtherLanguage(Examination examination, ConnectOptions connecting) {
    private static final int ENOUGH = 64;

    /// Every server that speaks HTTP answers a request for what it can do, if only to refuse.
    private static final String HTTP = "OPTIONS / HTTP/1.0\r\n\r\n";

    /// The same of SIP, which no proxy sends on (RFC 3261 §11).
    private static final String SIP = String.join(
            "\r\n",
            "OPTIONS sip:127.0.0.1 SIP/2.0",
            "Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bKchiefdoctor",
            "Max-Forwards: 0",
            "From: <sip:chief@127.0.0.1>;tag=doctor",
            "To: <sip:127.0.0.1>",
            "Call-ID: chief-doctor",
            "CSeq: 1 OPTIONS",
            "Content-Length: 0",
            "",
            "");

    /// Adds a note when that is one it knows.
    void guess(Address address) {
        for (String request : List.of(HTTP, SIP)) {
            String answer = answer(address, request);
            if (!answer.isEmpty()) {
                tell(answer);
                return;
            }
        }
    }

    /// Empty when there is none; the finding before this one says why.
    private String answer(Address address, String request) {
        byte[] asked = request.getBytes(StandardCharsets.US_ASCII);
        byte[] said = new byte[ENOUGH];
        try (StreamDial stream = StreamDial.connect(address, connecting.deadline())) {
            stream.write(asked, 0, asked.length, connecting.deadline());
            int read = stream.read(said, 0, said.length, connecting.deadline());
            return read <= 0 ? "" : new String(said, 0, read, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // silent in this language, or it closes the connection instead
            return "";
        }
    }

    private void tell(String answer) {
        if (answer.startsWith("HTTP/")) {
            note("HTTP");
        } else if (answer.startsWith("SIP/")) {
            note("SIP");
        } else if (answer.startsWith("SSH-")) {
            note("SSH");
        } else if (answer.startsWith("{") || answer.startsWith("[")) {
            note("JSON");
        } else if (answer.startsWith("400 a request begins with :") || answer.startsWith("200 OK\n")) {
            // The latter is what Kamailio says of a first line that is none (spec ctl §10).
            note("the line protocol of ctl (its parameter fifo)");
        }
    }

    private void note(String language) {
        examination.add(
                Finding.note(language + " is spoken there: the management door is at another address", Remedy.DOORS));
    }
}
