package org.wirechief.wire.hep;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonLayout;
import org.wirechief.wire.json.JsonWriter;

/// How a payload is written (`homer5_on`, spec mi-json §14).
public sealed interface HepForm {
    /// `homer5_on` = 1 with the delimiter the reference servers have when nothing is told.
    HepForm DELIMITED = new Delimited(Octets.of(":"));

    /// `homer5_on` = 0.
    HepForm JSON = new Json();

    /// The payload as bytes.
    Octets write(HepPayload payload);

    /// Parts one behind the other, nothing escaped.
    ///
    /// @param delimiter what stands between them (`homer5_delim`)
    record Delimited(Octets delimiter) implements HepForm {
        @Override
        public Octets write(HepPayload payload) {
            ReplyBuffer out = new ReplyBuffer();
            for (HepPayload.Part part : payload.parts()) {
                out.append(out.size() == 0 ? Octets.of("") : delimiter);
                out.append(part.text());
            }
            return Octets.copyOf(out.bytes(), 0, out.size());
        }
    }

    /// An object with a member a line. A zero byte ends a text, as it does in C
    /// (`hep3-udp-json/unknown/0`).
    record Json() implements HepForm {
        @Override
        public Octets write(HepPayload payload) {
            ReplyBuffer compact = new ReplyBuffer();
            new JsonWriter(compact)
                    .object(members -> payload.parts()
                            .forEach(part -> members.put(
                                    Octets.of(part.name()), part.text().untilNul())));
            ReplyBuffer out = new ReplyBuffer();
            JsonLayout.pretty(compact.bytes(), 0, compact.size(), out);
            return Octets.copyOf(out.bytes(), 0, out.size());
        }
    }
}
