package org.wirechief.endpoint.hep;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.hep.Hep1;
import org.wirechief.wire.hep.Hep2;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepForm;
import org.wirechief.wire.hep.HepPacket;
import org.wirechief.wire.hep.HepParameters;

/// Makes packets for one collector. Immutable.
final class HepEncoder {
    /// What a UDP datagram holds.
    private static final int DATAGRAM = 65507;

    private static final int SHORT = 0xFFFF;

    private final int version;
    private final int longest;
    private final long captureId;
    private final HepForm form;

    HepEncoder(HepId id, HepContent content) {
        this.version = id.version();
        this.longest = id.transport() == HepTransport.UDP ? DATAGRAM : HepPacket.MAX_LENGTH;
        this.captureId = content.captureId();
        this.form = content.homer5() ? new HepForm.Delimited(content.delimiter()) : HepForm.JSON;
    }

    /// Appends the packet of a copy.
    void encode(HepCopy copy, ReplyBuffer out) {
        HepPacket packet = switch (version) {
            case 1 -> new Hep1(copy.flow(), nothing(copy));
            case 2 -> Hep2.of(copy.flow(), copy.time(), (int) captureId & SHORT, nothing(copy));
            default -> whole(copy);
        };
        packet.write(out);
    }

    private Hep3 whole(HepCopy copy) {
        Octets correlation = copy.correlation().text();
        int room = Hep3.roomForPayload(copy.flow(), correlation, longest);
        Octets payload = HepParameters.cut(form.write(copy.payload()), room);
        return Hep3.of(copy.flow(), copy.time(), Hep3.MANAGEMENT, captureId, payload, correlation);
    }

    /// What the originals send for a payload in these versions (spec mi-text §11.4).
    private static Octets nothing(HepCopy copy) {
        return Octets.copyOf(new byte[copy.flow().source().isIpv6() ? 32 : 8]);
    }
}
